import Analysis

/// `periksa ekspor`: the findings as a file for the people who must put them right.
struct AuditExportCommand: Command {
  static let declaration = Declaration(
    "periksa ekspor", aliases: ["audit export"], summary: "menulis temuan pemeriksaan ke berkas",
    details: [
      "Akhiran berkas menentukan bentuknya: \(AuditFile.endings.map { "." + $0 }.joined(separator: ", ")).",
      "Satu baris per temuan: nomor, jenis, tingkat, yang diperiksa, tercetak, dihitung, selisih, tempat, rumus, dan"
        + " sebab yang terbukti.",
    ],
    parameters: [Parameter("FILE", .path, .one, help: "berkas tujuan")],
    options: AuditRequest.options,
    examples: [.init("periksa ekspor temuan.xlsx", "semua temuan sebagai buku kerja")],
    group: .audit)

  private let arguments: Arguments
  private let file: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let file = arguments.value("FILE") else { throw Problem("berkas tujuan belum diberikan") }
    self.file = file
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let ending = try arguments.at(file) { () throws(Problem) in try AuditFile.ending(of: file.text) }
    let request = try AuditRequest(arguments, codes: [], in: session)
    let path = try session.surroundings.writablePath(file.text)
    let results = try request.run(session.surroundings)
    let answer = AuditAnswer(state: session.state, results: results, filter: request.filter)
    try AuditFile(answer: answer).write(to: path, as: ending)
    let count = results.reduce(0) { $0 + $1.report.findings.count { request.filter.shows($0) } }
    return Output(
      Document([.note("\(count) temuan ditulis ke \(code: file.text).", tone: .success)]),
      result: .object([.init("berkas", .string(file.text)), .init("temuan", .integer(count))]))
  }
}
