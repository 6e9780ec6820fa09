// swift-tools-version: 6.2
import PackageDescription

// A program of its own that holds the evaluator: `swift run --package-path Examples/swift promises 2022`.
let package = Package(
  name: "promises",
  dependencies: [.package(name: "dajuan", path: "../..")],
  targets: [
    .executableTarget(
      name: "promises", dependencies: [.product(name: "Dajuan", package: "dajuan")])
  ]
)
