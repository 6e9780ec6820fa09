import DajuanLedger
import DajuanSyntax

extension Checker {
  /// What a bare word means: an enumerated value where one is wanted, a column, or a `let`.
  mutating func resolve(_ name: Name, expecting type: ColumnType?) -> Formula {
    if name.isMissing { return .invalid(name.span) }
    noteOperand(name, expecting: type)
    if let formula = argument(name, expecting: type) {
      translation?.keep(name.span, in: source)
      return formula
    }
    if case .enumeration(let enumeration) = type, !name.isQuoted,
      let value = Vocabulary.canonical(name.text, in: .value, scope: enumeration.rawValue)
    {
      translate(name, valueOf: enumeration)
      return Formula(.constant(.text(value)), type, name.span)
    }
    if expansion.call == nil, let index = relation.index(of: name.text) {
      translate(name, columnOf: [relation], expecting: type)
      let column = relation.columns[index]
      return Formula(.column(index), column.type, name.span, isPinned: column.isPinned)
    }
    translation?.keep(name.span, in: source)
    if let formula = bound(name) { return used(name, formula) }
    if relation.isUncertain { return .invalid(name.span) }
    if expansion.call != nil {
      reportFreeName(name, expecting: type)
    } else if case .enumeration(let enumeration) = type {
      reportUnknownValue(name.text, of: enumeration, at: name.span)
    } else {
      reportUnknownColumn(name, beside: type)
    }
    return .invalid(name.span)
  }

  /// The value a `let` gave the name, at the place where it is used.
  func bound(_ name: Name) -> Formula? {
    let binding = expansion.call.map { $0.function.value(name.text, environment) }
    guard case .value(let formula) = binding ?? environment.bindings[name.text] else { return nil }
    return Formula(formula.kind, formula.type, name.span, isPinned: formula.isPinned)
  }

  /// Whether a word has a meaning of its own here, or takes one from what it is compared with.
  func isContextual(_ expression: Expression) -> Bool {
    if let call = expansion.call { return isContextual(expression, in: call) }
    return switch expression.unwrapped.kind {
    case .name(let name): relation.index(of: name.text) == nil && bound(name) == nil
    case .number(let literal): literal.year != nil
    case .string: true
    default: false
    }
  }

  mutating func reportUnknownColumn(_ name: Name, beside type: ColumnType? = nil) {
    if case .query = environment.bindings[name.text] {
      return report(.tableAsValue, [name.text], at: name.span)
    }
    if let rows = aggregates?.rows {
      let isCount = Vocabulary.canonical(name.text, in: .aggregate) == "count"
      let call = isCount ? Diagnostic.Suggestion.write(name.text + "()", insteadOf: name.span) : nil
      if rows.index(of: name.text) != nil {
        return report(.ungroupedColumn, [name.text], at: name.span, suggestion: call)
      }
      if let call { return report(.unknownColumn, [name.text], at: name.span, suggestion: call) }
    }
    let columns = relation.columns.flatMap(\.spellings)
    let values = environment.bindings.compactMap { name, binding in
      if case .value = binding { name } else { nil }
    }
    report(
      .unknownColumn, [name.text], at: name.span,
      suggestion: absence(name) ?? tableHint(name) ?? split(name, into: columns)
        ?? nearest(name, among: columns + values.sorted()) ?? quotes(name, beside: type))
  }

  /// The table of a column that is named where there is none.
  private func tableHint(_ name: Name) -> Diagnostic.Suggestion? {
    guard relation.columns.isEmpty, aggregates == nil,
      let scope = Vocabulary.entry(spelled: name.text, in: .column)?.scope.first,
      let table = Vocabulary.entry(spelled: scope, in: .entity)
    else { return nil }
    return Diagnostic.Suggestion(
      Bilingual(
        "a column belongs to a table: `\(table.english) | where …`",
        "列属于表：`\(table.chinese) | 筛选 …`"))
  }

  /// Quotes around a word that is held against text.
  private func quotes(_ name: Name, beside type: ColumnType?) -> Diagnostic.Suggestion? {
    guard case .text = type, !name.isQuoted else { return nil }
    return Diagnostic.Suggestion(
      Bilingual("text stands in quotes: `\"\(name.text)\"`", "文本要加引号：`\"\(name.text)\"`"),
      edits: [.init(name.span, "\"\(name.text)\"")])
  }

  /// `null` and the like, as other languages write what is missing.
  private func absence(_ name: Name) -> Diagnostic.Suggestion? {
    guard ForeignWords.isMissing(name.text) else { return nil }
    let isLatin = name.text.utf8.allSatisfy { $0 < 0x80 }
    return .write(isLatin ? "missing" : "缺失", insteadOf: name.span)
  }

  mutating func reportUnknownTable(_ name: Name) {
    let queries = environment.bindings.compactMap { name, binding in
      if case .query = binding { name } else { nil }
    }
    let tables =
      Vocabulary.spellings(of: .entity) + environment.host.tables.flatMap(\.spellings)
      + queries.sorted()
    report(
      .unknownTable, [name.text], at: name.span,
      suggestion: split(name, into: tables) ?? nearest(name, among: tables))
  }

  mutating func reportUnknownValue(_ text: String, of enumeration: Enumeration, at span: Span) {
    let values = Vocabulary.spellings(of: .value, scope: enumeration.rawValue)
    let nearest = NearestName(text).best(among: values)
    let all = Vocabulary.entries(in: .value).filter { $0.isIn(scope: enumeration.rawValue) }
    let list = Bilingual(
      "one of " + all.map(\.english).joined(separator: ", "),
      "可取：" + all.map(\.chinese).joined(separator: "、"))
    report(
      .unknownValue,
      terms: [Bilingual(text), Bilingual(enumeration.rawValue, enumeration.chinese)], at: span,
      suggestion: nearest.map { .didYouMean($0, insteadOf: span) }
        ?? Diagnostic.Suggestion(list))
  }

  func nearest(_ name: Name, among candidates: [String]) -> Diagnostic.Suggestion? {
    NearestName(name.text).best(among: candidates).map {
      .didYouMean($0, insteadOf: name.span)
    }
  }

  /// Two words run together, as Chinese invites: `增速降序` is `增速 降序`.
  private func split(_ name: Name, into names: [String]) -> Diagnostic.Suggestion? {
    GluedWords.split(name.text, isName: names.contains).map {
      .write($0.joined(separator: " "), insteadOf: name.span)
    }
  }
}
