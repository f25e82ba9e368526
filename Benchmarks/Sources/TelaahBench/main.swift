import Glibc

/// Runs the benchmarks whose names contain one of the words given; all of them without words.
let words = CommandLine.arguments.dropFirst()
let chosen = Suite.all.filter { benchmark in words.isEmpty || words.contains { benchmark.name.contains($0) } }
if chosen.isEmpty {
  print("tidak ada yang cocok; yang ada: \(Suite.all.map(\.name).joined(separator: ", "))")
  exit(2)
}

func milliseconds(_ seconds: Double) -> String {
  let thousandths = Int((seconds * 1_000_000).rounded())
  let fraction = String(thousandths % 1000)
  return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
}

print("| benchmark | min ms | median ms | max ms | items/s |")
print("| --- | ---: | ---: | ---: | ---: |")
for benchmark in chosen {
  let seconds = try benchmark.measure()
  let median = seconds[seconds.count / 2]
  let rate = Int(Double(benchmark.items) / max(median, 1e-9))
  print(
    "| \(benchmark.name): \(benchmark.summary) | \(milliseconds(seconds[0])) | \(milliseconds(median)) "
      + "| \(milliseconds(seconds[seconds.count - 1])) | \(rate) |")
}
