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
    var generator = QueryGenerator(Choices(bytes))
    let query = generator.query()
    // The query from the front, the rows from the back: a change to one leaves the other.
    var maker = RowMaker(choices: Choices(bytes.reversed()))
    let tables = maker.tables(isNonnegative: query.tracks)
    var model = Model(tables)
    let expected: [ModelRow]
    let ledger = try RowMaker.ledger(tables)
    let plan = Plan(try checked(query.text, ledger))
    do throws(ModelStop) {
      expected = try model.rows(of: query)
    } catch {
      try checkStops(plan, ledger, query.text, error.code)
      return
    }
    let plain = try answer(plan, ledger, query.text, threads: 1, usesKernels: false)
    let stored = try answer(plan, ledger, query.text, threads: 2, usesKernels: true, pieceSize: 3)
    try require(
      rows(of: plain) == rows(of: stored) && plain.undecided == stored.undecided,
      "\(query.text)\nvalue by value: \(shown(plain))\nas stored: \(shown(stored))")
    let names = generator.columns.map(\.name)
    let pivoted = generator.isPivoted ? model.pivoted : []
    try compare(expected, plain, names, pivoted, query.text)
    let counts = [plain.undecided.bounds, plain.undecided.missing, plain.undecided.unit]
    let reasons: [ModelTruth.Reason] = [.bounds, .missing, .unit]
    let own = reasons.map { model.undecided[$0] ?? 0 }
    try require(counts == own, "\(query.text)\nundecided: \(counts), in the model: \(own)")
  }

  private static func checked(_ text: String, _ ledger: Ledger) throws(Finding) -> CheckedQuery {
    let source = Source(text)
    let parsed = ParsedScript.parse(source)
    var environment = Environment(ledger: ledger)
    environment.distinctValues = Session.distinctValues(in: ledger)
    let checked = Checker.check(parsed.script, in: source, environment: environment)
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
      return try run(plan, ledger, threads: threads, usesKernels: usesKernels, pieceSize: pieceSize)
    } catch {
      throw Finding("\(text)\n\(error.diagnostic.message(in: .english))")
    }
  }

  private static func run(
    _ plan: Plan, _ ledger: Ledger, threads: Int, usesKernels: Bool, pieceSize: Int
  ) throws(QueryFailure) -> Answer {
    try Executor.run(
      plan, on: ledger, limits: QueryLimits(threads: threads), usesKernels: usesKernels,
      pieceSize: pieceSize)
  }

  /// What the model has no answer to ends with a mistake, always the same.
  private static func checkStops(
    _ plan: Plan, _ ledger: Ledger, _ text: String, _ code: DiagnosticCode
  ) throws(Finding) {
    for (threads, usesKernels, pieceSize) in [(1, false, 1 << 16), (2, true, 3)] {
      let found: String
      do throws(QueryFailure) {
        let answer = try run(
          plan, ledger, threads: threads, usesKernels: usesKernels, pieceSize: pieceSize)
        found = shown(answer)
      } catch {
        if error.diagnostic.code == code { continue }
        found = error.diagnostic.message(in: .english)
      }
      throw Finding("\(text)\nfound: \(found)\nthe model stops with \(code.rawValue)")
    }
  }

  private static func rows(of answer: Answer) -> [[Value]] {
    (0..<answer.table.count).map(answer.table.row)
  }

  private static func lines<Cell: CustomStringConvertible>(_ rows: [[Cell]]) -> String {
    rows.map { "\n  " + $0.map(\.description).joined(separator: " | ") }.joined()
  }

  private static func shown(_ answer: Answer) -> String {
    lines(rows(of: answer).map { $0.map(ShownValue.init) }) + "\n  \(answer.undecided)"
  }

  private static func compare(
    _ expected: [ModelRow], _ answer: Answer, _ names: [String], _ pivoted: [String],
    _ text: String
  ) throws(Finding) {
    let columns = answer.table.schema.columns.map(\.name)
    // What a pivot has made stands together, before what was derived later.
    let isComplete =
      pivoted.isEmpty
      ? columns == names
      : columns.filter(pivoted.contains) == pivoted && Set(columns) == Set(names + pivoted)
        && columns.count == names.count + pivoted.count
    try require(isComplete, "\(text)\ncolumns: \(columns), in the model: \(names) \(pivoted)")
    let names = columns
    let found = rows(of: answer)
    let wanted = expected.map { row in names.map { row[$0] ?? .missing } }
    let agrees =
      wanted.count == found.count
      && zip(wanted, found).allSatisfy { row, other in
        row.count == other.count && zip(row, other).allSatisfy { $0.agrees(with: $1) }
      }
    try require(
      agrees,
      "\(text)\nfound: \(lines(found.map { $0.map(ShownValue.init) }))\nthe model has: \(lines(wanted))"
    )
  }
}

extension ModelStop {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .severalValues: .severalValues
    case .failedCheck: .failedCheck
    }
  }
}

extension ModelValue {
  /// Whether a value of the language is this one.
  fileprivate func agrees(with value: Value) -> Bool {
    if isMissing || value.isMissing { return isMissing == value.isMissing }
    switch (self, value) {
    case (.text(let own), .text(let other)): return own == other
    case (.choice(let own), .text(let other)): return own.word == other
    case (.period(let own), .period(let other)): return own.period == other
    case (.truth(let own), .truth(let other)): return own.agrees(with: other)
    case (.sources(let own), .source(let other)):
      return own.first == other.first && own.sorted() == other.sorted()
    case (.quantity(let own), .quantity(let other)):
      return own.interval == other.interval && own.unit.rawValue == other.unit.name
    case (.approximate(let range, let unit), .quantity(let other)):
      return range.isNear(other.interval, size: 1) && unit.rawValue == other.unit.name
    case (.inBaseUnit(let range, let unit), .quantity(let other)):
      guard let found = ModelUnit(rawValue: other.unit.name), found.isComparable(with: unit) else {
        return false
      }
      return range.isNear(other.interval, size: Double(found.size) / Double(ModelUnit.one))
    default: return false
    }
  }
}

extension ModelRange {
  /// Whether its ends are those of an interval of a unit of some size, to so many places.
  fileprivate func isNear(_ interval: Interval, size: Double) -> Bool {
    func isNear(_ own: Double, _ other: Number?) -> Bool {
      guard let other else { return own.isInfinite }
      return abs(own - other.doubleValue * size) <= 1e-9 * max(1, abs(own))
    }
    return isNear(low, interval.lower) && isNear(high, interval.upper)
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
