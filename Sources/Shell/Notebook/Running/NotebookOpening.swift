import Analysis

/// Opens notebooks and transcripts, and says what they may do.
enum NotebookOpening {
  /// Reads a notebook, or a transcript of a session as a notebook with one cell for every typed line.
  ///
  /// - Parameters:
  ///   - typed: The path as typed.
  ///   - surroundings: Where relative paths start and what may be read.
  /// - Throws: A problem with file and line.
  static func open(_ typed: String, in surroundings: Surroundings) throws(Problem) -> Notebook {
    let path = try surroundings.readablePath(typed)
    let notebook = try NotebookReader.read(path)
    if !notebook.cells.isEmpty || notebook.header.isTelaah { return notebook }
    let source = notebook.source
    var filter = TranscriptFilter()
    var commands: [Notebook.CommandLine] = []
    for index in 0..<source.count {
      guard let text = filter.typed(source[index]), filter.isTranscript else { continue }
      commands.append(Notebook.CommandLine(text: text, line: index + 1))
    }
    guard !commands.isEmpty else {
      throw Problem(
        "\(path) bukan buku catatan Telaah", kind: .data, place: .file(path, line: 0, column: 0),
        expected: "blok ```telaah berisi perintah, atau salinan sesi")
    }
    var transcript = notebook
    transcript.parts = commands.enumerated().map { index, command in
      .cell(
        Notebook.Cell(
          number: index + 1, lines: (command.line - 1)..<command.line, commands: [command], recorded: nil))
    }
    return transcript
  }

  /// What a notebook may read, write and start.
  ///
  /// - Parameters:
  ///   - notebook: The notebook.
  ///   - permissions: The value of `izinkan`; `nil` gives nothing more.
  ///   - surroundings: Where the paths of the permissions start.
  /// - Throws: A usage problem for a permission that is not understood.
  static func access(
    of notebook: Notebook, permissions: String?, in surroundings: Surroundings
  ) throws(Problem) -> FileAccess {
    let folder = FilePath.folder(notebook.path)
    var access = FileAccess.notebook(in: folder)
    for file in notebook.header.data where file.rows == nil && !file.fingerprint.isEmpty {
      access.allowReading(FilePath.join(folder, file.path), withFingerprint: file.fingerprint)
    }
    if let permissions { try access.allow(permissions, from: surroundings.folder) }
    return access
  }
}
