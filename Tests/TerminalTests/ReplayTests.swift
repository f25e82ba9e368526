import TestSupport
import Testing

/// The built program replaying the notebooks of the project.
@Suite struct ReplayTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private func output(_ script: String) throws -> String {
    let terminal = try Terminal(
      "/bin/sh", ["-c", script],
      environment: [
        "PATH": "/usr/bin:/bin", "TELAAH": Session.program, "BUKU": Self.root + "/notebooks",
        "HASIL": try Session.newFolder(), "TELAAH_RIWAYAT": "",
      ],
      columns: 200, rows: 100)
    #expect(terminal.waitForExit(60) == 0)
    return terminal.screen.text
  }

  @Test(arguments: ["mulai", "jombang", "ngoro"]) func exampleNotebooksReplay(name: String) throws {
    let text = try output(
      #""$TELAAH" putar "$BUKU/\#(name).md" > "$HASIL/teks"; echo "status $?"; tail -n 3 "$HASIL/teks""#)
    #expect(text.contains("status 0"), "\(text)")
    #expect(!text.contains("galat"))
  }

  @Test func jombangMissedItsTargets() throws {
    let text = try output(#""$TELAAH" putar "$BUKU/jombang.md" | grep -E 'AKIP|IKPP'"#)
    #expect(text.contains("99,88") && text.contains("97,75"), "\(text)")
  }

  @Test func recordedOutputsDependOnNothingAround() throws {
    let text = try output(
      #"""
      for lokal in C C.UTF-8 id_ID.UTF-8 en_US.UTF-8; do for lebar in 40 80 200; do for zona in UTC Asia/Jakarta; do
        berkas="$HASIL/$lokal-$lebar-$(basename $zona).md"
        LC_ALL=$lokal LANG=$lokal TZ=$zona COLUMNS=$lebar USER=$lokal TERM=dumb \
          "$TELAAH" --lebar $lebar --warna ya putar "$BUKU/mulai.md" keluaran="$berkas" > /dev/null || echo gagal
      done; done; done
      cd "$HASIL"; ls | wc -l; sha256sum *.md | cut -c1-64 | sort -u | wc -l; grep -c keluaran C-40-UTC.md
      """#)
    #expect(
      text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } } == ["24", "1", "5"],
      "\(text)")
  }

  @Test func driftEndsWithStatusThree() throws {
    let text = try output(
      #"""
      cp -r "$BUKU/." "$HASIL"; cd "$HASIL"
      "$TELAAH" perbarui mulai.md > /dev/null; "$TELAAH" periksa-ulang mulai.md > /dev/null; echo "sama $?"
      sed -i 's/^\(Kecamatan Plandaan,2024,,AKIP,74.50,\)78.44/\181.5/' data/plandaan/kinerja.csv
      "$TELAAH" periksa-ulang mulai.md > teks; echo "berubah $?"; grep '78,44' teks
      """#)
    #expect(text.contains("sama 0") && text.contains("berubah 3"), "\(text)")
    #expect(text.contains("Kecamatan Plandaan 2024 AKIP realisasi: 78,44 → 81,5"), "\(text)")
  }

  @Test func aTranscriptOnStandardInputRunsOnlyWhatWasTyped() throws {
    let text = try output(
      #"""
      printf 'Telaah 0.1.0. Ketik bantuan\ntelaah › muat %s/data/ngoro\nData ngoro\nngoro 2024 › hitung AKIP*2\nhasil\n' "$BUKU" \
        | "$TELAAH" | tail -n 1; echo "status $?"
      """#)
    #expect(text.contains("160,3") && text.contains("status 0"), "\(text)")
  }
}
