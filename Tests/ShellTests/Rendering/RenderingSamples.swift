import Analysis

/// Documents that the rendering tests share.
enum RenderingSamples {
  static let origin = Origin.row(
    SourceRow(dataset: "plandaan", table: "kinerja", fileLine: 12, source: "Tabel 3.1", sourceLine: "4"))

  /// Achievements with a missing value, wrapping names, a group, a total and footnotes.
  static let achievement: Table = {
    var table = Table(
      caption: "Capaian indikator kinerja utama Kecamatan Plandaan tahun 2025",
      columns: [
        .init("Kode"), .init("Indikator", shrinkPriority: 1), .number("Target"), .number("Realisasi"),
        .number("Capaian"), .init("Predikat"),
      ],
      footnotes: [
        "Capaian dibatasi paling tinggi \(Figure(120, .plain))% menurut aturan \(code: "permenpan-53-2014")."
      ])
    table.append(["Sasaran 1: meningkatnya kualitas pelayanan publik kecamatan"], role: .group)
    table.append([
      "IKM", "Indeks Kepuasan Masyarakat", .number(88, origin: origin), .number(89.125, origin: origin),
      .number(101.278, .percent), "Sangat Baik",
    ])
    table.append([
      "IPP", "Indeks Pelayanan Publik", .number(4.1), .number(4.055), .number(98.9024, .percent),
      "Sangat Baik",
    ])
    table.append([
      "AKIP", "Nilai Akuntabilitas Kinerja Instansi Pemerintah Kecamatan", .number(80.5),
      .number(nil, reason: "belum ada realisasi tahun 2025"),
      .number(nil, .percent, reason: "belum ada realisasi tahun 2025"), .empty,
    ])
    table.append(["Sasaran 2: tata kelola"], role: .group)
    table.append([
      "RB", "Indeks Reformasi Birokrasi", .number(nil, reason: "target tidak dicantumkan di Renstra"),
      .number(1234.5), .number(nil, .percent, reason: "target tidak dicantumkan di Renstra"), .empty,
    ])
    table.append(["", "Rata-rata", .empty, .empty, .number(100.09, .percent), "Sangat Baik"], role: .total)
    return table
  }()

  /// A cascade of programmes with money.
  static let tree: Table = {
    var table = Table(
      caption: "Anggaran per program",
      columns: [
        .init("Program / kegiatan", shrinkPriority: 1), .number("Pagu (Rp)"), .number("Realisasi (Rp)"),
        .number("Serapan"),
      ])
    func row(_ name: String, _ depth: Int, _ ceiling: Double, _ spent: Double) {
      table.append(
        [
          .text(name), .number(ceiling, .rupiah), .number(spent, .rupiah),
          .number(spent / ceiling * 100, .percent),
        ],
        depth: depth)
    }
    row("Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", 0, 2_366_719_674, 2_301_118_240)
    row("Administrasi Keuangan Perangkat Daerah", 1, 1_800_000_000, 1_790_250_500)
    row("Penyediaan Gaji dan Tunjangan ASN", 2, 1_750_000_000, 1_741_000_000)
    row("Koordinasi dan Penyusunan Laporan Keuangan Bulanan/Triwulanan/Semesteran", 2, 50_000_000, 49_250_500)
    row("Administrasi Umum", 1, 566_719_674, 510_867_740)
    row("Penyediaan Bahan Logistik Kantor", 2, 566_719_674, 510_867_740)
    row("Program Pemberdayaan Masyarakat Desa dan Kelurahan", 0, 150_000_000, 75_000_000)
    row("Kegiatan Fasilitasi", 1, 150_000_000, 75_000_000)
    table.append(
      ["Jumlah", .number(2_516_719_674, .rupiah), .number(2_376_118_240, .rupiah), .number(94.41, .percent)],
      role: .total)
    return table
  }()

  /// Yearly values with short texts only: fits anywhere.
  static let small: Table = {
    var table = Table(columns: [.init("Tahun"), .number("Nilai"), .number("Selisih"), .init("幅", .center)])
    table.append(["2021", .number(70.09), .empty, "漢字"])
    table.append(["2022", .number(9.0015, .plain), .number(-61.0885, .difference), "é"])
    table.append(["2023", .number(1_234_567.5), .number(6.07, .difference), "👍🏽"])
    return table
  }()

  /// Everything a document can hold, charts excepted.
  static let report = Document([
    .heading("Capaian kinerja 2025", level: 1),
    .paragraph(
      """
      Capaian \(strong: "AKIP") tahun 2025 sebesar \(Figure(105.2857, .percent, origin: origin)) melampaui target \
      \(Figure(80.5)); nilai \(code: "IPP") \(Figure(nil, .score, reason: "belum dinilai")). Ketik \
      \(code: "jelaskan AKIP") untuk asal setiap angka, karena semua angka dihitung dari baris data yang disebut.
      """),
    .list([
      "Butir pertama yang pendek",
      "Butir kedua yang cukup panjang sehingga harus dilipat menjadi beberapa baris teks",
    ]),
    .heading("Tabel", level: 2),
    .table(achievement),
    .note("Tiga titik terlalu sedikit untuk menyatakan arah; hasil uji hanya memberi petunjuk kasar saja."),
    .note("Dua sumber berbeda untuk IKM 2024.", tone: .warning),
    .note("Realisasi tidak terbaca.", tone: .error),
    .note("Semua angka cocok.", tone: .success),
    .heading("Tempat isian", level: 3),
    .verbatim("hitung IKM /\n           ^"),
    .placeholder("tulis penyebab keberhasilan"),
    .table(tree),
    .table(small),
  ])

  /// Text that would do harm if it were written as it is.
  static let attacks = [
    "\u{1B}]0;judul\u{07}", "\u{1B}[2Jlayar", "<script>alert(1)</script>", "a|b|c",
    "=HYPERLINK(\"http://x\")",
    "+1+1", "-2+3", "@SUM(A1)", "\u{202E}terbalik", "```\n# judul", "[x](javascript:alert(1))", "\u{9B}31m",
    "\"><img src=x onerror=alert(1)>", "baris\r\nbaru\tTab", " =1+1", "*tebal* _miring_ `kode`", "&lt;b&gt;",
  ]

  /// The attack strings in every kind of block.
  static let attackDocument: Document = {
    var document = Document()
    for attack in attacks {
      document.append(.heading(Prose(attack), level: 2))
      document.append(.paragraph("x \(attack) \(strong: attack) \(code: attack)"))
      document.append(.list([Prose(attack)]))
      document.append(.note(Prose(attack), tone: .warning))
      document.append(.verbatim(attack))
      document.append(.placeholder(attack))
    }
    var table = Table(
      caption: attacks[0], columns: [.init(attacks[3]), .init(attacks[2]), .number("n")],
      footnotes: [Prose(attacks[1])])
    for attack in attacks {
      table.append([.text(attack), .text(attack + " ekor"), .number(-1.5, reason: "")])
      table.append([.text(attack), .empty, .number(nil, reason: attack)])
    }
    document.append(.table(table))
    return document
  }()
}
