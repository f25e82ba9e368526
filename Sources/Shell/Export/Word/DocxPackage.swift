import Analysis

/// The parts of a DOCX file around its body.
struct DocxPackage {
  /// The style sheet.
  let styles: DocxStyleSheet
  /// The page set-up of the text.
  let section: DocxSection

  private var parts = ZipArchiveWriter()
  private var types: DocxContentTypes
  private var relations: PackageRelations
  private var rootRelations: PackageRelations
  private let main: String
  private let root: String

  /// A package in our own form.
  init() {
    styles = DocxStyleSheet()
    section = DocxSection(footerRelation: "rIdFooter")
    main = "word/document.xml"
    root = DocxNames.root
    types = DocxContentTypes()
    relations = PackageRelations(folder: "word")
    rootRelations = PackageRelations(folder: "")
    rootRelations.relations = [.office("rId1", "officeDocument", main)]
    let own: [(id: String, kind: String, file: String, content: String)] = [
      ("rIdStyles", "styles", "styles.xml", ""),
      ("rIdSettings", "settings", "settings.xml", DocxParts.settings),
      ("rIdNumbering", "numbering", "numbering.xml", DocxParts.numbering),
      ("rIdFooter", "footer", "footer1.xml", DocxParts.footer(style: styles[.footer])),
    ]
    parts.add(DocxTemplate.contentTypes, [])
    parts.add("_rels/.rels", [])
    parts.add(main, [])
    types.set(main, DocxNames.wordType + "document.main+xml")
    for part in own {
      let name = "word/" + part.file
      relations.relations.append(.office(part.id, part.kind, part.file))
      types.set(name, DocxNames.wordType + part.kind + "+xml")
      if part.kind == "styles" { parts.add(name, styles.xml) } else { parts.add(name, part.content) }
    }
  }

  /// A package that takes over a template.
  init(template: DocxTemplate) throws(Problem) {
    let archive = template.archive
    main = template.main
    root = template.root
    relations = template.relations
    rootRelations = try PackageRelations(of: "", in: archive)
    types = try DocxContentTypes(archive[DocxTemplate.contentTypes] ?? [], part: DocxTemplate.contentTypes)
    types.set(main, DocxNames.wordType + "document.main+xml")
    let stale = Self.manifestParts(archive)
    for name in archive.order where !stale.contains(name) { parts.add(name, archive[name] ?? []) }
    for name in stale { types.remove(name) }
    relations.relations.removeAll { [relations] in !$0.isExternal && stale.contains(relations.path($0.target))
    }
    if let part = template.stylesPart, let bytes = archive[part] {
      styles = try DocxStyleSheet(template: bytes, part: part)
    } else {
      styles = DocxStyleSheet()
      relations.relations.append(.office("rIdTelaahStyles", "styles", "styles.xml"))
    }
    let stylesPart = template.stylesPart ?? relations.path("styles.xml")
    parts.add(stylesPart, styles.xml)
    types.set(stylesPart, DocxNames.wordType + "styles+xml")
    if let own = template.section {
      section = own
    } else {
      section = try DocxSection(template: DocxParts.plainSection)
    }
    if let part = template.settingsPart, let bytes = archive[part] {
      parts.add(part, try DocxParts.withoutAttachedTemplate(bytes, part: part))
      var own = try PackageRelations(of: part, in: archive)
      own.relations.removeAll { $0.kind == "attachedTemplate" }
      if archive[PackageRelations.name(of: part)] != nil {
        parts.add(PackageRelations.name(of: part), own.xml)
      }
    }
  }

  /// The parts of the manifest that a template carries when it was a report itself; it does not hold for this one.
  private static func manifestParts(_ archive: ZipArchiveReader) -> Set<String> {
    var stale: Set<String> = []
    for part in archive.order where ReportManifest.isManifest(part, in: archive) {
      let links = PackageRelations.name(of: part)
      let properties = (try? PackageRelations(of: part, in: archive))?.target(ofKind: "customXmlProps")
      stale.formUnion([part, links] + (properties.map { [$0] } ?? []))
    }
    return stale
  }

  /// Adds the two forms of every picture.
  mutating func add(_ pictures: [DocxPicture]) {
    guard !pictures.isEmpty else { return }
    types.setDefault("png", "image/png")
    types.setDefault("svg", "image/svg+xml")
    for picture in pictures {
      parts.add(relations.path(picture.pngTarget), picture.png)
      parts.add(relations.path(picture.svgTarget), picture.svg)
      relations.relations.append(.office(picture.pngRelation, "image", picture.pngTarget))
      relations.relations.append(.office(picture.svgRelation, "image", picture.svgTarget))
    }
  }

  /// Sets the title and leaves out author, dates and everything else in the properties.
  mutating func setTitle(_ title: String) {
    let part = rootRelations.target(ofKind: "core-properties") ?? "docProps/core.xml"
    if rootRelations.target(ofKind: "core-properties") == nil {
      rootRelations.relations.append(.core("rIdTelaahCore", part))
    }
    types.set(part, "application/vnd.openxmlformats-package.core-properties+xml")
    parts.add(part, DocxParts.properties(title: title))
  }

  /// Adds the manifest as a custom XML part.
  mutating func add(manifest: String) {
    let folder = "customXml"
    parts.add("\(folder)/telaah.xml", ReportManifest.xml(manifest))
    parts.add("\(folder)/telaahProps.xml", ReportManifest.propertiesXML)
    let own = PackageRelations(folder: folder, [.office("rId1", "customXmlProps", "telaahProps.xml")])
    parts.add("\(folder)/_rels/telaah.xml.rels", own.xml)
    types.setDefault("xml", "application/xml")
    types.set(
      "\(folder)/telaahProps.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    relations.relations.removeAll { $0.id == "rIdTelaahManifes" }
    relations.relations.append(.office("rIdTelaahManifes", "customXml", "/\(folder)/telaah.xml"))
  }

  /// The bytes of the file with a body.
  func bytes(body: String) throws(Problem) -> [UInt8] {
    var parts = parts
    parts.add(DocxTemplate.contentTypes, types.xml)
    parts.add("_rels/.rels", rootRelations.xml)
    parts.add(main, DocxNames.declaration + root + "<w:body>" + body + "</w:body></w:document>")
    parts.add(PackageRelations.name(of: main), relations.xml)
    return try parts.bytes()
  }
}

extension PackageRelations.Relation {
  /// A relation of the office document vocabulary.
  static func office(_ id: String, _ kind: String, _ target: String) -> Self {
    Self(id: id, type: DocxNames.relations + "/" + kind, target: target, isExternal: false)
  }

  /// The relation to the package's properties.
  static func core(_ id: String, _ target: String) -> Self {
    Self(
      id: id, type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      target: target, isExternal: false)
  }
}

extension PackageRelations {
  /// The relations part.
  var xml: String {
    var text = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    text += #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
    for relation in relations {
      text += "<Relationship Id=\"\(Sanitizer.html(relation.id))\" Type=\"\(Sanitizer.html(relation.type))\""
      text += " Target=\"\(Sanitizer.html(relation.target))\""
      text += relation.isExternal ? " TargetMode=\"External\"/>" : "/>"
    }
    return text + "</Relationships>"
  }
}
