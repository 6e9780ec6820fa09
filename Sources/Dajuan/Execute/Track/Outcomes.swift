import DajuanLedger

/// Whose statistic, project or measure something is: what a target and its outcome must share.
struct Subject: Hashable {
  let place: String?
  let name: String
}

/// What was reported for the subjects of some targets: the actual rows of a whole table.
struct Outcomes {
  /// One reported row.
  struct Row {
    /// Where it stands in the table.
    let row: Int
    let period: Period
    /// The passages it rests on.
    let sources: [Int]
    /// The place of its report among the ledger's, oldest first.
    fileprivate let report: Int
    fileprivate let isEstimate: Bool
  }

  /// A reported figure.
  struct Found {
    let quantity: Quantity
    let row: Row
  }

  private let table: Table
  private var rows: [Subject: [Row]] = [:]

  /// Gathers the rows of a table that report something of the given subjects, those to be believed
  /// first in front: the latest report's, in it what is done before what is estimated, then in
  /// order of the text.
  ///
  /// Cost: one pass over the table's codes of names and places.
  init(of entity: Entity, for subjects: Set<Subject>, in ledger: Ledger, _ workers: Workers) {
    table = ledger.table(entity)
    guard let names = texts("name"), let places = texts("place"), let natures = texts("nature"),
      let forces = texts("force"), let periods, let sources
    else { return }
    let ages = ledger.reportAges
    let wanted = Set(subjects.lazy.map(\.name))
    let isWanted = names.words.strings.map { wanted.contains($0) }
    var found: [Subject: [Row]] = [:]
    workers.inSteps(of: table.count) { numbers in
      for row in numbers {
        let code = Int(names.codes[row])
        guard isWanted.indices.contains(code), isWanted[code],
          natures[row] == Nature.actual.rawValue, let name = names[row], let period = periods[row]
        else { continue }
        let subject = Subject(place: places[row], name: name)
        guard subjects.contains(subject) else { continue }
        let passages = sources[row]
        found[subject, default: []].append(
          Row(
            row: row, period: period, sources: passages,
            report: passages.compactMap { ages[ledger.sources.report(of: $0)] }.max() ?? -1,
            isEstimate: forces[row] == Force.estimated.rawValue))
      }
    }
    rows = found
    for subject in rows.keys {
      rows[subject]?.sort { a, b in
        if a.report != b.report { return a.report > b.report }
        if a.isEstimate != b.isEstimate { return b.isEstimate }
        return a.row < b.row
      }
    }
  }

  /// What was reported of a figure for a period, the one to be believed first; empty where nothing
  /// was. Of a period's several meanings, the closest for which there is anything.
  func found(_ measure: Measure, of subject: Subject, for period: Period) -> [Found] {
    guard let candidates = rows[subject], let column = table.schema.index(of: measure.rawValue)
    else { return [] }
    for relation in PeriodRelation.allCases where relation.suits(measure, over: period) {
      let found = candidates.compactMap { row -> Found? in
        guard relation.holds(between: period, and: row.period),
          case .quantity(let quantity) = table[row.row, column]
        else { return nil }
        return Found(quantity: quantity, row: row)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What was reported in a period, whether or not it has a figure, first what is to be believed
  /// first.
  func reported(of subject: Subject, in period: Period) -> [Row] {
    rows[subject, default: []].filter { $0.period == period }
  }

  private func texts(_ name: String) -> TextColumn? {
    guard let index = table.schema.index(of: name), case .text(let column) = table.columns[index]
    else { return nil }
    return column
  }

  private var periods: PeriodColumn? {
    guard let index = table.schema.index(of: "period"),
      case .period(let column) = table.columns[index]
    else { return nil }
    return column
  }

  private var sources: SourceColumn? {
    guard let index = table.schema.index(of: "source"),
      case .source(let column) = table.columns[index]
    else { return nil }
    return column
  }
}

extension Ledger {
  /// The place of each report in order of time: by its date, or by what it reviews; those of one
  /// day, and those without, as they stand in the ledger.
  fileprivate var reportAges: [Int: Int] {
    let reports = table(.reports)
    let columns = ["date", "reviewed"].compactMap { reports.schema.index(of: $0) }
    let days = (0..<reports.count).map { row in
      columns.lazy.compactMap { column -> Int32? in
        if case .period(let period) = reports[row, column] { period.lastDay } else { nil }
      }.first ?? .min
    }
    var ages: [Int: Int] = [:]
    for (age, row) in days.indices.sorted(by: { (days[$0], $0) < (days[$1], $1) }).enumerated() {
      ages[row] = age
    }
    return ages
  }
}
