/// The styles a report uses, each found in a template by name or defined by us.
enum DocxStyle: String, CaseIterable, Sendable {
  case normal, title, subtitle, heading1, heading2, heading3, caption, contentsHeading, contents1, contents2,
    contents3, listItem, tableGrid, tableText, tableNote, note, verbatim, placeholder, picture, footer

  /// The names under which a template may define the style, best first; built-in names are English in every
  /// language version of Word. The names starting with `Telaah` let an office restyle what Word has no name for.
  var names: [String] {
    switch self {
    case .normal: ["Normal"]
    case .title: ["Title"]
    case .subtitle: ["Subtitle"]
    case .heading1: ["heading 1"]
    case .heading2: ["heading 2"]
    case .heading3: ["heading 3"]
    case .caption: ["caption"]
    case .contentsHeading: ["TOC Heading"]
    case .contents1: ["toc 1"]
    case .contents2: ["toc 2"]
    case .contents3: ["toc 3"]
    case .listItem: ["List Bullet"]
    case .tableGrid: ["Telaah Tabel", "Table Grid"]
    case .tableText: ["Telaah Sel"]
    case .tableNote: ["Telaah Sumber"]
    case .note: ["Telaah Catatan"]
    case .verbatim: ["Telaah Kode"]
    case .placeholder: ["Telaah Isian"]
    case .picture: ["Telaah Gambar"]
    case .footer: ["footer"]
    }
  }

  /// Whether it is a table style.
  var isTable: Bool { self == .tableGrid }

  /// The identifier of our own definition.
  var identifier: String {
    switch self {
    case .normal: "Normal"
    case .tableGrid: "TableGrid"
    case .listItem: "ListBullet"
    case .contentsHeading: "TOCHeading"
    case .contents1: "TOC1"
    case .contents2: "TOC2"
    case .contents3: "TOC3"
    case .tableText: "TelaahSel"
    case .tableNote: "TelaahSumber"
    case .note: "TelaahCatatan"
    case .verbatim: "TelaahKode"
    case .placeholder: "TelaahIsian"
    case .picture: "TelaahGambar"
    case .title, .subtitle, .heading1, .heading2, .heading3, .caption, .footer:
      rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// The heading of a level; levels beyond three look like the third.
  static func heading(_ level: Int) -> DocxStyle {
    level <= 1 ? .heading1 : level == 2 ? .heading2 : .heading3
  }

  /// The entry of a level in the table of contents.
  static func contents(_ level: Int) -> DocxStyle {
    level <= 1 ? .contents1 : level == 2 ? .contents2 : .contents3
  }

  /// Our own definition.
  ///
  /// - Parameters:
  ///   - identifier: The identifier to define it under.
  ///   - base: The identifier of the normal paragraph style.
  ///   - hasNumbering: Whether the package has our bullet numbering.
  func definition(identifier: String, base: String, hasNumbering: Bool = true) -> String {
    let name = self == .tableGrid ? "Table Grid" : names[0]
    guard !isTable else { return Self.grid(identifier, name) }
    let isDefault = self == .normal
    let custom = name.hasPrefix("Telaah") ? " w:customStyle=\"1\"" : ""
    var xml = "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "")\(custom)"
    xml += " w:styleId=\"\(identifier)\"><w:name w:val=\"\(name)\"/>"
    if !isDefault { xml += "<w:basedOn w:val=\"\(base)\"/>" }
    switch self {
    case .title, .subtitle, .heading1, .heading2, .heading3, .caption: xml += "<w:next w:val=\"\(base)\"/>"
    default: break
    }
    xml += "<w:qFormat/>"
    let paragraph = paragraphProperties(hasNumbering: hasNumbering)
    let run = runProperties
    if !paragraph.isEmpty { xml += "<w:pPr>\(paragraph)</w:pPr>" }
    if !run.isEmpty { xml += "<w:rPr>\(run)</w:rPr>" }
    return xml + "</w:style>"
  }

  private func paragraphProperties(hasNumbering: Bool) -> String {
    func spacing(_ before: Int, _ after: Int) -> String {
      "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"240\" w:lineRule=\"auto\"/>"
    }
    let keeps = "<w:keepNext/><w:keepLines/>"
    switch self {
    case .normal: return ""
    case .title: return keeps + spacing(0, 120) + "<w:jc w:val=\"center\"/>"
    case .subtitle: return keeps + spacing(0, 360) + "<w:jc w:val=\"center\"/>"
    case .heading1: return keeps + spacing(360, 120) + "<w:outlineLvl w:val=\"0\"/>"
    case .heading2: return keeps + spacing(280, 100) + "<w:outlineLvl w:val=\"1\"/>"
    case .heading3: return keeps + spacing(220, 80) + "<w:outlineLvl w:val=\"2\"/>"
    case .caption: return spacing(160, 80) + "<w:jc w:val=\"center\"/>"
    case .contentsHeading: return keeps + spacing(240, 120)
    case .contents1: return Self.contentsTab + spacing(0, 60)
    case .contents2: return Self.contentsTab + spacing(0, 60) + "<w:ind w:left=\"280\"/>"
    case .contents3: return Self.contentsTab + spacing(0, 60) + "<w:ind w:left=\"560\"/>"
    case .listItem where hasNumbering:
      return "<w:numPr><w:numId w:val=\"1\"/></w:numPr>" + spacing(0, 60)
        + "<w:ind w:left=\"397\" w:hanging=\"397\"/>"
    case .listItem:
      return "<w:tabs><w:tab w:val=\"left\" w:pos=\"397\"/></w:tabs>" + spacing(0, 60)
        + "<w:ind w:left=\"397\" w:hanging=\"397\"/>"
    case .tableText: return spacing(30, 30)
    case .tableNote: return spacing(40, 40)
    case .note:
      return
        "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"7F7F7F\"/></w:pBdr>"
        + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F5F5\"/>" + spacing(100, 160)
        + "<w:ind w:left=\"227\"/>"
    case .verbatim:
      return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F5F5\"/>" + spacing(80, 160)
    case .placeholder: return spacing(80, 160)
    case .picture: return "<w:keepNext/>" + spacing(160, 0) + "<w:jc w:val=\"center\"/>"
    case .footer: return spacing(0, 0) + "<w:jc w:val=\"center\"/>"
    case .tableGrid: return ""
    }
  }

  private var runProperties: String {
    func size(_ halfPoints: Int) -> String {
      "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
    }
    let color = "<w:color w:val=\"1F3864\"/>"
    switch self {
    case .title: return "<w:b/><w:bCs/>" + color + size(36)
    case .subtitle: return "<w:color w:val=\"404040\"/>" + size(26)
    case .heading1: return "<w:b/><w:bCs/>" + color + size(28)
    case .heading2: return "<w:b/><w:bCs/>" + color + size(24)
    case .heading3: return "<w:b/><w:bCs/>" + color + size(22)
    case .caption: return "<w:b/><w:bCs/>" + size(20)
    case .contentsHeading: return "<w:b/><w:bCs/>" + color + size(28)
    case .tableText: return size(19)
    case .tableNote: return "<w:color w:val=\"404040\"/>" + size(18)
    case .verbatim:
      return "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:noProof/>"
        + size(18)
    case .footer: return size(18)
    case .normal, .contents1, .contents2, .contents3, .listItem, .note, .placeholder, .picture, .tableGrid:
      return ""
    }
  }

  private static let contentsTab =
    "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8788\"/></w:tabs>"

  private static func grid(_ identifier: String, _ name: String) -> String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8C8C8C\"/>"
    }
    return "<w:style w:type=\"table\" w:styleId=\"\(identifier)\"><w:name w:val=\"\(name)\"/><w:tblPr>"
      + "<w:tblBorders>\(sides.joined())</w:tblBorders><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
  }
}
