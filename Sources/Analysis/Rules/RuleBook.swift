/// Every scale and rule set known by name.
public enum RuleBook {
  /// The scales, as the reports and regulations print them.
  ///
  /// Printed scales mix `>80–90` (boundary to the lower class) with `88,31–100` (two decimals). Both are read
  /// alike: the value is rounded as declared, and the upper end belongs to its class.
  public static let scales: [Scale] = [
    Scale(
      name: "capaian-110", source: "Peraturan Bupati 37/2025", since: 2024, places: 2,
      classes: [
        .init("Istimewa", from: 100, to: 110), .init("Baik", from: 80, to: 100),
        .init("Butuh Perbaikan", from: 60, to: 80), .init("Kurang", from: 20, to: 60),
        .init("Sangat Kurang", from: 0, to: 20, includesLower: true),
      ]),
    Scale(
      name: "capaian-120", source: "LKjIP dua perangkat daerah; tidak mencakup >80–90", since: 2023,
      places: 2,
      classes: [
        .init("Istimewa", from: 110, to: 120), .init("Baik", from: 90, to: 110),
        .init("Butuh Perbaikan", from: 70, to: 80), .init("Kurang", from: 50, to: 70),
        .init("Sangat Kurang", from: 0, to: 50, includesLower: true),
      ]),
    Scale(
      name: "akip-lan", source: "LKjIP Kecamatan Jombang 2024", since: 2021, places: 2,
      classes: [
        .init("AA", from: 90, to: 100), .init("A", from: 80, to: 90), .init("BB", from: 70, to: 80),
        .init("B", from: 60, to: 70), .init("CC", from: 50, to: 60), .init("C", from: 40, to: 50),
        .init("D", from: 0, to: 40, includesLower: true),
      ]),
    Scale(
      name: "akip", source: "PermenPAN-RB 88/2021", since: 2021, places: 2,
      classes: [
        .init("AA", "Sangat Memuaskan", from: 90, to: 100), .init("A", "Memuaskan", from: 80, to: 90),
        .init("BB", "Sangat Baik", from: 70, to: 80), .init("B", "Baik", from: 60, to: 70),
        .init("CC", "Cukup", from: 50, to: 60), .init("C", "Kurang", from: 30, to: 50),
        .init("D", "Sangat Kurang", from: 0, to: 30, includesLower: true),
      ]),
    Scale(
      name: "ikm", source: "PermenPAN-RB 14/2017", since: 2017, places: 2,
      classes: [
        .init("A", "Sangat Baik", from: 88.31, to: 100, includesLower: true),
        .init("B", "Baik", from: 76.61, to: 88.30, includesLower: true),
        .init("C", "Kurang Baik", from: 65.00, to: 76.60, includesLower: true),
        .init("D", "Tidak Baik", from: 25.00, to: 64.99, includesLower: true),
      ]),
    Scale(
      name: "ipp", source: "PermenPAN-RB 17/2017 dan 29/2022", since: 2017, places: 2,
      classes: [
        .init("A", "Pelayanan Prima", from: 4.51, to: 5, includesLower: true),
        .init("A-", "Sangat Baik", from: 4.01, to: 4.50, includesLower: true),
        .init("B", "Baik", from: 3.51, to: 4.00, includesLower: true),
        .init("B-", "Baik (dengan catatan)", from: 3.01, to: 3.50, includesLower: true),
        .init("C", "Cukup", from: 2.51, to: 3.00, includesLower: true),
        .init("C-", "Cukup (dengan catatan)", from: 2.01, to: 2.50, includesLower: true),
        .init("D", "Buruk", from: 1.51, to: 2.00, includesLower: true),
        .init("E", "Sangat Buruk", from: 1.01, to: 1.50, includesLower: true),
        .init("F", "Gagal", from: 0, to: 1.00, includesLower: true),
      ]),
    Scale(
      name: "ikpp", source: "Kabupaten Jombang", since: 2022, places: 2,
      classes: [
        .init("A", "Sangat Berkualitas", from: 8.26, to: 10, includesLower: true),
        .init("B", "Berkualitas", from: 6.51, to: 8.25, includesLower: true),
        .init("C", "Cukup", from: 3.01, to: 6.50, includesLower: true),
        .init("D", "Buruk", from: 1.25, to: 3.00, includesLower: true),
      ]),
    Scale(
      name: "renja", source: "Permendagri 86/2017", since: 2017, places: 0,
      classes: [
        .init("Sangat Tinggi", from: 91, to: 100, includesLower: true),
        .init("Tinggi", from: 76, to: 90, includesLower: true),
        .init("Sedang", from: 66, to: 75, includesLower: true),
        .init("Rendah", from: 51, to: 65, includesLower: true),
        .init("Sangat Rendah", from: 0, to: 50, includesLower: true),
      ]),
  ]

  /// The cap that belongs to each scale for achievements; these scales are also the names of the rule sets.
  public static let caps: [(name: String, cap: Double)] = [
    ("capaian-110", 110), ("capaian-120", 120), ("akip-lan", 100), ("renja", 100),
  ]

  /// Which scale the value of an indicator is classed by.
  public static let valueScales: [(code: String, scale: String)] = [
    ("AKIP", "akip"), ("IKM", "ikm"), ("IPP", "ipp"), ("IKPP", "ikpp"),
  ]

  /// The bounds of components where a catalogue gives none: the weights of the AKIP evaluation (PermenPAN-RB 88/2021)
  /// and the scores of the public service index (PermenPAN-RB 17/2017).
  public static let componentBounds: [(code: String, bounds: ValueBounds)] = [
    ("AKIP.PERENCANAAN", ValueBounds(least: 0, greatest: 30)),
    ("AKIP.PENGUKURAN", ValueBounds(least: 0, greatest: 30)),
    ("AKIP.PELAPORAN", ValueBounds(least: 0, greatest: 15)),
    ("AKIP.EVALUASI", ValueBounds(least: 0, greatest: 25)),
    ("IPP.F02", ValueBounds(least: 0, greatest: 5)), ("IPP.F03", ValueBounds(least: 0, greatest: 5)),
  ]

  /// The organisational score of the regent's regulation.
  public static let score = ScoreRule(
    source: "Peraturan Bupati 37/2025", cap: 110, indicator: "AKIP",
    corrections: ["AA": 0, "A": 0, "BB": 10], scale: "capaian-110")

  /// The scale with a name.
  ///
  /// - Throws: A rule problem with the nearest names.
  public static func scale(_ name: String) throws(Problem) -> Scale {
    if let scale = scales.first(where: { $0.name == name.lowercased() }) { return scale }
    throw Problem(
      "skala “\(name)” tidak dikenal", kind: .rule,
      expected: "salah satu dari \(scales.map(\.name).joined(separator: ", "))",
      suggestions: Suggestion.nearest(to: name, among: scales.map(\.name)))
  }

  /// The rule set with a name, with a dataset's own settings on top.
  ///
  /// Settings understood: `skala_capaian`, `batas_capaian`, `skala.KODE` (scale of an indicator's value),
  /// `koreksi.PREDIKAT` (correction in percent).
  ///
  /// - Parameters:
  ///   - name: The rule set; `nil` takes the dataset's, `capaian-110` when it names none.
  ///   - settings: The dataset's `aturan`.
  /// - Throws: A rule problem when a scale, a cap or a rate is unknown or not a number.
  public static func ruleSet(_ name: String?, settings: [Dataset.Setting] = []) throws(Problem) -> RuleSet {
    func setting(_ key: String) -> String? { settings.first { $0.key == key }?.value }
    let chosen = name ?? setting("skala_capaian") ?? "capaian-110"
    let scale = try scale(chosen)
    guard var cap = caps.first(where: { $0.name == scale.name })?.cap else {
      throw Problem(
        "“\(chosen)” bukan skala untuk capaian", kind: .rule,
        expected: "salah satu dari \(caps.map(\.name).joined(separator: ", "))")
    }
    if name == nil, let text = setting("batas_capaian") { cap = try number(text, key: "batas_capaian") }
    var valueScales: [String: Scale] = [:]
    for (code, name) in self.valueScales { valueScales[code] = try self.scale(name) }
    var score = score
    for entry in settings {
      if entry.key.hasPrefix("skala.") {
        valueScales[entry.key.dropFirst(6).uppercased()] = try self.scale(entry.value)
      } else if entry.key.hasPrefix("koreksi.") {
        score.corrections[String(entry.key.dropFirst(8))] = try number(entry.value, key: entry.key)
      }
    }
    return RuleSet(
      name: scale.name, cap: cap, achievementScale: scale, valueScales: valueScales, score: score)
  }

  private static func number(_ text: String, key: String) throws(Problem) -> Double {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite, value >= 0 else {
      throw Problem("aturan \(key) bernilai “\(text)”", kind: .rule, expected: "bilangan tidak negatif")
    }
    return value
  }
}

extension String {
  /// The text with every occurrence of one character replaced.
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
