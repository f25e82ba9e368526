extension Program {
  /// Evaluates the formulas for many rows.
  ///
  /// - Parameters:
  ///   - columns: The start of each column, ``columnCount`` of them, each of `count` doubles.
  ///   - count: How many rows.
  ///   - results: Where each formula's results go, ``outputCount`` of them, each with room for `count`
  ///     doubles.
  ///   - scratch: Working memory made for this program, used by one thread at a time.
  /// - Complexity: O(rows × steps).
  public func evaluate(
    columns: [UnsafePointer<Double>], count: Int, into results: [UnsafeMutablePointer<Double>],
    scratch: Scratch
  ) {
    precondition(columns.count >= columnCount && results.count >= outputs.count, "columns or results missing")
    var row = 0
    while row < count {
      let size = min(Self.blockSize, count - row)
      for step in instructions {
        let target = scratch.registers + step.target * Self.blockSize
        switch step.operation {
        case .classify:
          let a = scratch.block(step.a, columns, at: row)
          for index in 0..<size { target[index] = scales[step.table].text(of: a[index]) }
        case .median:
          for index in 0..<size {
            target[index] = Self.median(of: lists[step.table], scratch.list) { operand in
              scratch.block(operand, columns, at: row)[index]
            }
          }
        default:
          step.operation.run(
            scratch.block(step.a, columns, at: row), scratch.block(step.b, columns, at: row),
            scratch.block(step.c, columns, at: row), target, size)
        }
      }
      for (output, result) in zip(outputs, results) {
        (result + row).update(from: scratch.block(output, columns, at: row), count: size)
      }
      row += size
    }
  }

  /// Evaluates the formulas for many rows; a comfortable form that allocates its results.
  ///
  /// - Parameter columns: The columns, all of the same length.
  /// - Returns: One column for each formula.
  public func evaluate(_ columns: [[Double]], count: Int) -> [[Double]] {
    let scratch = Scratch(for: self)
    let input = columns.map { column in
      let copy = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
      copy.initialize(repeating: .nan, count: max(1, count))
      copy.update(from: column, count: min(count, column.count))
      return copy
    }
    let output = outputs.map { _ in
      let room = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
      room.initialize(repeating: .nan, count: max(1, count))
      return room
    }
    defer { for memory in input + output { memory.deallocate() } }
    evaluate(columns: input.map { UnsafePointer($0) }, count: count, into: output, scratch: scratch)
    return output.map { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// Evaluates the formulas for one row.
  ///
  /// - Parameters:
  ///   - row: The value of each column.
  ///   - registers: Working memory, made long enough on first use.
  /// - Returns: The first formula's result.
  func evaluate(row: UnsafePointer<Double>, registers: inout [Double]) -> [Double] {
    if registers.count < registerCount { registers = Array(repeating: 0, count: registerCount) }
    return registers.withUnsafeMutableBufferPointer { memory in
      let code = ScalarCode(instructions: instructions, constants: constants, scales: scales, lists: lists)
      code.run(instructions.indices, row, memory)
      return outputs.map { code.number($0, row, memory) }
    }
  }

  /// The middle of a list of values read one by one.
  @inline(__always)
  static func median(
    of members: [ProgramBuilder.Member], _ memory: UnsafeMutablePointer<Double>, _ read: (Operand) -> Double
  ) -> Double {
    var count = 0
    for member in members {
      let value = read(member.operand)
      guard value == value else {
        if member.isSkipped { continue }
        return .nan
      }
      var place = count
      while place > 0, memory[place - 1] > value {
        memory[place] = memory[place - 1]
        place -= 1
      }
      memory[place] = value
      count += 1
    }
    guard count > 0 else { return .nan }
    let middle = count / 2
    return count.isMultiple(of: 2)
      ? Arithmetic.finite((memory[middle - 1] + memory[middle]) / 2) : memory[middle]
  }
}
