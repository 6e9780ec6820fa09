/// Makes well-typed queries of choices, and knows what columns there are at each point of them.
struct QueryGenerator {
  /// What a column holds.
  enum Kind: Hashable {
    case word, year, truth
    /// One of a few words.
    case choice([String])
    /// Quantities in any unit of amounts.
    case amount
    case percent, points, number
    /// Known to so many places only, and asked nothing more.
    case average
    /// Where a row comes from, asked nothing more either.
    case source
    /// The names of the units of a column of amounts.
    case unitName(of: String)

    var isPlainQuantity: Bool { self == .percent || self == .points || self == .number }
    var isWord: Bool { if case .unitName = self { true } else { self == .word } }
    var isAskable: Bool { self != .average && self != .source }
    var unit: ModelUnit { self == .percent ? .percent : self == .points ? .points : .number }
  }

  struct Column: Hashable {
    let name: String
    let kind: Kind

    /// Whether its quantities are of one unit, because rows are grouped by it.
    func isOfOneUnit(by keys: [Column]) -> Bool {
      kind.isPlainQuantity || keys.contains { $0.kind == .unitName(of: name) }
    }
  }

  static let indicators = [
    Column(name: "place", kind: .word), Column(name: "name", kind: .word),
    Column(name: "level", kind: .amount), Column(name: "growth", kind: .percent),
    Column(name: "share", kind: .percent),
    Column(name: "nature", kind: .choice(ModelChoice.natures)),
    Column(name: "period", kind: .year),
  ]
  static let measures = [
    Column(name: "place", kind: .word), Column(name: "name", kind: .word),
    Column(name: "category", kind: .word), Column(name: "quantity", kind: .amount),
    Column(name: "coverage", kind: .percent),
    Column(name: "nature", kind: .choice(ModelChoice.natures)),
    Column(name: "period", kind: .year),
  ]

  /// Columns of both tables that only some queries look at.
  static let standing = [
    Column(name: "force", kind: .choice(ModelChoice.forces)),
    Column(name: "source", kind: .source),
  ]
  static let tracked = [
    Column(name: "place", kind: .word), Column(name: "name", kind: .word),
    Column(name: "period", kind: .year),
    Column(name: "measure", kind: .choice(ModelChoice.figures)),
    Column(name: "target", kind: .amount),
    Column(name: "force", kind: .choice(ModelChoice.forces)),
    Column(name: "implied", kind: .amount), Column(name: "actual", kind: .amount),
    Column(name: "basis", kind: .choice(ModelChoice.figures)),
    Column(name: "status", kind: .choice(ModelChoice.statuses)),
    Column(name: "gap", kind: .average), Column(name: "source", kind: .source),
    Column(name: "actual_source", kind: .source),
  ]

  var choices: Choices
  private var table = ModelTable.indicators
  private(set) var columns: [Column] = []
  /// Whether there are columns that only running the query tells.
  private(set) var isPivoted = false
  private var names = 0
  private var summaries = 0
  /// Whether rows have been multiplied: a second time were too much for a model that compares all with all.
  private var isMultiplied = false
  /// Whether a measure's columns may have figures or words of an indicator: these are no promise of either.
  private var isMixed = false

  init(_ choices: Choices) { self.choices = choices }

  /// A query, which ends in a choice of all columns, unless a pivot has made some that are not known.
  mutating func query() -> ModelQuery {
    let choice = choices.number(below: 6)
    table = choice == 3 || choice == 5 ? .measures : .indicators
    var query = ModelQuery(table: table)
    columns = table == .indicators ? Self.indicators : Self.measures
    if choice > 3 { columns += Self.standing }
    for _ in 0..<7 where !choices.isUsedUp {
      if let stage = stage() { query.stages.append(stage) }
    }
    if !isPivoted { query.stages.append(.select(columns.map { ($0.name, $0.name) })) }
    return query
  }

  // MARK: Stages

  // What came later stands last, and takes its choices after those there were: kept inputs go on asking
  // what they asked.
  private mutating func stage() -> ModelStage? {
    switch choices.number(below: 26) {
    case 0, 1, 2: return condition(depth: 2).map { .where($0) }
    case 3, 4: return derived()
    case 5: return selected()
    case 6: return sorted()
    case 7: return .take(choices.number(below: 9), by: keys(limit: 2, isOptional: true))
    case 8: return .skip(choices.number(below: 5), by: keys(limit: 2, isOptional: true))
    case 9: return distinct()
    case 10: return summarized()
    case 11: return joined()
    case 12: return union()
    case 13, 14, 15, 16: return windows()
    case 17, 18: return pivoted()
    case 19, 20: return tracked()
    case 21: return condition(depth: 1).map { .assert($0) }
    case 22: return dropped()
    case 23: return described()
    case 24: return distinctRows()
    default:
      columns = [Column(name: "count", kind: .number)]
      isPivoted = false
      return .count
    }
  }

  /// A name that no column has had.
  mutating func newName() -> String {
    names += 1
    return "x\(names)"
  }

  func names(where isMeant: (Kind) -> Bool) -> [String] {
    columns.filter { isMeant($0.kind) }.map(\.name)
  }

  /// Columns that rows may be told apart by.
  mutating func keys(limit: Int, isOptional: Bool = false) -> [String] {
    let all = names(where: \.isAskable)
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
    isPivoted = false
    forgetUnits { name in kept.contains { $0.name == name } }
    return .select(result)
  }

  private mutating func dropped() -> ModelStage? {
    if columns.count < 2 || isPivoted { return nil }
    let dropped = choices.several(of: columns.dropLast().map(\.name), limit: 3)
    columns.removeAll { dropped.contains($0.name) }
    forgetUnits { !dropped.contains($0) }
    return .drop(dropped, keeping: columns.map(\.name))
  }

  /// Units of columns that are no longer there, or that other rows have joined, are words.
  mutating func forgetUnits(unless isKept: (String) -> Bool = { _ in false }) {
    columns = columns.map { column in
      guard case .unitName(let name) = column.kind, !isKept(name) else { return column }
      return Column(name: column.name, kind: .word)
    }
  }

  /// A column in its place: after the others, or instead of the one of that name.
  mutating func place(_ column: Column) {
    guard let old = columns.firstIndex(where: { $0.name == column.name }) else {
      columns.append(column)
      return
    }
    columns[old] = column
    forgetUnits { $0 != column.name }
  }

  private mutating func derived() -> ModelStage? {
    guard let (expression, kind) = expression() else { return nil }
    let name = newName()
    columns.append(Column(name: name, kind: kind))
    return .derive([(name, expression)])
  }

  private mutating func sorted() -> ModelStage? {
    let keys = keys(limit: 3)
    return keys.isEmpty ? nil : .sort(order(of: keys))
  }

  mutating func order(of keys: [String]) -> [ModelOrder] {
    keys.map { ModelOrder(column: $0, isDescending: choices.number(below: 2) == 1) }
  }

  private mutating func distinct() -> ModelStage? {
    let keys = keys(limit: 3)
    if keys.isEmpty { return nil }
    columns = keys.compactMap { key in columns.first { $0.name == key } }
    isPivoted = false
    forgetUnits { keys.contains($0) }
    return .distinct(keys)
  }

  private mutating func distinctRows() -> ModelStage? {
    if isPivoted || !columns.allSatisfy(\.kind.isAskable) { return nil }
    return .distinctRows(columns.map(\.name))
  }

  private mutating func described() -> ModelStage? {
    if isPivoted || columns.contains(where: { $0.kind == .average }) { return nil }
    let names = columns.map(\.name)
    columns =
      [Column(name: "column", kind: .word)]
      + ["present", "missing", "distinct"].map { Column(name: $0, kind: .number) }
    // The name of a column, but also a word of the language.
    columns.remove(at: 2)
    return .describe(names)
  }

  private mutating func pivoted() -> ModelStage? {
    if isPivoted { return nil }
    let isName = { (column: Column) in
      if case .choice = column.kind { true } else { column.kind == .word || column.kind == .year }
    }
    guard let column = one(where: isName),
      let values = one(where: { $0.name != column.name && $0.kind != .average })
    else { return nil }
    let others = columns.filter { $0.name != column.name && $0.name != values.name }
    let isWritten = others.contains { !$0.kind.isAskable } || choices.number(below: 4) != 3
    let askable = others.filter(\.kind.isAskable).map(\.name)
    if isWritten, askable.isEmpty { return nil }
    let keys = isWritten ? choices.several(of: askable, limit: 2) : askable
    columns = keys.compactMap { key in columns.first { $0.name == key } }
    forgetUnits { keys.contains($0) }
    isPivoted = true
    return .pivot(column.name, values: values.name, keys: keys, isWritten: isWritten)
  }

  private mutating func tracked() -> ModelStage? {
    let needed =
      [Self.indicators[0], Self.indicators[1], Self.indicators[5], Self.indicators[6]]
      + Self.standing
    let figures = columns.filter { column in
      ["level", "growth", "share", "quantity", "coverage"].contains(column.name)
    }
    if isPivoted || isMixed || figures.isEmpty { return nil }
    guard needed.allSatisfy(columns.contains) else { return nil }
    let order = ModelChoice.figures.filter { name in figures.contains { $0.name == name } }
    columns = Self.tracked
    return .track(order)
  }

  private mutating func summarized() -> ModelStage? {
    // Medians of medians of medians have more places than the model's numbers.
    if summaries == 2 { return nil }
    summaries += 1
    let keys = keys(limit: 2, isOptional: true)
    let kept = keys.compactMap { key in columns.first { $0.name == key } }
    var aggregates: [ModelAggregate] = []
    var made: [Column] = []
    for _ in 0...choices.number(below: 3) {
      guard let (aggregate, kind) = aggregate(by: kept) else { continue }
      aggregates.append(aggregate)
      made.append(Column(name: aggregate.name, kind: kind))
    }
    if aggregates.isEmpty { return nil }
    columns = kept + made
    isPivoted = false
    forgetUnits { keys.contains($0) }
    return .summarize(aggregates, by: keys)
  }

  private mutating func aggregate(by keys: [Column]) -> (ModelAggregate, Kind)? {
    let function = choices.one(of: ModelAggregate.Function.allCases)
    let column: Column?
    switch function {
    case .count where choices.number(below: 2) == 0: column = nil
    case .count, .countDistinct, .first, .last: column = one(where: \.kind.isAskable)
    case .min, .max:
      column = one { $0.isOfOneUnit(by: keys) || $0.kind == .word || $0.kind == .year }
    case .sum, .median, .avg: column = one { $0.isOfOneUnit(by: keys) }
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
    return (ModelAggregate(name: newName(), function: function, column: column?.name), kind)
  }

  mutating func one(where isMeant: (Column) -> Bool) -> Column? {
    let meant = columns.filter(isMeant)
    return meant.isEmpty ? nil : choices.one(of: meant)
  }

  private mutating func joined() -> ModelStage? {
    let shared = ["name", "place", "period"].filter { name in
      columns.contains { $0.name == name && Self.measures.contains($0) }
    }
    if shared.isEmpty || isPivoted { return nil }
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
    let shared = columns.filter((Self.indicators + Self.standing).contains)
    if shared.isEmpty || isPivoted { return nil }
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
    if table == .measures { isMixed = true }
    return .union(right)
  }
}
