import Analysis

/// The columns of a worksheet on paper and in a workbook, in the order of the reports.
enum WorksheetColumn: Int, CaseIterable {
  case number, indicator, previousTarget, previousActual, target, programmes, component, previousValue, gain,
    forecast
  case followUps, reasoning, code, computed, difference, method

  /// The heading in a year's worksheet.
  func title(_ year: Int) -> String {
    switch self {
    case .number: "No"
    case .indicator: "Indikator Kinerja"
    case .previousTarget: "Target \(year - 1)"
    case .previousActual: "Realisasi \(year - 1)"
    case .target: "Target \(year)"
    case .programmes: "Keterkaitan Program"
    case .component: "Komponen"
    case .previousValue: "Nilai \(year - 1)"
    case .gain: "Tambahan"
    case .forecast: "Perkiraan \(year)"
    case .followUps: "Tindak Lanjut"
    case .reasoning: "Analisis"
    case .code: "Kode"
    case .computed: "Dihitung"
    case .difference: "Selisih"
    case .method: "Metode"
    }
  }

  /// The columns that reports print.
  static let printed: [WorksheetColumn] = allCases.filter {
    $0.rawValue <= WorksheetColumn.reasoning.rawValue
  }
}
