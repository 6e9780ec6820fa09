// swift-tools-version: 6.2
import PackageDescription

// Programs of their own that hold the evaluator: `swift run --package-path Examples/swift promises 2022`.
let package = Package(
  name: "promises",
  dependencies: [.package(name: "dajuan", path: "../..")],
  targets: ["promises", "tutorial"].map {
    .executableTarget(name: $0, dependencies: [.product(name: "Dajuan", package: "dajuan")])
  }
)
