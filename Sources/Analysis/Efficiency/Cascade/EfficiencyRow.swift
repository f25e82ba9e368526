/// One node in a table of efficiency.
public struct EfficiencyRow: Hashable, Sendable {
  /// What a node put out, where one indicator counts it.
  public struct Output: Hashable, Sendable {
    /// Index of the indicator.
    public var indicator: Int
    /// How much was put out.
    public var amount: Double
    /// The unit of measure: `dokumen`, `laporan`.
    public var measure: String
  }

  /// Index of the node in the catalogue.
  public var node: Int
  /// How many of its ancestors are in the table.
  public var depth: Int
  /// The indicators behind its achievement: those measured in the year and period.
  public var indicators: [Int]
  /// Achievement, ceiling, spending.
  public var figures: EfficiencyFigures
  /// Where the ceiling was printed; `nil` when it is not stored.
  public var ceilingSource: SourceRow?
  /// Where the spending was printed; `nil` when it is not stored.
  public var spendingSource: SourceRow?
  /// Its part of the table's SiLPA, in percent.
  public var remainderShare: Measured
  /// What it put out; `nil` unless exactly one indicator that counts something is measured.
  public var output: Output?
  /// What a reader must know.
  public var flags: [EfficiencyFlag]

  /// Spending per unit of output, in rupiah.
  public var costPerOutput: Measured {
    guard let output else {
      return .missing("keluarannya tidak dihitung oleh tepat satu indikator bersatuan jumlah")
    }
    guard let spending = figures.spending.value else { return figures.spending }
    return Efficiency.costPerOutput(spending: spending, output: output.amount)
  }
}
