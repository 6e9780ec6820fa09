import DajuanLedger
import Testing

/// A ledger of Tests/Corpus/ledgers, read from its tables of tab-separated values.
struct CorpusLedger {
  private(set) var rows = LedgerRows()
  private let folder: String

  /// Columns that a table lacks, and empty fields, are missing values.
  init(_ name: String) throws {
    folder = "ledgers/" + name
    rows.reports = try read("reports").map {
      ReportRow(
        id: try $0.text("id"), title: $0["title"], place: $0["place"],
        level: try $0.word("level"), date: try $0.date("date"),
        reviewed: try $0.period("reviewed"), planned: try $0.period("planned"),
        characters: Int($0["characters"] ?? "") ?? 0, facts: Int($0["facts"] ?? "") ?? 0)
    }
    let reports = rows.reports.map(\.id)
    rows.sources = try read("sources").map {
      let line = try #require(Int(try $0.text("line")))
      return SourceRow(
        report: try #require(reports.firstIndex(of: try $0.text("report"))),
        section: try $0.text("section"), statement: try $0.text("statement"), lines: line...line)
    }
    try readEntities()
  }

  private func read(_ table: String) throws -> [[String: String]] {
    try #require(CorpusFile.rows("\(folder)/\(table).tsv"), "\(folder)/\(table).tsv is not there")
  }

  private mutating func readEntities() throws {
    rows.indicators = try read("indicators").map {
      IndicatorRow(
        name: try $0.text("name"), level: try $0.quantity("level"),
        growth: try $0.quantity("growth"), change: try $0.quantity("change"),
        share: try $0.quantity("share"), rank: try $0.quantity("rank"), standing: try $0.standing())
    }
    rows.projects = try read("projects").map {
      ProjectRow(
        name: try $0.text("name"), area: $0["area"], count: try $0.quantity("count"),
        threshold: try $0.quantity("threshold"), started: try $0.quantity("started"),
        completed: try $0.quantity("completed"),
        totalInvestment: try $0.quantity("total_investment"),
        investment: try $0.quantity("investment"), standing: try $0.standing())
    }
    rows.measures = try read("measures").map {
      MeasureRow(
        name: try $0.text("name"), category: $0["category"], quantity: try $0.quantity("quantity"),
        coverage: try $0.quantity("coverage"), beneficiaries: try $0.quantity("beneficiaries"),
        standing: try $0.standing())
    }
    rows.honours = try read("honours").map {
      HonourRow(
        place: $0["place"], name: try $0.text("name"), level: try $0.word("level"),
        period: try $0.period("period"), sources: try $0.sources())
    }
  }
}

extension [String: String] {
  fileprivate func text(_ column: String) throws -> String {
    try #require(self[column], "\(column) is missing")
  }

  fileprivate func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word? {
    try self[column].map { try #require(Word(rawValue: $0), "\($0) is no \(column)") }
  }

  fileprivate func date(_ column: String) throws -> ReportDate? {
    guard let parts = self[column]?.split(separator: "-").map({ Int($0) }) else { return nil }
    return ReportDate(
      year: try #require(parts[0]), month: parts.count > 1 ? parts[1] : nil,
      day: parts.count > 2 ? parts[2] : nil)
  }

  fileprivate func period(_ column: String) throws -> Period? {
    try self[column].map { try wholePeriod($0) }
  }

  /// `2021`, `2021Q1`, `2021-03`, `2017..2021` or `..2025`.
  private func wholePeriod(_ text: String) throws -> Period {
    if text.hasPrefix("..") { return Period(throughYear: try number(text.dropFirst(2))) }
    if let dots = text.firstRange(of: "..") {
      let (from, through) = (text[..<dots.lowerBound], text[dots.upperBound...])
      return try #require(Period(years: try number(from), through: try number(through)))
    }
    let year = try number(text.prefix(4))
    guard let mark = text.dropFirst(4).first else { return Period(year: year) }
    let part = try number(text.dropFirst(5))
    if mark == "Q" { return try #require(Period(year: year, quarter: part)) }
    return try #require(Period(year: year, month: part))
  }

  private func number(_ text: Substring) throws -> Int { try #require(Int(text)) }

  /// Numbers of statements in `sources`, counted from 1.
  fileprivate func sources() throws -> [Int] {
    try (self["source"] ?? "").split(separator: ",").map { try #require(Int($0)) - 1 }
  }

  fileprivate func standing() throws -> Standing {
    let nature: Nature = try #require(try word("nature"))
    return Standing(
      place: self["place"], nature: nature,
      force: try word("force") ?? (nature == .actual ? .achieved : .target),
      period: try period("period"), sources: try sources())
  }

  fileprivate func quantity(_ column: String) throws -> Quantity? {
    try self[column].map { try #require(Quantity(corpus: $0), "\($0) is no quantity") }
  }
}

extension Quantity {
  /// A quantity as the corpus writes it: `784.2亿元`, `≥7.5%`, `>2000亿元`, `≤5.5%`, `<100公里`,
  /// `20..21%`, `~6.5..7.5%` for about, `>6.8万..6.9万人` for 余; the words of the report before it
  /// with the rest in brackets: `7.5%以上 [≥7.5%]`.
  init?(corpus text: String) {
    var notation = Substring(text)
    var surface: String?
    if text.hasSuffix("]"), let open = text.firstRange(of: " [") {
      surface = String(text[..<open.lowerBound])
      notation = text[open.upperBound...].dropLast()
    }
    let marks: [(String, Bound)] = [
      ("≥", .atLeast), (">", .moreThan), ("≤", .atMost), ("<", .lessThan), ("~", .about),
    ]
    let mark = marks.first { notation.hasPrefix($0.0) }
    if mark != nil { notation = notation.dropFirst() }
    let unitStart =
      notation.lastIndex { $0.isNumber && $0.isASCII || $0 == "万" || $0 == "亿" }
      .map { notation.index(after: $0) } ?? notation.endIndex
    let unitName = notation[unitStart...]
    guard let unit = unitName.isEmpty ? Unit.none : Unit.named(unitName) else { return nil }
    let numbers = notation[..<unitStart]
    let dots = numbers.firstRange(of: "..")
    guard let low = Number(corpus: numbers[..<(dots?.lowerBound ?? numbers.endIndex)]),
      let high = dots.map({ Number(corpus: numbers[$0.upperBound...]) }) ?? low
    else { return nil }
    let interval: Interval
    switch mark?.1 {
    case .atLeast: interval = Interval(lower: low, upper: nil)
    case .moreThan where dots == nil:
      interval = Interval(lower: low, upper: nil, excludesLower: true)
    case .moreThan: interval = Interval(lower: low, upper: high, excludesUpper: true)
    case .atMost: interval = Interval(lower: nil, upper: low)
    case .lessThan: interval = Interval(lower: nil, upper: low, excludesUpper: true)
    default: interval = Interval(lower: low, upper: high)
    }
    self.init(interval, unit, bound: mark?.1, surface: surface)
  }
}

extension Number {
  fileprivate init?(corpus text: Substring) {
    let power: Int32 = text.hasSuffix("亿") ? 8 : text.hasSuffix("万") ? 4 : 0
    guard let decimal = Decimal(power == 0 ? text : text.dropLast()) else { return nil }
    self = .exact(decimal.scaled(byPowerOfTen: power))
  }
}
