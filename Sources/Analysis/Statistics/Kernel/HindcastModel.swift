/// A way of forecasting one observation ahead that the hindcast measures.
public enum HindcastModel: Int, CaseIterable, Hashable, Sendable {
  case naive, drift, ols, theilSen, theilSenJoint, mean, holt, damped

  /// The measure that holds its mean absolute error.
  public var measure: TrendMeasure {
    switch self {
    case .naive: .hindcastNaive
    case .drift: .hindcastDrift
    case .ols: .hindcastOLS
    case .theilSen: .hindcastTheilSen
    case .theilSenJoint: .hindcastTheilSenJoint
    case .mean: .hindcastMean
    case .holt: .hindcastHolt
    case .damped: .hindcastDamped
    }
  }
}
