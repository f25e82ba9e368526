/// A function of the formula language.
public enum Function: String, CaseIterable, Hashable, Sendable {
  case sum = "jumlah"
  case mean = "rata"
  case minimum = "min"
  case maximum = "maks"
  case median
  case count = "cacah"
  case round = "bulat"
  case absolute = "abs"
  case clamp = "batas"
  case condition = "jika"
  case exists = "ada"
  case weighted = "tertimbang"

  /// What the parser, the checker, the help and completion need to know of a function.
  public struct Signature: Sendable {
    /// The function described.
    public let function: Function
    /// The English alias.
    public let alias: String
    /// The arguments as help shows them.
    public let arguments: String
    /// The least number of arguments.
    public let least: Int
    /// The greatest number of arguments; `nil` when there is no limit.
    public let most: Int?
    /// Whether a pattern such as `IKM.*` may be an argument; its missing values are then skipped.
    public let takesPatterns: Bool
    /// One line of help in Indonesian.
    public let help: String

    /// The name with its arguments: `batas(x; bawah; atas)`.
    public var usage: String { "\(function.rawValue)(\(arguments))" }
  }

  /// Every function, in the order help shows them.
  public static let signatures: [Signature] = [
    Signature(
      function: .sum, alias: "sum", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "jumlah semua nilai"),
    Signature(
      function: .mean, alias: "mean", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "rata-rata semua nilai"),
    Signature(
      function: .minimum, alias: "min", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "nilai terkecil"),
    Signature(
      function: .maximum, alias: "max", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "nilai terbesar"),
    Signature(
      function: .median, alias: "median", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "nilai tengah"),
    Signature(
      function: .count, alias: "count", arguments: "x; y; …", least: 1, most: nil, takesPatterns: true,
      help: "banyaknya nilai"),
    Signature(
      function: .round, alias: "round", arguments: "x; desimal", least: 1, most: 2, takesPatterns: false,
      help: "membulatkan, setengah menjauhi nol; tanpa desimal berarti bilangan bulat"),
    Signature(
      function: .absolute, alias: "abs", arguments: "x", least: 1, most: 1, takesPatterns: false,
      help: "nilai tanpa tanda"),
    Signature(
      function: .clamp, alias: "clamp", arguments: "x; bawah; atas", least: 3, most: 3, takesPatterns: false,
      help: "membatasi nilai antara bawah dan atas"),
    Signature(
      function: .condition, alias: "if", arguments: "syarat; a; b", least: 3, most: 3, takesPatterns: false,
      help: "a bila syarat benar, selain itu b"),
    Signature(
      function: .exists, alias: "exists", arguments: "x", least: 1, most: 1, takesPatterns: true,
      help: "1 bila x ada datanya, 0 bila tidak"),
    Signature(
      function: .weighted, alias: "weighted", arguments: "nilai; bobot; …", least: 2, most: nil,
      takesPatterns: false, help: "rata-rata tertimbang dari pasangan nilai dan bobot"),
  ]

  /// The function's signature.
  public var signature: Signature { Self.bySelf[self] ?? Self.signatures[0] }

  /// Whether the function gathers many values into one and skips missing ones of a pattern.
  public var isAggregate: Bool { signature.takesPatterns && self != .exists }

  /// Finds a function by its Indonesian name or English alias, without regard to case.
  public static func named(_ name: String) -> Function? { byName[name.lowercased()] }

  /// Names and aliases of all functions and quantities, for suggestions and completion.
  public static let allNames: [String] = {
    let functions = signatures.flatMap { [$0.function.rawValue, $0.alias] }
    let quantities = Quantity.allCases.flatMap { [$0.name, $0.alias] }
    return Array(Set(functions + quantities)).sorted()
  }()

  private static let bySelf = Dictionary(uniqueKeysWithValues: signatures.map { ($0.function, $0) })
  private static let byName: [String: Function] = Dictionary(
    signatures.flatMap { [($0.function.rawValue, $0.function), ($0.alias, $0.function)] } + [
      ("max", .maximum)
    ],
    uniquingKeysWith: { first, _ in first })
}
