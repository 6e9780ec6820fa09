import Foundation

extension Peer {
  /// Parsers of SQL that Python can reach, each on the same statements: sqlglot, DuckDB's, and SQLite
  /// preparing them.
  static func parsingSQL(_ statements: [String]) -> Peer {
    Peer { runs in
      let folder = FileManager.default.temporaryDirectory
      let file = folder.appending(
        path: "dajuan-bench-\(ProcessInfo.processInfo.processIdentifier).sql")
      defer { try? FileManager.default.removeItem(at: file) }
      guard (try? statements.joined().write(to: file, atomically: true, encoding: .utf8)) != nil
      else { return [] }
      return python("parse-sql.py", [file.path, String(min(runs, 5))])
    }
  }

  /// What a Python script beside this file says: lines of a name, bytes and seconds, with tabs
  /// between. Nothing where there is no Python.
  private static func python(_ script: String, _ arguments: [String]) -> [Result] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, self.script(script)] + arguments
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return [] }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let bytes = Int(fields[1]), let seconds = Double(fields[2]) else {
        return nil
      }
      return Result(name: String(fields[0]), bytes: bytes, seconds: seconds)
    }
  }

  /// The Python that has the peers: what DAJUAN_PYTHON names, or `python3`.
  static var interpreter: String {
    ProcessInfo.processInfo.environment["DAJUAN_PYTHON"] ?? "python3"
  }

  /// The path of a script beside this file.
  static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
  }
}
