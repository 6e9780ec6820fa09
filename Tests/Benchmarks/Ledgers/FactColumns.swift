import DajuanLedger

/// The columns of a table of facts while it is made, each as narrow as its codes allow.
struct FactColumns {
  /// What the codes of an indicator's facts are.
  private struct IndicatorCodes {
    let kind, role, measure, unit, otherUnit: Int8
  }

  private static let periods = (1995...2030).map { Period(year: $0) }
  private static let measures = distinct(FactForm.all.compactMap(\.measure))
  private static let units = distinct(FactForm.all.flatMap { [$0.unit, $0.otherUnit] })
  private static let indicators = Indicator.all.map { indicator in
    let form = indicator.form
    return IndicatorCodes(
      kind: code(form.kind), role: code(form.role),
      measure: form.measure.map { code($0, in: measures) } ?? -1,
      unit: code(form.unit, in: units), otherUnit: code(form.otherUnit, in: units))
  }

  private var report: [Int32] = []
  private var place: [Int16] = []
  private var section: [Int16] = []
  private var kind: [Int8] = []
  private var subject: [Int16] = []
  private var measure: [Int8] = []
  private var role: [Int8] = []
  private var unit: [Int8] = []
  private var lower: [Int64] = []
  private var upper: [Int64] = []
  private var marks: [UInt8] = []
  private var bound: [Int8] = []
  private var nature: [Int8] = []
  private var force: [Int8] = []
  private var period: [Int8] = []
  private var source: [Int32] = []

  /// Makes columns with room for so many facts.
  init(capacity: Int) {
    report.reserveCapacity(capacity)
    lower.reserveCapacity(capacity)
    upper.reserveCapacity(capacity)
    source.reserveCapacity(capacity)
  }

  /// How many facts there are.
  var count: Int { report.count }

  /// One fact.
  struct Row {
    let report: Int
    let place: Int
    /// The year of the report, from 0.
    let year: Int
    let indicator: Int
    /// Whether it is told in the other unit.
    let isOther: Bool
    let nature: Nature
    let force: Force
    let period: Int
    let number: FactNumber
    /// The passage that tells it.
    let source: Int
  }

  mutating func append(_ row: Row) {
    let codes = Self.indicators[row.indicator]
    let isTarget = row.nature == .target
    report.append(Int32(row.report))
    place.append(Int16(row.place))
    section.append(
      Int16((row.year * 2 + (isTarget ? 1 : 0)) * Indicator.fields.count)
        + Int16(Indicator.all[row.indicator].field))
    kind.append(codes.kind)
    subject.append(Int16(row.indicator))
    measure.append(codes.measure)
    role.append(codes.role)
    unit.append(row.isOther ? codes.otherUnit : codes.unit)
    lower.append(row.number.lower)
    upper.append(row.number.upper)
    marks.append(row.number.mark)
    bound.append(Self.code(row.number.bound))
    nature.append(Self.code(row.nature))
    force.append(Self.code(row.force))
    period.append(Int8(row.period - 1995))
    source.append(Int32(row.source))
  }

  /// The table, with the names of the places and reports that the codes stand for.
  func table(places: [String], reports: [String]) -> Table {
    let words = Self.units
    func text(_ words: [String], _ codes: [Int8]) -> Column {
      .text(TextColumn(words: WordList(words), codes: Codes(.bytes(Buffer(codes)))))
    }
    func text(_ words: [String], _ codes: [Int16]) -> Column {
      .text(TextColumn(words: WordList(words), codes: Codes(.shorts(Buffer(codes)))))
    }
    let value = QuantityColumn(
      units: words.compactMap { Unit.named($0) }, unitCodes: Codes(.bytes(Buffer(unit))),
      lower: Buffer(lower), upper: Buffer(upper), marks: Buffer(marks))
    let columns: [String: Column] = [
      "report": .text(TextColumn(words: WordList(reports), codes: Codes(.ints(Buffer(report))))),
      "place": text(places, place),
      "section": text(Self.sections, section),
      "kind": text(Kind.allCases.map(\.rawValue), kind),
      "subject": text(Indicator.all.map(\.name), subject),
      "measure": text(Self.measures, measure),
      "role": text(Role.allCases.map(\.rawValue), role),
      "value": .quantity(value),
      "unit": text(words, unit),
      "bound": text(Bound.allCases.map(\.rawValue), bound),
      "nature": text(Nature.allCases.map(\.rawValue), nature),
      "force": text(Force.allCases.map(\.rawValue), force),
      "period": .period(
        PeriodColumn(periods: Self.periods, codes: Codes(.bytes(Buffer(period))))),
      "text": text([], [Int8](repeating: -1, count: report.count)),
      "source": .source(SourceColumn(one: Buffer(source))),
    ]
    let schema = Entity.facts.schema
    return Table(schema, schema.columns.compactMap { columns[$0.name] }, count: report.count)
  }

  private static var sections: [String] {
    ReportSizes.years.flatMap { year in
      ["回顾", "安排"].flatMap { part in Indicator.fields.map { "\(year)年\($0)\(part)" } }
    }
  }

  /// The place of a value among the cases of its type.
  static func code<Value: CaseIterable & Equatable>(_ value: Value) -> Int8 {
    code(value, in: Array(Value.allCases))
  }

  private static func code<Value: Equatable>(_ value: Value, in all: [Value]) -> Int8 {
    guard let code = all.firstIndex(of: value) else { preconditionFailure("not among them") }
    return Int8(code)
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { seen.insert($0).inserted }
  }
}
