import Foundation

/// A program that answers the questions, in a process of its own.
struct Engine: Sendable {
  /// A short name for files.
  let id: String
  /// What the engine is asked, of a question.
  let text: @Sendable (EngineQuery) -> String
  /// The process: the program and its arguments, the path of the request among them.
  let command: @Sendable (_ request: String) -> [String]

  /// Dajuan, and every peer there is a script for.
  static let all = [
    Engine(id: "dajuan", text: \.dajuan) { [executable, "--engine", $0] },
    Engine(id: "duckdb", text: \.duckdb) { python("engine-duckdb.py", [$0, "varchar"]) },
    Engine(id: "duckdb-enum", text: \.duckdb) { python("engine-duckdb.py", [$0, "enum"]) },
    Engine(id: "polars", text: { _ in "" }) { python("engine-polars.py", [$0]) },
    Engine(id: "sqlite-indexed", text: \.sqlite) { python("engine-sqlite.py", [$0, "indexed"]) },
    Engine(id: "sqlite", text: \.sqlite) { python("engine-sqlite.py", [$0, "plain"]) },
  ]

  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  private static func python(_ script: String, _ arguments: [String]) -> [String] {
    [Peer.interpreter, Peer.script(script)] + arguments
  }

  /// Where the rows of a question go.
  func results(of query: EngineQuery, in folder: URL) -> String {
    let name = query.name.replacing(" ", with: "-")
    return folder.appending(path: "\(id)-\(name).tsv").path
  }

  /// Asks the questions in a new process; `nil` where the engine is not installed.
  func run(
    _ queries: [EngineQuery], ledger: MadeLedger, timing: Timing
  ) throws -> EngineAnswer? {
    let folder = ledger.engines
    let request = EngineRequest(
      facts: ledger.folder, cache: folder.path, runs: timing.runs, cap: timing.cap,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      questions: queries.map {
        .init(
          name: $0.name, text: text($0), columns: $0.columns,
          results: results(of: $0, in: folder))
      }, indices: EngineSuite.queries.map(\.index))
    let path = folder.appending(path: "\(id).json").path
    try JSONEncoder().encode(request).write(to: URL(filePath: path))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command(path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == Self.notInstalled { return nil }
    Workload.expect(process.terminationStatus == 0, "\(id) has failed")
    return try JSONDecoder().decode(EngineAnswer.self, from: data)
  }

  /// How often each question is timed, and for how many seconds at most.
  struct Timing {
    let runs: Int
    let cap: Double
  }

  /// Whether it is asked of no more facts than a limit, being slow.
  var isLimited: Bool { id.hasPrefix("sqlite") }

  /// What a script exits with where its engine cannot be imported.
  private static let notInstalled: Int32 = 69
}
