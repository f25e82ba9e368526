extension Distribution {
  /// How a distribution is written in a command.
  public struct Form: Hashable, Sendable {
    /// The name, such as `segitiga`.
    public let name: String
    /// The arguments as help shows them, such as `a; m; b`.
    public let arguments: String
    /// What it means, in Indonesian.
    public let summary: String
  }

  /// Every form that ``init(name:arguments:)`` takes, and `historis`, whose numbers come from the data.
  public static let forms = [
    Form(name: "tetap", arguments: "v", summary: "selalu v"),
    Form(name: "seragam", arguments: "a; b", summary: "setiap nilai antara a dan b sama mungkinnya"),
    Form(name: "segitiga", arguments: "a; m; b", summary: "paling mungkin m, antara a dan b"),
    Form(name: "pert", arguments: "a; m; b", summary: "seperti segitiga, lebih memusat pada m"),
    Form(name: "normal", arguments: "mu; sd", summary: "normal tanpa batas"),
    Form(
      name: "normal", arguments: "mu; sd; lo; hi",
      summary: "normal yang dipotong pada lo dan hi; mu dan sd sebelum dipotong"),
    Form(name: "beta", arguments: "a; b; lo; hi", summary: "beta pada rentang lo sampai hi"),
    Form(name: "historis", arguments: "X", summary: "perubahan tahunan X sendiri, diambil acak"),
  ]

  /// Reads a distribution from its Indonesian name and numbers, and checks it.
  ///
  /// - Throws: A problem when the name is unknown, the count of numbers is wrong, or they make no sense.
  public init(name: String, arguments: [Double]) throws(Problem) {
    switch (name.lowercased(), arguments.count) {
    case ("tetap", 1): self = .constant(arguments[0])
    case ("seragam", 2): self = .uniform(lower: arguments[0], upper: arguments[1])
    case ("segitiga", 3): self = .triangular(lower: arguments[0], mode: arguments[1], upper: arguments[2])
    case ("pert", 3): self = .pert(lower: arguments[0], mode: arguments[1], upper: arguments[2])
    case ("normal", 2): self = .normal(mean: arguments[0], deviation: arguments[1])
    case ("normal", 4):
      self = .truncatedNormal(
        mean: arguments[0], deviation: arguments[1], lower: arguments[2], upper: arguments[3])
    case ("beta", 4):
      self = .beta(alpha: arguments[0], beta: arguments[1], lower: arguments[2], upper: arguments[3])
    default: throw Self.unknownForm(name: name, count: arguments.count)
    }
    try validate()
  }

  private static func unknownForm(name: String, count: Int) -> Problem {
    let written = { (form: Form) in "\(form.name)(\(form.arguments))" }
    let same = forms.filter { $0.name == name.lowercased() }
    guard same.isEmpty else {
      return Problem(
        "sebaran \(name) tidak menerima \(count) angka",
        expected: same.map(written).joined(separator: " atau "))
    }
    return Problem(
      "sebaran \"\(name)\" tidak dikenal", expected: forms.map(written).joined(separator: ", "),
      suggestions: Suggestion.nearest(to: name, among: forms.map(\.name)))
  }
}
