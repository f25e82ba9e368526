import Analysis
import Testing

@testable import Shell

@Suite struct ZipArchiveTests {
  private func archive(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = ZipArchiveWriter()
    for (name, bytes) in parts { writer.add(name, bytes) }
    return try writer.bytes()
  }

  @Test func givesBackWhatWasPacked() throws {
    let parts: [(String, [UInt8])] = [
      ("b/é.xml", Array("isi".utf8)), ("a.bin", (0..<70_000).map { UInt8($0 & 0xFF) }), ("kosong", []),
    ]
    let reader = try ZipArchiveReader(archive(parts), name: "uji.zip")
    #expect(reader.order == parts.map(\.0))
    for (name, bytes) in parts { #expect(reader[name] == bytes) }
  }

  @Test func sameEntriesGiveSameBytes() throws {
    let parts = [("a", Array("satu".utf8)), ("b", Array("dua".utf8))]
    #expect(try archive(parts) == archive(parts))
  }

  @Test func refusesMoreThanTheLimits() throws {
    let zeros = try archive([("nol", [UInt8](repeating: 0, count: 1 << 20)), ("satu", [1])])
    #expect(zeros.count < 4_000)
    var limits = ZipArchiveReader.Limits()
    limits.unpackedBytes = 1 << 20
    #expect(throws: Problem.self) { try ZipArchiveReader(zeros, name: "bom.zip", limits: limits) }
    limits.unpackedBytes += 1
    #expect(try ZipArchiveReader(zeros, name: "bom.zip", limits: limits).order.count == 2)
    limits.entries = 1
    #expect(throws: Problem.self) { try ZipArchiveReader(zeros, name: "bom.zip", limits: limits) }
  }

  @Test(arguments: [[], Array("bukan zip".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1]] as [[UInt8]])
  func refusesWhatIsNoArchive(_ bytes: [UInt8]) {
    #expect(throws: Problem.self) { try ZipArchiveReader(bytes, name: "rusak.xlsx") }
  }

  @Test func refusesDamagedContent() throws {
    var bytes = try archive([("a", Array("isi yang cukup panjang untuk dirusak".utf8))])
    bytes[40] ^= 0xFF
    #expect(throws: Problem.self) { try ZipArchiveReader(bytes, name: "rusak.xlsx") }
  }
}
