import Analysis

extension JSONValue {
  /// The elements, if it is an array.
  var list: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The text, if it is one.
  var content: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, if it is one.
  var double: Double? {
    if case .number(let value) = self { value } else { nil }
  }
}
