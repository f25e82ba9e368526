import Analysis

/// What drives the total efficiency, for people and programs.
struct DriversAnswer {
  private let drivers: EfficiencyDrivers
  private let table: EfficiencyTable
  private let catalogue: Catalogue
  private let place: String

  init(_ drivers: EfficiencyDrivers, table: EfficiencyTable, catalogue: Catalogue, place: String) {
    self.drivers = drivers
    self.table = table
    self.catalogue = catalogue
    self.place = place
  }

  /// How many rows of each kind are shown before the rest is put together.
  private static let limit = 15

  /// The code of an unspent budget; a rest says so.
  static func label(_ unspent: EfficiencyDrivers.Unspent, _ catalogue: Catalogue) -> String {
    catalogue.nodes[unspent.node].code + (unspent.isRest ? " (tak terinci)" : "")
  }

  var document: Document {
    var document = Document([.paragraph(sentence)])
    if !drivers.unspent.isEmpty { document.append(.table(unspent)) }
    let missed = drivers.results.filter { $0.points != 0 }
    if !missed.isEmpty { document.append(.table(results(missed))) }
    if let chart = EfficiencyCharts.waterfall(drivers, table, catalogue: catalogue, place: place) {
      document.append(.chart(chart))
    }
    return document
  }

  private var budgetPoints: Double { drivers.unspent.reduce(0) { $0 + $1.points } }
  private var resultPoints: Double { drivers.results.reduce(0) { $0 + $1.points } }

  private var sentence: Prose {
    guard let total = drivers.total.value else {
      return Prose("Total efisiensi \(place) tidak dapat diuraikan: \(drivers.total.reason).")
    }
    let text: Prose =
      "Tingkat efisiensi \(place) sebesar \(Figure(total, .difference)) poin terdiri atas "
      + "\(Figure(budgetPoints, .difference)) poin dari anggaran yang tidak terserap dan "
      + "\(Figure(resultPoints, .difference)) poin dari capaian di atas atau di bawah target."
    guard let salary = drivers.salaryRemainder, let ceiling = table.total.figures.ceiling.value, ceiling > 0
    else {
      return text
    }
    return text
      + " Dari bagian anggaran itu, \(Figure(salary / ceiling * 100, .difference)) poin (\(Figure(salary, .money))) "
      + "adalah belanja gaji, yang dapat berarti formasi kosong dan bukan penghematan."
  }

  private var unspent: Table {
    var result = Table(
      caption: "Anggaran yang tidak terserap \(place)",
      columns: [
        .init("kode"), .init("simpul", shrinkPriority: 1), .number("sisa (Rp)"), .number("bagian (%)"),
        .number("poin"),
      ])
    let whole = drivers.unspent.reduce(0) { $0 + $1.amount }
    func share(_ amount: Double) -> Table.Cell {
      .number(whole == 0 ? nil : amount / whole * 100, .score, reason: "SiLPA seluruhnya 0")
    }
    for item in drivers.unspent.prefix(Self.limit) {
      let name = catalogue.nodes[item.node].name + (item.paysSalaries ? " (gaji)" : "")
      result.append([
        .text(Self.label(item, catalogue)), .text(name), .number(item.amount, .rupiah), share(item.amount),
        .number(item.points, .difference),
      ])
    }
    let rest = drivers.unspent.dropFirst(Self.limit)
    if !rest.isEmpty {
      let amount = rest.reduce(0) { $0 + $1.amount }
      result.append([
        .text("lainnya"), .text("\(rest.count) simpul lain"), .number(amount, .rupiah), share(amount),
        .number(rest.reduce(0) { $0 + $1.points }, .difference),
      ])
    }
    result.append(
      [.text("jumlah"), .empty, .number(whole, .rupiah), share(whole), .number(budgetPoints, .difference)],
      role: .total)
    return result
  }

  private func results(_ missed: [EfficiencyDrivers.Result]) -> Table {
    var result = Table(
      caption: "Capaian terhadap target \(place)",
      columns: [.init("kode"), .init("simpul", shrinkPriority: 1), .number("capaian (%)"), .number("poin")])
    for item in missed.prefix(Self.limit) {
      result.append([
        .text(catalogue.nodes[item.node].code), .text(catalogue.nodes[item.node].name),
        .number(item.achievement),
        .number(item.points, .difference),
      ])
    }
    let rest = missed.dropFirst(Self.limit)
    if !rest.isEmpty {
      result.append([
        .text("lainnya"), .text("\(rest.count) simpul lain"), .empty,
        .number(rest.reduce(0) { $0 + $1.points }, .difference),
      ])
    }
    result.append([.text("jumlah"), .empty, .empty, .number(resultPoints, .difference)], role: .total)
    return result
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("total", .optional(drivers.total.value)),
      .init(
        "sisa",
        .array(
          drivers.unspent.map { item in
            .object([
              .init("kode", .string(catalogue.nodes[item.node].code)),
              .init("tak_terinci", .bool(item.isRest)),
              .init("gaji", .bool(item.paysSalaries)), .init("silpa", .number(item.amount)),
              .init("poin", .number(item.points)),
            ])
          })),
      .init(
        "hasil",
        .array(
          drivers.results.map { item in
            .object([
              .init("kode", .string(catalogue.nodes[item.node].code)),
              .init("capaian", .number(item.achievement)),
              .init("poin", .number(item.points)),
            ])
          })),
      .init("silpa_gaji", .optional(drivers.salaryRemainder)),
    ]
    if let without = drivers.withoutSalaries {
      members += [
        .init("serapan_tanpa_gaji", .optional(without.absorption.value)),
        .init("efisiensi_tanpa_gaji", .optional(without.efficiency(.difference).value)),
      ]
    }
    if !drivers.total.reason.isEmpty { members.append(.init("sebab", .string(drivers.total.reason))) }
    return .object(members)
  }
}
