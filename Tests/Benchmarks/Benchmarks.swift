import Foundation

/// Times the workloads of Suite/ and prints tables: `make bench`, or
/// `make bench ARGS='--only parsing --runs 21'`.
@main
enum Benchmarks {
  /// Every workload, a table each, in order. A new suite adds its workloads here.
  private static func suites() -> [(title: String, note: String, workloads: [Workload])] {
    [
      (
        "The text of a script",
        "Beside other programs on statements that say the same: how many times as fast, byte for byte.",
        syntaxWorkloads()
      ),
      (
        "Starting up",
        "One query of the bundled report, a process from start to end, beside `sqlite3` on the same facts.",
        startUpWorkloads()
      ),
      (
        "Calling",
        "A compiled query of the bundled report, run with another value each time, beside the same from C and "
          + "Python and a prepared statement of SQLite.",
        callingWorkloads()
      ),
    ]
  }

  static func main() throws {
    guard let options = Options(CommandLine.arguments.dropFirst()) else {
      FileHandle.standardError.write(Data("\(Options.usage)\n".utf8))
      exit(64)
    }
    if let request = options.engineRequest { return try OwnEngine.run(request) }
    print(Machine.description)
    if let warning = Machine.warning { print(warning) }
    var report = Report()
    for (title, note, workloads) in suites() {
      var table = ResultTable()
      for workload in workloads where options.chooses(workload.name) {
        let task = workload.prepare()
        let runs = options.runs ?? 11
        let measured = Measurement.of(task, runs: runs)
        table.add(workload.name, task, measured, task.peers.flatMap { $0.measure(runs) })
      }
      if !table.isEmpty { report.add(.init(title: title, note: note, table: table.table)) }
    }
    try complete(options, &report)
    try compareEngines(options, &report)
    if options.writesReport { try report.write(options) }
  }

  /// Asks what may stand at cursors, at each size that is asked for.
  private static func complete(_ options: Options, _ report: inout Report) throws {
    guard options.chooses("completing") else { return }
    let results = try options.sizes.map { facts in
      let ledger = try MadeLedger.made(facts: facts, in: Self.cache).ledger()
      return Completing.measure(ledger, facts: facts, runs: options.runs ?? 5)
    }
    report.add(results)
  }

  /// Asks all engines the chosen questions, at each size that is asked for.
  private static func compareEngines(_ options: Options, _ report: inout Report) throws {
    let queries = EngineSuite.queries.filter { options.chooses($0.name) }
    if queries.isEmpty { return }
    let timing = Engine.Timing(runs: options.runs ?? 5, cap: options.cap)
    let comparisons = try options.sizes.map { facts in
      try EngineComparison.made(
        facts: facts, queries: queries,
        engines: Engine.all.filter { options.chooses($0, facts: facts) }, timing: timing,
        cache: Self.cache)
    }
    for section in EngineReport(comparisons: comparisons).sections { report.add(section) }
  }

  /// Where made ledgers and the engines' files are kept.
  private static var cache: URL {
    URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/bench")
  }
}
