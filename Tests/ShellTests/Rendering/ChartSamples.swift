import Analysis

/// Charts of every kind that the rendering tests share.
enum ChartSamples {
  /// The charts by name.
  static let all: [(name: String, chart: Chart)] = [
    ("line", line), ("lines", lines), ("gaps", gaps), ("bar", bar), ("bars", bars), ("bullet", bullet),
    ("bullet-relative", relativeBullet), ("tornado", tornado), ("histogram", histogram), ("scatter", scatter),
    ("waterfall", waterfall), ("single", single), ("negative", negative), ("rupiah", rupiah),
  ]

  static func points(_ values: [Double?], from year: Int = 2021) -> [Chart.Point] {
    values.enumerated().map { Chart.Point(x: Double(year + $0.offset), y: $0.element) }
  }

  static func items(_ values: [Double?]) -> [Chart.Point] {
    values.enumerated().map { Chart.Point(x: Double($0.offset), y: $0.element) }
  }

  static let line = Chart(
    title: "Tren AKIP Kecamatan Plandaan 2021–2025 dengan proyeksi 2026",
    summary: "AKIP naik dari 70,09 pada 2021 menjadi 81,40 pada 2025; proyeksi 2026 sebesar 84,11.",
    kind: .line,
    series: [
      .init("AKIP", points([70.09, 72.5, 75.3, 80.66, 81.4])),
      .init("proyeksi", [.init(x: 2026, y: 84.105, low: 77.856, high: 90.354)], role: .projected),
    ], unit: "skor", reference: 82, referenceLabel: "target", style: .score)

  static let lines = Chart(
    title: "Indeks tiga kecamatan", summary: "Tiga deret.", kind: .line,
    series: [
      .init("Kecamatan Plandaan", points([70.09, 72.5, 75.3, 80.66, 81.4])),
      .init("Kecamatan Ngoro", points([75, 74.2, 74.9, 78, 80.9])),
      .init("Kabupaten Jombang", points([65, 69, 71.3, 73, 79.5])),
      .init("Renstra", points([71, 73, 75, 77, 79]), role: .target),
    ], unit: "skor", style: .score)

  static let gaps = Chart(
    title: "Deret dengan nilai hilang dan patahan", kind: .line,
    series: [.init("IKM", points([88, nil, 86.5, 82.1, 84.2, 84.9]))], breaks: [2023], style: .score)

  static let bar = Chart(
    title: "Capaian per indikator tahun 2025", summary: "Lima indikator.", kind: .bar,
    categories: ["AKIP", "IKM", "Indeks Reformasi Birokrasi Perangkat Daerah", "IPP", "IKKK"],
    series: [.init("capaian", items([101.28, 99.88, 104.9, 98.9, 92.81]))], unit: "%", reference: 100,
    referenceLabel: "target tercapai", style: .score)

  static let bars = Chart(
    title: "Target dan realisasi, dua tahun", kind: .bar, categories: ["AKIP", "IKM", "RB"],
    series: [
      .init("2024", items([80.66, 88.2, 71.5]), role: .baseline), .init("2025", items([81.4, 89.13, 74.2])),
      .init("2026", items([84.1, 89.9, 76]), role: .projected),
      .init("target", items([82, 88, 75]), role: .target),
    ], style: .score)

  static let bullet = Chart(
    title: "Realisasi terhadap target 2025", kind: .bullet, categories: ["AKIP", "IKM", "RB"],
    series: [
      .init("realisasi", items([81.4, 89.13, 74.2])), .init("target", items([82, 88, 75]), role: .target),
    ],
    style: .score)

  static let relativeBullet = Chart(
    title: "Realisasi terhadap target 2025, satuan berbeda", kind: .bullet,
    categories: ["AKIP", "IPP", "IKPP"],
    series: [
      .init("realisasi", items([81.4, 4.055, 9.0015])),
      .init("target", items([82, 4.1, 8.5]), role: .target),
    ],
    style: .plain)

  static let tornado = Chart(
    title: "Kepekaan IKPP 2026", kind: .tornado, categories: ["IKM", "F02 aspek 3", "F03", "F02 aspek 1"],
    series: [
      .init(
        "IKPP",
        [
          .init(x: 0, y: 9, low: 8.4, high: 9.6), .init(x: 1, y: 9, low: 8.7, high: 9.2),
          .init(x: 2, y: 9, low: 8.85, high: 9.15), .init(x: 3, y: 9, low: 8.98, high: 9.02),
        ])
    ], unit: "skor 0–10", reference: 9.0015, referenceLabel: "dasar", style: .score)

  static let histogram = Chart(
    title: "Sebaran IKPP dari 10.000 percobaan", summary: "Peluang mencapai target 39 %.", kind: .histogram,
    series: [
      .init(
        "percobaan",
        [12, 40, 110, 280, 560, 900, 1310, 1600, 1650, 1380, 960, 610, 330, 160, 70, 28].enumerated().map {
          Chart.Point(x: 8.2 + 0.1 * Double($0.offset), y: $0.element)
        })
    ], unit: "banyak percobaan", reference: 9.12, referenceLabel: "target", style: .score)

  static let scatter = Chart(
    title: "Capaian dan serapan", kind: .scatter(diagonal: true),
    series: [
      .init("Plandaan", [.init(x: 97.2, y: 101.3), .init(x: 90.1, y: 98.9), .init(x: 99.5, y: 104.9)]),
      .init("Ngoro", [.init(x: 93.3, y: 91), .init(x: 88, y: 102.5)]),
    ], unit: "capaian, %", style: .score)

  static let waterfall = Chart(
    title: "Dari AKIP 2024 ke 2025", kind: .waterfall,
    categories: ["AKIP 2024", "Perencanaan", "Pengukuran", "Pelaporan", "Evaluasi", "AKIP 2025"],
    series: [.init("skor", items([78.4, 1.9, 2.15, -0.75, -0.3, 81.4]))], style: .score)

  static let single = Chart(
    title: "Satu titik saja", kind: .line, series: [.init("RB", points([74.2], from: 2025))], style: .score)

  static let negative = Chart(
    title: "Selisih capaian dan serapan", kind: .bar, categories: ["Program A", "Program B", "Program C"],
    series: [.init("efisiensi", items([4.5, -12.25, 0]))], unit: "poin persen", style: .difference)

  static let rupiah = Chart(
    title: "Pagu dan realisasi anggaran", kind: .line,
    series: [
      .init("Pagu", points([1_950_000_000, 2_050_000_000, 2_210_500_000, 2_300_000_000, 2_366_719_674])),
      .init(
        "Realisasi", points([1_900_000_000, 1_970_000_000, 2_150_500_000, 2_290_000_000, 2_301_118_240])),
    ], unit: "rupiah", style: .rupiah)
}
