/// Texts that recur in a column, each stored once and named by a small number.
public struct SymbolTable: Hashable, Sendable {
  /// The texts in the order in which they were first met.
  public private(set) var texts: [String]
  private var numbers: [String: Int32]

  /// Makes a table that holds the given texts first.
  public init(_ texts: [String] = []) {
    self.texts = []
    numbers = [:]
    for text in texts { _ = intern(text) }
  }

  /// The number of a text, new if it was not met before.
  public mutating func intern(_ text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// The number of a text that is known.
  public func number(of text: String) -> Int32? { numbers[text] }

  /// The text of a number.
  public subscript(number: Int32) -> String {
    texts.indices.contains(Int(number)) ? texts[Int(number)] : ""
  }

  /// How many texts there are.
  public var count: Int { texts.count }
}
