import Foundation
import Testing

@testable import DajuanLedger

/// Files that pyarrow reads and writes; with it polars and DuckDB, where they are.
@Suite(.enabled(if: Peer.isThere, "no Python with pyarrow; DAJUAN_PYTHON names one"))
struct ArrowInteropTests {
  @Test(arguments: [0, 1, 64, 203])
  func othersReadWhatIsWritten(_ rows: Int) throws {
    let folder = ArrowTestFolder()
    let sample = ArrowSample(rows: rows)
    let path = folder.file("sample.arrow")
    _ = try sample.write(to: path)
    let lines = try Peer.run(["read", path]).map { $0.components(separatedBy: "\t") }
    #expect(lines.first == ["metadata", "{'table': '样本'}"])
    let columns = lines.dropFirst().dropLast(2)
    #expect(columns.map { $0[0] } == sample.columns.map(\.name))
    for line in columns {
      let values = try #require(sample.values[line[0]])
      #expect(line[1] == sample.types[line[0]]?.inPyArrow)
      #expect(line[2] == values.map { $0 ?? "null" }.joined(separator: "|"), "\(line[0])")
    }
    for line in lines.suffix(2) {
      #expect(line[1] == "same" || line[1] == "absent", "\(line[0]) reads other values")
    }
  }

  @Test func whatOthersWriteIsRead() throws {
    let folder = ArrowTestFolder()
    _ = try Peer.run(["write", folder.path])
    func open(_ name: String) throws -> ArrowFile {
      try ArrowFile(MappedFile(folder.file(name + ".arrow")))
    }
    let expected: [String: [String?]] = [
      "byte": ["1", "-2", nil, "4", "5"], "short": ["1", "-2", "300", "4", "5"],
      "int": ["1", nil, "70000", nil, "5"], "long": ["1", "-2", "1099511627776", "4", nil],
      "tag": ["0", "255", "3", nil, "5"], "ratio": ["0.5", "-12.0", nil, "1e+300", "0.0"],
      "text": ["河", "", nil, "mill", "河"], "large": ["河", "", nil, "mill", "河"],
      "code": ["河", "", nil, "mill", "河"], "small": ["y", "x", nil, "y", "x"],
      "list": ["1 2", "", nil, "3", "-4 5"],
    ]
    let file = try open("plain")
    #expect(file.metadata == ["of": "青禾"])
    #expect(try file.rendered() == expected)
    let others = ["when", "pair", "strings", "flag", "number"]
    #expect(
      try others.map { try file.column($0).type.description } == [
        "timestamp", "struct", "list<utf8>", "bool", "dictionary<int64, int8>",
      ])
    #expect(try open("none").rendered() == expected.mapValues { _ in [] })
    #expect(try open("sliced").rendered() == expected.mapValues { Array($0[1..<4]) })

    for (name, reason) in [
      ("two", "2 record batches"), ("v4", "of version 4"), ("views", "`view` is of a type (24)"),
      ("lz4", "compressed"), ("zstd", "compressed"),
    ] where access(folder.file(name + ".arrow"), F_OK) == 0 {
      do {
        _ = try open(name)
        Issue.record("\(name) was read")
      } catch let error as StoreError {
        #expect(error.description.contains(reason), "\(error.description)")
      }
    }
  }
}

/// Python with pyarrow, running the script beside this file.
private enum Peer {
  static let isThere =
    (try? output(of: [
      "-c", "import importlib.util as i, sys; sys.exit(not i.find_spec('pyarrow'))",
    ])) != nil

  static func run(_ arguments: [String]) throws -> [String] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "arrow-peer.py")
    let text = try #require(try output(of: [script.path] + arguments), "the script fails")
    return text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// What it says; nothing where it fails.
  private static func output(of arguments: [String]) throws -> String? {
    let python = ProcessInfo.processInfo.environment["DAJUAN_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

extension ArrowType {
  fileprivate var inPyArrow: String {
    switch self {
    case .number(.float64): "double"
    case .number(let kind): kind.rawValue
    case .text(let isLarge): isLarge ? "large_string" : "string"
    case .dictionary(let codes, let isLarge):
      "dictionary<values=\(isLarge ? "large_string" : "string"), indices=\(codes.rawValue), ordered=0>"
    case .list: "list<item: int32 not null>"
    case .other(let name): name
    }
  }
}
