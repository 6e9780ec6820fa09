import DajuanLedger
import Testing

@testable import DajuanReports

/// A report made by hand, so that the entities are tested apart from the reader.
struct HandmadeReport {
  var report = Report(
    title: nil,
    place: "青溪区",
    level: .county,
    date: nil,
    reviewed: Period(year: 2030),
    planned: Period(year: 2031),
    characters: 0,
    statements: [],
    facts: []
  )

  /// Adds a statement; facts added afterwards stand in it.
  mutating func say(
    _ text: String,
    section: String? = nil,
    nature: Nature = .actual,
    period: Int? = nil
  ) {
    let line = report.statements.count + 1
    report.statements.append(
      Statement(
        words: StatementWords(text),
        range: line * 1000..<line * 1000 + text.unicodeScalars.count,
        lines: line...line,
        pageLines: nil,
        section: section,
        nature: nature,
        period: Period(year: period ?? (nature == .actual ? 2030 : 2031))
      )
    )
  }

  /// Adds a figure of the last statement. The surface gives the number, a scale and the unit.
  mutating func add(
    _ surface: String,
    _ subject: String,
    measure: String = "",
    kind: Kind,
    role: Role = .level,
    bound: Bound = .exact,
    leading: String = "",
    force: Force? = nil,
    negative: Bool = false
  ) throws {
    let statement = report.statements.count - 1
    let digits = surface.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = surface.dropFirst(digits.count).filter { !"以上以内左右余".contains($0) }
    var value = try #require(Decimal(digits))
    for scale in Scale.allCases where unit.hasPrefix(scale.word) {
      value = value.scaled(byPowerOfTen: scale.power)
      unit.removeFirst(scale.word.count)
      break
    }
    if negative { value = value.negated }
    let interval = Quantity.interval(of: value, bound: bound, lastDigit: .one)
    let said = report.statements[statement]
    let place = said.range.lowerBound + report.facts.count { $0.statement == statement }
    report.facts.append(
      Fact(
        surface: surface,
        leading: leading,
        range: place..<place + 1,
        lines: said.lines,
        statement: statement,
        subject: subject,
        measure: measure,
        role: role,
        value: value,
        unit: String(unit),
        lower: nil,
        upper: nil,
        bound: bound,
        interval: interval,
        nature: said.nature,
        force: force ?? (said.nature == .actual ? .achieved : .target),
        period: said.period,
        kind: kind,
        rule: "by hand"
      )
    )
  }

  var rows: LedgerRows {
    var rows = LedgerRows()
    rows.append(report: report, id: "by hand")
    return rows
  }
}

extension Quantity? {
  /// The words a reader sees, or a dash.
  var words: String { self?.text() ?? "–" }
}
