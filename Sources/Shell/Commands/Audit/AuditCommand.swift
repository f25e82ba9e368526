import Analysis

/// `periksa`: recomputes what the report prints and shows what does not follow.
struct AuditCommand: Command {
  static let declaration = Declaration(
    "periksa", aliases: ["audit"], summary: "menghitung ulang angka laporan dan menunjukkan yang tidak cocok",
    details: [
      "Memeriksa klaim, rumus, jumlah anggaran, konflik, skala, batas, target, dan kertas kerja. Tingkat temuan: "
        + AuditSeverity.allCases.map { "\($0.rawValue) (\($0.help))" }.joined(separator: "; ") + ".",
      "Setiap temuan bernomor tetap: huruf tabel dan baris berkasnya, misalnya K465 untuk klaim.csv baris 465;"
        + " jelaskan temuan K465 menampilkan hitungan lengkapnya.",
      "Asumsi yang sedang dipakai tidak ikut: yang diperiksa adalah laporan apa adanya.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "hanya indikator atau simpul ini")],
    options: AuditRequest.options + [
      Option("ketat", alias: "strict", .flag, help: "status keluar 1 bila ada yang salah"),
      Option("rinci", alias: "details", .flag, help: "menampilkan semua temuan dan yang tak terverifikasi"),
    ],
    examples: [
      .init("periksa", "seluruh dataset yang sedang ditanyakan"),
      .init("periksa AKIP IKPP tahun=2025", "dua indikator dalam satu tahun"),
      .init("periksa jenis=anggaran rinci=ya", "jumlah anggaran berjenjang saja"),
      .init("periksa ketat=ya", "untuk menjaga laporan: gagal bila ada yang salah"),
    ],
    group: .audit)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let request = try AuditRequest(arguments, codes: arguments.values("KODE"), in: session)
    let results = try request.run(session.surroundings)
    let answer = AuditAnswer(state: session.state, results: results, filter: request.filter)
    var output = answer.output(isDetailed: arguments.flag("rinci"))
    if arguments.flag("ketat"), results.contains(where: { $0.report.count(.wrong) > 0 }) {
      output.status = ExitStatus.failure
    }
    return output
  }
}
