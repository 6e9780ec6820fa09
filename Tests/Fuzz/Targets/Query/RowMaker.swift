import DajuanLedger

/// Makes a small ledger of choices, and its rows as the model has them.
struct RowMaker {
  static let names = ["用地", "产值", "人口", "产值增量"]
  static let places = ["甲区", "乙区", "丙区"]
  static let categories = ["教育", "甲区", "养老"]
  static let words = names + places + categories
  static let years = [2019, 2020, 2021]
  /// In ten-thousandths: few, so that many are equal, and of two places at most.
  static let values =
    [0, 1, 2, 5, 100, 1_000].map { $0 * ModelQuantity.scale } + [
      -10_000, -2_500, 2_500, 5_000, 10_100, 66_700, 30_000,
    ]

  var choices: Choices

  /// The rows of both tables.
  mutating func tables() -> [ModelTable: [ModelRow]] {
    let sizes = (choices.number(below: 17), choices.number(below: 9))
    let indicators = (0..<sizes.0).map { _ in
      row([
        "level": quantity(ModelUnit.ofAmounts), "growth": quantity([.percent]),
        "share": quantity([.percent]),
      ])
    }
    let measures = (0..<sizes.1).map { _ in
      row([
        "category": word(Self.categories), "quantity": quantity(ModelUnit.ofAmounts),
        "coverage": quantity([.percent]),
      ])
    }
    return [.indicators: indicators, .measures: measures]
  }

  private mutating func row(_ values: ModelRow) -> ModelRow {
    var row = values
    row["name"] = .text(choices.one(of: Self.names))
    row["place"] = word(Self.places)
    row["nature"] = .text(choices.one(of: ["actual", "target"]))
    let year = choices.number(below: Self.years.count + 1)
    row["period"] = year < Self.years.count ? .year(Self.years[year]) : .missing
    return row
  }

  private mutating func word(_ words: [String]) -> ModelValue {
    let place = choices.number(below: words.count + 1)
    return place < words.count ? .text(words[place]) : .missing
  }

  private mutating func quantity(_ units: [ModelUnit]) -> ModelValue {
    let shape = choices.number(below: 16)
    if shape == 0 { return .missing }
    let unit = choices.one(of: units)
    let low = choices.one(of: Self.values)
    let high = low + (1 + choices.number(below: 3)) * ModelQuantity.scale
    switch shape {
    case 1, 2:
      return .quantity(ModelQuantity(low, high, opensLow: shape == 2, opensHigh: shape == 1, unit))
    case 3, 4: return .quantity(ModelQuantity(low, nil, opensLow: shape == 4, unit))
    case 5, 6: return .quantity(ModelQuantity(nil, high, opensHigh: shape == 6, unit))
    default: return .quantity(ModelQuantity(low, low, unit))
    }
  }
}

extension RowMaker {
  /// The ledger that has the rows.
  static func ledger(_ tables: [ModelTable: [ModelRow]]) throws(Finding) -> Ledger {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "r", characters: 1, facts: 0)]
    rows.sources = [SourceRow(report: 0, section: "", statement: "句", lines: 1...1)]
    for row in tables[.indicators] ?? [] {
      rows.indicators.append(
        IndicatorRow(
          name: text(row["name"]) ?? "", level: try quantity(row["level"]),
          growth: try quantity(row["growth"]), share: try quantity(row["share"]),
          standing: standing(row)))
    }
    for row in tables[.measures] ?? [] {
      rows.measures.append(
        MeasureRow(
          name: text(row["name"]) ?? "", category: text(row["category"]),
          quantity: try quantity(row["quantity"]), coverage: try quantity(row["coverage"]),
          standing: standing(row)))
    }
    return Ledger(rows)
  }

  private static func standing(_ row: ModelRow) -> Standing {
    var period: Period?
    if case .year(let year) = row["period"] { period = Period(year: year) }
    let nature: Nature = text(row["nature"]) == "actual" ? .actual : .target
    return Standing(
      place: text(row["place"]), nature: nature, force: nature == .actual ? .achieved : .target,
      period: period, sources: [0])
  }

  private static func text(_ value: ModelValue?) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  private static func quantity(_ value: ModelValue?) throws(Finding) -> Quantity? {
    guard case .quantity(let quantity) = value else { return nil }
    guard let unit = Unit.named(quantity.unit.rawValue) else {
      throw Finding("there is no unit \(quantity.unit.rawValue)")
    }
    return Quantity(quantity.interval, unit)
  }
}

extension ModelQuantity {
  /// The same as a ledger has it.
  var interval: Interval {
    func number(_ end: Int?) -> Number? {
      end.map { .exact(Decimal(coefficient: Int128($0), exponent: -4)) }
    }
    return Interval(
      lower: number(low), upper: number(high), excludesLower: opensLow, excludesUpper: opensHigh)
  }
}
