/// What a command is called, what it takes and what it is for.
///
/// One declaration gives the parsing, the help page, the completion and the error messages.
struct Declaration: Sendable {
  /// The Indonesian name, one or two words: `tren`, `kktp buat`.
  var name: String
  /// English and other names that work the same.
  var aliases: [String]
  /// One line for the list of commands.
  var summary: String
  /// More sentences for the help page.
  var details: [String]
  /// What follows the name, in order.
  var parameters: [Parameter]
  /// What may be given as `kunci=nilai`.
  var options: [Option]
  /// Lines that can be typed as they stand.
  var examples: [Example]
  /// The group in the list of commands.
  var group: Group
  /// What running it does to the session.
  var effect: Effect

  init(
    _ name: String, aliases: [String] = [], summary: String, details: [String] = [],
    parameters: [Parameter] = [], options: [Option] = [], examples: [Example] = [], group: Group,
    effect: Effect = .answers
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.details = details
    self.parameters = parameters
    self.options = options
    self.examples = examples
    self.group = group
    self.effect = effect
  }

  /// A group of commands in the help.
  enum Group: String, Sendable, CaseIterable {
    case data = "Data"
    case measurement = "Pengukuran"
    case trends = "Tren dan perbandingan"
    case efficiency = "Efisiensi"
    case targets = "Penetapan target"
    case simulation = "Simulasi"
    case audit = "Pemeriksaan"
    case writing = "Catatan dan laporan"
    case session = "Sesi"
  }

  /// What running a command does to the session.
  enum Effect: Sendable {
    /// Looks something up about the program; never recorded.
    case looksUp
    /// Answers a question about the data; recorded.
    case answers
    /// Changes what later answers depend on; recorded and can be undone.
    case changes
    /// Works on the session itself (undo, save, replay); not recorded.
    case controls
  }

  /// A line that can be typed, with what it shows.
  struct Example: Sendable {
    var line: String
    var meaning: String

    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }
}

/// What a value may be; decides checking and completion.
enum ValueKind: Sendable {
  /// Any text.
  case text
  /// A path of a file or folder.
  case path
  /// A code of an indicator or node.
  case code
  /// Codes separated by commas.
  case codes
  /// Names of units separated by commas, or `semua`.
  case units
  /// One unit.
  case unit
  /// A year.
  case year
  /// A year or a span `2021..2025`.
  case years
  /// A period of the year.
  case period
  /// A number with decimal comma or point.
  case number
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// `ya` or `tidak`.
  case flag
  /// One of the words.
  case choice([String])
  /// A formula.
  case formula
  /// A change `KODE=NILAI` or an uncertain value `KODE~SEBARAN`.
  case assignment
  /// The name of a command.
  case command
}

/// Something that follows a command's name.
struct Parameter: Sendable {
  /// How often it may stand.
  enum Count: Sendable {
    case one
    case optional
    case any
    case atLeastOne
    /// The rest of the line as it is, spaces included.
    case rest
  }

  /// The name in the help, in capitals.
  var name: String
  var kind: ValueKind
  var count: Count
  var help: String

  init(_ name: String, _ kind: ValueKind, _ count: Count = .one, help: String) {
    self.name = name
    self.kind = kind
    self.count = count
    self.help = help
  }
}

/// Something given as `kunci=nilai`.
struct Option: Sendable {
  /// The Indonesian key.
  var key: String
  /// The English key.
  var alias: String
  var kind: ValueKind
  var help: String
  /// Whether it may be given several times.
  var repeats: Bool

  init(_ key: String, alias: String, _ kind: ValueKind, help: String, repeats: Bool = false) {
    self.key = key
    self.alias = alias
    self.kind = kind
    self.help = help
    self.repeats = repeats
  }

  /// The unit of the answer.
  static let unit = Option("unit", alias: "unit", .unit, help: "unit yang ditanyakan")
  /// Several units.
  static let units = Option("unit", alias: "unit", .units, help: "unit, dipisah koma, atau semua")
  /// The year of the answer.
  static let year = Option("tahun", alias: "year", .year, help: "tahun yang ditanyakan")
  /// A span of years.
  static let years = Option("tahun", alias: "year", .years, help: "tahun atau rentang, misalnya 2021..2025")
  /// The period of the answer.
  static let period = Option(
    "periode", alias: "period", .period, help: "periode dalam tahun, misalnya \"TB IV\"")
}
