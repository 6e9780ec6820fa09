import Foundation

extension Peer {
  /// The `sqlite3` program, which opens a file and answers a query in it.
  ///
  /// - Parameters:
  ///   - program: What is run.
  ///   - file: The file it opens, which is kept until then.
  /// - Returns: The peer.
  static func starting(_ program: Program, on file: SQLiteFile?) -> Peer {
    Peer { runs in
      withExtendedLifetime(file) {
        let task = Workload.Task(bytes: nil) { program.output().utf8.count }
        let seconds = Measurement.of(task, runs: runs).median
        return [Result(name: "sqlite3", bytes: nil, seconds: seconds)]
      }
    }
  }
}

/// A file of SQLite with the facts of a ledger as its one table, gone with this object.
final class SQLiteFile {
  static let program = "/usr/bin/sqlite3"
  let path: String

  /// Makes the file from the facts as CSV; `nil` where the program is not installed.
  init?(facts: String) {
    guard FileManager.default.isExecutableFile(atPath: Self.program) else { return nil }
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "dajuan-bench-\(UUID().uuidString).sqlite").path
    let csv = path + ".csv"
    defer { try? FileManager.default.removeItem(atPath: csv) }
    guard (try? facts.write(toFile: csv, atomically: true, encoding: .utf8)) != nil else {
      return nil
    }
    _ = Program(Self.program, path, ".import --csv '\(csv)' facts").output()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
