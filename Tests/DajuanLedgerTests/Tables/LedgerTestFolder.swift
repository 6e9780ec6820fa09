import Glibc

@testable import DajuanLedger

/// A folder for a ledger, which goes with it and all that is in it.
final class LedgerTestFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/dajuan-tables.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a folder for the test's ledger")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  var ledger: String { path + "/ledger" }

  private static func remove(_ path: String) {
    for name in (try? FileReading.names(in: path)) ?? [] where unlink(path + "/" + name) != 0 {
      remove(path + "/" + name)
    }
    rmdir(path)
  }

  /// Makes the ledger of a sample, its texts being nothing but names.
  func write(_ sample: LedgerSample) throws {
    var writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: true)
    for report in sample.rows.reports {
      let text = Array(report.id.utf8)
      try writer.stage(
        text,
        StoredReport(
          id: report.id, file: report.id + ".txt", sha256: SHA256.hex(text),
          origin: .init(name: "", sha256: "", form: "UTF-8")))
    }
    try writer.stage(
      sample.tables, of: writer.folder.origin(madeBy: ToolVersion.text),
      notes: ["corrections.tsv: one finds nothing"])
    try writer.commit()
  }

  /// The ledger as its tables have it.
  func open() throws -> Ledger { try LedgerFolder.openTables(of: ledger).get().ledger }
}

/// A ledger with values of every sort, made at random.
struct LedgerSample {
  private(set) var rows = LedgerRows()
  private(set) var ends = RowEnds()
  private var random: SplitMix

  var tables: LedgerTables { LedgerTables(Ledger(rows), ends: ends) }

  /// The same for the same seed.
  init(seed: UInt64, reports: Int = 3, facts: Int = 40) {
    random = SplitMix(seed: seed)
    for report in 0..<reports {
      add(report, facts: facts)
      ends.append(rows)
    }
  }

  private mutating func add(_ report: Int, facts: Int) {
    rows.reports.append(
      ReportRow(
        id: "报告\(report)", title: any(["政府工作报告", nil]), place: any(["青禾县", "白杨县", nil]),
        level: any([.county, nil]), date: any([ReportDate(year: 2022, month: 1, day: 12), nil]),
        reviewed: any([Period(year: 2021), nil]), planned: period(), characters: 9000, facts: facts)
    )
    let first = rows.sources.count
    for line in 1...max(1, facts / 2) {
      rows.sources.append(
        SourceRow(
          report: report, section: any(["", "一、回顾"]), statement: any(["新修水渠37公里。", "", "增长8%以上。"]),
          lines: line...line + 1, pageLines: any([nil, 3...9]), note: any([nil, nil, "更正 37公里"])))
    }
    func sources(_ most: UInt64) -> [Int] {
      (0..<Int(random.next() % most + 1)).map { _ in
        first + Int(random.next() % UInt64(rows.sources.count - first))
      }.sorted()
    }
    for _ in 0..<facts {
      let text = any(["37公里", "8%以上", "近5万亩"])
      rows.facts.append(
        FactRow(
          report: report, place: any(["青禾县", nil]), section: any([nil, "一、回顾"]),
          kind: any(Kind.allCases), subject: any(["生产总值", "水渠", ""]), measure: any([nil, "产值"]),
          role: any(Role.allCases), value: quantity(text), nature: any(Nature.allCases),
          force: any(Force.allCases), period: period(), text: text, source: sources(1)[0]))
      let standing = Standing(
        place: any(["青禾县", nil]), nature: .actual, force: .achieved, period: period(),
        sources: sources(3))
      rows.indicators.append(
        IndicatorRow(
          name: any(["生产总值", "人口"]), level: any([nil, quantity("4.2亿元")]),
          growth: any([nil, Quantity(.exact(Decimal(coefficient: 75, exponent: -1)), percent)]),
          standing: standing))
      rows.projects.append(
        ProjectRow(name: "渠", area: any([nil, "城东"]), count: quantity(nil), standing: standing))
      rows.measures.append(
        MeasureRow(name: "学位", category: any([nil, "教育"]), standing: standing))
      rows.honours.append(
        HonourRow(
          place: nil, name: any(["文明城市", "百强"]), level: any(Level.allCases + [nil]),
          period: period(), sources: sources(2)))
    }
  }

  private var percent: Unit { Unit.named("%") ?? .none }

  private mutating func any<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  private mutating func period() -> Period? {
    any(
      [
        "2021", "2021Q3", "2021-03", "2021-03-15", "2017..2021", "..2021", "2021-01..2021-08",
        "2020-11-30..2021-02-03", "",
      ].map { Period(interchange: $0) })
  }

  private mutating func quantity(_ surface: String?) -> Quantity {
    let unit = any(["元", "%", "公里", "亩", "元/人", "", "宗"].map { Unit.named($0) ?? .none })
    let low = Number.exact(Decimal(coefficient: Int128(random.next() % 90_000), exponent: -2))
    let high = low.adding(Number(5))
    switch random.next() % 9 {
    case 0: return Quantity(Interval(lower: low, upper: nil), unit, surface: surface)
    case 1:
      return Quantity(
        Interval(lower: nil, upper: high, excludesUpper: true), unit, surface: surface)
    case 2: return Quantity(Interval(lower: low, upper: high), unit, surface: surface)
    case 3:
      return Quantity(Interval(lower: low, upper: high), unit, bound: .about, surface: surface)
    // Five decimal places, ends of two forms, and a binary number.
    case 4:
      return Quantity(
        Interval(.exact(Decimal(coefficient: 7_500_001, exponent: -5))), unit, surface: surface)
    case 5:
      return Quantity(Interval(lower: low, upper: .binary(1e9 / 3)), unit, surface: surface)
    case 6: return Quantity(.binary(1.0 / 3), unit)
    default: return Quantity(Interval(low), unit, surface: surface)
    }
  }
}

/// Numbers at random, the same for the same seed (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
