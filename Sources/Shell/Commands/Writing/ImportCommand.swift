import Analysis

/// `impor`: turns a Jupyter notebook into a notebook of this program.
struct ImportCommand: Command {
  static let declaration = Declaration(
    "impor", aliases: ["import"],
    summary: "mengubah buku catatan Jupyter (.ipynb) menjadi buku catatan Telaah",
    details: [
      "Sel kode berbahasa telaah menjadi blok perintah; sel kode bahasa lain disimpan sebagai teks dan tidak dijalankan."
    ],
    parameters: [
      Parameter("FILE", .path, .one, help: "buku catatan Jupyter (.ipynb)"),
      Parameter("TUJUAN", .path, .one, help: "buku catatan yang ditulis (.md)"),
    ],
    options: [Option("timpa", alias: "overwrite", .flag, help: "menimpa berkas yang sudah ada")],
    examples: [.init("impor strategi.ipynb strategi.md", "supaya dapat diputar")],
    group: .writing, effect: .controls)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard let file = arguments.value("FILE"), let target = arguments.value("TUJUAN") else {
      throw Problem("berkas belum disebut", expected: Self.declaration.usage)
    }
    let surroundings = session.surroundings
    let bytes = try arguments.at(file) { () throws(Problem) in
      try AtomicFile.read(try surroundings.readablePath(file.text), limit: Notebook.greatestSize)
    }
    let found = try arguments.at(file) { () throws(Problem) in
      try JupyterImport(bytes, name: FilePath.name(file.text))
    }
    let path = try surroundings.writablePath(target.text)
    guard arguments.flag("timpa") || !FilePath.exists(path) else {
      throw arguments.locate(
        Problem("\(target.text) sudah ada", kind: .system, expected: "nama lain, atau timpa=ya"), at: target)
    }
    try AtomicFile(path: path).write(Array(found.text.utf8))
    var output = Output(
      Document([
        .note("\(code: target.text) ditulis dengan \(found.commandCells) blok perintah.", tone: .success)
      ]),
      result: .object([
        .init("berkas", .string(target.text)), .init("perintah", .integer(found.commandCells)),
        .init("teks", .integer(found.foreignCells)),
      ]))
    if found.foreignCells > 0 {
      output.warnings.append(
        "\(found.foreignCells) sel berbahasa lain disimpan sebagai teks dan tidak dijalankan")
    }
    return output
  }
}
