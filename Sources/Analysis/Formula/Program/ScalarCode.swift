/// Instructions run for one row at a time, for prompts and for following a single change through a graph.
struct ScalarCode {
  var instructions: [Instruction]
  var constants: [Double]
  var scales: [ScaleTable]
  var lists: [[ProgramBuilder.Member]]

  /// The number an operand stands for.
  @inline(__always)
  func number(
    _ operand: Operand, _ row: UnsafePointer<Double>, _ registers: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    switch operand.kind {
    case .column: row[operand.index]
    case .register: registers[operand.index]
    case .constant: constants[operand.index]
    }
  }

  /// Runs a stretch of the instructions.
  @inline(__always)
  func run(
    _ range: Range<Int>, _ row: UnsafePointer<Double>, _ registers: UnsafeMutableBufferPointer<Double>
  ) {
    for index in range {
      let step = instructions[index]
      let a = number(step.a, row, registers)
      switch step.operation {
      case .classify: registers[step.target] = scales[step.table].text(of: a)
      case .median:
        registers[step.target] = withUnsafeTemporaryAllocation(
          of: Double.self, capacity: lists[step.table].count
        ) {
          guard let memory = $0.baseAddress else { return .nan }
          return Program.median(of: lists[step.table], memory) { number($0, row, registers) }
        }
      default:
        registers[step.target] = step.operation.result(
          a, number(step.b, row, registers), number(step.c, row, registers))
      }
    }
  }
}
