/// One HTML page that needs nothing beside itself: style and pictures inside, no script.
///
/// It follows the reader's light or dark setting, scrolls wide tables on a phone and prints on A4.
struct HTMLPage {
  /// The title.
  var title: String
  /// A line under the title, such as the unit and year; may be empty.
  var subtitle = ""
  /// The content.
  var content: HTMLWriter
  /// Names and values listed at the end: fingerprints of notebook, data and program.
  var manifest: [(name: String, value: String)] = []
  /// The whole manifest as JSON text, kept in the page without being shown; empty for none.
  var record = ""

  /// The name of the element that keeps the manifest.
  static let recordName = "telaah-manifes"

  /// The page.
  var text: String {
    var output = "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n"
    output += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    output += "<meta name=\"generator\" content=\"Telaah\">\n"
    output +=
      "<title>\(Sanitizer.html(Sanitizer.inline(title)))</title>\n<style>\n\(HTMLStyle.text)</style>\n</head>\n<body>\n"
    output += "<header>\n<h1>\(Sanitizer.html(Sanitizer.inline(title)))</h1>\n"
    if !subtitle.isEmpty {
      output += "<p class=\"anak-judul\">\(Sanitizer.html(Sanitizer.inline(subtitle)))</p>\n"
    }
    output += "</header>\n" + contents + "<main>\n" + content.body + "</main>\n"
    if !manifest.isEmpty {
      output += "<footer>\n<dl class=\"manifes\">\n"
      for entry in manifest {
        output += "<dt>\(Sanitizer.html(entry.name))</dt><dd>\(Sanitizer.html(entry.value))</dd>\n"
      }
      output += "</dl>\n</footer>\n"
    }
    if !record.isEmpty {
      output += "<template id=\"\(Self.recordName)\">\(Sanitizer.html(record))</template>\n"
    }
    return output + "</body>\n</html>\n"
  }

  /// The table of contents; left out for fewer than three headings.
  private var contents: String {
    guard content.headings.count > 2 else { return "" }
    let highest = content.headings.reduce(6) { min($0, $1.level) }
    var output = "<nav aria-label=\"Daftar isi\">\n<details open>\n<summary>Daftar isi</summary>\n<ul>\n"
    for heading in content.headings where heading.level <= highest + 2 {
      let level = heading.level - highest
      output +=
        "<li class=\"isi-\(level)\"><a href=\"#\(heading.id)\">\(Sanitizer.html(heading.text))</a></li>\n"
    }
    return output + "</ul>\n</details>\n</nav>\n"
  }
}

/// The style sheet of a page.
enum HTMLStyle {
  /// CSS without any outside resource.
  static let text = """
    :root { color-scheme: light dark; --kertas: #ffffff; --tinta: #1c1f23; --pudar: #5b6470; --garis: #d5dae0;
      --bidang: #f3f5f7; --tautan: #1b5e9c; --kuning: #a86500; --merah: #b3261e; --hijau: #1e7d43; }
    @media (prefers-color-scheme: dark) {
      :root { --kertas: #15181c; --tinta: #e4e7eb; --pudar: #9aa4b0; --garis: #363c44; --bidang: #1e2328;
        --tautan: #7db8ee; --kuning: #e0a94a; --merah: #f2877f; --hijau: #6cc48c; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 56rem; background: var(--kertas); color: var(--tinta);
      font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.8em 0 0.5em; }
    h1 { font-size: 1.75rem; margin-top: 0.5em; }
    h2 { font-size: 1.35rem; border-bottom: 1px solid var(--garis); padding-bottom: 0.2em; }
    h3 { font-size: 1.12rem; } h4, h5, h6 { font-size: 1rem; }
    p, ul { margin: 0.7em 0; max-width: 46rem; overflow-wrap: anywhere; }
    a { color: var(--tautan); }
    .anak-judul, .kaki, .manifes { color: var(--pudar); }
    nav { background: var(--bidang); border-radius: 6px; padding: 0.6rem 1rem; margin: 1rem 0 1.5rem; }
    nav summary { font-weight: 600; cursor: pointer; }
    nav ul { list-style: none; padding: 0; margin: 0.4em 0; }
    nav .isi-1 { padding-left: 1.2em; } nav .isi-2 { padding-left: 2.4em; }
    figure { margin: 1.4rem 0; }
    figcaption { font-weight: 600; margin: 0 0 0.45rem; }
    .gambar figcaption { margin: 0.45rem 0 0; }
    .gulir { overflow-x: auto; }
    .gambar svg { display: block; width: 100%; min-width: 30rem; max-width: 46rem; height: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.94rem; font-variant-numeric: tabular-nums lining-nums; }
    th, td { padding: 0.35em 0.6em; text-align: left; vertical-align: top; border-bottom: 1px solid var(--garis); }
    thead th { border-bottom: 2px solid var(--pudar); vertical-align: bottom; }
    tbody th { font-weight: 400; }
    .kanan { text-align: right; white-space: nowrap; } thead .kanan { white-space: normal; }
    .tengah { text-align: center; }
    .kelompok th { background: var(--bidang); font-weight: 600; }
    .jumlah th, .jumlah td { border-top: 2px solid var(--pudar); font-weight: 600; }
    td[title], .angka[title] { cursor: help; }
    sup { font-size: 0.72em; line-height: 0; }
    .kaki { font-size: 0.86rem; margin-top: 0.4rem; }
    .catatan { border-left: 4px solid var(--pudar); background: var(--bidang); padding: 0.5em 0.9em; }
    .perhatian { border-color: var(--kuning); } .salah { border-color: var(--merah); } .beres { border-color: var(--hijau); }
    .isian { border: 1px dashed var(--kuning); padding: 0.5em 0.9em; font-style: italic; }
    pre { background: var(--bidang); padding: 0.7em 0.9em; border-radius: 6px; overflow-x: auto; font-size: 0.86rem; line-height: 1.4; }
    pre, code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; }
    footer { margin-top: 3rem; border-top: 1px solid var(--garis); font-size: 0.82rem; }
    .manifes { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
    .manifes dd { margin: 0; overflow-wrap: anywhere; }
    @media (max-width: 40rem) {
      body { padding: 1rem 0.9rem 2rem; } table { font-size: 0.86rem; } th, td { padding: 0.3em 0.45em; }
      .manifes { grid-template-columns: 1fr; } .manifes dd { margin-bottom: 0.4rem; } }
    @media print {
      @page { size: A4; margin: 20mm 18mm; }
      :root { color-scheme: light; --kertas: #fff; --tinta: #000; --pudar: #444; --garis: #aaa; --bidang: #f2f2f2;
        --tautan: #000; --kuning: #000; --merah: #000; --hijau: #000; }
      body { max-width: none; padding: 0; font-size: 10.5pt; } table { font-size: 9pt; }
      .gulir { overflow: visible; } .gambar svg { min-width: 0; max-width: 100%; }
      h1, h2, h3, h4, figcaption { break-after: avoid; } tr, .gambar, .catatan, pre { break-inside: avoid; }
      thead { display: table-header-group; } a { text-decoration: none; } pre { white-space: pre-wrap; } }

    """
}
