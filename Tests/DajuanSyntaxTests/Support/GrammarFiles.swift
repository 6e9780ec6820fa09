import Foundation

/// The files of the checkout's Grammar/ folder.
enum GrammarFiles {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Grammar")

  static func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The paths of what is in a folder beside those, and in its folders.
  static func namesBelow(_ name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).path).sorted()
  }

  /// Writes a file if the environment asks for it, so that the test after it finds what it expects.
  static func recordIfAsked(_ name: String, _ text: String) throws {
    guard ProcessInfo.processInfo.environment["DAJUAN_RECORD"] == "1" else { return }
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  /// The rows of a table below its head, as columns by name.
  static func rows(_ name: String) throws -> [[String: String]] {
    let lines = try read(name).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(head, line))
    }
  }
}
