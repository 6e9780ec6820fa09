import DajuanLedger

/// Makes a small ledger of choices, and its rows as the model has them.
struct RowMaker {
  static let names = ["用地", "产值", "人口", "产值增量", "失业率", "减排量"]
  static let places = ["甲区", "乙区", "丙区"]
  static let categories = ["教育", "甲区", "养老"]
  static let words = names[..<4] + places + categories + names[4...]
  static let years = [2019, 2020, 2021]
  /// In hundredths of a unit: few, so that many are equal.
  static let hundredths = [0, 100, 200, 500, 10_000, 100_000, -100, -25, 25, 50, 101, 667, 300]
  static let values = hundredths.map { Int128($0) * ModelQuantity.scale / 100 }

  /// How a name's figure is meant to go, where that is not upwards, or not even if it is promised to fall.
  enum Sense { case plain, output, burden }
  static let senses: [String: Sense] = ["产值": .output, "产值增量": .output, "失业率": .burden]

  /// When the reports were delivered.
  static let dates = [2021, 2020, 2022]

  var choices: Choices

  /// The rows of both tables; `isNonnegative` has no amount below zero, where a growth would mean little.
  mutating func tables(isNonnegative: Bool) -> [ModelTable: [ModelRow]] {
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
    // What came later than the rest is chosen after it, so that kept inputs have the rows they had.
    return [
      .indicators: placed(indicators, "level", isNonnegative),
      .measures: placed(measures, "quantity", isNonnegative),
    ]
  }

  /// The rows with the report, the place in it and the strength of each.
  private mutating func placed(
    _ rows: [ModelRow], _ amount: String, _ isNonnegative: Bool
  ) -> [ModelRow] {
    rows.enumerated().map { place, row in
      var row = row
      let isActual = row["nature"]?.words == "actual"
      let force = choices.one(
        of: Array(isActual ? ModelChoice.forces[..<2] : ModelChoice.forces[2...]))
      row["force"] = .choice(ModelChoice(force, of: ModelChoice.forces))
      let report = choices.number(below: Self.dates.count)
      row["#date"] = .period(ModelPeriod(year: Self.dates[report]))
      row["source"] = .sources([place * Self.dates.count + report])
      if let year = row["period"]?.period?.year {
        switch choices.number(below: 8) {
        case 6: row["period"] = .period(ModelPeriod(year, year + 1))
        case 7: row["period"] = .period(ModelPeriod(nil, year))
        default: break
        }
      }
      if isNonnegative, let quantity = row[amount]?.quantity, quantity.low ?? quantity.high ?? 0 < 0
      {
        row[amount] = .quantity(quantity.magnitude)
      }
      return row
    }
  }

  private mutating func row(_ values: ModelRow) -> ModelRow {
    var row = values
    row["name"] = .text(choices.one(of: Self.names))
    row["place"] = word(Self.places)
    let nature = choices.one(of: ModelChoice.natures)
    row["nature"] = .choice(ModelChoice(nature, of: ModelChoice.natures))
    let year = choices.number(below: Self.years.count + 1)
    row["period"] =
      year < Self.years.count ? .period(ModelPeriod(year: Self.years[year])) : .missing
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
    let high = low + Int128(1 + choices.number(below: 3)) * ModelQuantity.scale
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
    rows.reports = dates.map {
      ReportRow(id: "r\($0)", date: ReportDate(year: $0, month: 1), characters: 1, facts: 0)
    }
    let count = tables.values.map(\.count).max() ?? 0
    rows.sources = (0..<count * dates.count).map { place in
      let line = 1 + place / dates.count
      return SourceRow(
        report: place % dates.count, section: "", statement: "句", lines: line...line)
    }
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
    var sources: [Int] = []
    if case .sources(let all) = row["source"] { sources = all }
    return Standing(
      place: row["place"]?.words, nature: text(row["nature"]).flatMap(Nature.init) ?? .target,
      force: text(row["force"]).flatMap(Force.init) ?? .target,
      period: row["period"]?.period?.period, sources: sources)
  }

  private static func text(_ value: ModelValue?) -> String? { value?.words }

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
    func number(_ end: Int128?) -> Number? {
      end.map { .exact(Decimal(coefficient: $0, exponent: -6)) }
    }
    return Interval(
      lower: number(low), upper: number(high), excludesLower: opensLow, excludesUpper: opensHigh)
  }
}

extension ModelPeriod {
  /// The same as a ledger has it.
  var period: Period? {
    first.map { Period(years: $0, through: last) } ?? Period(throughYear: last)
  }
}
