/// The units, periods and sources of a dataset while it is read.
///
/// Spellings that differ only in case or blanks are one name, in the spelling met first.
struct DatasetSymbols {
  var units = SymbolTable()
  var periods = SymbolTable([""])
  var sources = SymbolTable([""])
  private var unitByFold: [String: Int32] = [:]
  private var periodByFold: [String: Int16] = ["": 0]

  /// The greatest number of different periods that keys have room for.
  static let periodLimit = 1024
  /// The greatest number of units that keys have room for.
  static let unitLimit = 1 << 20

  /// The number of a unit, and the spelling met first when this one differs; `nil` for an empty name or when
  /// there are too many.
  mutating func unit(_ text: String) -> (number: Int32, other: String?)? {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { return nil }
    let folded = name.lowercased()
    if let known = unitByFold[folded] {
      let first = units[known]
      return (known, first == name ? nil : first)
    }
    guard units.count < Self.unitLimit else { return nil }
    let number = units.intern(name)
    unitByFold[folded] = number
    return (number, nil)
  }

  /// The number of a period; `nil` when there are too many different ones.
  mutating func period(_ text: String) -> Int16? {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folded = name.lowercased()
    if let known = periodByFold[folded] { return known }
    guard periods.count < Self.periodLimit else { return nil }
    let number = Int16(periods.intern(name))
    periodByFold[folded] = number
    return number
  }
}
