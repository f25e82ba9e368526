/// A chart as data; renderers draw it as text or as SVG.
public struct Chart: Hashable, Sendable {
  /// A point of a series; `y` is `nil` where the value is missing, so that lines break there.
  public struct Point: Hashable, Sendable {
    /// Position on the horizontal axis (a year) or index of the category.
    public var x: Double
    /// The value.
    public var y: Double?
    /// Lower end of a band or whisker, if any.
    public var low: Double?
    /// Upper end of a band or whisker, if any.
    public var high: Double?

    /// Makes a point.
    public init(x: Double, y: Double?, low: Double? = nil, high: Double? = nil) {
      self.x = x
      self.y = y
      self.low = low
      self.high = high
    }
  }

  /// A named series of points.
  public struct Series: Hashable, Sendable {
    /// What part a series plays in the picture.
    public enum Role: Hashable, Sendable {
      /// Measured values.
      case measured
      /// A projection, drawn dashed with its band.
      case projected
      /// A target, drawn as a line or a mark.
      case target
      /// A baseline to compare with.
      case baseline
    }

    /// The name in the legend.
    public var name: String
    /// The points in order.
    public var points: [Point]
    /// What part it plays.
    public var role: Role

    /// Makes a series.
    public init(_ name: String, _ points: [Point], role: Role = .measured) {
      self.name = name
      self.points = points
      self.role = role
    }
  }

  /// What kind of picture it is.
  public enum Kind: Hashable, Sendable {
    /// Lines over years.
    case line
    /// One bar per category; several series stand side by side.
    case bar
    /// One row per category: the first series is the actual value, the second the target.
    case bullet
    /// One row per input: `low` and `high` of the points around the baseline given in `reference`.
    case tornado
    /// Bars touching each other: `x` is the left edge of a bin, `low` unused, `y` its count or share.
    case histogram
    /// Points; with `diagonal` the line of equality is drawn.
    case scatter(diagonal: Bool)
    /// Steps from a start to an end, each category adding or taking.
    case waterfall
  }

  /// The title.
  public var title: String
  /// What is described, in one sentence, for readers who cannot see the picture.
  public var summary: String
  /// The kind of picture.
  public var kind: Kind
  /// Labels of the categories for kinds that have them, in the order of `x` = 0, 1, 2, …
  public var categories: [String]
  /// The series.
  public var series: [Series]
  /// The unit on the vertical axis.
  public var unit: String
  /// A value to mark across the picture: a target or a baseline.
  public var reference: Double?
  /// What the marked value is.
  public var referenceLabel: String
  /// Years after which a break is marked (series are not drawn through it).
  public var breaks: [Double]
  /// How numbers on the axes are written.
  public var style: NumberStyle

  /// Makes a chart.
  public init(
    title: String, summary: String = "", kind: Kind, categories: [String] = [], series: [Series],
    unit: String = "", reference: Double? = nil, referenceLabel: String = "", breaks: [Double] = [],
    style: NumberStyle = .plain
  ) {
    self.title = title
    self.summary = summary
    self.kind = kind
    self.categories = categories
    self.series = series
    self.unit = unit
    self.reference = reference
    self.referenceLabel = referenceLabel
    self.breaks = breaks
    self.style = style
  }
}
