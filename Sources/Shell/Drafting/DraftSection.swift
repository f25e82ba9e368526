import Analysis

/// A section of the report that can be drafted by itself or as part of the whole chapter.
struct DraftSection: Sendable {
  /// The word after `naskah`.
  let name: String
  /// The title when it stands by itself.
  let title: String
  /// One line for the help.
  let summary: String
  /// Writes the section.
  let write: @Sendable (inout DraftWriter) throws(Problem) -> Void

  /// Every section, in the order of the help.
  static let all: [DraftSection] = [
    DraftSection(
      name: "capaian", title: "Capaian Kinerja",
      summary: "target dan realisasi, tahun sebelumnya, renstra, tingkat atas",
      write: { writer throws(Problem) in try AchievementSection.write(&writer) }),
    DraftSection(
      name: "tren", title: "Tren Kinerja", summary: "arah setiap indikator utama dan kepastiannya",
      write: { writer throws(Problem) in try TrendSection.write(&writer) }),
    DraftSection(
      name: "efisiensi", title: "Efisiensi Penggunaan Sumber Daya", summary: "anggaran, SDM, dan sarana",
      write: { writer throws(Problem) in try EfficiencySection.write(&writer) }),
    DraftSection(
      name: "kktp", title: "Kertas Kerja Penetapan Target", summary: "target tahun berikutnya dan alasannya",
      write: { writer throws(Problem) in try WorksheetSection.write(&writer) }),
    DraftSection(
      name: "strategi", title: "Strategi Pencapaian Target",
      summary: "posisi, daya ungkit, kebutuhan, dan peluang",
      write: { writer throws(Problem) in try StrategySection.write(&writer) }),
    DraftSection(
      name: "lengkap", title: "Akuntabilitas Kinerja", summary: "seluruh bab III",
      write: { writer throws(Problem) in try ChapterSection.write(&writer) }),
  ]

  /// The section with a name.
  static func named(_ name: String) -> DraftSection? { all.first { $0.name == name.lowercased() } }
}
