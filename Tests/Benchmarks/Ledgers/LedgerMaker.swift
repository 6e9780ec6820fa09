import DajuanLedger

/// Makes a ledger whose facts lie as those of real work reports do; the same for the same number.
///
/// Each district has a report a year, ordered by district and year, and a report of year Y tells what
/// was done in Y − 1 and what is aimed at in Y. Periods are whole years (9 of 100 real ones are not),
/// so that one number says them to every engine. The words of the reports are left out: a passage
/// has a word, and tells 2.2 facts, as those of the 70 reports do.
struct LedgerMaker {
  /// To be raised whenever what is made changes.
  static let version = 3

  private var random = SplitMix(seed: 20_220_221)
  private let sizes: ReportSizes
  private var choice: IndicatorChoice
  private var columns: FactColumns
  private var sources: [SourceRow] = []
  private var ends = RowEnds()
  /// How many facts of the report there are.
  private var told = 0

  private init(facts: Int) {
    sizes = ReportSizes(facts: facts, random: &random)
    choice = IndicatorChoice(random: &random)
    columns = FactColumns(capacity: facts)
  }

  /// The ledger of so many facts, as it is written.
  static func tables(facts: Int) -> LedgerTables {
    var maker = LedgerMaker(facts: facts)
    let years = ReportSizes.years
    for (report, size) in maker.sizes.facts.enumerated() {
      let (place, year) = report.quotientAndRemainder(dividingBy: years.count)
      // Of a hundred facts of the 70 reports 34.2 are targets.
      let targets = Int((0.342 * Double(size)).rounded())
      maker.tell(size - targets, .actual, report: report, place: place, year: year)
      maker.tell(targets, .target, report: report, place: place, year: year)
      maker.end()
    }
    return LedgerTables(maker.ledger, ends: maker.ends)
  }

  /// Adds what a report tells of one nature.
  private mutating func tell(_ count: Int, _ nature: Nature, report: Int, place: Int, year: Int) {
    let own = 0.5 + Gauss.of(place, salt: 5) / 8
    var drawn = choice.draw(
      count, start: max(0, min(0.999, own + Gauss.value(random.next()) / 20)))
    drawn.shuffle(using: &random)
    // Of a hundred facts two or three say again what another has said.
    for index in drawn.indices.dropFirst() where random.next() % 1000 < 25 {
      drawn[index] = drawn[Int(random.next() % UInt64(index))]
    }
    for indicator in drawn {
      let period = period(nature, reportYear: ReportSizes.years.lowerBound + year)
      let number = FactNumber(
        indicator, place: place, year: period, nature: nature, random: &random)
      columns.append(
        .init(
          report: report, place: place, year: year, indicator: indicator,
          isOther: random.next() % 100 < 3, nature: nature, force: force(nature), period: period,
          number: number, source: passage(of: report)))
    }
  }

  /// The passage of a report's next fact: of eleven facts five begin one.
  private mutating func passage(of report: Int) -> Int {
    if told * 5 % 11 < 5 {
      let line = told * 5 / 11 + 1
      sources.append(SourceRow(report: report, section: "", statement: "略", lines: line...line))
    }
    told += 1
    return sources.count - 1
  }

  /// Ends a report.
  private mutating func end() {
    ends.append([.facts: columns.count, .sources: sources.count])
    told = 0
  }

  /// Mostly the year before for what was done and the report's own for what is aimed at.
  private mutating func period(_ nature: Nature, reportYear: Int) -> Int {
    let point = random.next() % 1000
    return switch nature {
    case .actual: reportYear - (point < 980 ? 1 : point < 994 ? 6 : 2)
    case .target: reportYear + (point < 960 ? 0 : point < 990 ? 4 : point < 995 ? 2 : 1)
    }
  }

  private mutating func force(_ nature: Nature) -> Force {
    let point = random.next() % 1000
    return switch nature {
    case .actual: point < 991 ? .achieved : .estimated
    case .target: point < 848 ? .target : point < 957 ? .strive : point < 982 ? .ensure : .plan
    }
  }

  private var ledger: Ledger {
    let places = (0..<sizes.places).map(Places.name)
    let years = ReportSizes.years
    let names = places.flatMap { place in years.map { "\(place)-\($0)" } }
    let facts = columns.table(places: places, reports: names)
    return Ledger(
      tables: [.reports: reports(names: names, places: places), .facts: facts],
      sources: SourceTable(sources))
  }

  private func reports(names: [String], places: [String]) -> Table {
    var table = Table(Entity.reports.schema)
    for (report, size) in sizes.facts.enumerated() {
      let (place, year) = report.quotientAndRemainder(dividingBy: ReportSizes.years.count)
      let planned = ReportSizes.years.lowerBound + year
      table.append([
        .text(names[report]), .missing, .text(places[place]), .text(Level.county.rawValue),
        .missing, .period(Period(year: planned - 1)), .period(Period(year: planned)),
        .quantity(Quantity(size * 60)), .quantity(Quantity(size)),
      ])
    }
    return table
  }
}
