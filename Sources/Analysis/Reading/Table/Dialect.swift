/// The sign before the decimals; the other one of comma and point separates thousands.
public enum DecimalSign: String, Hashable, Sendable, CaseIterable {
  /// `1.250,75`, as Indonesian is written.
  case comma = "koma"
  /// `1,250.75`, as English and programs write.
  case point = "titik"

  /// The sign itself.
  public var character: Character { self == .comma ? "," : "." }
  /// The name of the sign that separates thousands.
  public var groupingName: String { self == .comma ? "titik" : "koma" }
}

/// How the text of a table was understood: everything that a later reading must not guess again.
///
/// Written on one line, such as `pemisah=; pengodean=windows-1252 kepala=4-5 satuan=6 desimal=koma`.
public struct Dialect: Hashable, Sendable {
  /// What the table is part of.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A separated text.
    case text = "csv"
    /// A sheet of a workbook; separator and encoding mean nothing.
    case sheet = "xlsx"
    /// A table of a database; only the decimal signs mean something.
    case database = "sqlite"
  }

  /// What the table is part of.
  public var form = Form.text
  /// The byte between fields: comma, semicolon, tab or bar.
  public var separator: UInt8
  /// How bytes stand for text.
  public var encoding: TextEncoding
  /// First and last line of the header rows, from 1, counted in rows of the file.
  public var headerRows: ClosedRange<Int>
  /// The row of units under the header, if any.
  public var unitRow: Int?
  /// The row that numbers the columns, if any.
  public var numberRow: Int?
  /// Whether a `sep=` line comes first.
  public var hasSeparatorLine: Bool
  /// The decimal sign of columns that hold a sign, by name of the column.
  public var decimals: [String: DecimalSign]

  /// The separators that are tried.
  static let separators: [UInt8] = [UInt8(ascii: ";"), 9, UInt8(ascii: ","), UInt8(ascii: "|")]

  /// Makes a dialect.
  public init(
    separator: UInt8 = UInt8(ascii: ","), encoding: TextEncoding = .utf8,
    headerRows: ClosedRange<Int> = 1...1,
    unitRow: Int? = nil, numberRow: Int? = nil, hasSeparatorLine: Bool = false,
    decimals: [String: DecimalSign] = [:]
  ) {
    self.separator = separator
    self.encoding = encoding
    self.headerRows = headerRows
    self.unitRow = unitRow
    self.numberRow = numberRow
    self.hasSeparatorLine = hasSeparatorLine
    self.decimals = decimals
  }

  /// The row of the file, from 1, with which the data begin.
  var firstDataRow: Int { max(headerRows.upperBound, unitRow ?? 0, numberRow ?? 0) + 1 }

  /// The name of a separator as it is written in a dialect line.
  static func name(ofSeparator byte: UInt8) -> String {
    byte == 9 ? "tab" : String(UnicodeScalar(byte))
  }
}

extension Dialect: CustomStringConvertible {
  /// The dialect on one line; reading it back gives an equal value.
  public var description: String {
    var parts = ["bentuk=\(form.rawValue)"]
    if form == .text {
      parts = ["pemisah=\(Self.name(ofSeparator: separator))", "pengodean=\(encoding.rawValue)"]
    }
    if hasSeparatorLine { parts.append("sep=ya") }
    let first = headerRows.lowerBound
    if form != .database {
      parts.append(headerRows.count == 1 ? "kepala=\(first)" : "kepala=\(first)-\(headerRows.upperBound)")
    }
    if let unitRow { parts.append("satuan=\(unitRow)") }
    if let numberRow { parts.append("nomor=\(numberRow)") }
    for sign in DecimalSign.allCases {
      let columns = decimals.filter { $0.value == sign }.keys.sorted()
      guard !columns.isEmpty else { continue }
      parts.append("desimal=\(sign.rawValue):" + columns.map(Self.escaped).joined(separator: ","))
    }
    return parts.joined(separator: " ")
  }

  /// Reads a dialect line.
  ///
  /// - Throws: A usage problem that names the part that is not understood.
  public init(line: String) throws(Problem) {
    self.init()
    for part in line.split(separator: " ") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2, take(pair[0], pair[1]) else {
        throw Problem(
          "bagian “\(part)” dalam catatan cara baca tidak dikenal",
          expected: "bentuk, pemisah, pengodean, sep, kepala, satuan, nomor atau desimal")
      }
    }
  }

  private mutating func take(_ key: String, _ value: String) -> Bool {
    switch key {
    case "bentuk":
      guard let known = Form(rawValue: value) else { return false }
      form = known
    case "pemisah":
      guard let byte = Self.separators.first(where: { Self.name(ofSeparator: $0) == value }) else {
        return false
      }
      separator = byte
    case "pengodean":
      guard let known = TextEncoding(rawValue: value) else { return false }
      encoding = known
    case "sep":
      hasSeparatorLine = value == "ya"
      return value == "ya" || value == "tidak"
    case "kepala":
      let ends = value.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, 1 <= first, first <= last else {
        return false
      }
      headerRows = first...last
    case "satuan":
      unitRow = Int(value)
      return unitRow.map { $0 > 0 } ?? false
    case "nomor":
      numberRow = Int(value)
      return numberRow.map { $0 > 0 } ?? false
    case "desimal":
      return takeDecimals(value)
    default: return false
    }
    return true
  }

  private mutating func takeDecimals(_ value: String) -> Bool {
    let pair = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard pair.count == 2, let sign = DecimalSign(rawValue: pair[0]) else { return false }
    for name in pair[1].split(separator: ",") {
      guard let column = Self.unescaped(name) else { return false }
      decimals[column] = sign
    }
    return true
  }

  /// A column's name with spaces and signs of the notation written as `%20`.
  private static func escaped(_ name: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in name.utf8 {
      if byte <= 32 || byte == 127 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ",") {
        result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring) -> String? {
    var result: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else {
          return nil
        }
        rest.removeFirst(2)
        result.append(code)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
