import Analysis

/// Reads `korelasi=A:B:0,3;A:C:0,2`.
struct CorrelationOption {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// The matrix over the inputs; `nil` when none is given.
  ///
  /// - Throws: A usage problem at the pair that is wrong, or at the option when the correlations contradict each other,
  ///   with the nearest ones that do not.
  func matrix(_ inputs: [String]) throws(Problem) -> CorrelationMatrix? {
    guard let value = arguments.option("korelasi") else { return nil }
    var pairs: [(first: String, second: String, correlation: Double)] = []
    for piece in value.pieces(separatedBy: ";") where !piece.raw.isEmpty {
      pairs.append(try pair(piece, inputs))
    }
    return try arguments.at(value) { () throws(Problem) in
      let matrix = try CorrelationMatrix(pairs: pairs)
      guard matrix.choleskyFactor() == nil else { return matrix }
      throw Problem(
        "korelasi yang diberikan saling bertentangan (matriksnya tidak definit positif)",
        expected: "korelasi yang dapat terjadi bersama-sama", suggestions: [Self.text(matrix.nearest())])
    }
  }

  private func pair(
    _ piece: Arguments.Value, _ inputs: [String]
  ) throws(Problem) -> (first: String, second: String, correlation: Double) {
    let parts = piece.pieces(separatedBy: ":")
    guard parts.count == 3 else {
      throw arguments.locate(
        Problem("“\(piece.raw)” bukan korelasi", expected: "KODE:KODE:nilai, misalnya IKM:IPP.F02:0,3"),
        at: piece)
    }
    let number = try arguments.at(parts[2]) { () throws(Problem) in try NumberReader.number(parts[2].raw) }
    guard let number, abs(number) < 1 else {
      throw arguments.locate(
        Problem("korelasi “\(parts[2].raw)” tidak dapat dipakai", expected: "bilangan antara −1 dan 1"),
        at: parts[2])
    }
    return (try name(parts[0], inputs), try name(parts[1], inputs), number)
  }

  private func name(_ part: Arguments.Value, _ inputs: [String]) throws(Problem) -> String {
    let folded = part.raw.lowercased()
    if let exact = inputs.first(where: { $0.lowercased() == folded }) { return exact }
    throw arguments.locate(
      Problem(
        "“\(part.raw)” bukan masukan yang tidak pasti",
        expected: "salah satu dari \(inputs.joined(separator: ", "))",
        suggestions: Suggestion.nearest(to: part.raw, among: inputs)), at: part)
  }

  private static func text(_ matrix: CorrelationMatrix) -> String {
    let pairs = (0..<matrix.size).flatMap { row in
      (0..<row).map { column in
        let value = NumberStyle(decimals: 1...3).text(matrix[row, column]).map { $0 == "−" ? "-" : $0 }
        return "\(matrix.names[column]):\(matrix.names[row]):\(String(value))"
      }
    }
    return "korelasi=" + pairs.joined(separator: ";")
  }
}
