import Analysis

/// The manifest that an exported report carries: JSON text that says what the report was made from.
enum ReportManifest {
  private static let namespace = "urn:telaah:manifes:1"

  /// Reads the manifest of a DOCX or XLSX report.
  ///
  /// - Returns: The JSON text; `nil` when the file carries none.
  /// - Throws: A `Problem` when the file cannot be read or is no office file.
  static func read(_ path: String, limits: ZipArchiveReader.Limits = .office) throws(Problem) -> String? {
    try read(ZipArchiveReader(path: path, limits: limits))
  }

  /// Reads the manifest of a report that is in memory.
  static func read(_ archive: ZipArchiveReader) throws(Problem) -> String? {
    for part in archive.order where isCandidate(part) {
      guard let bytes = archive[part], let text = try text(bytes, part: part) else { continue }
      return text
    }
    guard archive.order.contains("xl/workbook.xml") else { return nil }
    return try WorkbookReader().read(archive).manifest
  }

  /// Whether a part of a package holds a manifest.
  static func isManifest(_ part: String, in archive: ZipArchiveReader) -> Bool {
    guard isCandidate(part), let bytes = archive[part] else { return false }
    return (try? text(bytes, part: part)) != nil
  }

  private static func isCandidate(_ part: String) -> Bool {
    part.hasPrefix("customXml/") && part.hasSuffix(".xml")
  }

  /// The custom XML part.
  static func xml(_ manifest: String) -> String {
    DocxNames.declaration + "<manifes xmlns=\"\(namespace)\">\(Sanitizer.html(manifest))</manifes>"
  }

  /// What Word wants to know about the part: a fixed identifier and the namespace.
  static let propertiesXML =
    DocxNames.declaration + "<ds:datastoreItem ds:itemID=\"{7E1AA4E1-5A4B-4D0E-9C57-54454C414148}\""
    + " xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
    + "<ds:schemaRef ds:uri=\"\(namespace)\"/></ds:schemaRefs></ds:datastoreItem>"

  private static func text(_ bytes: [UInt8], part: String) throws(Problem) -> String? {
    guard var scanner = try? XMLScanner(bytes, part: part) else { return nil }
    guard try scanner.next() == .start, scanner.name == "manifes", scanner.attribute("xmlns") == namespace
    else {
      return nil
    }
    return try scanner.innerText()
  }
}

extension WorkbookContent {
  /// The manifest on the sheet `Manifes`, as JSON text.
  var manifest: String? {
    guard let sheet = sheets.first(where: { $0.name == Workbook.manifestSheet }) else { return nil }
    let pieces = sheet.rows.compactMap { row -> String? in
      guard case .text(let text)? = row.cells.first?.value else { return nil }
      return text
    }
    return pieces.isEmpty ? nil : pieces.joined()
  }
}
