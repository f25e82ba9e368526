/// The working memory of one thread that evaluates a program.
public final class Scratch {
  let registers: UnsafeMutablePointer<Double>
  let list: UnsafeMutablePointer<Double>
  private let constantStart: Int

  /// Makes the memory a program needs: one block for each register and each constant.
  public init(for program: Program) {
    constantStart = program.registerCount * Program.blockSize
    let size = constantStart + program.constants.count * Program.blockSize
    registers = .allocate(capacity: max(1, size))
    registers.initialize(repeating: 0, count: max(1, size))
    for (index, value) in program.constants.enumerated() {
      let start = registers + constantStart + index * Program.blockSize
      start.update(repeating: value, count: Program.blockSize)
    }
    let longest = max(1, program.lists.map(\.count).max() ?? 1)
    list = .allocate(capacity: longest)
    list.initialize(repeating: 0, count: longest)
  }

  deinit {
    registers.deallocate()
    list.deallocate()
  }

  /// Where a block of an operand starts.
  @inline(__always)
  func block(_ operand: Operand, _ columns: [UnsafePointer<Double>], at row: Int) -> UnsafePointer<Double> {
    switch operand.kind {
    case .column: columns[operand.index] + row
    case .register: UnsafePointer(registers + operand.index * Program.blockSize)
    case .constant: UnsafePointer(registers + constantStart + operand.index * Program.blockSize)
    }
  }
}
