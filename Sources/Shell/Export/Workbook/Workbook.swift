import Analysis

/// A workbook to be written: sheets in order and what is known about them.
struct Workbook: Hashable, Sendable {
  /// The title in the file's properties.
  var title: String
  /// The sheets in order.
  var sheets: [WorkbookSheet]
  /// The manifest as JSON text, kept on a hidden last sheet `Manifes`; `nil` for none.
  var manifest: String?

  /// Makes a workbook.
  init(title: String = "", sheets: [WorkbookSheet] = [], manifest: String? = nil) {
    self.title = title
    self.sheets = sheets
    self.manifest = manifest
  }

  /// The name of the sheet that carries the manifest.
  static let manifestSheet = "Manifes"
}

/// One sheet to be written: cells with their looks, widths and what stays in sight.
///
///     var sheet = WorkbookSheet(name: "IKM")
///     sheet.append([.init(.text("Layanan"), .header), .init(.text("Nilai"), .header)])
///     sheet.append([.init(.text("SKCK")), .init(.number(95.34, .score), .input)])
///     sheet[2, 1] = .init(.formula("AVERAGE(B2:B2)", cached: 95.34, .score), .total)
struct WorkbookSheet: Hashable, Sendable {
  /// What a cell holds.
  enum Content: Hashable, Sendable {
    /// Text; it stays text even when it looks like a formula or a number.
    case text(String)
    /// A number in full precision, shown in a style.
    case number(Double, NumberStyle)
    /// A live formula in English function names and commas, with or without `=`, and its value now.
    case formula(String, cached: Double, NumberStyle)
    /// A live formula whose value is text.
    case textFormula(String, cached: String)
    /// A jump to another sheet of the workbook, shown as text.
    case link(String, sheet: String)
    /// Nothing, but the look applies.
    case blank
  }

  /// What part a cell plays, which decides its look.
  enum Look: Hashable, Sendable {
    case title, header, body, total, group, note
    /// A cell that the reader is asked to fill in.
    case input
    /// A cell that needs attention.
    case warning
  }

  /// A cell's content, look and where the text stands.
  struct Cell: Hashable, Sendable {
    /// What the cell holds.
    var content: Content
    /// What part it plays.
    var look: Look
    /// Where the text stands; `nil` lets the content decide.
    var alignment: Table.Alignment?
    /// How deep the text is indented.
    var indent: Int

    /// Makes a cell.
    init(_ content: Content, _ look: Look = .body, alignment: Table.Alignment? = nil, indent: Int = 0) {
      self.content = content
      self.look = look
      self.alignment = alignment
      self.indent = indent
    }
  }

  /// The wanted name; the writer makes it valid and unique (see ``SheetNames``).
  var name: String
  /// The cells.
  private(set) var cells: [CellReference: Cell] = [:]
  /// Column widths in characters.
  var columnWidths: [Int: Double] = [:]
  /// How many rows stay in sight at the top; they are repeated on every printed page.
  var frozenRows = 0
  /// How many columns stay in sight at the left.
  var frozenColumns = 0
  /// Cells that are joined; the first cell of each holds the content.
  var merges: [CellRange] = []
  /// Whether the sheet prints across the page.
  var isLandscape = false
  /// Whether the sheet is hidden.
  var isHidden = false

  /// Makes an empty sheet.
  init(name: String) { self.name = name }

  /// The cell at a place counted from 0.
  subscript(row: Int, column: Int) -> Cell? {
    get { cells[CellReference(row: row, column: column)] }
    set {
      cells[CellReference(row: row, column: column)] = newValue
      if newValue != nil { lastRow = max(lastRow, row) }
    }
  }

  /// The number of rows down to the last cell that is set.
  var rowCount: Int { lastRow + 1 }
  private var lastRow = -1

  /// Adds cells as a row below the ones appended so far.
  ///
  /// - Parameter cells: The cells from the first column on; `nil` leaves one out.
  /// - Returns: The row's position, counted from 0.
  @discardableResult
  mutating func append(_ cells: [Cell?]) -> Int {
    lastRow += 1
    for (column, cell) in cells.enumerated() where cell != nil { self[lastRow, column] = cell }
    return lastRow
  }
}
