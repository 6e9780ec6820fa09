/// What the command line asks for.
struct Options {
  /// The command line as it was given.
  let words: [String]
  private var only = ""
  private(set) var runs: Int?
  /// How many facts the engines are asked of, one run after another.
  private(set) var sizes = [1_000_000]
  private var engines: [Substring] = []
  private var sqliteLimit = Int.max
  /// How many seconds an engine may take for all runs of a question, if it can be asked fewer times.
  private(set) var cap = 10.0
  private(set) var writesReport = false
  /// The request of a process that is to run Dajuan's engine alone.
  private(set) var engineRequest: String?

  static let usage = """
    usage: dajuan-bench [--only TEXT] [--runs COUNT] [--facts COUNT] [--growth]
                        [--engines NAME,…] [--sqlite-limit COUNT] [--cap SECONDS] [--report]
      --only     workloads and questions whose name has this in it
      --runs     how often each is timed; the median counts (11, and 5 for questions)
      --facts    of how many facts the ledger is, for engines and completion (1000000)
      --growth   of 100,000, a million and ten million facts, and with --facts of those as well
      --engines  the engines beside Dajuan: duckdb, duckdb-enum, polars, sqlite-indexed, sqlite
      --sqlite-limit  of how many facts SQLite is asked at most
      --cap      how long an engine is asked a question again and again (10 seconds)
      --report   writes the tables into the documentation as well
    """

  init?(_ arguments: some Sequence<String>) {
    words = Array(arguments)
    var rest = words[...]
    var growth: [Int] = []
    var asked: Int?
    while let option = rest.popFirst() {
      switch option {
      case "--growth": growth = [100_000, 1_000_000, 10_000_000]
      case "--report": writesReport = true
      default:
        guard let value = rest.popFirst() else { return nil }
        switch (option, Int(value)) {
        case ("--only", _): only = value
        case ("--engines", _):
          engines = value.split(separator: ",")
          if !engines.allSatisfy({ name in Engine.all.contains { $0.id == name } }) { return nil }
        case ("--engine", _): engineRequest = value
        case ("--runs", let count?) where count > 0: runs = count
        case ("--cap", let count?) where count > 0: cap = Double(count)
        case ("--sqlite-limit", let count?) where count >= 0: sqliteLimit = count
        case ("--facts", let count?) where count >= 10_000: asked = count
        default: return nil
        }
      }
    }
    let sizes = Set(growth + (asked.map { [$0] } ?? []))
    if !sizes.isEmpty { self.sizes = sizes.sorted() }
  }

  /// Whether a workload of this name is to be timed.
  func chooses(_ name: String) -> Bool { only.isEmpty || name.contains(only) }

  /// Whether an engine is to be asked of so many facts; Dajuan always is.
  func chooses(_ engine: Engine, facts: Int) -> Bool {
    if engine.isLimited && facts > sqliteLimit { return false }
    return engines.isEmpty || engine.id == Engine.all[0].id || engines.contains { $0 == engine.id }
  }
}
