import Analysis

/// What a notebook records about one file of its data: `data/plandaan/kinerja.csv  sha256:… baris=456 pemisah=, …`.
struct RecordedFile: Hashable, Sendable {
  /// The path from the notebook's folder; the folder of a dataset or a file in it.
  var path: String
  /// The SHA-256 of the bytes, 64 hexadecimal digits; empty when it is not recorded.
  var fingerprint = ""
  /// Rows read; `nil` for a folder.
  var rows: Int?
  /// How it was read, as `Dialect` writes it; empty for a folder.
  var dialect = ""

  private static let mark = " sha256:"

  init(path: String, fingerprint: String, rows: Int? = nil, dialect: String = "") {
    self.path = path
    self.fingerprint = fingerprint
    self.rows = rows
    self.dialect = dialect
  }

  /// Reads an item of the `data` list.
  ///
  /// - Throws: A data problem at the place when the fingerprint or the number of rows is not well formed.
  init(_ text: String, at place: Problem.Place) throws(Problem) {
    guard let mark = text.firstRange(of: Self.mark) else {
      path = text.trimmed
      return
    }
    path = String(text[..<mark.lowerBound]).trimmed
    var words = text[mark.upperBound...].split(separator: " ").map(String.init)
    fingerprint = words.isEmpty ? "" : words.removeFirst().lowercased()
    guard fingerprint.count == 64, fingerprint.allSatisfy(\.isHexDigit) else {
      throw Problem(
        "sidik “\(fingerprint)” tidak terbaca", kind: .data, place: place,
        expected: "sha256: dan 64 angka heksadesimal")
    }
    if let first = words.first, first.hasPrefix("baris=") {
      guard let count = Int(first.dropFirst(6)) else {
        throw Problem("jumlah baris “\(first)” tidak terbaca", kind: .data, place: place, expected: "baris=N")
      }
      rows = count
      words.removeFirst()
    }
    dialect = words.joined(separator: " ")
  }

  /// The item as it is written.
  var text: String {
    guard !fingerprint.isEmpty else { return path }
    let rowText = rows.map { " baris=\($0)" } ?? ""
    return path + " " + Self.mark + fingerprint + rowText + (dialect.isEmpty ? "" : " " + dialect)
  }

  /// The files of a dataset with its folder first.
  static func files(of dataset: Dataset, from folder: String) -> [RecordedFile] {
    let path = RelativePath.from(folder, to: dataset.path)
    let files = dataset.report.files.map { file in
      RecordedFile(
        path: path + "/" + FilePath.name(file.path), fingerprint: file.fingerprint, rows: file.rows,
        dialect: file.dialect)
    }
    return [RecordedFile(path: path, fingerprint: fingerprint(of: dataset.report.files))] + files
  }

  /// One fingerprint for all files of a dataset: that of the list of their names and fingerprints.
  static func fingerprint(of files: [LoadReport.File]) -> String {
    let list = files.map { "\(FilePath.name($0.path)) \($0.fingerprint)\n" }.sorted().joined()
    return Fingerprint.of(ByteBuffer(Array(list.utf8)))
  }
}
