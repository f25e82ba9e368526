import Analysis

/// `sumberdaya`: achievement against the availability of staff and facilities.
struct ResourcesCommand: Command {
  static let declaration = Declaration(
    "sumberdaya", aliases: ["resources"], summary: "capaian dibandingkan ketersediaan SDM dan sarana",
    details: [
      "Ketersediaan = tersedia ÷ dibutuhkan × 100; efisiensi = capaian − ketersediaan. Total menurut aturan laporan"
        + " ditimbang menurut kebutuhan, dan pegawai yang dipakai bersama dihitung sekali; di sampingnya rata-rata"
        + " sederhana. Sasaran dan program tidak dijumlahkan satu dengan lainnya.",
      "Sarana tanpa kode dipakai bersama oleh semua sasaran; rincian=ya menampilkan setiap jenisnya.",
    ],
    options: [
      Option(
        "jenis", alias: "kind", .choice(["sdm", "sarana"]), help: "sdm atau sarana; tanpa ini keduanya"),
      .unit, .year, Option("rincian", alias: "detail", .flag, help: "tampilkan setiap jenis sarana"),
    ],
    examples: [
      .init("sumberdaya", "SDM dan sarana terhadap capaian"),
      .init("sumberdaya jenis=sarana rincian=ya", "setiap jenis sarana"),
    ],
    group: .efficiency)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    try ResourcesAnswer.output(
      arguments, state: session.state, kind: arguments.option("jenis")?.text,
      listsItems: arguments.flag("rincian"))
  }
}
