import Dajuan
import DajuanLedger
import Foundation

/// What a call of a compiled query costs a program that holds the evaluator, from Swift, C and Python, beside
/// a prepared statement of SQLite on the same facts.
func callingWorkloads() -> [Workload] {
  [
    calling(
      "count", "param k: kind; facts | where kind == $k | summarize n = count()",
      "SELECT count(*) FROM facts WHERE kind = ?"),
    calling(
      "three columns", "param k: kind; facts | where kind == $k | select subject, value, period",
      "SELECT subject, value, period FROM facts WHERE kind = ?"),
    callingBound(),
  ]
}

private let calls = 2000

/// The same query with its value bound once.
private func callingBound() -> Workload {
  Workload(name: "\(calls) calls, count, bound once") {
    let text = "param k: kind = project; facts | where kind == $k | summarize n = count()"
    let query = (try? Ledger.bundled()).flatMap { try? Evaluator(ledger: $0).compile(text) }
    Workload.expect(query != nil, "\(text) does not compile")
    return .init(bytes: nil) {
      (0..<calls).reduce(0) { rows, _ in rows + ((try? query?.run().rows.count) ?? 0) }
    }
  }
}

private func calling(_ name: String, _ text: String, _ sql: String) -> Workload {
  Workload(name: "\(calls) calls, \(name)") {
    guard let ledger = try? Ledger.bundled(),
      let query = try? Evaluator(ledger: ledger).compile(text)
    else {
      Workload.expect(false, "\(text) does not compile")
      fatalError("not reached")
    }
    let kinds = ["indicator", "project", "livelihood"].map { Value.text($0) }
    return .init(bytes: nil, peers: CallingPeers(text, sql).all) {
      (0..<calls).reduce(0) { rows, call in
        let answer = try? query.run(["k": kinds[call % kinds.count]])
        Workload.expect(answer != nil, "\(text) does not run")
        return rows + (answer?.rows.count ?? 0)
      }
    }
  }
}

/// The same calls by other programs, as far as these can be made here: programs in C need a compiler, and
/// the library of `make library` or the headers of SQLite; those in Python need a Python.
private struct CallingPeers {
  private let text: String
  private let sql: String
  private let folder: URL
  private let file: SQLiteFile?

  init(_ text: String, _ sql: String) {
    (self.text, self.sql) = (text, sql)
    folder = URL(filePath: FileManager.default.currentDirectoryPath)
    let tool = Program(Program.besideThis("dajuan"), "-c", "facts", "--format", "csv")
    file = SQLiteFile(facts: tool.output())
  }

  private var library: String { folder.appending(path: ".build/library").path }

  var all: [Peer] {
    let python = ProcessInfo.processInfo.environment["DAJUAN_PYTHON"] ?? "python3"
    let script = folder.appending(path: "Tests/Benchmarks/Peers/calls.py").path
    let module = folder.appending(path: "Examples/python").path
    let lib = library + "/lib"
    var peers = [
      peer("from C") {
        compiled("calls", ["-I\(library)/include", "-L\(lib)", "-ldajuan", "-Wl,-rpath,\(lib)"])
          .map { [$0, "\(calls)", text] }
      },
      peer("from Python") {
        [
          "/usr/bin/env", "PYTHONPATH=\(module)", "DAJUAN_LIBRARY=\(lib)/libdajuan.so", python,
          script, "\(calls)", text,
        ]
      },
    ]
    guard let file else { return peers }
    peers.append(
      peer("SQLite from C") {
        compiled("calls-sqlite", ["-lsqlite3"]).map { [$0, "\(calls)", sql, file.path] }
      })
    peers.append(
      peer("SQLite from Python") {
        ["/usr/bin/env", python, script, "\(calls)", sql, file.path]
      })
    return peers
  }

  /// A program that prints the seconds its calls took; no result where it cannot be made or run.
  private func peer(_ name: String, _ words: @escaping () -> [String]?) -> Peer {
    Peer { runs in
      guard let words = words() else { return [] }
      var seconds: [Double] = []
      for _ in 0..<runs {
        guard let first = Self.output(words)?.split(separator: " ").first, let time = Double(first)
        else { return [] }
        seconds.append(time)
      }
      seconds.sort()
      return [.init(name: name, bytes: nil, seconds: seconds[runs / 2])]
    }
  }

  /// A program of Peers/, compiled; its path.
  private func compiled(_ name: String, _ options: [String]) -> String? {
    let source = folder.appending(path: "Tests/Benchmarks/Peers/\(name).c").path
    let programs = folder.appending(path: ".build/bench")
    try? FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    let program = programs.appending(path: name).path
    let made = Self.output(["/usr/bin/env", "cc", "-O2", source, "-o", program] + options)
    return made == nil ? nil : program
  }

  private static func output(_ words: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
