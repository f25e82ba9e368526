/// What an audit found.
public struct AuditReport: Sendable {
  /// The findings by severity, kind and place.
  public var findings: [AuditFinding] = []
  /// The figures that could not be recomputed, in the order of the checks.
  public var unverified: [UnverifiedFigure] = []
  /// Outcomes of the figures that were recomputed, by kind.
  public var tallies: [AuditKind: AuditTally] = [:]
  /// How many notices and unverified figures were counted but not kept, so that a country's audit fits in
  /// memory.
  public var omitted = 0
  /// Outcomes of the rows of `klaim` alone.
  public var claims = AuditTally()

  /// Outcomes of everything that was recomputed.
  public var total: AuditTally {
    var sum = AuditTally()
    for tally in tallies.values { sum += tally }
    return sum
  }

  /// How many findings have a severity.
  public func count(_ severity: AuditSeverity, of kind: AuditKind? = nil) -> Int {
    findings.count { $0.severity == severity && (kind == nil || $0.kind == kind) }
  }

  /// The finding with a number, ignoring case.
  public func finding(_ number: String) -> AuditFinding? {
    findings.first { $0.number.lowercased() == number.lowercased() }
  }

  /// Numbers the findings by their rows and puts them in the order of reading.
  ///
  /// - Complexity: O(n log n) in the findings.
  mutating func finish() {
    var used: [String: Int] = [:]
    for index in findings.indices {
      let base = Self.letter(of: findings[index].place.table) + String(findings[index].place.fileLine)
      let count = used[base, default: 0]
      used[base] = count + 1
      findings[index].number = base + Self.suffix(count)
    }
    let ranks = Dictionary(uniqueKeysWithValues: AuditKind.allCases.enumerated().map { ($1, $0) })
    findings = findings.enumerated().sorted { left, right in
      let a = (left.element.severity, ranks[left.element.kind] ?? 0, left.offset)
      let b = (right.element.severity, ranks[right.element.kind] ?? 0, right.offset)
      return a < b
    }.map(\.element)
  }

  /// The letter of a table in the numbers of findings.
  static func letter(of table: String) -> String {
    switch table {
    case "klaim": "K"
    case "kinerja": "N"
    case "anggaran": "A"
    case "kktp": "W"
    case "indikator": "I"
    case "simpul": "S"
    default: "R"
    }
  }

  /// Nothing for the first finding of a row, then `b`, `c`, … `z`, `-27`, ….
  private static func suffix(_ count: Int) -> String {
    guard count > 0 else { return "" }
    guard count < 26, let scalar = Unicode.Scalar(97 + UInt32(count)) else { return "-\(count + 1)" }
    return String(Character(scalar))
  }
}
