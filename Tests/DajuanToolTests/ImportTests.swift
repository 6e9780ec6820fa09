import Foundation
import Testing

/// Folders import only what Package.swift lets them: an incremental build finds modules that a fresh one
/// would not.
struct ImportTests {
  /// A target: its folder, and the modules of the house it may import.
  struct Target: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: String
    let dependencies: Set<String>

    var testDescription: String { name }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let targets: [Target] = {
    let file = root.appending(path: "Package.swift")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let starts = text.matches(of: /\.(?<kind>target|executableTarget|testTarget)\(\s*name:/)
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      let words = text[start.range.upperBound..<end]
      guard let name = words.firstMatch(of: /"(.+?)"/)?.1 else { return nil }
      let list = words.firstMatch(of: /dependencies: \[(?<names>[^\]]*)\]/)?.names ?? ""
      let home = start.kind == "testTarget" ? "Tests" : "Sources"
      let path = words.firstMatch(of: /path: "(?<path>.+?)"/)?.path
      return Target(
        name: String(name), folder: path.map(String.init) ?? "\(home)/\(name)",
        dependencies: Set(list.matches(of: /"(.+?)"/).map { String($0.1) }))
    }
  }()

  @Test func allTargetsAreSeen() {
    #expect(Self.targets.count > 15)
    let dajuan = Self.targets.first { $0.name == "Dajuan" }
    #expect(
      dajuan?.dependencies == ["DajuanSyntax", "DajuanLedger", "DajuanReports", "TerminalText"])
    #expect(Self.targets.first { $0.name == "DajuanLedger" }?.dependencies.isEmpty == true)
  }

  @Test(arguments: targets)
  func importsAreDeclared(by target: Target) throws {
    let house = Set(Self.targets.map { $0.name.replacing("-", with: "_") })
    let allowed = target.dependencies.map { $0.replacing("-", with: "_") }
    let folder = Self.root.appending(path: target.folder)
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    )
    .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.matches(of: /(?m)^\s*(?:@\w+ )?(?:\w+ )?import (?<module>\w+)\s*$/)
      where house.contains(String(line.module)) {
        #expect(
          allowed.contains(String(line.module)), "\(file.lastPathComponent) imports \(line.module)")
      }
    }
  }
}
