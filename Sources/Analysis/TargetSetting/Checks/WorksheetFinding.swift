/// The checks of a worksheet.
public enum WorksheetCheck: String, CaseIterable, Hashable, Sendable {
  case belowResult = "di bawah realisasi"
  case overReach = "di luar jangkauan"
  case beyondScale = "di luar skala"
  case midTermPath = "jalur renstra"
  case components = "komponen"
  case aggregation = "agregasi"
  case smart = "SMART"
  case predicateEdge = "tepi predikat"
  case budget = "anggaran per poin"
  case copy = "salinan versi"
  case instrument = "cara ukur"
  case provenance = "jejak alasan"
}

/// What a check found.
public struct WorksheetFinding: Hashable, Sendable {
  /// How a check came out.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case pass = "lulus"
    case warn = "peringatan"
    case fail = "gagal"
    /// The data do not allow the check.
    case unknown = "tidak dapat diperiksa"
  }

  /// The check.
  public let check: WorksheetCheck
  /// The key indicator; empty for the whole worksheet.
  public let code: String
  /// How it came out.
  public let outcome: Outcome
  /// One Indonesian phrase with the numbers.
  public let text: String
  /// The figure that was checked.
  public let figure: Double?
  /// What it was checked against.
  public let reference: Double?

  /// Makes a finding.
  public init(
    _ check: WorksheetCheck, _ code: String, _ outcome: Outcome, _ text: String, figure: Double? = nil,
    reference: Double? = nil
  ) {
    self.check = check
    self.code = code
    self.outcome = outcome
    self.text = text
    self.figure = figure
    self.reference = reference
  }
}
