/// Gathers the instructions of a program, each result used by name, equal steps and constants only once.
struct ProgramBuilder {
  /// A value of a list, and whether it is left out when it is missing.
  struct Member: Hashable, Sendable {
    var operand: Operand
    var isSkipped: Bool
  }

  private(set) var instructions: [Instruction] = []
  private(set) var constants: [Double] = []
  private(set) var texts: [String] = []
  private(set) var scales: [ScaleTable] = []
  private(set) var lists: [[Member]] = []
  private var constantNumbers: [UInt64: Int] = [:]
  private var textNumbers: [String: Int] = [:]
  private var known: [Instruction: Operand] = [:]

  /// A number that does not vary.
  mutating func constant(_ value: Double) -> Operand {
    let pattern = value.isNaN ? Double.nan.bitPattern : value.bitPattern
    if let number = constantNumbers[pattern] { return Operand(.constant, number) }
    constants.append(value.isNaN ? .nan : value)
    constantNumbers[pattern] = constants.count - 1
    return Operand(.constant, constants.count - 1)
  }

  /// The number that stands for a text.
  mutating func number(of text: String) -> Double {
    if let number = textNumbers[text] { return Double(number) }
    texts.append(text)
    textNumbers[text] = texts.count - 1
    return Double(texts.count - 1)
  }

  /// Adds an instruction, or does it at once when it is about constants only.
  mutating func emit(_ operation: Operation, _ a: Operand, _ b: Operand? = nil, _ c: Operand? = nil)
    -> Operand
  {
    let instruction = Instruction(operation: operation, a: a, b: b ?? a, c: c ?? a)
    if instruction.operands.allSatisfy({ $0.kind == .constant }) {
      let numbers = [instruction.a, instruction.b, instruction.c].map { constants[$0.index] }
      return constant(operation.result(numbers[0], numbers[1], numbers[2]))
    }
    return add(instruction)
  }

  /// The predicate of a value by a scale, as the number of a text.
  mutating func classify(_ value: Operand, _ scale: Scale) -> Operand {
    let table = ScaleTable(scale) { number(of: $0) }
    if value.kind == .constant { return constant(table.text(of: constants[value.index])) }
    let index = scales.firstIndex(of: table) ?? scales.count
    if index == scales.count { scales.append(table) }
    return add(Instruction(operation: .classify, a: value, b: value, c: value, table: index))
  }

  /// The middle of a list.
  mutating func median(_ members: [Member]) -> Operand {
    let index = lists.firstIndex(of: members) ?? lists.count
    if index == lists.count { lists.append(members) }
    let none = constant(0)
    return add(Instruction(operation: .median, a: none, b: none, c: none, table: index))
  }

  private mutating func add(_ instruction: Instruction) -> Operand {
    if let operand = known[instruction] { return operand }
    var step = instruction
    step.target = instructions.count
    instructions.append(step)
    let operand = Operand(.register, step.target)
    known[instruction] = operand
    return operand
  }

  /// The finished program: steps and constants that no output needs are left out, registers are used again.
  func program(outputs: [Operand], columnCount: Int) -> Program {
    var allocation = RegisterAllocation(instructions: instructions, lists: lists)
    let finished = allocation.run(outputs: outputs)
    return Program(
      instructions: finished.instructions, lists: finished.lists, outputs: finished.outputs,
      constants: allocation.usedConstants.map { constants[$0] }, scales: scales, texts: texts,
      columnCount: columnCount, registerCount: allocation.registerCount)
  }
}
