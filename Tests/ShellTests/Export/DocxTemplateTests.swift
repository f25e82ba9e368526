import Analysis
import Testing

@testable import Shell

@Suite struct DocxTemplateTests {
  /// An office's template: own style identifiers, a header, a link to its own template and some text.
  private func template(
    root: String = DocxNames.root, extra: [(String, String)] = [],
    external: (kind: String, target: String)? = nil
  ) throws -> ZipArchiveReader {
    let word = DocxNames.main
    let type = DocxNames.wordType
    var writer = ZipArchiveWriter()
    writer.add(
      "[Content_Types].xml",
      """
      <Types><Default Extension="rels" ContentType="x"/><Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="\(type)template.main+xml"/>
      <Override PartName="/word/header1.xml" ContentType="\(type)header+xml"/></Types>
      """)
    writer.add(
      "_rels/.rels",
      PackageRelations(folder: "", [.office("a", "officeDocument", "word/document.xml")]).xml)
    var relations: [PackageRelations.Relation] = [
      .office("rId1", "styles", "styles.xml"), .office("rId2", "header", "header1.xml"),
      .office("rId3", "settings", "settings.xml"),
    ]
    if let external {
      relations.append(
        .init(id: "rId9", type: "t/\(external.kind)", target: external.target, isExternal: true))
    }
    writer.add("word/_rels/document.xml.rels", PackageRelations(folder: "word", relations).xml)
    writer.add(
      "word/document.xml",
      """
      \(root)<w:body><w:p><w:r><w:t>Teks lama</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default"
       r:id="rId2"/><w:pgSz w:w="12240" w:h="18720"/><w:pgMar w:left="1000" w:right="1000"/><w:titlePg/></w:sectPr>
      </w:body></w:document>
      """)
    writer.add(
      "word/styles.xml",
      """
      <w:styles xmlns:w="\(word)"><w:style w:type="paragraph" w:default="1" w:styleId="Biasa"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="character" w:styleId="Caption"><w:name w:val="Caption"/></w:style></w:styles>
      """)
    writer.add("word/header1.xml", "<w:hdr xmlns:w=\"\(word)\"><w:p/></w:hdr>")
    writer.add(
      "word/settings.xml",
      "<w:settings xmlns:w=\"\(word)\" xmlns:r=\"x\"><w:attachedTemplate r:id=\"rId1\"/><w:zoom/></w:settings>"
    )
    writer.add(
      "word/_rels/settings.xml.rels",
      PackageRelations(
        folder: "word",
        [.init(id: "rId1", type: "t/attachedTemplate", target: "http://jahat/t.dotm", isExternal: true)]
      ).xml)
    for (name, content) in extra { writer.add(name, content) }
    return try ZipArchiveReader(writer.bytes(), name: "kantor.dotx")
  }

  private func written(_ template: ZipArchiveReader) throws -> [String: String] {
    let document = Document([
      .heading("Bab", level: 1), .table(Table(caption: "T", columns: ["A"].map { Table.Column($0) })),
      .list(["butir"]),
    ])
    let report = DocxReport(
      title: "Laporan", document: document, manifest: "{}", template: try DocxTemplate(template))
    let archive = try ZipArchiveReader(DocxWriter(report: report).bytes(), name: "uji.docx")
    return archive.entries.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func takesOverStylesHeaderAndPage() throws {
    let parts = try written(template())
    let body = try #require(parts["word/document.xml"])
    #expect(!body.contains("Teks lama"))
    #expect(body.contains("<w:pStyle w:val=\"Judul1\"/>"))
    #expect(body.contains("r:id=\"rId2\""))
    #expect(body.contains("w:w=\"12240\""))
    #expect(parts["word/header1.xml"] != nil)
    #expect(parts["[Content_Types].xml"]?.contains("wordprocessingml.document.main+xml") == true)
    #expect(parts["[Content_Types].xml"]?.contains("template.main") == false)
  }

  @Test func addsWhatTheTemplateLacks() throws {
    let parts = try written(template())
    let styles = try #require(parts["word/styles.xml"])
    let body = try #require(parts["word/document.xml"])
    // The identifier Caption belongs to a character style; ours steps aside.
    #expect(
      styles.contains("w:styleId=\"TelaahCaption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Biasa\"/>"))
    #expect(body.contains("<w:pStyle w:val=\"TelaahCaption\"/>"))
    #expect(styles.split(separator: "w:val=\"heading 1\"").count == 2)
    #expect(!styles.contains("w:numId"))
    #expect(body.contains("<w:t>•</w:t>"))
    var used: Set<String> = []
    for piece in body.split(separator: "<w:pStyle w:val=\"").dropFirst() {
      used.insert(String(piece.prefix { $0 != "\"" }))
    }
    for style in used { #expect(styles.contains("w:styleId=\"\(style)\"")) }
  }

  @Test func dropsTheLinkToTheTemplatesTemplate() throws {
    let parts = try written(template())
    #expect(parts["word/settings.xml"]?.contains("attachedTemplate") == false)
    #expect(parts["word/settings.xml"]?.contains("<w:zoom/>") == true)
    #expect(!parts.values.contains { $0.contains("jahat") })
  }

  @Test func refusesWhatReachesOutsideOrRuns() throws {
    #expect(throws: Problem.self) {
      try DocxTemplate(template(external: ("image", "http://jahat/gambar.png")))
    }
    #expect(throws: Never.self) {
      try DocxTemplate(template(external: ("hyperlink", "https://jombangkab.go.id")))
    }
    #expect(throws: Problem.self) { try DocxTemplate(template(extra: [("word/vbaProject.bin", "x")])) }
    let strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
    #expect(throws: Problem.self) { try DocxTemplate(template(root: strict)) }
  }

  @Test func anOldReportAsTemplateLeavesItsManifestBehind() throws {
    let old = DocxReport(title: "Lama", document: Document([.paragraph("x")]), manifest: "{\"lama\":1}")
    let template = try DocxTemplate(ZipArchiveReader(DocxWriter(report: old).bytes(), name: "lama.docx"))
    for manifest in ["{\"baru\":1}", nil] {
      let new = DocxReport(title: "Baru", document: Document(), manifest: manifest, template: template)
      let archive = try ZipArchiveReader(DocxWriter(report: new).bytes(), name: "baru.docx")
      #expect(try ReportManifest.read(archive) == manifest)
      #expect(archive.order.filter { $0.hasPrefix("customXml/") }.count == (manifest == nil ? 0 : 3))
      let types = String(decoding: try #require(archive["[Content_Types].xml"]), as: UTF8.self)
      #expect(types.contains("customXml") == (manifest != nil))
    }
  }

  @Test func refusesOtherFiles() throws {
    let workbook = try WorkbookWriter(workbook: Workbook()).bytes()
    #expect(throws: Problem.self) { try DocxTemplate(ZipArchiveReader(workbook, name: "buku.xlsx")) }
  }
}
