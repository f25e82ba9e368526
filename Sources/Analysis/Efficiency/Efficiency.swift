/// The formulas of efficiency over single figures.
///
/// Achievements, absorption and availability are in percent, money in rupiah. A figure that is missing, or that a
/// division by 0 would make infinite, stays missing and says why.
public enum Efficiency {
  /// A figure that may be missing.
  ///
  /// - Returns: Missing, naming the figure, for `nil` and for numbers that are not finite.
  public static func known(_ value: Double?, _ name: String) -> Measured {
    guard let value, value.isFinite else { return .missing("\(name) kosong") }
    return .value(value)
  }

  /// Absorption (serapan): spending ÷ ceiling × 100. It may exceed 100, and is negative after a correction that
  /// is larger than the spending.
  ///
  /// - Returns: Missing when a figure is missing or the ceiling is not above 0.
  public static func absorption(spending: Double?, ceiling: Double?) -> Measured {
    Measured.combine(known(ceiling, "pagu"), known(spending, "realisasi anggaran")) { ceiling, spending in
      guard ceiling >= 0 else { return .missing("pagu negatif sehingga serapan tidak dapat dihitung") }
      return Achievement.absorption(spending: spending, ceiling: ceiling).map { $0 }
    }
  }

  /// What the budget leaves (SiLPA): ceiling − spending; negative when more was spent than the ceiling.
  public static func remainder(spending: Double?, ceiling: Double?) -> Measured {
    Measured.combine(known(ceiling, "pagu"), known(spending, "realisasi anggaran")) { finite($0 - $1) }
  }

  /// `selisih`: achievement − absorption, in percentage points; above 0 is efficient.
  public static func difference(achievement: Measured, absorption: Measured) -> Measured {
    Measured.combine(achievement, absorption) { finite($0 - $1) }
  }

  /// `relatif`: (achievement ÷ absorption − 1) × 100, in percent.
  ///
  /// - Returns: Missing when the absorption is not above 0.
  public static func relative(achievement: Measured, absorption: Measured) -> Measured {
    ratio(achievement: achievement, absorption: absorption).map { ($0 - 1) * 100 }
  }

  /// `rasio`: achievement ÷ absorption.
  ///
  /// - Returns: Missing when the absorption is not above 0.
  public static func ratio(achievement: Measured, absorption: Measured) -> Measured {
    Measured.combine(achievement, absorption) { achievement, absorption in
      guard absorption > 0 else {
        let state = absorption == 0 ? "0" : "negatif"
        return .missing("serapan \(state) sehingga perbandingannya tidak dapat dihitung")
      }
      return finite(achievement / absorption)
    }
  }

  /// `biaya`: spending per percentage point of achievement, in rupiah.
  ///
  /// - Returns: Missing when the achievement is not above 0 (spent without result).
  public static func costPerPoint(spending: Double?, achievement: Measured) -> Measured {
    Measured.combine(known(spending, "realisasi anggaran"), achievement) { spending, achievement in
      guard achievement > 0 else {
        return .missing(
          "capaian \(achievement == 0 ? "0" : "negatif") sehingga biaya per poin tidak dapat dihitung")
      }
      return finite(spending / achievement)
    }
  }

  /// `biaya`: spending per unit of output, in rupiah; with ceiling and target it is the planned cost.
  ///
  /// - Returns: Missing when the output is not above 0.
  public static func costPerOutput(spending: Double?, output: Double?) -> Measured {
    Measured.combine(known(spending, "realisasi anggaran"), known(output, "keluaran")) { spending, output in
      guard output > 0 else {
        return .missing(
          "keluaran \(output == 0 ? "0" : "negatif") sehingga biaya per keluaran tidak dapat dihitung")
      }
      return finite(spending / output)
    }
  }

  /// Availability (ketersediaan) of staff or facilities: available ÷ needed × 100.
  ///
  /// - Returns: Missing when a figure is missing or negative, or nothing is needed.
  public static func availability(available: Double?, needed: Double?) -> Measured {
    Measured.combine(known(available, "jumlah tersedia"), known(needed, "jumlah dibutuhkan")) {
      available, needed in
      guard available >= 0, needed >= 0 else { return .missing("jumlah tersedia atau dibutuhkan negatif") }
      guard needed > 0 else { return .missing("kebutuhan 0 sehingga ketersediaan tidak dapat dihitung") }
      return finite(available / needed * 100)
    }
  }

  /// `sumberdaya`: achievement − availability, in percentage points; above 0 is efficient.
  public static func resources(achievement: Measured, availability: Measured) -> Measured {
    Measured.combine(achievement, availability) { finite($0 - $1) }
  }

  private static func finite(_ value: Double) -> Measured {
    value.isFinite ? .value(value) : .missing("hasilnya bukan bilangan")
  }
}
