import Analysis
import CXLSXWriter

/// The cell formats of one workbook that is being written, each made once.
struct WorkbookFormats {
  /// What tells formats apart.
  struct Key: Hashable {
    var look: WorkbookSheet.Look
    var alignment: Table.Alignment
    var indent: Int
    var numberFormat: String?
    var isLink: Bool
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  /// Starts without formats.
  init(of workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The format for a cell.
  mutating func format(for key: Key) -> UnsafeMutablePointer<lxw_format>? {
    if let format = made[key] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    Self.apply(key.look, to: format)
    format_set_align(format, Self.horizontal(key.alignment))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if key.indent > 0 { format_set_indent(format, UInt8(min(key.indent, 15))) }
    if let code = key.numberFormat { format_set_num_format(format, code) }
    if key.isLink {
      format_set_font_color(format, 0x1F4E79)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    let wraps = key.look != .title && key.look != .note
    if wraps, key.numberFormat == nil || key.numberFormat == "@" { format_set_text_wrap(format) }
    made[key] = format
    return format
  }

  private static func apply(_ look: WorkbookSheet.Look, to format: UnsafeMutablePointer<lxw_format>) {
    let thin = UInt8(LXW_BORDER_THIN.rawValue)
    switch look {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 13)
    case .note:
      format_set_font_color(format, 0x595959)
      return
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, 0xD9E2F0)
    case .total:
      format_set_bold(format)
      format_set_bg_color(format, 0xF2F2F2)
    case .group:
      format_set_bold(format)
      format_set_bg_color(format, 0xEAEFF7)
    case .input: format_set_bg_color(format, 0xFFF9DB)
    case .warning: format_set_bg_color(format, 0xFDE3D8)
    case .body: break
    }
    guard look != .title else { return }
    format_set_border(format, thin)
    format_set_border_color(format, 0xBFBFBF)
    if look == .total {
      format_set_top(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
      format_set_top_color(format, 0x404040)
    }
  }

  private static func horizontal(_ alignment: Table.Alignment) -> UInt8 {
    switch alignment {
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .right, .decimal: UInt8(LXW_ALIGN_RIGHT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    }
  }
}
