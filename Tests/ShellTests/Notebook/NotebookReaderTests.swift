import Analysis
import Testing

@testable import Shell

@Suite("The Markdown form of notebooks")
struct NotebookReaderTests {
  private func read(_ text: String) throws -> Notebook {
    try NotebookReader.read(Array(text.utf8), path: "buku.md")
  }

  @Test(arguments: [
    "", "tanpa akhir", "a\r\nb\r\n", "a\nb\r\nc", "\u{FEFF}---\ntelaah: 1\n---\n# x\n", "\n\n\n",
    "---\ntelaah: 1\njudul: \"A: b\" # komentar\n---\n\n```telaah\ndata\n```\n\n```keluaran\nx\n```",
  ]) func keepsEveryByte(text: String) throws {
    #expect(try read(text).source.bytes == Array(text.utf8))
  }

  @Test func findsCommandsAndOutputs() throws {
    let notebook = try read(
      """
      # Judul

      ```telaah
      muat data/uji  # komentar
      # hanya komentar

      tren AKIP \\
        tahun=2021..2025
      ```

      ````keluaran sel=0123abcd telaah=0.0.9
      ```
      satu
      ````

      ```json
      {}
      ```

      ~~~ telaah
      data
      ~~~
      ````
      ```telaah
      bukan perintah
      ```
      ````
      """)
    let cells = notebook.cells
    #expect(cells.map(\.number) == [1, 2])
    #expect(cells[0].commands.map(\.text) == ["muat data/uji  # komentar", "tren AKIP   tahun=2021..2025"])
    #expect(cells[0].commands.map(\.line) == [4, 7])
    #expect(cells[0].recorded?.text == ["```", "satu"])
    #expect(cells[0].recorded?.commandMark?.text == "0123abcd")
    #expect(cells[0].recorded?.program == "0.0.9")
    #expect(cells[1].recorded == nil)
  }

  @Test func outputsBelongToTheCellRightBefore() throws {
    let notebook = try read("```telaah\ndata\n```\nteks\n```keluaran\nx\n```\n")
    #expect(notebook.cells.first?.recorded == nil)
  }

  @Test func readsParameters() throws {
    let header = try read(
      """
      ---
      telaah: 1
      judul: 'Satu: dua'
      author: orang
      parameter:
        unit: Kecamatan Plandaan   # unit laporan
        tahun:
          nilai: 2025
          rentang: 2021..2026
          bantuan: tahun laporan
        batas: 98,5
        cara:
          pilihan: [linear, theil]
          nilai: theil
      data:
        - ../data/uji
      ---
      """
    ).header
    #expect(header.title == "Satu: dua")
    #expect(header.parameters.map(\.name) == ["unit", "tahun", "batas", "cara"])
    #expect(header.parameters.map(\.kind) == [.unit, .year, .number, .choice])
    #expect(header.parameters.map(\.value) == ["Kecamatan Plandaan", "2025", "98,5", "theil"])
    #expect(header.parameters[1].bounds == 2021...2026)
    #expect(header.data.map(\.path) == ["../data/uji"])
  }

  @Test(arguments: [
    ("```telaah\ndata\n", 1, "tidak ditutup"),
    ("a\n\n```telaah\ndata\n```\n```keluaran\nx\n", 6, "tidak ditutup"),
    ("---\ntelaah: 2\n---\n", 2, "lebih baru"),
    ("---\ntelaah: satu\n---\n", 2, "bukan bilangan"),
    ("---\ntelaah: 1\n", 1, "tidak ditutup"),
    ("---\ntelaah: 1\nparamater:\n  a: 1\n---\n", 3, "tidak dikenal"),
    ("---\ntelaah: 1\nparameter:\n  a: 1\n  a: 2\n---\n", 5, "dua kali"),
    ("---\ntelaah: 1\nparameter:\n  tahun: dua\n---\n", 4, "tidak dapat dipakai"),
    ("---\ntelaah: 1\nparameter:\n  b:\n    nilai: 7\n    rentang: 0..5\n---\n", 4, "di luar rentangnya"),
    ("---\ntelaah: 1\nparameter:\n  b:\n    jenis: bilang\n---\n", 5, "tidak dikenal"),
    ("---\ntelaah: 1\ndata:\n  - data/uji  sha256:zz\n---\n", 4, "tidak terbaca"),
  ]) func saysWhereItIsWrong(text: String, line: Int, message: String) throws {
    let problem = #expect(throws: Problem.self) { try read(text) }
    #expect(problem?.place == .file("buku.md", line: line, column: 0))
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
  }

  @Test func refusesBytesThatAreNotText() {
    let problem = #expect(throws: Problem.self) {
      try NotebookReader.read([0x61, 0x0A, 0xFF, 0x0A], path: "buku.md")
    }
    #expect(problem?.place == .file("buku.md", line: 2, column: 0))
  }
}
