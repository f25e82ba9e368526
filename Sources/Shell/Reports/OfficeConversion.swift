import Analysis

/// Makes PDF and ODT from DOCX with LibreOffice or pandoc, where they are installed.
enum OfficeConversion {
  /// Converts a Word document.
  ///
  /// - Parameters:
  ///   - docx: The bytes of the document.
  ///   - ending: `pdf` or `odt`.
  /// - Throws: A system problem when no program can do it, or the one that is there fails.
  static func convert(_ docx: [UInt8], to ending: String) throws(Problem) -> [UInt8] {
    let office = ExternalProgram.find("soffice") ?? ExternalProgram.find("libreoffice")
    let pandoc = ending == "odt" ? ExternalProgram.find("pandoc") : nil
    guard office != nil || pandoc != nil else {
      throw Problem(
        "bentuk .\(ending) memerlukan LibreOffice\(ending == "odt" ? " atau pandoc" : ""), yang tidak terpasang",
        kind: .system,
        expected:
          "paket libreoffice-writer\(ending == "odt" ? " atau pandoc" : ""), atau pakai .docx atau .html")
    }
    let folder = try ExternalProgram.temporaryFolder()
    defer { ExternalProgram.removeFolder(folder) }
    try AtomicFile(path: folder + "/laporan.docx").write(docx)
    let result = folder + "/laporan." + ending
    if let office {
      try office.run([
        "-env:UserInstallation=file://\(folder)/profil", "--headless", "--norestore", "--convert-to", ending,
        "--outdir",
        folder, folder + "/laporan.docx",
      ])
    } else if let pandoc {
      try pandoc.run(["--sandbox", "-f", "docx", "-t", ending, "-o", result, folder + "/laporan.docx"])
    }
    guard FilePath.exists(result) else {
      throw Problem(
        "\((office ?? pandoc)?.name ?? "") gagal membuat .\(ending)", kind: .system,
        expected: "pakai .docx atau .html")
    }
    return try AtomicFile.read(result, limit: 256 << 20)
  }
}
