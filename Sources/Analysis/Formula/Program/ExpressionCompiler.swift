/// Turns formulas into instructions.
struct ExpressionCompiler {
  /// Gives the operands a reference stands for: one, or those of a pattern.
  typealias Resolver = (Reference, inout ProgramBuilder) throws(Problem) -> [Operand]

  let resolve: Resolver

  /// The operand that holds the value of a formula.
  func compile(_ expression: Expression, _ builder: inout ProgramBuilder) throws(Problem) -> Operand {
    switch expression.node {
    case .number(let value): return builder.constant(value)
    case .text(let text): return builder.constant(builder.number(of: text))
    case .reference(let reference): return try resolve(reference, &builder).first ?? builder.constant(.nan)
    case .negation(let operand): return builder.emit(.negate, try compile(operand, &builder))
    case .percent(let operand): return builder.emit(.hundredth, try compile(operand, &builder))
    case .binary(let sign, let left, let right):
      let first = try compile(left, &builder)
      let second = try compile(right, &builder)
      return builder.emit(Operation(sign), first, second)
    case .call(let function, let arguments): return try call(function, arguments, &builder)
    }
  }

  private func call(
    _ function: Function, _ arguments: [Expression], _ builder: inout ProgramBuilder
  ) throws(Problem) -> Operand {
    let members = try members(of: arguments, &builder)
    switch function {
    case .sum, .mean, .minimum, .maximum, .median, .count: return aggregate(function, members, &builder)
    case .exists:
      var count = builder.constant(0)
      for member in members { count = builder.emit(.countPresent, count, member.operand) }
      return builder.emit(.greater, count, builder.constant(0))
    case .round:
      return builder.emit(
        .round, members[0].operand, members.count > 1 ? members[1].operand : builder.constant(0))
    case .absolute: return builder.emit(.absolute, members[0].operand)
    case .clamp: return builder.emit(.clamp, members[0].operand, members[1].operand, members[2].operand)
    case .condition: return builder.emit(.select, members[0].operand, members[1].operand, members[2].operand)
    case .weighted: return weighted(members, &builder)
    }
  }

  private func members(
    of arguments: [Expression], _ builder: inout ProgramBuilder
  ) throws(Problem) -> [ProgramBuilder.Member] {
    var result: [ProgramBuilder.Member] = []
    for argument in arguments {
      if case .reference(let reference) = argument.node, reference.isPattern {
        for operand in try resolve(reference, &builder) {
          result.append(.init(operand: operand, isSkipped: true))
        }
      } else {
        result.append(.init(operand: try compile(argument, &builder), isSkipped: false))
      }
    }
    return result
  }

  private func weighted(_ members: [ProgramBuilder.Member], _ builder: inout ProgramBuilder) -> Operand {
    var total = builder.constant(0)
    var weight = builder.constant(0)
    for index in stride(from: 0, to: members.count - 1, by: 2) {
      let product = builder.emit(.multiply, members[index].operand, members[index + 1].operand)
      total = builder.emit(.add, total, product)
      weight = builder.emit(.add, weight, members[index + 1].operand)
    }
    return builder.emit(.divide, total, weight)
  }

  /// A function over many values, those of patterns left out where they are missing.
  func aggregate(
    _ function: Function, _ members: [ProgramBuilder.Member], _ builder: inout ProgramBuilder
  ) -> Operand {
    guard !members.isEmpty else { return builder.constant(.nan) }
    switch function {
    case .sum: return orNothing(running(.add, .addPresent, from: 0, members, &builder), members, &builder)
    case .mean:
      let sum = running(.add, .addPresent, from: 0, members, &builder)
      return builder.emit(.divide, sum, count(members, &builder))
    case .minimum:
      let least = running(.least, .leastPresent, from: .infinity, members, &builder)
      return orNothing(least, members, &builder)
    case .maximum:
      let greatest = running(.greatest, .greatestPresent, from: -.infinity, members, &builder)
      return orNothing(greatest, members, &builder)
    case .median: return builder.median(members)
    default: return orNothing(count(members, &builder), members, &builder)
    }
  }

  private func running(
    _ strict: Operation, _ skipping: Operation, from start: Double, _ members: [ProgramBuilder.Member],
    _ builder: inout ProgramBuilder
  ) -> Operand {
    members.reduce(builder.constant(start)) { result, member in
      builder.emit(member.isSkipped ? skipping : strict, result, member.operand)
    }
  }

  private func count(_ members: [ProgramBuilder.Member], _ builder: inout ProgramBuilder) -> Operand {
    members.reduce(builder.constant(0)) { result, member in
      member.isSkipped
        ? builder.emit(.countPresent, result, member.operand)
        : builder.emit(.add, result, builder.emit(.known, member.operand))
    }
  }

  /// The result, unless every value could be and was left out.
  private func orNothing(
    _ result: Operand, _ members: [ProgramBuilder.Member], _ builder: inout ProgramBuilder
  ) -> Operand {
    guard members.allSatisfy(\.isSkipped) else { return result }
    return builder.emit(.whereAny, result, count(members, &builder))
  }
}
