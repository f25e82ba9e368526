/// What a simulation found.
public struct SimulationResult: Hashable, Sendable {
  /// The trials that were run.
  public let trials: Int
  /// The independently scrambled replicates among them, 1 for pseudo-random trials.
  public let replicates: Int
  /// The seed.
  public let seed: UInt64
  /// One summary for each output, in the order of the plan.
  public let outputs: [OutputSummary]
}

/// The distribution of one output over the trials.
///
/// Everything is about the trials that have a value; without any, numbers are not numbers and lists are empty.
public struct OutputSummary: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Trials with a value.
  public let count: Int
  /// Trials without a value.
  public let missing: Int
  /// The mean.
  public let mean: Double
  /// The standard error of the mean.
  public let meanError: Double
  /// The standard deviation with divisor n − 1; not a number when n is 1.
  public let deviation: Double
  /// The least value.
  public let minimum: Double
  /// The greatest value.
  public let maximum: Double
  /// The exact quantiles of the trials.
  public let quantiles: [Quantile]
  /// The probability of reaching the target, if one was given.
  public let target: Share?
  /// The probability of each class, in the order of the plan; they need not add up to one.
  public let classes: [ClassShare]
  /// The histogram.
  public let histogram: Histogram
  /// How much of the variance each input explains, in the order of the plan.
  public let contributions: [Contribution]

  /// The value below which a share of the trials lies.
  public struct Quantile: Hashable, Sendable {
    /// The share, such as 0.05.
    public let level: Double
    /// The value, interpolated between neighbouring trials (type 7 of Hyndman and Fan, as numpy does).
    public let value: Double
  }

  /// A probability estimated from trials.
  public struct Share: Hashable, Sendable {
    /// The trials for which it is so.
    public let count: Int
    /// The probability.
    public let probability: Double
    /// Its standard error.
    public let standardError: Double
    /// The interval that covers the true probability in 95 of 100 simulations: Wilson's, or Student's over replicates.
    public let interval: ClosedRange<Double>
  }

  /// The probability of a class.
  public struct ClassShare: Hashable, Sendable {
    /// The class's name.
    public let name: String
    /// Its probability.
    public let share: Share
  }

  /// How much of an output's variance an input explains.
  ///
  /// For independent inputs and a linear model both numbers are the input's share of the variance and add up to one.
  /// Where they differ, a cap, a category or another bend is at work; correlated inputs share what they explain.
  public struct Contribution: Hashable, Sendable {
    /// The input's name.
    public let name: String
    /// The squared correlation of input and output, over all trials.
    public let linear: Double
    /// The first-order Sobol index Var(E[Y|X]) ⁄ Var(Y): the correlation ratio over 128 classes of the input,
    /// corrected for chance, from the first 2¹⁸ trials at most.
    public let firstOrder: Double
  }
}

/// Counts of trials in bars of equal width.
public struct Histogram: Hashable, Sendable {
  /// The lower edge of the first bar.
  public let lower: Double
  /// The width of a bar.
  public let width: Double
  /// The trials in each bar, the lower edge included.
  public let counts: [Int]
  /// The trials below the first bar, at most some thousandths.
  public let below: Int
  /// The trials above the last bar, at most some thousandths.
  public let above: Int
}
