/// The page that `telaah --bantuan` shows.
enum ProgramHelp {
  static var text: String {
    let forms = ProgramOptions.entries.map { entry in
      let names = entry.names.joined(separator: ", ")
      return (entry.value.isEmpty ? names : "\(names) \(entry.value)", entry.help)
    }
    let width = forms.map(\.0.count).max() ?? 0
    let lines = forms.map { "  " + $0.padded(to: width) + "  " + $1 }
    return """
      Telaah \(Release.version): menelaah kinerja, anggaran, dan target perangkat daerah.

      Pemakaian:
        telaah                          membuka sesi tanya jawab
        telaah -c PERINTAH [-c …]       menjalankan perintah lalu selesai
        telaah putar CATATAN.md         memutar buku catatan
        telaah periksa-ulang CATATAN.md memeriksa apakah hasilnya masih sama
        telaah < perintah.txt           membaca perintah dari masukan standar

      Opsi:
      \(lines.joined(separator: "\n"))

      Status keluar: 0 baik; 1 ada perintah yang gagal; 2 salah pemakaian; 3 hasil berubah; 130 dihentikan.

      """
  }
}

extension String {
  /// The text with spaces behind it up to a number of characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
