/// The compiled formulas of one context with what they read, in flat arrays and in order of computing.
struct ContextCode: Sendable {
  /// The slots that are computed, each after those it reads.
  private(set) var order: [Int] = []
  /// How much working memory running takes.
  private(set) var registerCount = 0

  private var positions: [Int32]
  private var code: ScalarCode
  private var steps: [Range<Int>] = []
  private var outputs: [Operand] = []
  private var inputSlots: [Int32] = []
  private var inputStarts: [Int] = [0]
  private var readerPositions: [Int32] = []
  private var readerStarts: [Int] = []

  init(_ model: FormulaModel, _ context: Context, _ layout: SlotLayout) {
    positions = Array(repeating: -1, count: layout.count)
    code = ScalarCode(instructions: [], constants: [], scales: [], lists: [])
    var evaluator = Evaluator(model, in: context)
    let compiler = SlotCompiler(model: model, context: context, layout: layout) { evaluator.baseline(of: $0) }
    let graph = model.graphs[context.dataset]
    var programs: [Int: (program: Program, inputs: [Int])] = [:]
    for index in graph.order {
      guard let formula = model.formula(of: index, in: context) else { continue }
      var builder = ProgramBuilder()
      guard let output = try? compiler.compile(formula.expression, &builder) else { continue }
      let program = builder.program(outputs: [output], columnCount: layout.count)
      programs[index] = (program, Self.columns(of: program))
    }
    for index in Self.sorted(programs.mapValues(\.inputs), preferring: graph.order) {
      guard let entry = programs[index] else { continue }
      append(entry.program, inputs: entry.inputs, slot: index)
    }
    connect(layout.count)
  }

  /// The slots a program reads, each once.
  private static func columns(of program: Program) -> [Int] {
    var found: Set<Int> = []
    let lists = program.lists.joined().map(\.operand)
    for operand in program.instructions.flatMap({ [$0.a, $0.b, $0.c] }) + lists + program.outputs
    where operand.kind == .column {
      found.insert(operand.index)
    }
    return found.sorted()
  }

  /// Slots after those they read; slots that read themselves through a year written out are left as stored.
  private static func sorted(_ inputs: [Int: [Int]], preferring order: [Int]) -> [Int] {
    var waiting = inputs.mapValues { $0.count { inputs[$0] != nil } }
    var readers: [Int: [Int]] = [:]
    for index in order {
      for input in inputs[index] ?? [] where inputs[input] != nil {
        readers[input, default: []].append(index)
      }
    }
    var result = order.filter { waiting[$0] == 0 }
    var next = 0
    while next < result.count {
      for reader in readers[result[next]] ?? [] {
        waiting[reader, default: 0] -= 1
        if waiting[reader] == 0 { result.append(reader) }
      }
      next += 1
    }
    return result
  }

  private mutating func append(_ program: Program, inputs: [Int], slot: Int) {
    let start = code.instructions.count
    let (constantStart, scaleStart, listStart) = (code.constants.count, code.scales.count, code.lists.count)
    func moved(_ operand: Operand) -> Operand {
      operand.kind == .constant ? Operand(.constant, operand.index + constantStart) : operand
    }
    for step in program.instructions {
      var copy = step
      copy.a = moved(step.a)
      copy.b = moved(step.b)
      copy.c = moved(step.c)
      if step.operation == .classify { copy.table += scaleStart }
      if step.operation == .median { copy.table += listStart }
      code.instructions.append(copy)
    }
    code.constants += program.constants
    code.scales += program.scales
    code.lists += program.lists.map { $0.map { .init(operand: moved($0.operand), isSkipped: $0.isSkipped) } }
    outputs.append(moved(program.outputs[0]))
    steps.append(start..<code.instructions.count)
    registerCount = max(registerCount, program.registerCount)
    positions[slot] = Int32(order.count)
    order.append(slot)
    inputSlots += inputs.map { Int32($0) }
    inputStarts.append(inputSlots.count)
  }

  private mutating func connect(_ slotCount: Int) {
    var readers = Array(repeating: [Int32](), count: slotCount)
    for position in order.indices {
      for slot in inputs(at: position) { readers[Int(slot)].append(Int32(position)) }
    }
    readerStarts = [0]
    for list in readers {
      readerPositions += list
      readerStarts.append(readerPositions.count)
    }
  }

  /// Where a slot stands in ``order``; `nil` when it is not computed.
  func position(of slot: Int) -> Int? { positions[slot] < 0 ? nil : Int(positions[slot]) }

  /// The slots that the formula at a position reads.
  func inputs(at position: Int) -> ArraySlice<Int32> {
    inputSlots[inputStarts[position]..<inputStarts[position + 1]]
  }

  /// The positions of the formulas that read a slot.
  func readers(of slot: Int) -> ArraySlice<Int32> {
    readerPositions[readerStarts[slot]..<readerStarts[slot + 1]]
  }

  /// The value of the formula at a position.
  func run(at position: Int, _ values: [Double], _ registers: inout [Double]) -> Double {
    values.withUnsafeBufferPointer { row in
      registers.withUnsafeMutableBufferPointer { memory in
        guard let start = row.baseAddress else { return .nan }
        code.run(steps[position], start, memory)
        return code.number(outputs[position], start, memory)
      }
    }
  }
}
