extension Program {
  /// Which columns a result depends on.
  ///
  /// - Complexity: O(steps × columns).
  public func columnsRead(byOutput output: Int) -> Set<Int> {
    var known = [Set<Int>](repeating: [], count: max(1, registerCount))
    func columns(_ operand: Operand) -> Set<Int> {
      switch operand.kind {
      case .column: [operand.index]
      case .register: known[operand.index]
      case .constant: []
      }
    }
    for step in instructions {
      var found: Set<Int> = []
      for operand in step.operands { found.formUnion(columns(operand)) }
      if step.operation == .median {
        for member in lists[step.table] { found.formUnion(columns(member.operand)) }
      }
      known[step.target] = found
    }
    return columns(outputs[output])
  }
}
