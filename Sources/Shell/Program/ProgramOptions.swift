import Analysis

/// What was asked for on the program's own command line.
struct ProgramOptions: Equatable {
  /// The form of the answers.
  enum Format: String, CaseIterable {
    case text = "teks"
    case json
    case csv
    case markdown = "md"
  }

  /// Command lines given with `-c`, or one made from the words after the options.
  var commands: [String] = []
  /// The form of the answers.
  var format = Format.text
  /// The width of the answers; `nil` follows the terminal.
  var width: Int?
  /// Whether output carries colour.
  var colour = ColourChoice.auto
  /// Whether to go on after a failing command.
  var continuesAfterError = false
  /// Whether the prompt follows after the commands, when there is a terminal.
  var goesOnAtPrompt = false
  /// Whether only the version is wanted.
  var showsVersion = false
  /// Whether only the help is wanted.
  var showsHelp = false

  /// One option of the program; the help is made from this list.
  struct Entry: Sendable {
    var names: [String]
    var value: String
    var help: String
  }

  /// Every option.
  static let entries: [Entry] = [
    Entry(
      names: ["-c", "--perintah"], value: "PERINTAH",
      help: "menjalankan perintah ini lalu selesai; boleh berulang"),
    Entry(names: ["--format"], value: "teks|json|csv|md", help: "bentuk jawaban"),
    Entry(names: ["--lebar"], value: "N", help: "lebar jawaban dalam huruf, 40 sampai 400"),
    Entry(names: ["--warna"], value: "auto|ya|tidak", help: "pemakaian warna"),
    Entry(names: ["--lanjut"], value: "", help: "tetap melanjutkan sesudah ada perintah yang gagal"),
    Entry(names: ["-i", "--lalu"], value: "", help: "sesudah perintah selesai, membuka sesi tanya jawab"),
    Entry(names: ["--versi", "--version"], value: "", help: "menampilkan versi"),
    Entry(names: ["--bantuan", "--help", "-h"], value: "", help: "menampilkan bantuan ini"),
  ]

  /// Reads the words after the program's name.
  ///
  /// Options may stand before or after a command; words after the first that is not an option make up one
  /// command, whose own options may be written `--kunci nilai` or `--kunci=nilai`.
  ///
  /// - Throws: A usage problem.
  init(_ words: [String]) throws(Problem) {
    var commandWords: [String] = []
    var position = 0
    while position < words.count {
      let word = words[position]
      position += 1
      let (name, attached) = Self.split(word)
      if let entry = Self.entries.first(where: { $0.names.contains(name) }) {
        var value = attached
        if !entry.value.isEmpty, value == nil {
          guard position < words.count else {
            throw Problem("opsi \(name) perlu nilai", expected: entry.value)
          }
          value = words[position]
          position += 1
        }
        try apply(entry, name: name, value: value ?? "")
      } else if commandWords.isEmpty, word.hasPrefix("-"), word.count > 1 {
        let names = Self.entries.flatMap(\.names)
        throw Problem(
          "opsi “\(name)” tidak dikenal", expected: "ketik telaah --bantuan",
          suggestions: Suggestion.nearest(to: name, among: names))
      } else if word.hasPrefix("--"), !commandWords.isEmpty {
        position += try Self.append(
          name: name, attached: attached, next: words.dropFirst(position).first, to: &commandWords)
      } else {
        commandWords.append(word)
      }
    }
    if !commandWords.isEmpty {
      guard commands.isEmpty else {
        throw Problem(
          "“\(commandWords[0])” tidak dimengerti di samping -c",
          expected: "perintah dalam -c atau sebagai kata, bukan keduanya")
      }
      commands = [commandWords.map(Words.quoted).joined(separator: " ")]
    }
  }

  private mutating func apply(_ entry: Entry, name: String, value: String) throws(Problem) {
    switch entry.names[0] {
    case "-c": commands.append(value)
    case "--format":
      guard let format = Format(rawValue: value.lowercased()) else {
        throw Self.unknown(value, name, Format.allCases.map(\.rawValue))
      }
      self.format = format
    case "--lebar":
      guard let width = Int(value), (40...400).contains(width) else {
        throw Problem("lebar “\(value)” tidak dapat dipakai", expected: "bilangan bulat 40 sampai 400")
      }
      self.width = width
    case "--warna":
      guard let colour = ColourChoice(rawValue: value.lowercased()) else {
        throw Self.unknown(value, name, ColourChoice.allCases.map(\.rawValue))
      }
      self.colour = colour
    case "--lanjut": continuesAfterError = true
    case "-i": goesOnAtPrompt = true
    case "--versi": showsVersion = true
    default: showsHelp = true
    }
  }

  private static func unknown(_ value: String, _ name: String, _ known: [String]) -> Problem {
    Problem(
      "“\(value)” tidak dikenal untuk \(name)", expected: "salah satu dari \(known.joined(separator: ", "))",
      suggestions: Suggestion.nearest(to: value, among: known))
  }

  /// Splits `--nama=nilai`.
  private static func split(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  /// Turns `--kunci nilai` behind a command into `kunci=nilai`.
  ///
  /// - Returns: How many more words were used.
  private static func append(
    name: String, attached: String?, next: String?, to words: inout [String]
  ) throws(Problem) -> Int {
    let key = String(name.dropFirst(2))
    if let attached {
      words.append("\(key)=\(attached)")
      return 0
    }
    let split = (try? Words.split(words.map(Words.quoted).joined(separator: " "))) ?? []
    let match = try? CommandRegistry.match(split, in: "")
    let option = match?.type.declaration.options.first { $0.key == key || $0.alias == key }
    if case .flag = option?.kind {
      let answer = next.flatMap { ["ya", "tidak", "yes", "no"].contains($0.lowercased()) ? $0 : nil }
      words.append("\(key)=\(answer ?? "ya")")
      return answer == nil ? 0 : 1
    }
    guard let next else { throw Problem("opsi \(name) perlu nilai", expected: option?.help) }
    words.append("\(key)=\(next)")
    return 1
  }
}
