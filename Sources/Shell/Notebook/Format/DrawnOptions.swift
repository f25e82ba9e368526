import Analysis

/// Options that were decided while the commands of a cell ran, such as the seed that a simulation drew, so that a
/// later run decides the same.
///
/// Written in the opening line of the recorded output as `opsi=0:benih=8123;2:benih=77`: the number of the command in
/// its cell, from 0, and the option.
struct DrawnOptions: Hashable, Sendable {
  private var options: [[String]] = []

  init() {}

  /// The options of a run.
  init(_ answers: [NotebookRun.Answer]) {
    options = answers.map { answer in
      (answer.output.recordedOptions + answer.drawn).filter { option in
        !option.contains { $0.isWhitespace || $0 == ";" }
      }
    }
  }

  /// Reads what a recorded output says; pieces that are not understood are left out.
  init(_ text: String) {
    for piece in text.split(separator: ";") {
      let parts = piece.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let index = Int(parts[0]), (0..<1000).contains(index), parts[1].contains("=")
      else { continue }
      while options.count <= index { options.append([]) }
      options[index].append(String(parts[1]))
    }
  }

  /// The options as they are written; empty when there are none.
  var text: String {
    options.enumerated().flatMap { index, list in list.map { "\(index):\($0)" } }.joined(separator: ";")
  }

  /// A command with the options it does not give itself.
  func completed(_ line: String, at index: Int) -> String {
    guard options.indices.contains(index), let words = try? Words.split(line) else { return line }
    let missing = options[index].filter { option in
      let key = option.prefix { $0 != "=" } + "="
      return !words.contains { $0.raw.hasPrefix(key) }
    }
    return ([line] + missing).joined(separator: " ")
  }
}
