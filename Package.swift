// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dajuan",
  products: [
    .library(name: "Dajuan", targets: ["Dajuan", "DajuanLedger", "DajuanSyntax"]),
    .executable(name: "dajuan", targets: ["DajuanTool"]),
    .library(name: "DajuanC", type: .dynamic, targets: ["DajuanC"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CEditline",
      pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"])]
    ),
    .target(name: "TerminalText"),
    .target(name: "LineEditing", dependencies: ["CEditline", "TerminalText"]),
    .target(
      name: "DajuanSyntax",
      resources: [.embedInCode("Diagnostics/explanations.txt")]
    ),
    .target(name: "DajuanLedger"),
    .target(name: "DajuanReports", dependencies: ["DajuanLedger"]),
    .target(
      name: "Dajuan",
      dependencies: ["DajuanSyntax", "DajuanLedger", "DajuanReports", "TerminalText"],
      resources: [
        .embedInCode("Bundled/erqi-2022.txt"),
        .embedInCode("Completion/Pinyin/syllables.txt"),
      ]
    ),
    .systemLibrary(name: "CDajuan"),
    .target(
      name: "DajuanC",
      dependencies: ["CDajuan", "Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax"],
      exclude: ["exports.map", "dajuan.pc.in"]
    ),
    .executableTarget(
      name: "DajuanTool",
      dependencies: [
        "Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax", "LineEditing", "TerminalText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "dajuan-bench",
      dependencies: ["Dajuan", "DajuanLedger", "DajuanSyntax"],
      path: "Tests/Benchmarks",
      exclude: [
        "README.md", "Peers/calls.c", "Peers/calls-sqlite.c", "Peers/calls.py",
        "Peers/parse-sql.py", "Peers/engine.py", "Peers/engine-duckdb.py",
        "Peers/engine-polars.py", "Peers/engine-sqlite.py",
      ]
    ),
    .target(
      name: "FuzzTargets",
      dependencies: ["Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax"],
      path: "Tests/Fuzz/Targets"
    ),
    .executableTarget(
      name: "dajuan-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Runner"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
    .executableTarget(
      name: "dajuan-soak", dependencies: ["Dajuan", "DajuanLedger", "DajuanSyntax"],
      path: "Tests/Soak"),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["dajuan-bench", "Dajuan", "DajuanLedger"]),
    .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"]),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing", "TerminalText"]),
    .testTarget(name: "DajuanSyntaxTests", dependencies: ["DajuanSyntax"]),
    .testTarget(
      name: "DajuanLedgerTests", dependencies: ["DajuanLedger"], exclude: ["Arrow/arrow-peer.py"]),
    .testTarget(name: "DajuanReportsTests", dependencies: ["DajuanReports", "DajuanLedger"]),
    .testTarget(
      name: "DajuanTests",
      dependencies: [
        "Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax", "FuzzTargets", "TerminalText",
      ]),
    .testTarget(
      name: "DajuanToolTests",
      dependencies: [
        "DajuanTool", "DajuanC", "Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax",
        "LineEditing", "TerminalText",
      ],
      exclude: ["Screens", "Embedding/hostile.c"]),
  ],
  swiftLanguageModes: [.v6]
)

// One list of settings for every Swift target, so that none falls behind.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
