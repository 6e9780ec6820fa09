import DajuanLedger
import DajuanSyntax

extension Checker {
  /// `join [kind] source on key, …`: the left columns, then, where the kind brings them, the right
  /// side's columns that are no keys.
  mutating func checkJoin(_ join: Join, _ stage: Stage) -> [Step] {
    let left = relation
    guard let right = checkOperand(join.source) else {
      relation.isUncertain = true
      return []
    }
    let kind = join.kind ?? .inner
    var keys: [Step.Join.Key] = []
    for key in join.keys ?? [] {
      if let found = check(key, of: left, and: right.relation) { keys.append(found) }
    }
    var kept: [Int] = []
    if kind.bringsColumns {
      let matched = Set(keys.map(\.right))
      for (index, column) in right.relation.columns.enumerated() where !matched.contains(index) {
        kept.append(index)
        relation.columns.append(distinguished(column, beside: relation.columns))
      }
      relation.isUncertain = left.isUncertain || right.relation.isUncertain
    }
    guard let written = join.keys else {
      reportMissingKey(of: left, and: right.relation, join, stage)
      return []
    }
    // The parser reported what it could not read; the columns are known all the same.
    let isRead =
      !written.isEmpty
      && written.allSatisfy { !$0.left.isMissing && !($0.right?.isMissing ?? false) }
    if !isRead { relation.isUncertain = true }
    guard isRead, keys.count == written.count else { return [] }
    let kindOfStep = Step.Kind.join(Step.Join(kind: kind, right: right, keys: keys, kept: kept))
    return [Step(kind: kindOfStep, relation: relation, span: stage.span, source: source)]
  }

  /// A table that a stage brings in; the columns in scope stay as they are.
  mutating func checkOperand(_ source: PipelineSource) -> CheckedQuery? {
    let outer = relation
    defer { relation = outer }
    return checkSource(source)
  }

  // MARK: Keys

  private mutating func check(
    _ key: Join.Key, of left: Relation, and right: Relation
  ) -> Step.Join.Key? {
    let rightName = key.right ?? key.left
    if key.left.isMissing || rightName.isMissing { return nil }
    noteColumn(key.left, of: left, first: key.right == nil ? left.joinable(with: right) : [])
    noteColumn(rightName, of: right)
    let places = (left.index(of: key.left.text), right.index(of: rightName.text))
    guard let onLeft = places.0, let onRight = places.1 else {
      reportUnknownKey(key, of: left, and: right, places)
      return nil
    }
    if key.right == nil {
      translate(key.left, columnOf: [left, right])
    } else {
      translate(key.left, columnOf: [left])
      translate(rightName, columnOf: [right])
    }
    let a = Formula(.column(onLeft), left.columns[onLeft].type, key.left.span)
    let b = Formula(.column(onRight), right.columns[onRight].type, rightName.span)
    for side in [a, b] where side.type == .source {
      report(.wrongOperand, terms: [Bilingual("on", "依据"), side.summary], at: side.span)
      return nil
    }
    guard canMeet(a, b) else {
      report(
        .incomparable, terms: [a.summary, b.summary], at: key.span,
        labels: [
          Diagnostic.Label(a.span, Bilingual("left: ", "左：") + a.summary),
          Diagnostic.Label(b.span, Bilingual("right: ", "右：") + b.summary),
        ])
      return nil
    }
    return Step.Join.Key(left: onLeft, right: onRight)
  }

  /// A key that one side or both lack: the nearest column where it is lacking.
  private mutating func reportUnknownKey(
    _ key: Join.Key, of left: Relation, and right: Relation, _ found: (left: Int?, right: Int?)
  ) {
    let rightName = key.right ?? key.left
    let spellings = { (relation: Relation) in relation.columns.flatMap(\.spellings) }
    if key.right == nil, found.left == nil, found.right == nil {
      if left.isUncertain || right.isUncertain { return }
      let shared = sharedColumns(left, right).flatMap(\.spellings)
      report(
        .unknownColumn, [key.left.text], at: key.span, suggestion: nearest(key.left, among: shared))
      return
    }
    if found.left == nil, !left.isUncertain {
      var suggestion = nearest(key.left, among: spellings(left))
      // Found on the right only: the left column must be named too.
      if key.right == nil, let word = NearestName(key.left.text).best(among: spellings(left)) {
        suggestion = .write("\(word) == \(source.text(key.left.span))", insteadOf: key.span)
      }
      report(.unknownColumn, [key.left.text], at: key.left.span, suggestion: suggestion)
    }
    if found.right == nil, !right.isUncertain {
      var suggestion = nearest(rightName, among: spellings(right))
      if key.right == nil, let word = NearestName(rightName.text).best(among: spellings(right)) {
        suggestion = .write("\(source.text(key.left.span)) == \(word)", insteadOf: key.span)
      }
      report(.unknownJoinColumn, [rightName.text], at: rightName.span, suggestion: suggestion)
    }
  }

  /// No `on` at all: the columns both sides have are offered.
  private mutating func reportMissingKey(
    of left: Relation, and right: Relation, _ join: Join, _ stage: Stage
  ) {
    let shared = sharedColumns(left, right)
    let isChinese = source.text(stage.keyword) == "关联"
    let names = { (language: Language) in
      shared.map { Self.written($0.label(in: language)) }.joined(separator: ", ")
    }
    let (english, chinese) = ("on \(names(.english))", "依据 \(names(.chinese))")
    let suggestion =
      shared.isEmpty
      ? Diagnostic.Suggestion(
        Bilingual("name a column of each side: `on left == right`", "请写出两侧的列：`依据 左列 == 右列`"))
      : Diagnostic.Suggestion(
        Bilingual("both sides have `\(english)`", "两侧都有的列：`\(chinese)`"),
        edits: [.init(Span(at: join.source.span.end), " " + (isChinese ? chinese : english))])
    report(.missingJoinKey, at: stage.keyword, suggestion: suggestion)
  }

  /// The columns that could be keys by their name alone, as the left side has them: words, periods
  /// and enumerated values. Figures rarely identify a row.
  private func sharedColumns(_ left: Relation, _ right: Relation) -> [RelationColumn] {
    left.joinable(with: right).filter { column in
      switch column.type {
      case .text, .enumeration, .period: true
      default: false
      }
    }
  }

  /// A name as it is written in a query.
  static func written(_ name: String) -> String { Printer.isPlain(name) ? name : "`\(name)`" }

  // MARK: Names

  /// The column under a name that none of the others has in either language: `level_2`, `总量_2`.
  func distinguished(
    _ column: RelationColumn, beside others: [RelationColumn]
  ) -> RelationColumn {
    let taken = Set(others.flatMap { [$0.name, $0.label(in: .chinese)] })
    let chinese = column.label(in: .chinese)
    let clashes = taken.contains(column.name)
    guard clashes || taken.contains(chinese) else { return column }
    var number = 2
    while clashes && taken.contains("\(column.name)_\(number)")
      || taken.contains("\(chinese)_\(number)")
    {
      number += 1
    }
    var result = column
    result.entity = nil
    if clashes { result.name = "\(column.name)_\(number)" }
    result.chinese = chinese == column.name ? nil : "\(chinese)_\(number)"
    return result
  }
}

extension Relation {
  /// The columns here of whose spellings one means a column there that can be compared with it.
  package func joinable(with other: Relation) -> [RelationColumn] {
    columns.filter { column in
      guard column.type != .source, let index = other.index(of: column.name) else { return false }
      switch (column.type, other.columns[index].type) {
      case (.quantity(let a), .quantity(let b)): return a.mayMeet(b)
      case (.text, .enumeration), (.enumeration, .text): return true
      case (let a?, let b?): return a == b
      default: return true
      }
    }
  }
}

extension Bilingual {
  static func + (left: Bilingual, right: Bilingual) -> Bilingual {
    Bilingual(left.english + right.english, left.chinese + right.chinese)
  }
}
