/// What one input does to a result when it alone moves over its range (one at a time).
///
/// Moving one input at a time cannot show how inputs act together; caps, categories and minimum rules do that.
public struct TornadoBar: Hashable, Sendable {
  /// The input's name.
  public let name: String
  /// The ends of its range.
  public let range: ClosedRange<Double>
  /// The result when the input is at the low end; nothing when there is none.
  public let atLow: Double?
  /// The result when the input is at the high end.
  public let atHigh: Double?
  /// The results at equal steps over the range, both ends included.
  public let profile: [Point]
  /// Whether the result follows a straight line over the range.
  public let isLinear: Bool
  /// The parts of the range over which the result does not move although it moves elsewhere: a cap or a category.
  public let plateaus: [ClosedRange<Double>]

  /// A result at an input.
  public struct Point: Hashable, Sendable {
    /// The input.
    public let input: Double
    /// The result; nothing when there is none.
    public let value: Double?
  }

  /// How much the result changes from the low to the high end; nothing when either has none.
  public var swing: Double? {
    guard let atLow, let atHigh else { return nil }
    return atHigh - atLow
  }
}

/// One-at-a-time sensitivity of a result.
public enum Tornado {
  /// Moves each input over its range while the others keep their base values.
  ///
  /// - Parameters:
  ///   - names: The inputs.
  ///   - base: Their base values.
  ///   - ranges: Their ranges.
  ///   - steps: The equal steps of each profile, at least 2.
  ///   - function: The result for values of all inputs; nothing where there is none.
  /// - Returns: The bars, the greatest swing first, those without one last; ties keep the order given.
  /// - Throws: A problem when the lists differ in length or a number is not finite.
  /// - Complexity: O(inputs × steps) evaluations.
  public static func bars(
    names: [String], base: [Double], ranges: [ClosedRange<Double>], steps: Int = 20,
    function: ([Double]) -> Double?
  ) throws(Problem) -> [TornadoBar] {
    guard names.count == base.count, names.count == ranges.count else {
      throw Problem("jumlah masukan, nilai dasar, dan rentang tidak sama", kind: .system)
    }
    for (name, range) in zip(names, ranges) where !range.lowerBound.isFinite || !range.upperBound.isFinite {
      throw Problem("rentang \(name) tidak terhingga", expected: "nilai rendah dan nilai tinggi")
    }
    let bars = names.indices.map { place in
      bar(name: names[place], range: ranges[place], steps: max(steps, 2)) { input in
        var inputs = base
        inputs[place] = input
        guard let value = function(inputs), value.isFinite else { return nil }
        return value
      }
    }
    return bars.enumerated().sorted { left, right in
      let (a, b) = (left.element.swing.map(abs) ?? -1, right.element.swing.map(abs) ?? -1)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private static func bar(
    name: String, range: ClosedRange<Double>, steps: Int, function: (Double) -> Double?
  ) -> TornadoBar {
    let width = range.upperBound - range.lowerBound
    let inputs = (0...steps).map { step in
      step == steps ? range.upperBound : range.lowerBound + width * Double(step) / Double(steps)
    }
    let profile = inputs.map { TornadoBar.Point(input: $0, value: function($0)) }
    let values = profile.compactMap(\.value)
    let spread = (values.max() ?? 0) - (values.min() ?? 0)
    return TornadoBar(
      name: name, range: range, atLow: profile.first?.value ?? nil, atHigh: profile.last?.value ?? nil,
      profile: profile, isLinear: isLinear(profile, spread: spread),
      plateaus: plateaus(profile, spread: spread))
  }

  private static func isLinear(_ profile: [TornadoBar.Point], spread: Double) -> Bool {
    guard let low = profile.first, let high = profile.last, let start = low.value, let end = high.value else {
      return false
    }
    let width = high.input - low.input
    return profile.allSatisfy { point in
      guard let value = point.value else { return false }
      let share = width > 0 ? (point.input - low.input) / width : 0
      return abs(value - start - share * (end - start)) <= 1e-9 * spread
    }
  }

  private static func plateaus(_ profile: [TornadoBar.Point], spread: Double) -> [ClosedRange<Double>] {
    guard spread > 0 else { return [] }
    var plateaus: [ClosedRange<Double>] = []
    for (left, right) in zip(profile, profile.dropFirst()) where left.input < right.input {
      guard let before = left.value, let after = right.value, abs(after - before) <= 1e-12 * spread else {
        continue
      }
      if let last = plateaus.last, last.upperBound == left.input {
        plateaus[plateaus.count - 1] = last.lowerBound...right.input
      } else {
        plateaus.append(left.input...right.input)
      }
    }
    return plateaus
  }
}
