import Testing

@testable import Analysis

@Suite struct GeneratorTests {
  private func hexadecimal(_ words: [some FixedWidthInteger]) -> [String] {
    words.map { "0x" + String($0, radix: 16) }
  }

  @Test func philoxGivesItsKnownAnswers() throws {
    let known = try SimulationReference.load().rng_known_answers
    let short = Philox4x32.block(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(hexadecimal([short.0, short.1, short.2, short.3]) == known.philox4x32_10_ctr0_key0)
    let ones = Philox4x32.block(counter: (.max, .max, .max, .max), key: (.max, .max))
    #expect(hexadecimal([ones.0, ones.1, ones.2, ones.3]) == known.philox4x32_10_ctrF_keyF)
    let long = Philox4x64.block(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(hexadecimal([long.0, long.1, long.2, long.3]) == known.philox4x64_10_ctr0_key0)
    let next = Philox4x64.block(counter: (1, 0, 0, 0), key: (0, 0))
    #expect(hexadecimal([next.0, next.1, next.2, next.3]) == known.philox4x64_10_ctr1_key0)
  }

  @Test func splitMixGivesItsKnownAnswers() throws {
    var generator = SplitMix64(seed: 0)
    let words = (0..<4).map { _ in generator.next() }
    #expect(hexadecimal(words) == (try SimulationReference.load().rng_known_answers.splitmix64_seed0))
    #expect(SplitMix64.mixed(0) == words[0])
  }

  @Test func wordsBecomeDoublesBelowOne() {
    #expect(RandomStream.unit(0) == 0)
    #expect(RandomStream.unit(1 << 11) == 0x1p-53)
    #expect(RandomStream.unit(.max) == 1 - 0x1p-53)
    #expect(RandomStream.unit(1 << 63) == 0.5)
  }

  @Test func hashIsThePublishedOne() {
    #expect(RandomStream.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(RandomStream.hash("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(RandomStream.hash("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test func blockOfDrawsIsTheDrawsOfItsTrials() {
    let stream = RandomStream(seed: 7, name: "IPP.F02")
    var draws = [Double](repeating: 0, count: 64)
    draws.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      stream.fill(base, first: 1_000, count: 64)
    }
    #expect(draws == (1_000..<1_064).map { stream.uniform(trial: $0) })
  }

  @Test func namesAndSeedsGiveDifferentStreams() {
    let streams = [("A", 1), ("B", 1), ("A", 2), ("AB", 1)].map { RandomStream(seed: $0.1, name: $0.0) }
    #expect(Set(streams.map { $0.uniform(trial: 0) }).count == streams.count)
  }
}
