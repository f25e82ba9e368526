import Analysis

/// Writes a line the way it is saved: Indonesian command and option names, no comment, single spaces.
enum CanonicalLine {
  static func text(_ line: String, words: [Word], declaration: Declaration) -> String {
    let typedName = words.prefix(2).map { $0.text.lowercased() }.joined(separator: " ")
    let isTwoWords = [declaration.name] + declaration.aliases
    let nameLength = isTwoWords.contains(typedName) && words.count > 1 && typedName.contains(" ") ? 2 : 1
    let rest = words.dropFirst(nameLength).map { word in canonical(word, declaration) }
    return ([declaration.name] + rest).joined(separator: " ")
  }

  private static func canonical(_ word: Word, _ declaration: Declaration) -> String {
    guard let equals = word.raw.firstIndex(of: "="),
      let option = declaration.options.first(where: { $0.alias == word.raw[..<equals] })
    else { return word.raw }
    return option.key + word.raw[equals...]
  }
}
