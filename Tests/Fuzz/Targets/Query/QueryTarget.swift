import Dajuan
import DajuanLedger
import DajuanSyntax

/// A query has one answer: on columns as they are stored, on two threads and in small pieces; value by
/// value; and from ``Model``, which shares nothing with either.
enum QueryTarget {
  /// What bytes ask.
  static func text(of bytes: [UInt8]) -> String {
    var generator = QueryGenerator(Choices(bytes))
    return generator.query().text
  }

  static func check(_ bytes: [UInt8]) throws(Finding) {
    // The query from the front, the rows from the back: a change to one leaves the other.
    var maker = RowMaker(choices: Choices(bytes.reversed()))
    let tables = maker.tables()
    var generator = QueryGenerator(Choices(bytes))
    let query = generator.query()
    let names = generator.columns.map(\.name)
    let ledger = try RowMaker.ledger(tables)
    let plan = Plan(try checked(query.text, ledger))
    let plain = try answer(plan, ledger, query.text, threads: 1, usesKernels: false)
    let stored = try answer(plan, ledger, query.text, threads: 2, usesKernels: true, pieceSize: 3)
    try require(
      rows(of: plain) == rows(of: stored) && plain.undecided == stored.undecided,
      "\(query.text)\nvalue by value: \(shown(plain))\nas stored: \(shown(stored))")
    var model = Model(tables)
    let expected = model.rows(of: query)
    try compare(expected, rows(of: plain), names, query.text)
    let counts = [plain.undecided.bounds, plain.undecided.missing, plain.undecided.unit]
    let reasons: [ModelTruth.Reason] = [.bounds, .missing, .unit]
    let own = reasons.map { model.undecided[$0] ?? 0 }
    try require(counts == own, "\(query.text)\nundecided: \(counts), in the model: \(own)")
  }

  private static func checked(_ text: String, _ ledger: Ledger) throws(Finding) -> CheckedQuery {
    let source = Source(text)
    let parsed = ParsedScript.parse(source)
    let checked = Checker.check(
      parsed.script, in: source, environment: Environment(ledger: ledger))
    let mistakes = (parsed.diagnostics + checked.diagnostics).filter { $0.severity == .error }
    guard mistakes.isEmpty, case .query(let query)? = checked.statements.first else {
      throw Finding("\(text)\n\(mistakes.map { $0.message(in: .english) })")
    }
    return query
  }

  private static func answer(
    _ plan: Plan, _ ledger: Ledger, _ text: String, threads: Int, usesKernels: Bool,
    pieceSize: Int = 1 << 16
  ) throws(Finding) -> Answer {
    do throws(QueryFailure) {
      return try Executor.run(
        plan, on: ledger, limits: QueryLimits(threads: threads), usesKernels: usesKernels,
        pieceSize: pieceSize)
    } catch {
      throw Finding("\(text)\n\(error.diagnostic.message(in: .english))")
    }
  }

  private static func rows(of answer: Answer) -> [[Value]] {
    (0..<answer.table.count).map(answer.table.row)
  }

  private static func shown(_ answer: Answer) -> String {
    rows(of: answer).map { "\n  \($0)" }.joined() + "\n  \(answer.undecided)"
  }

  private static func compare(
    _ expected: [ModelRow], _ found: [[Value]], _ names: [String], _ text: String
  ) throws(Finding) {
    let wanted = expected.map { row in names.map { row[$0] ?? .missing } }
    let agrees =
      wanted.count == found.count
      && zip(wanted, found).allSatisfy { row, other in
        row.count == other.count && zip(row, other).allSatisfy { $0.agrees(with: $1) }
      }
    func lines(_ rows: [some Any]) -> String { rows.map { "\n  \($0)" }.joined() }
    try require(agrees, "\(text)\nfound: \(lines(found))\nthe model has: \(lines(wanted))")
  }
}

extension ModelValue {
  /// Whether a value of the language is this one.
  fileprivate func agrees(with value: Value) -> Bool {
    if isMissing || value.isMissing { return isMissing == value.isMissing }
    switch (self, value) {
    case (.text(let own), .text(let other)): return own == other
    case (.year(let year), .period(let period)): return period == Period(year: year)
    case (.truth(let own), .truth(let other)): return own.agrees(with: other)
    case (.quantity(let own), .quantity(let other)):
      return own.interval == other.interval && own.unit.rawValue == other.unit.name
    case (.average(let low, let high, let unit), .quantity(let other)):
      return Self.isNear(low, other.interval.lower) && Self.isNear(high, other.interval.upper)
        && unit.rawValue == other.unit.name
    default: return false
    }
  }

  private static func isNear(_ own: Double?, _ other: Number?) -> Bool {
    guard let own, let other else { return own == nil && other == nil }
    return abs(own - other.doubleValue) <= 1e-9 * max(1, abs(own))
  }
}

extension ModelTruth {
  fileprivate func agrees(with truth: Truth) -> Bool {
    switch (self, truth) {
    case (.yes, .yes), (.no, .no), (.undecided(.bounds), .undecided(.bounds)),
      (.undecided(.missing), .undecided(.missing)), (.undecided(.unit), .undecided(.unit)):
      true
    default: false
    }
  }
}
