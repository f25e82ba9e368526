import Analysis

/// An office's document whose styles, theme, headers, footers and page set-up a report takes over.
///
/// Its text is left out. What could make the report reach outside or run something is refused (macros, linked
/// content) or removed (the link to the template's own template).
struct DocxTemplate {
  /// The parts of the template, the document's among them.
  let archive: ZipArchiveReader
  /// The path of the main part.
  let main: String
  /// The namespaces and compatibility marks on the template's root element, as XML.
  let root: String
  /// The page set-up.
  let section: DocxSection?
  /// What the main part refers to.
  let relations: PackageRelations

  /// Reads a template.
  ///
  /// - Throws: A `Problem` when it is no Word document, holds macros or refers to content outside itself.
  init(path: String, limits: ZipArchiveReader.Limits = .office) throws(Problem) {
    try self.init(ZipArchiveReader(path: path, limits: limits))
  }

  /// Takes a package that has been read.
  init(_ archive: ZipArchiveReader) throws(Problem) {
    self.archive = archive
    let name = archive.name
    let notWord = Problem("\(name) bukan dokumen Word", kind: .data, expected: "templat .docx atau .dotx")
    guard let main = try PackageRelations(of: "", in: archive).target(ofKind: "officeDocument"),
      let bytes = archive[main], archive[Self.contentTypes] != nil
    else { throw notWord }
    guard !archive.order.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) else {
      throw Problem("templat \(name) memuat makro", kind: .data, expected: "templat .docx tanpa makro")
    }
    self.main = main
    relations = try PackageRelations(of: main, in: archive)
    try Self.checkLinks(archive)
    (root, section) = try Self.outline(bytes, part: main, name: name)
  }

  static let contentTypes = "[Content_Types].xml"

  /// The path of the style sheet.
  var stylesPart: String? { relations.target(ofKind: "styles") }
  /// The path of the settings.
  var settingsPart: String? { relations.target(ofKind: "settings") }

  /// Refuses links to content outside the template, apart from hyperlinks and the template's own template.
  private static func checkLinks(_ archive: ZipArchiveReader) throws(Problem) {
    for part in archive.order where part.hasSuffix(".rels") {
      let owner = part.split(separator: "/").filter { $0 != "_rels" }.joined(separator: "/").dropLast(5)
      for relation in try PackageRelations(of: String(owner), in: archive).relations
      where relation.isExternal && !["hyperlink", "attachedTemplate"].contains(relation.kind) {
        throw Problem(
          "templat \(archive.name) memuat isi dari luar: \(relation.target)", kind: .data,
          expected: "templat tanpa gambar atau objek yang ditautkan")
      }
    }
  }

  private static func outline(
    _ bytes: [UInt8], part: String, name: String
  ) throws(Problem) -> (String, DocxSection?) {
    var scanner = try XMLScanner(bytes, part: part)
    var root: String?
    var section: DocxSection?
    while true {
      switch try scanner.next() {
      case .finished:
        guard let root else { throw Problem("\(name) bukan dokumen Word", kind: .data) }
        return (root, section)
      case .start where scanner.depth == 1: root = try Self.root(scanner, name: name)
      case .start where scanner.name == "sectPr" && scanner.depth == 3:
        let start = scanner.eventStart
        try scanner.skipElement()
        section = try DocxSection(template: String(decoding: bytes[start..<scanner.position], as: UTF8.self))
      default: break
      }
    }
  }

  /// The start of the main part: the template's declarations and those that the body needs.
  private static func root(_ scanner: XMLScanner, name: String) throws(Problem) -> String {
    var declared: [String: String] = [:]
    var attributes = ""
    for attribute in scanner.allAttributes {
      if attribute.name.hasPrefix("xmlns:") {
        declared[String(attribute.name.dropFirst(6))] = attribute.value
      }
      attributes += " \(attribute.name)=\"\(Sanitizer.html(attribute.value))\""
    }
    guard scanner.name == "document", declared["w"] == DocxNames.main else {
      throw Problem(
        "templat \(name) tidak memakai format Word yang biasa", kind: .data,
        expected: "berkas .docx yang disimpan sebagai Dokumen Word, bukan Strict Open XML")
    }
    for (prefix, uri) in DocxNames.prefixes where declared[prefix] != uri {
      guard declared[prefix] == nil else {
        throw Problem("templat \(name) memakai awalan \(prefix) untuk hal lain", kind: .data)
      }
      attributes += " xmlns:\(prefix)=\"\(uri)\""
    }
    return "<w:document\(attributes)>"
  }
}
