import Analysis

/// Writes a report as DOCX; the same report always gives the same bytes, and nobody's name is in it.
struct DocxWriter {
  /// The report.
  let report: DocxReport

  /// Writes the report to a path; the file is replaced in one step.
  ///
  /// - Throws: A `Problem` when the template is damaged or the system refuses.
  func write(to path: String) throws(Problem) {
    let bytes = try bytes()
    try AtomicFile(path: path).write(bytes)
  }

  /// The bytes of the report.
  func bytes() throws(Problem) -> [UInt8] {
    var package = DocxPackage()
    if let template = report.template { package = try DocxPackage(template: template) }
    let body = DocxBody(report, styles: package.styles, section: package.section)
    package.add(body.pictures)
    package.setTitle(report.title)
    if let manifest = report.manifest { package.add(manifest: manifest) }
    return try package.bytes(body: body.xml)
  }
}
