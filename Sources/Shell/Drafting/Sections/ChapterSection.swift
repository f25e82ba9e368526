import Analysis

/// The whole of chapter III, in the order of the regulation on performance reports.
enum ChapterSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    writer.heading("3.1 Capaian Kinerja Organisasi")
    writer.headingOffset = 1
    try AchievementSection.write(&writer)
    writer.heading("Analisis keberhasilan dan kegagalan")
    try AnalysisSection.write(&writer)
    writer.heading("Tren kinerja")
    writer.headingOffset = 2
    try TrendSection.write(&writer)
    writer.headingOffset = 0
    writer.heading("3.2 Realisasi Anggaran dan Efisiensi")
    writer.headingOffset = 1
    try EfficiencySection.write(&writer)
    writer.headingOffset = 0
    writer.heading("3.3 Target dan Strategi Tahun \(writer.context.year + 1)")
    writer.headingOffset = 1
    writer.heading("Penetapan target")
    try WorksheetSection.table(&writer)
    try StrategySection.write(&writer)
    writer.headingOffset = 0
    writer.heading("3.4 Rencana Perbaikan")
    try AnalysisSection.improvement(&writer)
  }
}
