/// Gives the results of instructions as few registers as possible, so that a block's results stay in the
/// cache.
struct RegisterAllocation {
  private let instructions: [Instruction]
  private let lists: [[ProgramBuilder.Member]]
  private var isNeeded: [Bool]
  private var lastUse: [Int]
  private var registers: [Int]
  private var free: [Int] = []
  private var constantPlaces: [Int: Int] = [:]
  /// The constants that are used, by their old numbers.
  private(set) var usedConstants: [Int] = []
  /// How many registers are used.
  private(set) var registerCount = 0

  init(instructions: [Instruction], lists: [[ProgramBuilder.Member]]) {
    self.instructions = instructions
    self.lists = lists
    isNeeded = Array(repeating: false, count: instructions.count)
    lastUse = Array(repeating: -1, count: instructions.count)
    registers = Array(repeating: -1, count: instructions.count)
  }

  private func operands(of instruction: Instruction) -> [Operand] {
    instruction.operation == .median ? lists[instruction.table].map(\.operand) : instruction.operands
  }

  /// Rewrites the instructions that the outputs need.
  ///
  /// - Complexity: O(instructions).
  mutating func run(
    outputs: [Operand]
  ) -> (instructions: [Instruction], lists: [[ProgramBuilder.Member]], outputs: [Operand]) {
    markNeeded(outputs)
    var result: [Instruction] = []
    var newLists: [[ProgramBuilder.Member]] = []
    for index in instructions.indices where isNeeded[index] {
      var step = instructions[index]
      let used = operands(of: step)
      // The result never overwrites an operand, which would keep loops from being vectorised.
      registers[index] = free.popLast() ?? registerCount
      if registers[index] == registerCount { registerCount += 1 }
      if step.operation == .median {
        newLists.append(
          lists[step.table].map {
            ProgramBuilder.Member(operand: assigned($0.operand), isSkipped: $0.isSkipped)
          })
        step.table = newLists.count - 1
      }
      step.a = assigned(step.a)
      step.b = assigned(step.b)
      step.c = assigned(step.c)
      step.target = registers[index]
      result.append(step)
      for operand in Set(used) where operand.kind == .register && lastUse[operand.index] == index {
        free.append(registers[operand.index])
      }
      free.sort(by: >)
    }
    return (result, newLists, outputs.map { assigned($0) })
  }

  private mutating func assigned(_ operand: Operand) -> Operand {
    switch operand.kind {
    case .column: return operand
    case .register: return Operand(.register, registers[operand.index])
    case .constant:
      if let place = constantPlaces[operand.index] { return Operand(.constant, place) }
      constantPlaces[operand.index] = usedConstants.count
      usedConstants.append(operand.index)
      return Operand(.constant, usedConstants.count - 1)
    }
  }

  private mutating func markNeeded(_ outputs: [Operand]) {
    for output in outputs where output.kind == .register {
      isNeeded[output.index] = true
      lastUse[output.index] = .max
    }
    for index in instructions.indices.reversed() where isNeeded[index] {
      for operand in operands(of: instructions[index]) where operand.kind == .register {
        isNeeded[operand.index] = true
        lastUse[operand.index] = max(lastUse[operand.index], index)
      }
    }
  }
}
