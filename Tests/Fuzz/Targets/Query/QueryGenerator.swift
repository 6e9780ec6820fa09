/// Makes well-typed queries of choices, and knows what columns there are at each point of them.
struct QueryGenerator {
  /// What a column holds.
  enum Kind: Hashable {
    case word, nature, year, truth
    /// Quantities in any unit of amounts.
    case amount
    case percent, points, number
    /// Known to so many places only, and asked nothing more.
    case average
    /// The names of the units of a column of amounts.
    case unitName(of: String)

    var isPlainQuantity: Bool { self == .percent || self == .points || self == .number }
    var isWord: Bool { if case .unitName = self { true } else { self == .word } }
  }

  struct Column: Hashable {
    let name: String
    let kind: Kind
  }

  static let indicators = [
    Column(name: "place", kind: .word), Column(name: "name", kind: .word),
    Column(name: "level", kind: .amount), Column(name: "growth", kind: .percent),
    Column(name: "share", kind: .percent), Column(name: "nature", kind: .nature),
    Column(name: "period", kind: .year),
  ]
  static let measures = [
    Column(name: "place", kind: .word), Column(name: "name", kind: .word),
    Column(name: "category", kind: .word), Column(name: "quantity", kind: .amount),
    Column(name: "coverage", kind: .percent), Column(name: "nature", kind: .nature),
    Column(name: "period", kind: .year),
  ]

  var choices: Choices
  private(set) var columns: [Column] = []
  private var names = 0
  private var summaries = 0
  /// Whether rows have been multiplied: a second time were too much for a model that compares all with all.
  private var isMultiplied = false

  init(_ choices: Choices) { self.choices = choices }

  /// A query, which ends in a choice of all columns.
  mutating func query() -> ModelQuery {
    var query = ModelQuery(table: choices.number(below: 4) == 3 ? .measures : .indicators)
    columns = query.table == .indicators ? Self.indicators : Self.measures
    for _ in 0..<7 where !choices.isUsedUp {
      if let stage = stage() { query.stages.append(stage) }
    }
    query.stages.append(.select(columns.map { ($0.name, $0.name) }))
    return query
  }

  // MARK: Stages

  private mutating func stage() -> ModelStage? {
    switch choices.number(below: 13) {
    case 0, 1, 2: return condition(depth: 2).map { .where($0) }
    case 3, 4: return derived()
    case 5: return selected()
    case 6: return sorted()
    case 7: return .take(choices.number(below: 9), by: keys(limit: 2, isOptional: true))
    case 8: return .skip(choices.number(below: 5), by: keys(limit: 2, isOptional: true))
    case 9: return distinct()
    case 10: return summarized()
    case 11: return joined()
    default: return union()
    }
  }

  /// A name that no column has had.
  private mutating func newName() -> String {
    names += 1
    return "x\(names)"
  }

  private func names(where isMeant: (Kind) -> Bool) -> [String] {
    columns.filter { isMeant($0.kind) }.map(\.name)
  }

  /// Columns that rows may be told apart by.
  private mutating func keys(limit: Int, isOptional: Bool = false) -> [String] {
    let all = names { $0 != .average }
    if all.isEmpty || isOptional && choices.number(below: 2) == 0 { return [] }
    return choices.several(of: all, limit: limit)
  }

  private mutating func selected() -> ModelStage? {
    let chosen = choices.several(of: columns, limit: 7)
    let isRenaming = choices.number(below: 4) == 3
    var result: [(name: String, column: String)] = []
    var kept: [Column] = []
    for (place, column) in chosen.enumerated() {
      let name = isRenaming && place == 0 ? newName() : column.name
      result.append((name, column.name))
      kept.append(Column(name: name, kind: column.kind))
    }
    columns = kept
    forgetUnits { name in kept.contains { $0.name == name } }
    return .select(result)
  }

  /// Units of columns that are no longer there, or that other rows have joined, are words.
  private mutating func forgetUnits(unless isKept: (String) -> Bool = { _ in false }) {
    columns = columns.map { column in
      guard case .unitName(let name) = column.kind, !isKept(name) else { return column }
      return Column(name: column.name, kind: .word)
    }
  }

  private mutating func derived() -> ModelStage? {
    guard let (expression, kind) = expression() else { return nil }
    let name = newName()
    columns.append(Column(name: name, kind: kind))
    return .derive([(name, expression)])
  }

  private mutating func sorted() -> ModelStage? {
    let keys = keys(limit: 3)
    if keys.isEmpty { return nil }
    return .sort(keys.map { ($0, isDescending: choices.number(below: 2) == 1) })
  }

  private mutating func distinct() -> ModelStage? {
    let keys = keys(limit: 3)
    if keys.isEmpty { return nil }
    columns = keys.compactMap { key in columns.first { $0.name == key } }
    forgetUnits { keys.contains($0) }
    return .distinct(keys)
  }

  private mutating func summarized() -> ModelStage? {
    // Medians of medians of medians have more places than the model's numbers.
    if summaries == 2 { return nil }
    summaries += 1
    let keys = keys(limit: 2, isOptional: true)
    let kept = keys.compactMap { key in columns.first { $0.name == key } }
    var aggregates: [ModelStage.Aggregate] = []
    var made: [Column] = []
    for _ in 0...choices.number(below: 3) {
      guard let (aggregate, kind) = aggregate(by: kept) else { continue }
      aggregates.append(aggregate)
      made.append(Column(name: aggregate.name, kind: kind))
    }
    if aggregates.isEmpty { return nil }
    columns = kept + made
    forgetUnits { keys.contains($0) }
    return .summarize(aggregates, by: keys)
  }

  private mutating func aggregate(by keys: [Column]) -> (ModelStage.Aggregate, Kind)? {
    let function = choices.one(of: ModelStage.Aggregate.Function.allCases)
    /// Amounts of one unit, because rows are grouped by it.
    func isOfOneUnit(_ column: Column) -> Bool {
      column.kind.isPlainQuantity || keys.contains { $0.kind == .unitName(of: column.name) }
    }
    let column: Column?
    switch function {
    case .count where choices.number(below: 2) == 0: column = nil
    case .count, .countDistinct, .first, .last: column = one { $0.kind != .average }
    case .min, .max: column = one { isOfOneUnit($0) || $0.kind == .word || $0.kind == .year }
    case .sum, .median, .avg: column = one { isOfOneUnit($0) }
    case .any: column = one { $0.kind == .truth }
    }
    if column == nil, function != .count { return nil }
    let kind: Kind
    switch function {
    case .count, .countDistinct: kind = .number
    case .avg: kind = .average
    case .any: kind = .truth
    default: kind = column?.kind ?? .number
    }
    return (.init(name: newName(), function: function, column: column?.name), kind)
  }

  private mutating func one(where isMeant: (Column) -> Bool) -> Column? {
    let meant = columns.filter(isMeant)
    return meant.isEmpty ? nil : choices.one(of: meant)
  }

  private mutating func joined() -> ModelStage? {
    let shared = ["name", "place", "period"].filter { name in
      columns.contains { $0.name == name && Self.measures.contains($0) }
    }
    if shared.isEmpty { return nil }
    let keys = choices.several(of: shared, limit: 2)
    let kind = choices.one(of: isMultiplied ? [.semi, .anti] : ModelStage.Join.allCases)
    var right = ModelQuery(table: .measures)
    var generator = self
    generator.columns = Self.measures
    if choices.number(below: 3) == 2 {
      generator.choices = choices
      if let condition = generator.condition(depth: 1) { right.stages.append(.where(condition)) }
      choices = generator.choices
    }
    let brought = choices.several(of: Array(Self.measures[2...4]), limit: 2)
      .map { (column: $0, name: newName()) }
    right.stages.append(
      .select(keys.map { ($0, $0) } + brought.map { ($0.name, $0.column.name) }))
    if kind == .inner || kind == .left {
      isMultiplied = true
      columns += brought.map { Column(name: $0.name, kind: $0.column.kind) }
    }
    return .join(kind, right, on: keys, bringing: brought.map(\.name))
  }

  private mutating func union() -> ModelStage? {
    let shared = columns.filter(Self.indicators.contains)
    if shared.isEmpty { return nil }
    var right = ModelQuery(table: .indicators)
    if choices.number(below: 2) == 1 {
      var generator = self
      generator.columns = Self.indicators
      if let condition = generator.condition(depth: 1) { right.stages.append(.where(condition)) }
      choices = generator.choices
    }
    let kept = choices.several(of: shared, limit: 4)
    right.stages.append(.select(kept.map { ($0.name, $0.name) }))
    forgetUnits()
    return .union(right)
  }
}

// MARK: - Expressions and conditions

extension QueryGenerator {
  private mutating func expression() -> (ModelExpression, Kind)? {
    switch choices.number(below: 10) {
    case 0:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.sum(.column(a.name), .column(b.name)), a.kind)
    case 1:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (
        .difference(.column(a.name), .column(b.name)), a.kind == .percent ? .points : a.kind
      )
    case 2:
      guard let column = quantity() else { return nil }
      return (.multiple(.column(column.name), 2 + choices.number(below: 2)), column.kind)
    case 3:
      guard let column = quantity() else { return nil }
      return (.negated(.column(column.name)), column.kind)
    case 4:
      guard let column = quantity() else { return nil }
      return (.low(.column(column.name)), column.kind)
    case 5:
      guard let column = quantity() else { return nil }
      return (.high(.column(column.name)), column.kind)
    case 6:
      guard let column = one(where: { $0.kind == .amount }) else { return nil }
      return (.unit(.column(column.name)), .unitName(of: column.name))
    case 7:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.coalesced(.column(a.name), .column(b.name)), a.kind)
    case 8:
      guard let (a, b) = twoOfOneKind(), let condition = condition(depth: 1) else { return nil }
      return (.chosen(condition, .column(a.name), .column(b.name)), a.kind)
    default:
      return condition(depth: 1).map { (.condition($0), .truth) }
    }
  }

  private mutating func quantity() -> Column? {
    one { $0.kind == .amount || $0.kind.isPlainQuantity }
  }

  /// Two columns of quantities of one kind, perhaps the same.
  private mutating func twoOfOneKind() -> (Column, Column)? {
    guard let a = one(where: { $0.kind.isPlainQuantity }),
      let b = one(where: { $0.kind == a.kind })
    else { return nil }
    return (a, b)
  }

  private mutating func condition(depth: Int) -> ModelCondition? {
    if depth > 0 {
      switch choices.number(below: 12) {
      case 0: return condition(depth: depth - 1).map { .not($0) }
      case 1, 2:
        guard let a = condition(depth: depth - 1), let b = condition(depth: depth - 1) else {
          return nil
        }
        return .and(a, b)
      case 3, 4:
        guard let a = condition(depth: depth - 1), let b = condition(depth: depth - 1) else {
          return nil
        }
        return .or(a, b)
      case 5: return condition(depth: depth - 1).map { .possibly($0) }
      case 6: return condition(depth: depth - 1).map { .certainly($0) }
      default: break
      }
    }
    return one { $0.kind != .average }.flatMap { test(of: $0) }
  }

  private mutating func test(of column: Column) -> ModelCondition? {
    let name = column.name
    let comparison = choices.one(of: ModelCondition.Comparison.allCases)
    let isEquality = choices.number(below: 2) == 0
    switch column.kind {
    case .truth: return .column(name)
    case _ where choices.number(below: 6) == 5:
      let isQuantity = column.kind == .amount || column.kind.isPlainQuantity
      let states = ModelCondition.State.allCases.filter { isQuantity || $0 != .exact }
      return .state(name, choices.one(of: states))
    case .nature:
      return .word(
        name, isEquality ? .equal : .notEqual, choices.one(of: ["actual", "target"]), isBare: true)
    case .year:
      let year = choices.one(of: RowMaker.years)
      return isEquality
        ? .years(name, comparison, year) : .within(name, from: year, through: year + 1)
    case .amount:
      return .quantities(
        .column(name), comparison, .literal(point(choices.one(of: ModelUnit.ofAmounts))))
    case .percent, .points, .number:
      if isEquality, let other = one(where: { $0.kind == column.kind }) {
        return .quantities(.column(name), comparison, .column(other.name))
      }
      let unit: ModelUnit =
        column.kind == .percent ? .percent : column.kind == .points ? .points : .number
      return .quantities(.column(name), comparison, .literal(point(unit)))
    default:
      let word = choices.one(of: RowMaker.words)
      switch choices.number(below: 4) {
      case 0: return .member(name, [word, choices.one(of: RowMaker.words)])
      case 1:
        return .text(
          name, choices.one(of: ModelCondition.TextTest.allCases), String(word.prefix(1)))
      default: return .word(name, comparison, word, isBare: false)
      }
    }
  }

  private mutating func point(_ unit: ModelUnit) -> ModelQuantity {
    let value = choices.one(of: RowMaker.values)
    return ModelQuantity(value, value, unit)
  }
}
