import Analysis
import Testing

@testable import Shell

@Suite("Jupyter notebooks")
struct JupyterTests {
  @Test func goOutAndComeBackTheSame() throws {
    let folder = try NotebookFolder()
    try folder.write(
      "uji.md",
      "---\ntelaah: 1\njudul: Uji\nparameter:\n  tahun: 2024\n---\n\n# Uji\n\nTeks.\n\n```telaah\nmuat data/uji\ncapaian tahun={tahun}\n```\n"
    )
    try folder.run("putar uji.md keluaran=uji.ipynb")
    let json = try JSONReader.read(Array(try folder.read("uji.ipynb").utf8), name: "uji.ipynb")
    #expect(json["nbformat"]?.number == 4)
    #expect(json["metadata"]?["kernelspec"]?["language"]?.string == "telaah")
    let kinds = json["cells"]?.elements.compactMap { $0["cell_type"]?.string }
    #expect(kinds == ["markdown", "code"])
    #expect(json["cells"]?.elements.last?["outputs"]?.elements.isEmpty == false)
    try folder.run("impor uji.ipynb kembali.md")
    let first = try folder.run("putar uji.md")
    let second = try folder.run("putar kembali.md")
    #expect(recordedText(first) == recordedText(second))
  }

  @Test func codeOfAnotherLanguageIsKeptAsText() throws {
    let found = try JupyterImport(
      Array(
        #"{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","source":["import os\n","os.system('x')"]}]}"#
          .utf8),
      name: "a.ipynb")
    #expect(found.commandCells == 0 && found.foreignCells == 1)
    #expect(found.text.contains("```python\nimport os"))
  }

  @Test func proseCannotSmuggleInCommands() throws {
    let found = try JupyterImport(
      Array(
        #"{"nbformat":4,"metadata":{"language_info":{"name":"telaah"}},"cells":[{"cell_type":"markdown","source":"a\n```telaah\nmuat x\n```"}]}"#
          .utf8), name: "a.ipynb")
    #expect(!found.text.contains("```telaah"))
  }

  @Test(arguments: [
    "", "[]", "{\"nbformat\":3}", "{\"nbformat\":4,\"cells\":[", "{\"a\":\"\u{1}\"}", "nul", "1e999",
  ])
  func damagedFilesAreRefused(text: String) {
    #expect(throws: Problem.self) { try JupyterImport(Array(text.utf8), name: "a.ipynb") }
  }
}
