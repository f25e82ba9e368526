import Analysis

/// The tables of an audit.
struct AuditTables {
  private let dataset: Dataset
  private let mainUnit: Int32?

  init(dataset: Dataset) {
    self.dataset = dataset
    mainUnit = dataset.mainUnit
  }

  // MARK: - Counts

  /// How many findings each check gave, by severity.
  static func counts(_ report: AuditReport, _ filter: AuditRequest.Filter) -> Table {
    var table = Table(
      caption: "Ringkasan",
      columns: [.init("jenis")] + AuditSeverity.allCases.map { .number($0.rawValue) } + [.number("diperiksa")]
    )
    for kind in AuditKind.allCases where filter.kind == nil || filter.kind == kind {
      let counts = AuditSeverity.allCases.map { report.count($0, of: kind) }
      let checked = report.tallies[kind]?.checked ?? 0
      guard checked > 0 || counts.contains(where: { $0 > 0 }) else { continue }
      table.append([.text(kind.rawValue)] + counts.map(cell) + [cell(checked)])
    }
    let sums = AuditSeverity.allCases.map { severity in
      report.findings.count { $0.severity == severity && (filter.kind == nil || filter.kind == $0.kind) }
    }
    let checked = filter.kind.map { report.tallies[$0]?.checked ?? 0 } ?? report.total.checked
    table.append([.text("jumlah")] + sums.map(cell) + [cell(checked)], role: .total)
    return table
  }

  private static func cell(_ count: Int) -> Table.Cell {
    count == 0 ? .empty : .number(Double(count), .count)
  }

  // MARK: - Findings

  /// The findings of one severity, grouped by the table or section of the report they are printed in.
  func findings(_ findings: [AuditFinding], of severity: AuditSeverity) -> Table {
    var table = Table(
      caption: severity.rawValue.capitalizedSentence,
      columns: [
        .init("nomor"), .init("yang diperiksa", shrinkPriority: 1), .init("tercetak", .right),
        .init("dihitung", .right), .init("baris", .right),
      ])
    for group in grouped(findings) {
      table.append([.text(group.place), .empty, .empty, .empty, .empty], role: .group)
      for finding in group.findings { table.append(cells(of: finding)) }
    }
    return table
  }

  private func cells(of finding: AuditFinding) -> [Table.Cell] {
    [
      .text(finding.number), .text(description(of: finding)), .text(finding.printed),
      .text(computed(finding)), .text(finding.place.sourceLine),
    ]
  }

  /// What was checked, with the explanation and the proved causes.
  func description(of finding: AuditFinding) -> String {
    var text = finding.statement + " (\(place(of: finding.context)))"
    if !finding.explanation.isEmpty { text += ". " + finding.explanation.capitalizedSentence }
    if !finding.causes.isEmpty { text += ". Sebab: " + finding.causes.joined(separator: "; ") }
    return text
  }

  /// Year and period, with the unit when the dataset has several.
  func place(of context: Context) -> String {
    let period = dataset.periods[Int32(context.period)]
    let unit = context.unit == mainUnit ? "" : dataset.units[context.unit] + " "
    return unit + String(context.year) + (period.isEmpty ? "" : " \(period)")
  }

  /// The computed figure, with two decimals more than the printed one where it needs them.
  func computed(_ finding: AuditFinding) -> String {
    switch finding.computed {
    case .number(let number)?: Self.style(of: finding).text(number)
    case .text(let text)?: text
    case .missing?, nil: ""
    }
  }

  static func style(of finding: AuditFinding) -> NumberStyle {
    let decimals = PrintedNumber(finding.printed)?.decimals ?? 2
    return NumberStyle(
      decimals: decimals...min(decimals + 2, 6), suffix: finding.printed.hasSuffix("%") ? "%" : "")
  }

  /// Groups in the order in which the report prints them.
  private func grouped(_ findings: [AuditFinding]) -> [(place: String, findings: [AuditFinding])] {
    var groups: [(place: String, findings: [AuditFinding])] = []
    var positions: [String: Int] = [:]
    for finding in findings {
      let place = finding.place.source.isEmpty ? "\(finding.place.table).csv" : finding.place.source
      if let position = positions[place] {
        groups[position].findings.append(finding)
      } else {
        positions[place] = groups.count
        groups.append((place, [finding]))
      }
    }
    return groups
  }

  // MARK: - What could not be checked

  /// The figures that could not be recomputed, by reason.
  func unverified(_ figures: [UnverifiedFigure]) -> Table {
    var table = Table(
      caption: "Tak terverifikasi",
      columns: [.init("berkas"), .init("angka", shrinkPriority: 1), .init("sebab", shrinkPriority: 2)])
    for figure in figures {
      table.append([
        .text("\(figure.place.table):\(figure.place.fileLine)"),
        .text("\(figure.statement) (\(place(of: figure.context))): \(figure.printed)"), .text(figure.reason),
      ])
    }
    return table
  }
}
