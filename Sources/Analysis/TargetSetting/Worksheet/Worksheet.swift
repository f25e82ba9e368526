/// A target-setting worksheet (KKTP) of one unit, year and version.
public struct Worksheet: Hashable, Sendable {
  /// What tells worksheets apart.
  public struct Key: Hashable, Sendable {
    /// The unit's name.
    public var unit: String
    /// The year whose targets are set.
    public var year: Int
    /// `awal`, `perubahan` or another name.
    public var version: String

    /// Makes a key.
    public init(unit: String, year: Int, version: String) {
      self.unit = unit
      self.year = year
      self.version = version
    }

    /// Whether two keys name the same worksheet; the version's case is ignored.
    public func matches(_ other: Key) -> Bool {
      unit == other.unit && year == other.year && version.lowercased() == other.version.lowercased()
    }
  }

  /// Unit, year and version.
  public var key: Key
  /// The key indicators with their components, in the order of the worksheet.
  public var entries: [WorksheetEntry]
  /// Where it was made from, as an Indonesian phrase.
  public var source: String

  /// Makes a worksheet.
  public init(key: Key, entries: [WorksheetEntry], source: String = "") {
    self.key = key
    self.entries = entries
    self.source = source
  }

  /// The place of the key indicator with a code, ignoring case.
  public func entryIndex(_ code: String) -> Int? {
    entries.firstIndex { $0.code.lowercased() == code.lowercased() }
  }

  /// The place of the component with a code, ignoring case: the entry and the component in it.
  public func componentIndex(_ code: String) -> (entry: Int, component: Int)? {
    for (index, entry) in entries.enumerated() {
      if let found = entry.components.firstIndex(where: { $0.code.lowercased() == code.lowercased() }) {
        return (index, found)
      }
    }
    return nil
  }

  /// The component with a code, ignoring case.
  public func component(_ code: String) -> WorksheetComponent? {
    componentIndex(code).map { entries[$0.entry].components[$0.component] }
  }

  /// The codes of all key indicators and components in the order of the worksheet.
  public var codes: [String] { entries.flatMap { [$0.code] + $0.components.map(\.code) } }

  /// Follow-up actions written in one text: one per line, or separated by `|`.
  public static func followUps(in text: String) -> [String] {
    text.split { $0 == "|" || $0.isNewline }.map { part in
      var part = part
      while part.first?.isWhitespace == true { part.removeFirst() }
      while part.last?.isWhitespace == true { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }
}
