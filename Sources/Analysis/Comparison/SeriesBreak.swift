/// A year from which the values of a series are no longer comparable with earlier ones.
public struct SeriesBreak: Hashable, Sendable {
  /// The first year under the new instrument, definition or indicator.
  public var year: Int
  /// What changed, as an Indonesian phrase; empty when it was not said.
  public var reason: String

  /// Makes a break.
  public init(year: Int, reason: String = "") {
    self.year = year
    self.reason = reason
  }

  /// Reads breaks as they are declared: `2023`, `2023 PermenPAN-RB 29/2022`, several separated by `|`.
  ///
  /// - Throws: A usage problem without a place when a part does not begin with a year.
  public static func parse(_ text: String) throws(Problem) -> [SeriesBreak] {
    var found: [SeriesBreak] = []
    for part in text.split(separator: "|") {
      let words = part.split(separator: " ", maxSplits: 1)
      guard let first = words.first, let year = Int(first), (1900...2200).contains(year) else {
        throw Problem(
          "“\(part)” bukan jeda deret", expected: "tahun pertama sesudah perubahan, misalnya 2023")
      }
      found.append(SeriesBreak(year: year, reason: words.count > 1 ? String(words[1]) : ""))
    }
    return found
  }

  /// The breaks in order of years; several in one year become one with all their reasons.
  static func merged(_ breaks: [SeriesBreak]) -> [SeriesBreak] {
    var reasons: [Int: [String]] = [:]
    for item in breaks {
      let known = reasons[item.year, default: []]
      reasons[item.year] = item.reason.isEmpty || known.contains(item.reason) ? known : known + [item.reason]
    }
    return reasons.keys.sorted().map {
      SeriesBreak(year: $0, reason: reasons[$0, default: []].joined(separator: "; "))
    }
  }
}

extension Dataset {
  /// The breaks that the dataset declares for an indicator of a unit.
  ///
  /// They stand in `aturan` under `jeda.KODE` and hold for every unit, or in a column `jeda` of `kinerja`, whose
  /// text marks the row as the first of a new instrument.
  ///
  /// - Throws: A rule problem when a setting is not a year.
  /// - Complexity: O(settings + cells of the column).
  public func declaredBreaks(of indicator: Int, unit: Int32) throws(Problem) -> [SeriesBreak] {
    let key = "jeda." + catalogue.indicators[indicator].code.lowercased()
    var found: [SeriesBreak] = []
    for setting in settings where setting.key.lowercased() == key {
      do {
        found += try SeriesBreak.parse(setting.value)
      } catch {
        throw Problem(
          "aturan \(setting.key) bernilai “\(setting.value)”", kind: .rule, expected: error.expected)
      }
    }
    for column in extras where column.table == "kinerja" && column.name.lowercased() == "jeda" {
      var texts: [Int32: String] = [:]
      for cell in 0..<column.count { texts[column.lines[cell]] = column.text(cell) }
      for row in performance.rows(unit: unit, subject: Int32(indicator)) {
        guard let text = texts[performance.fileLines[Int(row)]] else { continue }
        let isBare = ["ya", "x", "1"].contains(text.lowercased())
        found.append(SeriesBreak(year: Int(performance.years[Int(row)]), reason: isBare ? "" : text))
      }
    }
    return SeriesBreak.merged(found)
  }
}
