/// An uncertain figure as typed: `IKM~normal(98,3; 1,2)`.
public struct UncertainFigure: Hashable, Sendable {
  /// Which figure.
  public var figure: FigureKey
  /// Its name, from which its random numbers come: `IKM`, `pagu(P01)`.
  public var name: String
  /// What is believed about it.
  public var distribution: Distribution
  /// The distribution as it is written: `normal(98,3; 1,2)`.
  public var text: String

  /// Makes an uncertain figure.
  public init(figure: FigureKey, name: String, distribution: Distribution, text: String) {
    self.figure = figure
    self.name = name
    self.distribution = distribution
    self.text = text
  }
}

/// The families of distributions by the names under which they are typed.
enum DistributionFamily: String, CaseIterable {
  case constant = "tetap"
  case uniform = "seragam"
  case triangular = "segitiga"
  case pert
  case normal
  case beta
  case historical = "historis"

  var alias: String {
    switch self {
    case .constant: "constant"
    case .uniform: "uniform"
    case .triangular: "triangular"
    case .pert: "pert"
    case .normal: "normal"
    case .beta: "beta"
    case .historical: "history"
    }
  }

  var usage: String {
    switch self {
    case .constant: "tetap(nilai)"
    case .uniform: "seragam(terendah; tertinggi)"
    case .triangular: "segitiga(terendah; paling mungkin; tertinggi)"
    case .pert: "pert(terendah; paling mungkin; tertinggi)"
    case .normal:
      "normal(rata-rata; simpangan baku) atau normal(rata-rata; simpangan baku; terendah; tertinggi)"
    case .beta: "beta(a; b; terendah; tertinggi)"
    case .historical: "historis atau historis(KODE)"
    }
  }

  var counts: [Int] {
    switch self {
    case .constant: [1]
    case .uniform: [2]
    case .triangular, .pert: [3]
    case .normal: [2, 4]
    case .beta: [4]
    case .historical: [0, 1]
    }
  }

  static func named(_ name: String) -> DistributionFamily? {
    allCases.first { $0.rawValue == name.lowercased() || $0.alias == name.lowercased() }
  }

  func distribution(_ v: [Double]) -> Distribution {
    switch self {
    case .constant: .constant(v[0])
    case .uniform: .uniform(lower: v[0], upper: v[1])
    case .triangular: .triangular(lower: v[0], mode: v[1], upper: v[2])
    case .pert: .pert(lower: v[0], mode: v[1], upper: v[2])
    case .normal:
      v.count == 2
        ? .normal(mean: v[0], deviation: v[1])
        : .truncatedNormal(mean: v[0], deviation: v[1], lower: v[2], upper: v[3])
    case .beta: .beta(alpha: v[0], beta: v[1], lower: v[2], upper: v[3])
    case .historical: .historical(base: .nan, changes: [])
    }
  }
}
