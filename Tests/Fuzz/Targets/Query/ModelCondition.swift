/// A condition of the model: what it says in the language, and its answer for a row.
indirect enum ModelCondition {
  enum Comparison: String, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum TextTest: String, CaseIterable {
    case contains
    case starts
    case ends
  }

  enum State: String, CaseIterable {
    case missing
    case present
    case exact
  }

  case quantities(ModelExpression, Comparison, ModelExpression)
  case word(String, Comparison, String, isBare: Bool)
  case years(String, Comparison, Int)
  case within(String, from: Int, through: Int)
  case text(String, TextTest, String)
  case member(String, [String])
  case state(String, State)
  /// A column of answers.
  case column(String)
  /// Whether a column of answers says so.
  case says(String, Bool)
  /// Within two quantities of one unit, both ends included.
  case between(ModelExpression, ModelQuantity, ModelQuantity)
  case oneOf(ModelExpression, [ModelQuantity])
  case overlaps(String, Int)
  case matches(String, String)
  case notMember(String, [String])
  case notState(String, State)
  case not(ModelCondition)
  case and(ModelCondition, ModelCondition)
  case or(ModelCondition, ModelCondition)
  case possibly(ModelCondition)
  case certainly(ModelCondition)

  var text: String {
    switch self {
    case .quantities(let a, let comparison, let b): "\(a.text) \(comparison.rawValue) \(b.text)"
    case .word(let name, let comparison, let word, let isBare):
      "\(name) \(comparison.rawValue) " + (isBare ? word : "\"\(word)\"")
    case .years(let name, let comparison, let year): "\(name) \(comparison.rawValue) \(year)"
    case .within(let name, let from, let through): "\(name) in \(from)..\(through)"
    case .text(let name, let test, let word): "\(name) \(test.rawValue) \"\(word)\""
    case .member(let name, let words):
      "\(name) in [\(words.map { "\"\($0)\"" }.joined(separator: ", "))]"
    case .state(let name, let state): "\(name) is \(state.rawValue)"
    case .column(let name): name
    case .says(let name, let isSo): "\(name) == \(isSo)"
    case .between(let a, let low, let high): "\(a.text) in \(low.literal)..\(high.literal)"
    case .oneOf(let a, let list): "\(a.text) in [\(list.map(\.literal).joined(separator: ", "))]"
    case .overlaps(let name, let year): "\(name) overlaps \(year)"
    case .matches(let name, let pattern): "\(name) matches \"\(pattern)\""
    case .notMember(let name, let words):
      "\(name) not in [\(words.map { "\"\($0)\"" }.joined(separator: ", "))]"
    case .notState(let name, let state): "\(name) is not \(state.rawValue)"
    case .not(let condition): "not (\(condition.text))"
    case .and(let a, let b): "(\(a.text) and \(b.text))"
    case .or(let a, let b): "(\(a.text) or \(b.text))"
    case .possibly(let condition): "possibly(\(condition.text))"
    case .certainly(let condition): "certainly(\(condition.text))"
    }
  }

  func truth(in row: ModelRow) -> ModelTruth {
    switch self {
    case .quantities(let a, let comparison, let b):
      guard let a = a.quantity(in: row), let b = b.quantity(in: row) else {
        return .undecided(.missing)
      }
      return comparison.answer(a, b)
    case .word(let name, let comparison, let word, _):
      return words(name, row) { comparison.answer($0, word) }
    case .years(let name, let comparison, let year):
      return years(name, row) { comparison.answer($0, ModelPeriod(year: year)) }
    case .within(let name, let from, let through):
      return years(name, row) { $0.lies(from: from, through: through) }
    case .text(let name, let test, let word): return words(name, row) { test.answer($0, word) }
    case .member(let name, let list): return words(name, row) { list.contains($0) }
    case .state(let name, let state): return state.answer(row[name] ?? .missing)
    case .column(let name):
      if case .truth(let truth) = row[name] { return truth }
      return .undecided(.missing)
    case .says(let name, let isSo):
      let truth = Self.column(name).truth(in: row)
      return isSo ? truth : truth.negated
    case .between(let a, let low, let high):
      guard let a = a.quantity(in: row) else { return .undecided(.missing) }
      return low.isLess(than: a, orEqual: true).and(a.isLess(than: high, orEqual: true))
    case .oneOf(let a, let list):
      guard let a = a.quantity(in: row) else { return .undecided(.missing) }
      return list.reduce(.no) { $0.or(a.isEqual(to: $1)) }
    case .overlaps(let name, let year): return years(name, row) { $0.overlaps(year) }
    case .matches(let name, let pattern):
      return words(name, row) { Self.fits(Array($0), Array(pattern)) }
    case .notMember(let name, let list): return words(name, row) { !list.contains($0) }
    case .notState(let name, let state): return state.answer(row[name] ?? .missing).negated
    case .not(let condition): return condition.truth(in: row).negated
    case .and(let a, let b): return a.truth(in: row).and(b.truth(in: row))
    case .or(let a, let b): return a.truth(in: row).or(b.truth(in: row))
    case .possibly(let condition):
      let truth = condition.truth(in: row)
      return truth == .undecided(.bounds) ? .yes : truth
    case .certainly(let condition):
      let truth = condition.truth(in: row)
      return truth == .undecided(.bounds) ? .no : truth
    }
  }

  private func words(_ name: String, _ row: ModelRow, _ test: (String) -> Bool) -> ModelTruth {
    guard let text = row[name]?.words else { return .undecided(.missing) }
    return test(text) ? .yes : .no
  }

  private func years(
    _ name: String, _ row: ModelRow, _ test: (ModelPeriod) -> Bool
  ) -> ModelTruth {
    guard let period = row[name]?.period else { return .undecided(.missing) }
    return test(period) ? .yes : .no
  }

  /// Whether the whole text fits a pattern: `*` stands for any characters, `?` for one.
  private static func fits(_ text: [Character], _ pattern: [Character]) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = Array(pattern.dropFirst())
    if first == "*" { return (0...text.count).contains { fits(Array(text[$0...]), rest) } }
    guard let character = text.first, first == "?" || first == character else { return false }
    return fits(Array(text.dropFirst()), rest)
  }
}

extension ModelCondition.Comparison {
  func answer(_ a: ModelQuantity, _ b: ModelQuantity) -> ModelTruth {
    switch self {
    case .equal: a.isEqual(to: b)
    case .notEqual: a.isEqual(to: b).negated
    case .less: a.isLess(than: b, orEqual: false)
    case .lessOrEqual: a.isLess(than: b, orEqual: true)
    case .greater: b.isLess(than: a, orEqual: false)
    case .greaterOrEqual: b.isLess(than: a, orEqual: true)
    }
  }

  func answer<Element: Comparable>(_ a: Element, _ b: Element) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}

extension ModelCondition.TextTest {
  func answer(_ text: String, _ word: String) -> Bool {
    switch self {
    case .contains: text.contains(word)
    case .starts: text.hasPrefix(word)
    case .ends: text.hasSuffix(word)
    }
  }
}

extension ModelCondition.State {
  func answer(_ value: ModelValue) -> ModelTruth {
    switch self {
    case .missing: return value.isMissing ? .yes : .no
    case .present: return value.isMissing ? .no : .yes
    case .exact:
      if case .quantity(let quantity) = value { return quantity.isExact ? .yes : .no }
      return .undecided(.missing)
    }
  }
}
