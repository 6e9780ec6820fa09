package import DajuanLedger
import DajuanSyntax

/// What a `param` may be given.
package enum ParameterType: Hashable, Sendable {
  case number
  case text
  case period
  case truth
  case money
  case percent
  case enumeration(Enumeration)
  /// A quantity in a unit; a bare number is one of so many times it.
  case unit(Unit, times: Int32)

  /// The type a word stands for; nil for a unit.
  init?(word: String) {
    switch Vocabulary.canonical(word, in: .type) {
    case "number": self = .number
    case "text": self = .text
    case "period": self = .period
    case "truth": self = .truth
    case "money": self = .money
    case "percent": self = .percent
    case let name?:
      guard let enumeration = Enumeration(rawValue: name) else { return nil }
      self = .enumeration(enumeration)
    case nil: return nil
    }
  }

  /// What the checker takes it for.
  package var columnType: ColumnType {
    switch self {
    case .number: .quantity(.exactly(.none))
    case .text: .text
    case .period: .period
    case .truth: .truth
    case .money: .quantity(.families([.money]))
    case .percent: .quantity(.families([.percent]))
    case .enumeration(let enumeration): .enumeration(enumeration)
    case .unit(let unit, _): .quantity(.exactly(unit))
    }
  }

  /// The value as one of this type; nil where it cannot be.
  func value(_ value: Value) -> Value? {
    switch (self, value) {
    case (_, .missing), (.text, .text), (.period, .period): return value
    case (.truth, .truth(let truth)): return truth == .yes || truth == .no ? value : nil
    case (.enumeration(let enumeration), .text(let word)):
      return enumeration.values.contains(word) ? value : nil
    case (.number, .quantity(let quantity)): return quantity.unit == .none ? value : nil
    case (.money, .quantity(let quantity)): return quantity.unit.family == .money ? value : nil
    case (.percent, .quantity(let quantity)): return quantity.unit.family == .percent ? value : nil
    case (.unit(let unit, let power), .quantity(let quantity)):
      if quantity.unit == .none {
        let one = Quantity(.exact(Decimal(coefficient: 1, exponent: power)), unit)
        return quantity.multiplied(by: one).map { .quantity($0) }
      }
      return quantity.converted(to: unit).map { .quantity($0) }
    default: return nil
    }
  }
}

/// A value given to a parameter from outside.
package enum GivenValue: Hashable, Sendable {
  /// A literal as a person writes it.
  case written(String)
  /// A value of a program's.
  case value(Value)

  /// The value as a person would write it.
  package var text: String {
    switch self {
    case .written(let text), .value(.text(let text)): text
    case .value(.quantity(let quantity)): quantity.text()
    case .value(.period(let period)): period.description
    case .value(.truth(let truth)): truth == .yes ? "true" : truth == .no ? "false" : "undecided"
    case .value(.missing): "missing"
    case .value(.source): "source"
    }
  }
}

/// A parameter that a script has declared.
package struct DeclaredParameter: Sendable {
  package let name: String
  package let type: ParameterType
  /// The type as written.
  package let typeText: String
  /// The default as written.
  package let defaultText: String?
}
