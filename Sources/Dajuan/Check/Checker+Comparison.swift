import DajuanLedger
import DajuanReports
import DajuanSyntax

// Comparisons: what can be held against what, and what is probably not meant.
extension Checker {
  /// Checks both sides; the one that takes its meaning from the other comes second.
  mutating func operands(_ binary: Binary) -> (left: Formula, right: Formula) {
    if isContextual(binary.left), !isContextual(binary.right) {
      let right = check(binary.right)
      return (check(binary.left, expecting: right.type), right)
    }
    let left = check(binary.left)
    expectOperand(at: binary.right.span, beside: left)
    return (left, check(binary.right, expecting: left.type))
  }

  mutating func checkComparison(_ binary: Binary, _ span: Span) -> Formula {
    if reportQuotedColumn(binary) { return .invalid(span) }
    let (left, right) = operands(binary)
    guard let `operator` = ComparisonOperator(rawValue: binary.operator.rawValue),
      !left.isInvalid, !right.isInvalid
    else { return .invalid(span) }
    guard canMeet(left, right) else {
      report(
        .incomparable, terms: [left.summary, right.summary], at: binary.operatorSpan,
        labels: [left.label, right.label],
        suggestion: periodHint(left, right) ?? unitHint(left, beside: right)
          ?? unitHint(right, beside: left))
      return .invalid(span)
    }
    let isOrder = `operator` != .equal && `operator` != .notEqual
    if isOrder, let type = left.type ?? right.type {
      switch type {
      case .truth, .source, .enumeration:
        report(.noOrder, terms: [left.summary], at: binary.operatorSpan, labels: [left.label])
        return .invalid(span)
      default: break
      }
    }
    warnOfBarePercent(left, right, binary.right)
    warnOfBarePercent(right, left, binary.left)
    if case .missingValue = binary.right.unwrapped.kind { warnOfMissing(binary) }
    for (column, word) in [(left, right), (right, left)] where !isOrder {
      guard let members = names(word, beside: column) else { continue }
      let formula = Formula(.member(column, members), .truth, span)
      return `operator` == .equal ? formula : Formula(.not(formula), .truth, span)
    }
    let (first, second) = (word(left, beside: right), word(right, beside: left))
    return Formula(.compare(`operator`, unconverted(first), unconverted(second)), .truth, span)
  }

  /// A text that is known and stands beside an enumerated value, as the word it is for that: a string would
  /// be, and so is one that `let` has named or a parameter has, in either language.
  mutating func word(_ text: Formula, beside other: Formula) -> Formula {
    guard case .enumeration(let enumeration) = other.type, text.type == .text,
      case .text(let word) = value(of: text),
      let value = Vocabulary.canonical(word, in: .value, scope: enumeration.rawValue)
    else { return text }
    return Formula(.constant(.text(value)), .text, text.span)
  }

  /// An operand without the `to` around it: figures compare across units as they are, and one of
  /// another dimension is then known to be of another unit, and not just missing.
  private func unconverted(_ formula: Formula) -> Formula {
    guard case .convert(let operand, _) = formula.kind else { return formula }
    if case .exactly = operand.units { return formula }
    return operand
  }

  /// Beside a period, what was meant to be one: `"2021"`, `2021 年`, `2021-2022`.
  mutating func periodHint(_ left: Formula, _ right: Formula) -> Diagnostic.Suggestion? {
    let sides = [(left, right), (right, left)]
    guard let other = sides.first(where: { $0.0.type == .period })?.1 else { return nil }
    var text = source.text(other.span)
    if case .text(let content) = value(of: other) { text = content }
    guard let literal = PeriodWords.literal(of: text), literal != source.text(other.span)
    else { return nil }
    return .write(literal, insteadOf: other.span)
  }

  /// A bare number beside an amount: with 万 or 亿 it can only be yuan, and otherwise only whoever
  /// wrote it knows its unit.
  private mutating func unitHint(
    _ number: Formula, beside other: Formula
  ) -> Diagnostic.Suggestion? {
    guard case .quantity(let quantity) = value(of: number), quantity.unit == .none
    else { return nil }
    let text = source.text(number.span)
    let isMoney = other.units?.mayMeet(.families([.money])) == true
    if isMoney, text.hasSuffix("亿") || text.hasSuffix("万") || quantity.interval.point == Number(0) {
      return .write(text + "元", insteadOf: number.span)
    }
    return Diagnostic.Suggestion(
      Bilingual("give the number its unit, such as `5亿元`", "请给数带上单位，如 `5亿元`"))
  }

  /// `"kind" == project`: a column between quotes is text, and what stands beside it is then
  /// unknown.
  private mutating func reportQuotedColumn(_ binary: Binary) -> Bool {
    for (quoted, other) in [(binary.left, binary.right), (binary.right, binary.left)] {
      guard case .string(let text) = quoted.unwrapped.kind, relation.index(of: text) != nil,
        case .name(let name) = other.unwrapped.kind, relation.index(of: name.text) == nil,
        isContextual(other)
      else { continue }
      report(
        .quotedColumn, [text], at: quoted.span, suggestion: .write(text, insteadOf: quoted.span))
      return true
    }
    return false
  }

  /// `area == missing`: nothing equals what is not there.
  private mutating func warnOfMissing(_ binary: Binary) {
    let test: String
    switch binary.operator {
    case .equal: test = "is missing"
    case .notEqual: test = "is present"
    default: return
    }
    let isChinese = source.text(binary.right.span) == "缺失"
    let chinese = binary.operator == .equal ? "是 缺失" : "有值"
    let place = Span(binary.operatorSpan.start, binary.right.span.end)
    report(
      .comparedWithMissing, at: binary.right.span,
      suggestion: .write(isChinese ? chinese : test, insteadOf: place))
  }

  /// `growth > 8`: 8 is 800%, which is hardly ever meant.
  mutating func warnOfBarePercent(
    _ share: Formula, _ number: Formula, _ expression: Expression
  ) {
    guard case .column = share.kind, case .families(let families) = share.units,
      families.contains(.percent), !families.contains(.money), number.units == .exactly(.none),
      case .quantity(let quantity) = value(of: number), quantity.unit == .none,
      let lower = quantity.interval.lower, lower.magnitude >= Number(1), !isOpen(number)
    else { return }
    let text = source.text(number.span)
    var suggestion: Diagnostic.Suggestion?
    if case .number = expression.kind { suggestion = .write(text + "%", insteadOf: number.span) }
    report(
      .barePercent, [text, quantity.converted(to: .percent)?.text() ?? text],
      at: number.span, labels: [share.label], suggestion: suggestion)
  }

  /// The names under which the ledger may have an indicator that a word beside its column means:
  /// `name == "GDP"`. Nil where that is not what is compared.
  mutating func names(_ formula: Formula, beside column: Formula) -> [Formula.Member]? {
    guard case .column(let index) = column.kind, relation.columns.indices.contains(index),
      relation.columns[index].namesIndicators, case .text(let name) = value(of: formula)
    else { return nil }
    return IndicatorNames.ledgerNames(of: name).map {
      .value(Formula(.constant(.text($0)), formula.type, formula.span))
    }
  }

  /// Whether values of the two types can be held against each other.
  func canMeet(_ left: Formula, _ right: Formula) -> Bool {
    guard let a = left.type, let b = right.type else { return true }
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)): return x.mayMeet(y)
    case (.text, .enumeration), (.enumeration, .text): return true
    default: return a == b
    }
  }
}
