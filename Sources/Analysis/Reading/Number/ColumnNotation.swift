/// What the cells of one column prove about its decimal sign.
struct NumberEvidence: Hashable, Sendable {
  /// A cell that proves something, by the row of the table.
  struct Witness: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  /// How many cells only the decimal comma explains.
  var commas = 0
  /// How many cells only the decimal point explains.
  var points = 0
  /// How many cells both explain, differently.
  var open = 0
  /// The first witness of each kind.
  var comma: Witness?
  var point: Witness?
  var openWitness: Witness?

  /// Takes what one cell proves.
  mutating func take(_ proof: NumberToken.Proof?, _ witness: @autoclosure () -> Witness) {
    switch proof ?? NumberToken.Proof.none {
    case .only(.comma):
      commas += 1
      if comma == nil { comma = witness() }
    case .only(.point):
      points += 1
      if point == nil { point = witness() }
    case .either:
      open += 1
      if openWitness == nil { openWitness = witness() }
    case .none, .neither: break
    }
  }

  /// Looks at every cell of a column.
  ///
  /// - Complexity: O(bytes of the column).
  init(_ table: TextTable, column: Int) {
    for row in 0..<table.count {
      let cell = table.cell(row, column)
      if cell.isEmpty || !cell.isWritten { continue }
      take(NumberNotation.proof(cell.bytes(in: table.buffer)), Witness(row: row, column: column))
    }
  }

  /// What the column itself proves: one kind outweighs the other at least four to one, or stands alone.
  var decided: DecimalSign? {
    if commas > 0, points * 4 <= commas { return .comma }
    if points > 0, commas * 4 <= points { return .point }
    return nil
  }

  /// Whether the column needs a decision: it holds a comma or a point at all.
  var isConcerned: Bool { commas + points + open > 0 }
}

/// A column whose numbers have two meanings and nothing to decide between them.
public struct Ambiguity: Hashable, Sendable {
  /// The file.
  public var file: String
  /// The column's name.
  public var column: String
  /// The line of the first such cell.
  public var line: Int
  /// Its text.
  public var text: String
  /// Its value when the comma comes before decimals; `nil` when it has none then.
  public var withComma: Double?
  /// Its value when the point comes before decimals; `nil` when it has none then.
  public var withPoint: Double?
  /// What the file shows, one Indonesian phrase per item.
  public var evidence: [String]

  /// The refusal when nobody can be asked.
  public var problem: Problem {
    let style = NumberStyle.plain
    let readings = [withComma, withPoint].compactMap { $0 }.map { style.text($0) }
    let meaning =
      readings.count == 2 ? "dapat berarti \(readings[0]) atau \(readings[1])" : "tulisannya bercampur"
    let shown = evidence.isEmpty ? "" : " (\(evidence.joined(separator: "; ")))"
    return Problem(
      "angka “\(text)” pada kolom \(column) \(meaning)\(shown)", kind: .data,
      place: .file(file, line: line, column: 0), expected: "desimal=koma atau desimal=titik",
      suggestions: ["desimal=koma", "desimal=titik"])
  }
}

/// Decides the decimal sign of every column of a table, from all its values and the table's other columns.
public struct ColumnNotation: Sendable {
  /// The sign of each column asked for that holds commas or points.
  public private(set) var decided: [Int: DecimalSign] = [:]
  /// The columns that stay open.
  public private(set) var ambiguities: [Ambiguity] = []
  /// The decisions and their grounds, for the report.
  public private(set) var remarks: [LoadReport.Remark] = []

  /// Decides.
  ///
  /// - Parameters:
  ///   - columns: The columns of numbers.
  ///   - preferred: What the user or a notebook says; it settles open columns and never overrides a proof.
  /// - Complexity: O(bytes of the columns).
  public init(_ table: TextTable, columns: [Int], preferred: DecimalSign? = nil) {
    let evidence = columns.map { (column: $0, proof: NumberEvidence(table, column: $0)) }
    let proven = evidence.filter { $0.proof.decided != nil }
    let signs = Set(proven.compactMap(\.proof.decided))
    for (column, proof) in evidence where proof.isConcerned {
      let name = table.names[column]
      let recorded = table.dialect.decimals[name] ?? preferred
      if let sign = proof.decided {
        decided[column] = sign
        tell(table, column, proof, sign, ground: Self.ground(table, proof, sign))
      } else if let recorded {
        decided[column] = recorded
        tell(table, column, proof, recorded, ground: "ditetapkan dengan desimal=\(recorded.rawValue)")
      } else if proof.commas + proof.points == 0, signs.count == 1, let sign = signs.first,
        let other = proven.first
      {
        decided[column] = sign
        let ground = "bukti: kolom \(table.names[other.column]), " + Self.ground(table, other.proof, sign)
        tell(table, column, proof, sign, ground: ground)
      } else {
        ambiguities.append(Self.ambiguity(table, column, proof, proven))
      }
    }
  }

  /// The notation for a column; columns without commas and points read the same in both.
  func notation(_ column: Int) -> NumberNotation { NumberNotation(decided[column] ?? .point) }

  private mutating func tell(
    _ table: TextTable, _ column: Int, _ proof: NumberEvidence, _ sign: DecimalSign, ground: String
  ) {
    let changed = proof.open + (sign == .comma ? proof.commas : proof.points)
    let first = proof.openWitness ?? (sign == .comma ? proof.comma : proof.point)
    let line = first.map { Int(table.lines[$0.row]) } ?? 0
    remarks.append(
      LoadReport.Remark(
        kind: .notice, path: table.file, line: line, column: table.names[column],
        message: "\(changed) angka dibaca dengan \(sign.rawValue) desimal (\(ground))"))
  }

  private static func ground(_ table: TextTable, _ proof: NumberEvidence, _ sign: DecimalSign) -> String {
    guard let witness = sign == .comma ? proof.comma : proof.point else { return "" }
    return "“\(table.text(witness.row, witness.column))” pada baris \(table.lines[witness.row])"
  }

  private static func ambiguity(
    _ table: TextTable, _ column: Int, _ proof: NumberEvidence,
    _ proven: [(column: Int, proof: NumberEvidence)]
  ) -> Ambiguity {
    var evidence: [String] = []
    for sign in DecimalSign.allCases {
      let count = sign == .comma ? proof.commas : proof.points
      if count > 0 {
        evidence.append("\(count) angka ber\(sign.rawValue) desimal: " + ground(table, proof, sign))
      }
    }
    for other in proven where other.column != column {
      guard let sign = other.proof.decided else { continue }
      let shown = ground(table, other.proof, sign)
      evidence.append("kolom \(table.names[other.column]) memakai \(sign.rawValue) desimal: \(shown)")
    }
    let witness =
      proof.openWitness ?? proof.comma ?? proof.point ?? NumberEvidence.Witness(row: 0, column: column)
    let text = table.text(witness.row, witness.column)
    func value(_ sign: DecimalSign) -> Double? {
      if case .value(let value) = NumberNotation(sign).read(text) { value } else { nil }
    }
    return Ambiguity(
      file: table.file, column: table.names[column], line: Int(table.lines[witness.row]), text: text,
      withComma: value(.comma), withPoint: value(.point), evidence: evidence)
  }
}
