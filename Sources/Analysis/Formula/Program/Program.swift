/// A formula, or several, compiled to a flat list of steps over columns of doubles. NaN stands for missing.
///
/// It is evaluated in blocks of ``blockSize`` values that stay in the cache: no allocation, no look-up and no
/// branch on the formula per value. A program is a value and safe to share; each thread brings its own
/// ``Scratch``.
public struct Program: Sendable {
  /// How many values are computed at a time.
  public static let blockSize = 1_024

  /// What a reference of a formula stands for in a program.
  public enum Binding: Sendable {
    /// A column given at evaluation.
    case column(Int)
    /// A number that does not vary; NaN when missing.
    case number(Double)
    /// A text that does not vary.
    case text(String)
    /// Another formula.
    case expression(Expression)
    /// The members of a pattern.
    case several([Binding])
  }

  let instructions: [Instruction]
  let lists: [[ProgramBuilder.Member]]
  let outputs: [Operand]
  let constants: [Double]
  let scales: [ScaleTable]
  /// Texts by the numbers that stand for them in results of text formulas.
  public let texts: [String]
  /// How many columns are expected.
  public let columnCount: Int
  let registerCount: Int

  init(
    instructions: [Instruction], lists: [[ProgramBuilder.Member]], outputs: [Operand], constants: [Double],
    scales: [ScaleTable], texts: [String], columnCount: Int, registerCount: Int
  ) {
    self.instructions = instructions
    self.lists = lists
    self.outputs = outputs
    self.constants = constants
    self.scales = scales
    self.texts = texts
    self.columnCount = columnCount
    self.registerCount = registerCount
  }

  /// Compiles formulas; each becomes one output.
  ///
  /// - Parameters:
  ///   - expressions: The formulas.
  ///   - columnCount: How many columns there will be.
  ///   - resolve: What each reference stands for; bindings to expressions must not lead back to themselves.
  /// - Throws: What `resolve` throws.
  public init(
    _ expressions: [Expression], columnCount: Int, resolve: @escaping (Reference) throws(Problem) -> Binding
  ) throws(Problem) {
    let binder = BindingResolver(resolve: resolve)
    var builder = ProgramBuilder()
    var outputs: [Operand] = []
    for expression in expressions { outputs.append(try binder.compiler.compile(expression, &builder)) }
    self = builder.program(outputs: outputs, columnCount: columnCount)
  }

  /// How many formulas were compiled.
  public var outputCount: Int { outputs.count }

  /// How many steps one value takes.
  public var stepCount: Int { instructions.count }
}

/// Compiles through bindings.
private struct BindingResolver {
  let resolve: (Reference) throws(Problem) -> Program.Binding

  var compiler: ExpressionCompiler {
    ExpressionCompiler { (reference: Reference, builder: inout ProgramBuilder) throws(Problem) -> [Operand] in
      try operands(of: try resolve(reference), &builder)
    }
  }

  private func operands(
    of binding: Program.Binding, _ builder: inout ProgramBuilder
  ) throws(Problem) -> [Operand] {
    switch binding {
    case .column(let index): return [Operand(.column, index)]
    case .number(let value): return [builder.constant(value)]
    case .text(let text): return [builder.constant(builder.number(of: text))]
    case .expression(let expression): return [try compiler.compile(expression, &builder)]
    case .several(let bindings):
      var result: [Operand] = []
      for binding in bindings { result += try operands(of: binding, &builder) }
      return result
    }
  }
}
