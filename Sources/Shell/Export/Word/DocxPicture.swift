import Analysis

/// A chart placed in the text: SVG for those who show it, PNG for the others.
struct DocxPicture {
  /// The position among the report's pictures, counted from 1.
  let number: Int
  /// The SVG text.
  let svg: String
  /// The same picture as PNG.
  let png: [UInt8]

  /// Where the two forms stand in the package, relative to the folder of the document.
  var svgTarget: String { "media/telaah\(number).svg" }
  var pngTarget: String { "media/telaah\(number).png" }
  /// The relations' names.
  var svgRelation: String { "rIdTelaahSvg\(number)" }
  var pngRelation: String { "rIdTelaahPng\(number)" }

  /// The drawing as a run.
  ///
  /// - Parameters:
  ///   - description: What the picture shows, for readers who cannot see it.
  ///   - width: The width of the text in twentieths of a point.
  func xml(description: String, width: Int) -> String {
    let text = Sanitizer.html(Sanitizer.inline(description))
    let size = extent(width: width)
    let svgBlip =
      "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip"
      + " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""
      + " r:embed=\"\(svgRelation)\"/></a:ext></a:extLst>"
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(size.width)\" cy=\"\(size.height)\"/>"
      + "<wp:docPr id=\"\(10_000 + number)\" name=\"Gambar \(number)\" descr=\"\(text)\"/>"
      + "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
      + "<pic:nvPicPr><pic:cNvPr id=\"\(10_000 + number)\" name=\"telaah\(number).png\" descr=\"\(text)\"/>"
      + "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"\(pngRelation)\">\(svgBlip)</a:blip>"
      + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      + "<a:ext cx=\"\(size.width)\" cy=\"\(size.height)\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }

  /// The size on the page in English metric units: the width of the text, at most 12 cm high.
  private func extent(width: Int) -> (width: Int, height: Int) {
    let full = width * 635
    let highest = 4_320_000
    let ratio = Self.aspectRatio(of: png)
    let height = Int((Double(full) / ratio).rounded())
    guard height > highest else { return (full, height) }
    return (Int((Double(highest) * ratio).rounded()), highest)
  }

  /// Width by height from the head of a PNG file; 16:9 when it cannot be told.
  private static func aspectRatio(of png: [UInt8]) -> Double {
    func number(at start: Int) -> Int { png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard png.count >= 24, number(at: 16) > 0, number(at: 20) > 0 else { return 16.0 / 9 }
    return min(max(Double(number(at: 16)) / Double(number(at: 20)), 0.05), 20)
  }
}
