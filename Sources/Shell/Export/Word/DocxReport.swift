import Analysis

/// What a DOCX report is made of.
struct DocxReport {
  /// The title on the first page and in the file's properties; empty for none.
  var title: String
  /// The line below the title; empty for none.
  var subtitle = ""
  /// The content.
  var document: Document
  /// The manifest as JSON text, kept in a custom XML part; `nil` for none.
  var manifest: String?
  /// Whether a table of contents stands before the first block.
  var hasContents = true
  /// The office's template, whose styles, headers, footers and page set-up are used; `nil` for our own.
  var template: DocxTemplate?
  /// Draws a chart as SVG text; `nil` gives the chart's numbers as a table instead.
  var drawing: ((Chart) -> String)?
  /// Turns SVG text into PNG bytes for readers that cannot show SVG (see ``SVGRasterizer``); without it, or
  /// when it gives `nil`, the chart's numbers stand in a table instead.
  var rasterizing: ((String) -> [UInt8]?)?

  /// Makes a report.
  init(
    title: String, subtitle: String = "", document: Document, manifest: String? = nil,
    hasContents: Bool = true,
    template: DocxTemplate? = nil, drawing: ((Chart) -> String)? = nil,
    rasterizing: ((String) -> [UInt8]?)? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.document = document
    self.manifest = manifest
    self.hasContents = hasContents
    self.template = template
    self.drawing = drawing
    self.rasterizing = rasterizing
  }
}
