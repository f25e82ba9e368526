/// A way of setting a target, with what it needs and what is dangerous about it.
public enum TargetMethod: String, CaseIterable, Hashable, Sendable {
  case components = "komponen"
  case maintain = "pertahankan"
  case increment = "kenaikan"
  case percent = "persen"
  case trend = "tren"
  case detectable = "terdeteksi"
  case catchUp = "patokan"
  case path = "jalur"
  case capacity = "kapasitas"
  case stretch = "menantang"
  case mandated = "wajib"

  /// The name in a sentence.
  public var title: String {
    switch self {
    case .components: "perkiraan komponen"
    case .maintain: "mempertahankan realisasi terakhir"
    case .increment: "realisasi terakhir ditambah kenaikan tahunan tengah"
    case .percent: "peningkatan persen"
    case .trend: "proyeksi tren"
    case .detectable: "perubahan terkecil yang terdeteksi"
    case .catchUp: "mengejar unit terbaik"
    case .path: "jalur lurus ke target akhir renstra"
    case .capacity: "kemampuan anggaran"
    case .stretch: "target menantang"
    case .mandated: "target yang sudah diperjanjikan"
    }
  }

  /// How the target is computed.
  public var formula: String {
    switch self {
    case .components: "rumus pengukuran atas perkiraan komponen"
    case .maintain: "T = R"
    case .increment: "T = R + median perubahan tahunan"
    case .percent: "T = R × (1 + g)"
    case .trend: "kuantil 20, 50, dan 80 sebaran prediksi garis kuadrat terkecil"
    case .detectable: "T = R + 1,96 × √2 × galat baku"
    case .catchUp: "T = R + κ × (terbaik − R)"
    case .path: "T = R + (akhir − R) ÷ sisa tahun"
    case .capacity: "T = R × pagu tahun ini ÷ pagu tahun lalu"
    case .stretch: "kuantil 90 sebaran prediksi"
    case .mandated: "target dalam perjanjian kinerja atau rencana"
    }
  }

  /// What the planner must know before choosing it.
  public var danger: String {
    switch self {
    case .components: "kenaikan komponen yang sekadar ditambah sedikit tidak beralasan"
    case .maintain: "tidak menantang; evaluasi AKIP (1.2.7) menuntut target yang menantang"
    case .increment: "kenaikan dapat berasal dari satu tahun yang kebetulan baik"
    case .percent: "persen dari indeks yang sudah dekat batas atas cepat tidak mungkin dicapai"
    case .trend: "garis dapat melampaui skala dan menembus pergantian cara ukur"
    case .detectable: "target di bawah galat pengukuran tidak dapat dibuktikan tercapai"
    case .catchUp: "cara ukur unit pembanding belum tentu sama"
    case .path: "bila target akhir sudah terlampaui, jalurnya mendatar"
    case .capacity: "anggaran bukan hasil; pagu yang naik tidak menjamin hasil naik"
    case .stretch: "peluang tercapainya kecil dan harus disebut dalam alasan"
    case .mandated: "dapat tidak sesuai dengan kemampuan unit"
    }
  }
}
