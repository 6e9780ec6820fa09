import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Queries at a limit, which are answered, and one past it, which are ordinary errors.
@Suite struct LimitEdgeTests {
  private func mistakes(_ query: String) -> [String] {
    var ask = Asking(SampleRows.rows)
    return ask.mistakes(query)
  }

  private static func sum(_ operators: Int, of term: String = "1") -> String {
    Array(repeating: term, count: operators + 1).joined(separator: " + ")
  }

  @Test func theLongestExpressionIsAnswered() throws {
    var ask = Asking(SampleRows.rows)
    #expect(try ask.column("x", of: "reports | select x = \(Self.sum(512))") == ["513"])
    #expect(mistakes("reports | select x = \(Self.sum(513))") == ["DJ0503@+"])
    let chain = Array(repeating: "id == \"a\"", count: 257).joined(separator: " or ")
    #expect(mistakes("reports | where \(chain) | count") == ["DJ0503@=="])
    let missing = Array(repeating: "missing", count: 512).joined(separator: " ?? ")
    #expect(try ask.column("x", of: "reports | select x = \(missing) ?? 7") == ["7"])
  }

  @Test(arguments: [("(", ")"), ("-", ""), ("abs(", ")"), ("not (", ")")])
  func theDeepestExpressionIsAnswered(open: String, close: String) throws {
    let inner = open.hasPrefix("not") ? "true" : "1"
    func query(_ depth: Int) -> String {
      "reports | select x = " + String(repeating: open, count: depth) + inner
        + String(repeating: close, count: depth)
    }
    let deepest = try #require((1...300).last { mistakes(query($0)).isEmpty })
    #expect(deepest >= 80)
    #expect(mistakes(query(deepest + 1)).map { $0.prefix(7) } == ["DJ0501@"])
  }

  @Test func theLargestLet() {
    let lets = "let a = \(Self.sum(255))\nlet b = \(Self.sum(255))\n"
    #expect(mistakes(lets + "let c = a + b + 1\nreports | select x = c") == [])
    #expect(mistakes(lets + "let c = a + b + 1 + 1\nreports | count") == ["DJ0503@a + b + 1 + 1"])
  }

  @Test func theLongestQuery() {
    func query(_ operators: Int) -> String {
      "facts" + String(repeating: " | skip 0", count: operators)
    }
    // The table counts as one.
    #expect(mistakes(query(9_999)) == [])
    #expect(mistakes(query(10_000)) == ["DJ0532@skip"])
  }

  @Test func theDeepestCalls() throws {
    func script(_ depth: Int) -> String {
      let definitions = (1...depth).map { "def f\($0)(x) = f\($0 - 1)(x)\n" }.joined()
      return "def f0(x) = x\n\(definitions)reports | select n = f\(depth)(7)"
    }
    let deepest = try #require((1...300).last { mistakes(script($0)).isEmpty })
    #expect(deepest > 80)
    #expect(mistakes(script(deepest + 1)) == ["DJ0501@f\(deepest + 1)(7)"])
  }

  @Test func theLargestExpansion() throws {
    // Every call comes to a few hundred operations.
    let body = (0..<8).reduce("x") { half, _ in "(\(half) + \(half))" }
    let definition = "def f(x) = \(body)\nreports | select n = "
    func script(_ calls: Int) -> String { definition + Self.sum(calls - 1, of: "f(7)") }
    var (fits, breaks) = (1, 200)
    #expect(mistakes(script(fits)).isEmpty && !mistakes(script(breaks)).isEmpty)
    while breaks - fits > 1 {
      let middle = (fits + breaks) / 2
      if mistakes(script(middle)).isEmpty { fits = middle } else { breaks = middle }
    }
    #expect((20...130).contains(fits))
    #expect(mistakes(script(breaks)) == ["DJ0550@f(7)"])
  }

  @Test(arguments: ["", "0.", "-"])
  func theLongestNumber(before: String) throws {
    let digits = String(repeating: "9", count: 34)
    var ask = Asking(SampleRows.rows)
    #expect(try ask.column("x", of: "reports | select x = \(before)\(digits)") == [before + digits])
    let number = before == "-" ? digits : before + digits
    #expect(mistakes("reports | select x = \(before)\(digits)9") == ["DJ0317@\(number)9"])
    // What follows from it may be rounded, and stops nothing.
    #expect(mistakes("reports | select x = \(before)\(digits)万亿元 * \(digits) / 3 to 元") == [])
  }

  /// What comes of a query when tables may come to so many rows.
  private func run(_ query: String, rowLimit: Int) throws -> Result<Int, QueryFailure> {
    var rows = LedgerRows()
    rows.honours = (0..<10).map { number in
      HonourRow(place: "甲区", name: "\(number)", level: nil, period: nil, sources: [])
    }
    let ledger = Ledger(rows)
    let source = Source(query)
    let checked = Checker.check(
      ParsedScript.parse(source).script, in: source,
      environment: Session(ledger: ledger).environment)
    guard case .query(let query)? = checked.statements.first else {
      Issue.record("no query")
      return .success(0)
    }
    return Result { () throws(QueryFailure) in
      var limits = QueryLimits.default
      limits.rows = rowLimit
      return try Executor.run(Plan(query), on: ledger, limits: limits).table.count
    }
  }

  @Test(arguments: [
    ("honours | join honours on place", 100, "join honours on place"),
    ("honours | union honours, honours", 30, "union honours, honours"),
  ])
  func theMostRows(query: String, rows: Int, place: String) throws {
    #expect(try run(query, rowLimit: rows).get() == rows)
    guard case .failure(let failure) = try run(query, rowLimit: rows - 1) else {
      Issue.record("nothing stopped it")
      return
    }
    #expect(failure.diagnostic.code == .tooManyRows)
    #expect(failure.source.text(failure.diagnostic.span) == place)
    #expect(failure.diagnostic.message(in: .english).contains("\(rows - 1)"))
  }
}
