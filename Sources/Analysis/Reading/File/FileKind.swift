/// What a file is by its first bytes, whatever its name says.
enum FileKind: Hashable, Sendable {
  /// A ZIP archive, which a workbook or document of today's offices is.
  case archive
  /// An SQLite database.
  case database
  /// A workbook or document of the offices before 2007, or a newer one locked by a password.
  case oldOffice
  /// A PDF document.
  case pdf
  /// An RTF document.
  case richText
  /// Anything else; perhaps text.
  case other

  /// Looks at the first bytes.
  init(_ bytes: UnsafeRawBufferPointer) {
    self = Self.signatures.first { bytes.starts(with: $0.bytes) }?.kind ?? .other
  }

  private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
    (Array("PK\u{3}\u{4}".utf8), .archive), (Array("PK\u{5}\u{6}".utf8), .archive),
    (Array("SQLite format 3\0".utf8), .database), ([0xD0, 0xCF, 0x11, 0xE0], .oldOffice),
    (Array("%PDF".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
  ]

  /// What to call it; `nil` for what has no signature.
  var name: String? {
    switch self {
    case .archive: "arsip ZIP atau buku kerja .xlsx/.docx"
    case .database: "basis data SQLite"
    case .oldOffice: "buku kerja Excel lama (.xls)"
    case .pdf: "dokumen PDF"
    case .richText: "dokumen RTF"
    case .other: nil
    }
  }
}
