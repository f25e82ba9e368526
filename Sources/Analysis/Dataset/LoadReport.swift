/// What loading a dataset found: files, rows left out, values that could not be read, contradictions.
public struct LoadReport: Hashable, Sendable {
  /// A file that was read.
  public struct File: Hashable, Sendable {
    /// The table it holds.
    public var table: String
    /// The path.
    public var path: String
    /// Rows read, without headers and titles.
    public var rows: Int
    /// How its text was read, on one line (separator, decimal sign, encoding, header rows); see the reader.
    public var dialect: String
    /// The SHA-256 of its bytes, 64 hexadecimal digits.
    public var fingerprint: String
    /// What it is: a text file, a sheet or a table of a database; ``path`` is `data.xlsx!kinerja` for the last two.
    public var form = Dialect.Form.text
    /// The letters of a sheet's columns, by folded name.
    var columns: [String: String] = [:]

    /// Makes an entry.
    public init(table: String, path: String, rows: Int, dialect: String, fingerprint: String = "") {
      self.table = table
      self.path = path
      self.rows = rows
      self.dialect = dialect
      self.fingerprint = fingerprint
    }
  }

  /// A row or value that was not used, or something odd that was read all the same.
  public struct Remark: Hashable, Sendable {
    /// What became of it.
    public enum Kind: String, Hashable, Sendable {
      /// The row is not used.
      case rejected = "dilewati"
      /// The value could not be read and is missing.
      case unreadable = "tak terbaca"
      /// Read, but worth a look.
      case notice = "catatan"
    }

    /// What became of it.
    public var kind: Kind
    /// The file.
    public var path: String
    /// Line in the file; 0 when it concerns the whole file.
    public var line: Int
    /// The column's name; empty when it concerns the whole row.
    public var column: String
    /// The text as it stands in the file.
    public var text: String
    /// Why, as an Indonesian sentence.
    public var message: String

    /// Makes a remark.
    public init(kind: Kind, path: String, line: Int, column: String = "", text: String = "", message: String)
    {
      self.kind = kind
      self.path = path
      self.line = line
      self.column = column
      self.text = text
      self.message = message
    }
  }

  /// Rows that state the same fact differently; the first in file order is used.
  public struct Conflict: Hashable, Sendable {
    /// One of the contradicting statements.
    public struct Statement: Hashable, Sendable {
      /// The value.
      public var value: Double
      /// Where it stands.
      public var source: SourceRow

      /// Makes a statement.
      public init(value: Double, source: SourceRow) {
        self.value = value
        self.source = source
      }
    }

    /// The unit's name.
    public var unit: String
    /// Calendar year.
    public var year: Int
    /// The period's name; empty for the whole year.
    public var period: String
    /// Code of the indicator or node.
    public var code: String
    /// The column that differs: `target`, `realisasi`, `pagu`.
    public var column: String
    /// The statements in file order; the first one is used.
    public var statements: [Statement]

    /// Makes a conflict.
    public init(
      unit: String, year: Int, period: String, code: String, column: String, statements: [Statement]
    ) {
      self.unit = unit
      self.year = year
      self.period = period
      self.code = code
      self.column = column
      self.statements = statements
    }
  }

  /// The files in the order of reading.
  public var files: [File]
  /// Everything left out or odd, in file order.
  public var remarks: [Remark]
  /// The contradictions, in file order.
  public var conflicts: [Conflict]

  /// Makes a report.
  public init(files: [File] = [], remarks: [Remark] = [], conflicts: [Conflict] = []) {
    self.files = files
    self.remarks = remarks
    self.conflicts = conflicts
  }

  /// Where a remark belongs: `kinerja.csv:12 target`, `kinerja!C12` or `kinerja rowid 12 target`.
  public func place(of remark: Remark) -> String {
    let last = remark.path.split(separator: "/").last.map(String.init) ?? remark.path
    let name = last.split(separator: "!").last.map(String.init) ?? last
    let line = remark.line > 0 ? String(remark.line) : ""
    let file = files.first { $0.path == remark.path }
    switch file?.form ?? .text {
    case .text:
      return last + (line.isEmpty ? "" : ":\(line)") + (remark.column.isEmpty ? "" : " \(remark.column)")
    case .sheet:
      guard let letter = file?.columns[TableLayout.folded(remark.column)] else {
        return name + (line.isEmpty ? "" : "!\(line)") + (remark.column.isEmpty ? "" : " \(remark.column)")
      }
      return "\(name)!\(letter)\(line)"
    case .database:
      return name + (line.isEmpty ? "" : " rowid \(line)")
        + (remark.column.isEmpty ? "" : " \(remark.column)")
    }
  }

  /// How many rows are not used.
  public var rejectedCount: Int { remarks.count { $0.kind == .rejected } }

  /// How many values could not be read.
  public var unreadableCount: Int { remarks.count { $0.kind == .unreadable } }
}
