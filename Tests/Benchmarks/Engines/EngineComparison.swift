import DajuanLedger
import Foundation

/// What the engines need for the questions on the same facts, their answers being the same.
struct EngineComparison {
  let facts: Int
  let queries: [EngineQuery]
  /// Dajuan first, then the peers that are installed.
  let answers: [EngineAnswer]
  /// The seconds of whole processes that fetch a row.
  var processes: [(name: String, seconds: Double)] = []
  /// The columns of `facts.arrow` with the bytes each takes, and the bytes of the whole file.
  var bytes: (columns: [(name: String, bytes: Int)], file: Int) = ([], 0)

  /// Asks the engines, Dajuan first; ends the run where two answers differ.
  static func made(
    facts: Int, queries: [EngineQuery], engines: [Engine], timing: Engine.Timing, cache: URL
  ) throws -> EngineComparison {
    let ledger = try MadeLedger.made(facts: facts, in: cache)
    var answers: [EngineAnswer] = []
    for engine in engines {
      guard let answer = try engine.run(queries, ledger: ledger, timing: timing) else { continue }
      for query in queries { try check(query, of: engine, in: ledger.engines) }
      answers.append(answer)
    }
    return EngineComparison(
      facts: facts, queries: queries, answers: answers,
      processes: processes(ledger), bytes: try ledger.bytes(of: .facts))
  }

  /// Times the tool, and `sqlite3` where it and its file are there, from start to end.
  private static func processes(_ ledger: MadeLedger) -> [(name: String, seconds: Double)] {
    func seconds(_ program: Program) -> Double {
      Measurement.of(.init(bytes: nil) { program.output().utf8.count }, runs: 11).median
    }
    let tool = Program(Program.besideThis("dajuan"), "-l", ledger.folder, "-c", "facts | take 1")
    var processes = [("`dajuan`, a process from start to end", seconds(tool))]
    let file = ledger.engines.appending(path: "plain.sqlite").path
    if FileManager.default.isExecutableFile(atPath: SQLiteFile.program),
      FileManager.default.fileExists(atPath: file)
    {
      let peer = Program(SQLiteFile.program, "-readonly", file, "SELECT * FROM facts LIMIT 1")
      processes.append(("`sqlite3`, a process from start to end", seconds(peer)))
    }
    return processes
  }

  /// Expects an engine's rows to be those of Dajuan.
  private static func check(
    _ query: EngineQuery, of engine: Engine, in files: URL
  ) throws {
    let own = try ResultRows(contentsOf: Engine.all[0].results(of: query, in: files))
    Workload.expect(own.count > 0, "\(query.name): no rows")
    let others = try ResultRows(contentsOf: engine.results(of: query, in: files))
    let difference = own.difference(from: others, query.columns)
    Workload.expect(
      difference == nil, "\(query.name): Dajuan and \(engine.id) differ: \(difference ?? "")")
  }

  /// How many times as long as Dajuan a peer takes for each question.
  func ratios(_ peer: EngineAnswer) -> [Double] {
    queries.compactMap { query in
      guard let own = answers[0].median(query.name), let other = peer.median(query.name) else {
        return nil
      }
      return other / own
    }
  }

  /// The geometric mean.
  static func mean(_ ratios: [Double]) -> Double {
    exp(ratios.reduce(0) { $0 + log($1) } / Double(max(1, ratios.count)))
  }
}

/// How the times grow with the facts.
struct EngineGrowth {
  /// The comparisons, from few facts to many.
  let comparisons: [EngineComparison]

  /// The power of the number of facts that an engine's times go with: the slope of the line through
  /// the logarithms by least squares; `nil` of fewer than two times.
  func exponent(_ engine: String, _ query: String) -> Double? {
    let points = comparisons.compactMap { comparison -> (x: Double, y: Double)? in
      let answer = comparison.answers.first { $0.engine == engine }
      return answer?.median(query).map { (log(Double(comparison.facts)), log($0)) }
    }
    guard points.count > 1 else { return nil }
    let middle = points.reduce(0) { $0 + $1.x } / Double(points.count)
    let spread = points.reduce(0) { $0 + ($1.x - middle) * ($1.x - middle) }
    return points.reduce(0) { $0 + ($1.x - middle) * $1.y } / spread
  }
}
