// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "telaah-benchmarks",
  dependencies: [.package(name: "telaah", path: "..")],
  targets: [
    .executableTarget(
      name: "TelaahBench", dependencies: [.product(name: "Analysis", package: "telaah")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
