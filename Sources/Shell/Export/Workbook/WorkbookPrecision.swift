import Analysis

/// Puts the exact doubles into a sheet's XML.
///
/// libxlsxwriter writes sixteen significant digits; a double may need seventeen to be read back the same.
struct WorkbookPrecision {
  /// The exact value of every number and formula result on the sheet.
  let values: [CellReference: Double]

  /// The sheet with each number written in the shortest digits that give the same double.
  ///
  /// - Parameter sheet: The sheet as libxlsxwriter writes it.
  /// - Complexity: O(bytes).
  func applied(to sheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(sheet.count + values.count * 4)
    var index = 0
    var pending: Double?
    while index < sheet.count {
      if sheet[index] == UInt8(ascii: "<") {
        if Self.matches("<c r=\"", sheet, index) {
          pending = value(at: index + 6, in: sheet)
        } else if let number = pending, Self.matches("<v>", sheet, index) {
          output.append(contentsOf: "<v>".utf8)
          output.append(contentsOf: Self.text(number).utf8)
          index += 3
          while index < sheet.count, sheet[index] != UInt8(ascii: "<") { index += 1 }
          pending = nil
          continue
        }
      }
      output.append(sheet[index])
      index += 1
    }
    return output
  }

  /// The shortest digits that read back to the same double.
  static func text(_ value: Double) -> String {
    let text = String(describing: value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func value(at start: Int, in sheet: [UInt8]) -> Double? {
    guard let end = sheet[start..<min(start + 12, sheet.count)].firstIndex(of: UInt8(ascii: "\"")),
      let cell = CellReference(String(decoding: sheet[start..<end], as: UTF8.self))
    else { return nil }
    return values[cell]
  }

  private static func matches(_ text: StaticString, _ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[start + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}
