import Analysis

/// The codes and units that the JSON form of an answer names in its members `kode` and `unit`.
struct MentionedSubjects {
  /// The codes.
  private(set) var codes: Set<String> = []
  /// The names of the units.
  private(set) var units: Set<String> = []

  /// Looks through an answer.
  init(_ result: JSONValue) {
    visit(result)
  }

  private mutating func visit(_ value: JSONValue) {
    switch value {
    case .array(let elements):
      for element in elements { visit(element) }
    case .object(let members):
      for member in members {
        switch (member.name, member.value) {
        case ("kode", .string(let code)): codes.insert(code)
        case ("unit", .string(let unit)): units.insert(unit)
        default: visit(member.value)
        }
      }
    case .null, .bool, .number, .string: break
    }
  }
}
