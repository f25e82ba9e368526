import Analysis
import Testing

@Suite struct ParserProblemTests {
  @Test(arguments: problems)
  func pointsAtTheFault(drawn: String) {
    let source = String(drawn.prefix { $0 != "\n" })
    #expect(drawingOfParsing(source) == drawn)
  }

  @Test func everyProblemHasAPlace() {
    for source in [
      "", "   ", String(repeating: "(", count: 100_000), String(repeating: "1+", count: 5_000) + "1",
    ] {
      #expect(throws: Problem.self) { try Expression(parsing: source) }
      do { _ = try Expression(parsing: source) } catch { #expect(error.place != nil) }
    }
  }

  @Test func aThousandTermsAreRead() throws {
    let sum = try Expression(parsing: Array(repeating: "1", count: 1_000).joined(separator: "+"))
    #expect(try Expression(parsing: sum.text) == sum)
  }

  static let problems = [
    """
    IKM +
         ^
    rumus belum selesai
    diharapkan: angka, kode indikator, fungsi, atau (
    """,
    """
    =IKM
    ^
    rumus tidak diawali tanda =
    diharapkan: angka, kode indikator, atau fungsi
    """,
    """
    +5
    ^
    tanda + tidak perlu di depan nilai
    diharapkan: angka, kode indikator, fungsi, atau (
    """,
    """
    1.250
    ^^^^^
    bilangan 1.250 dapat dibaca dua cara
    diharapkan: 1,25 atau 1250
    saran: 1,25, 1250
    """,
    """
    1.234.567 + 1
    ^^^^^^^^^
    bilangan 1.234.567 ditulis dengan pemisah ribuan
    diharapkan: 1234567 tanpa pemisah ribuan
    saran: 1234567
    """,
    """
    1.234,56
    ^^^^^^^^
    bilangan 1.234,56 ditulis dengan pemisah ribuan
    diharapkan: 1234,56 tanpa pemisah ribuan
    saran: 1234,56
    """,
    """
    1,234.5
    ^^^^^^^
    bilangan 1,234.5 ditulis dengan pemisah ribuan
    diharapkan: 1234,5 tanpa pemisah ribuan
    saran: 1234,5
    """,
    """
    1.2.3
    ^^^^^
    1.2.3 bukan bilangan
    diharapkan: satu tanda desimal, misalnya 2,5
    """,
    """
    12.345%
    ^^^^^^
    bilangan 12.345 dapat dibaca dua cara
    diharapkan: 12,345 atau 12345
    saran: 12,345, 12345
    """,
    """
    2,5,1
    ^^^^^
    2,5,1 bukan bilangan
    diharapkan: satu tanda desimal, misalnya 2,5
    """,
    """
    IKM 2
        ^
    “2” tidak pada tempatnya
    diharapkan: operator di antara dua nilai
    """,
    """
    (IKM + 2
    ^
    kurung ( tidak ditutup
    diharapkan: ) di akhir rumus
    """,
    """
    IKM + 2)
           ^
    kurung ) tidak punya pasangan
    diharapkan: operator atau akhir rumus
    """,
    """
    jumlah(IKM; 2
          ^
    kurung ( tidak ditutup
    diharapkan: ) di akhir rumus
    """,
    """
    rta(IKM.*)
    ^^^
    fungsi “rta” tidak dikenal
    saran: rata
    """,
    """
    capain(AKIP)
    ^^^^^^
    fungsi “capain” tidak dikenal
    saran: capaian
    """,
    """
    IKM.* + 1
    ^^^^^
    IKM.* berarti banyak nilai
    diharapkan: di dalam jumlah, rata, min, maks, median, cacah, atau ada
    """,
    """
    bulat(IKM.*; 2)
          ^^^^^
    IKM.* berarti banyak nilai
    diharapkan: di dalam jumlah, rata, min, maks, median, cacah, atau ada
    """,
    """
    batas(1; 2)
              ^
    argumen batas kurang
    diharapkan: batas(x; bawah; atas)
    """,
    """
    abs(1; 2)
           ^
    argumen abs terlalu banyak
    diharapkan: abs(x)
    """,
    """
    tertimbang(1; 2; 3)
                      ^
    argumen tertimbang kurang
    diharapkan: tertimbang(nilai; bobot; …)
    """,
    """
    jumlah()
           ^
    argumen jumlah kurang
    diharapkan: jumlah(x; y; …)
    """,
    """
    maks(A, B)
          ^
    tanda “,” tidak pada tempatnya
    diharapkan: ; di antara argumen, karena koma adalah tanda desimal
    """,
    """
    maks(A,5)
          ^
    tanda “,” tidak pada tempatnya
    diharapkan: ; di antara argumen, karena koma adalah tanda desimal
    """,
    """
    ,5
    ^
    angka tidak dapat diawali tanda desimal
    diharapkan: nol di depannya, misalnya 0,5
    """,
    """
    2 : 3
      ^
    tanda : bukan operator
    diharapkan: / untuk membagi
    """,
    """
    A & B
      ^
    tanda “&” bukan operator
    diharapkan: dan, atau, <>
    """,
    """
    A and B
      ^^^
    operator “and” tidak dikenal
    diharapkan: operator
    saran: dan
    """,
    """
    1 < x < 5
          ^
    perbandingan tidak dapat dirangkai
    diharapkan: dan, misalnya 1 < x dan x < 5
    """,
    """
    "A" + 1
    ^^^
    teks tidak dapat dihitung
    diharapkan: angka
    """,
    """
    predikat(A) = 5
                  ^
    teks tidak dapat dibandingkan dengan angka
    diharapkan: teks, misalnya "A"
    """,
    """
    predikat(A) > "B"
    ^^^^^^^^^^^
    teks hanya dapat dibandingkan dengan = atau <>
    """,
    """
    jika(A; "x"; 1)
                 ^
    kedua pilihan jika harus sama-sama angka atau sama-sama teks
    """,
    """
    predikat(AKIP) = "A
                     ^
    tanda petik tidak ditutup
    diharapkan: " di akhir teks
    """,
    """
    AKIP[24]
         ^^
    tahun tidak dikenali
    diharapkan: tahun seperti [2024] atau jarak tahun seperti [-1]
    """,
    """
    AKIP[2024
             ^
    kurung siku tidak ditutup
    diharapkan: ] atau ;
    """,
    """
    AKIP[2024; ngoro]
               ^^^^^
    nama unit tidak dikenali
    diharapkan: nama unit di antara tanda petik, "…"
    """,
    """
    AKIP[-1,5]
          ^^^
    tahun tidak dikenali
    diharapkan: tahun seperti [2024] atau jarak tahun seperti [-1]
    """,
    """
    capaian(AKIP)[2024]
                 ^
    tahun ditulis di dalam kurung
    diharapkan: misalnya capaian(AKIP[2024])
    """,
    """
    capaian(AKIP + 1)
                 ^
    capaian(…) hanya menerima satu kode
    diharapkan: ) setelah kode
    """,
    """
    (A)[2024]
       ^
    kurung siku hanya setelah kode
    diharapkan: misalnya AKIP[2024]
    """,
    """
    A (B)
    ^
    fungsi “A” tidak dikenal
    """,
    """
    2IKM
     ^
    huruf menempel pada angka 2
    diharapkan: operator; kode yang diawali angka ditulis 'seperti ini'
    """,
    """
    IKM. + 1
       ^
    kode tidak dapat diakhiri titik
    diharapkan: nama komponen, atau * untuk semuanya
    """,
    """
    5 % 2
        ^
    “2” tidak pada tempatnya
    diharapkan: operator; % berarti per seratus, bukan sisa bagi
    """,
    """
    A; B
     ^
    tanda ; hanya di antara argumen fungsi
    diharapkan: operator atau akhir rumus
    """,
    """
    A ? B
      ^
    tanda “?” tidak dikenal dalam rumus
    """,
    """
    A\u{7}B
     ^
    tanda U+0007 tidak dikenal dalam rumus
    """,
    """
    'abc
    ^
    kode di antara tanda petik tunggal tidak lengkap
    diharapkan: 'KODE'
    """,
    """
    {1}
    ^
    tanda “{” tidak dikenal
    diharapkan: tanda kurung ( )
    """,
    """
    *3
    ^
    “*” tidak pada tempatnya
    diharapkan: angka, kode indikator, fungsi, atau (
    """,
    """
    ()
     ^
    “)” tidak pada tempatnya
    diharapkan: angka, kode indikator, fungsi, atau (
    """,
    """
    1e6
     ^
    huruf menempel pada angka 1
    diharapkan: operator; kode yang diawali angka ditulis 'seperti ini'
    """,
    """
    2024 "x"
         ^^^
    “"x"” tidak pada tempatnya
    diharapkan: operator di antara dua nilai
    """,
    """
    é + ×
        ^
    “×” tidak pada tempatnya
    diharapkan: angka, kode indikator, fungsi, atau (
    """,
  ]
}
