// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "telaah",
  products: [
    .executable(name: "telaah", targets: ["Shell"]),
    .library(name: "Analysis", targets: ["Analysis"]),
  ],
  targets: [
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Analysis", dependencies: ["CGLPK", "CMessageDigest", "CSQLite", "CZip"]),
    .executableTarget(
      name: "Shell", dependencies: ["Analysis", "CLibEdit", "CXLSXWriter", "CZip"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "TestSupport"], exclude: ["References"]),
    .testTarget(
      name: "ShellTests", dependencies: ["Shell", "Analysis", "CSQLite", "TestSupport"],
      exclude: ["Commands/Snapshots", "Rendering/Snapshots"]),
    .testTarget(name: "TerminalTests", dependencies: ["TestSupport"]),
  ]
)

for target in package.targets
where target.type == .regular || target.type == .executable || target.type == .test {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
