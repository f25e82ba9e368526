/// The parts of a notebook that the program writes.
enum OutputBlock {
  /// A block of recorded output with its fences.
  static func lines(
    _ text: [String], commandMark: CommandMark, options: DrawnOptions = DrawnOptions()
  ) -> [String] {
    let fence = CodeFence.around(text)
    let drawn = options.text.isEmpty ? "" : " opsi=" + options.text
    return ["\(fence)keluaran sel=\(commandMark.text) telaah=\(Release.version)\(drawn)"] + text + [fence]
  }

  /// The `data` list of the front matter.
  static func dataList(_ files: [RecordedFile]) -> [String] {
    ["data:"] + files.map { "  - " + $0.text }
  }
}
