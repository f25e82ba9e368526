/// What differs between two worksheets.
public struct WorksheetDifference: Hashable, Sendable {
  /// A value of a worksheet.
  public enum Content: Hashable, Sendable {
    case number(Double)
    case text(String)

    /// The content as a reader writes it.
    public var text: String {
      switch self {
      case .number(let value): NumberStyle.plain.text(value)
      case .text(let text): text
      }
    }
  }

  /// One difference.
  public struct Change: Hashable, Sendable {
    /// The code it is about.
    public let code: String
    /// Which field: `target`, `perkiraan`, `tindak_lanjut`, … or `baris` when a row is only on one side.
    public let field: String
    /// The earlier content; `nil` when nothing stood there.
    public let before: Content?
    /// The later content; `nil` when nothing stands there.
    public let after: Content?

    /// Makes a change.
    public init(code: String, field: String, before: Content?, after: Content?) {
      self.code = code
      self.field = field
      self.before = before
      self.after = after
    }
  }

  /// The differences in the order of the later worksheet.
  public let changes: [Change]

  /// Compares two worksheets by what they mean: a target that follows its components counts by its value.
  public init(from old: WorksheetFigures, to new: WorksheetFigures) {
    let before = Self.fields(old)
    let after = Self.fields(new)
    var changes: [Change] = []
    for code in after.order {
      guard let fields = before.fields[code] else {
        changes.append(Change(code: code, field: "baris", before: nil, after: .text("baru")))
        continue
      }
      for (name, content) in after.fields[code] ?? [] {
        let earlier = fields.first { $0.name == name }?.content
        if earlier != content {
          changes.append(Change(code: code, field: name, before: earlier, after: content))
        }
      }
    }
    for code in before.order where after.fields[code] == nil {
      changes.append(Change(code: code, field: "baris", before: .text("ada"), after: nil))
    }
    self.changes = changes
  }

  private typealias Fields = [(name: String, content: Content?)]

  private static func fields(_ figures: WorksheetFigures) -> (order: [String], fields: [String: Fields]) {
    var order: [String] = []
    var fields: [String: Fields] = [:]
    for entry in figures.worksheet.entries {
      order.append(entry.code)
      fields[entry.code] = [
        ("target_sebelum", number(entry.previousTarget)), ("realisasi_sebelum", number(entry.previousActual)),
        ("target", number(figures.target(of: entry))),
        ("dihitung", number(figures.computed(entry.code)?.value.value)),
        ("keterkaitan", text(entry.programmes)),
        ("tindak_lanjut", text(entry.followUps.joined(separator: "; "))), ("analisis", text(entry.reasoning)),
      ]
      for component in entry.components where fields[component.code] == nil {
        order.append(component.code)
        fields[component.code] = [
          ("nilai_sebelum", number(component.previousValue)),
          ("tambahan", number(figures.structure.isComputed(component.code) ? nil : component.expectedGain)),
          ("perkiraan", number(figures.expected(of: component))),
          ("tindak_lanjut", text(component.followUps.joined(separator: "; "))),
          ("analisis", text(component.reasoning)),
        ]
      }
    }
    return (order, fields)
  }

  private static func number(_ value: Double?) -> Content? {
    value.map { .number($0.roundedHalfAway(places: 10)) }
  }

  private static func text(_ text: String) -> Content? { text.isEmpty ? nil : .text(text) }
}
