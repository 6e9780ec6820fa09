import DajuanLedger
package import DajuanSyntax

/// A type in words, for labels on operands.
extension ColumnType {
  package var summary: Bilingual {
    switch self {
    case .text: Bilingual("text", "文本")
    case .enumeration(let enumeration): Bilingual("a \(enumeration.rawValue)", enumeration.chinese)
    case .quantity(let units): units.summary
    case .period: Bilingual("a period", "期间")
    case .truth: Bilingual("a condition", "条件")
    case .source: Bilingual("a source", "出处")
    }
  }
}

extension ColumnType {
  /// One word for the type.
  var word: Bilingual {
    switch self {
    case .text: Bilingual("text", "文本")
    case .enumeration: Bilingual("enumeration", "枚举")
    case .quantity(.exactly(.none)): Bilingual("number", "数")
    case .quantity: Bilingual("quantity", "数量")
    case .period: Bilingual("period", "期间")
    case .truth: Bilingual("truth", "真假")
    case .source: Bilingual("source", "出处")
    }
  }
}

extension UnitSet {
  /// What it measures, in words.
  package var summary: Bilingual {
    switch self {
    case .exactly(let unit):
      unit == .none
        ? Bilingual("a plain number", "不带单位的数")
        : Bilingual("a quantity in \(unit.name)", "以\(unit.name)计的数量")
    case .families(let families):
      families.contains(.money)
        ? Bilingual("an amount of money", "金额")
        : families.contains(.percent)
          ? Bilingual("a percentage", "百分比") : Bilingual("a count", "计数")
    case .any: Bilingual("a quantity of any unit", "任意单位的数量")
    }
  }
}

extension Enumeration {
  /// The Chinese name of what it enumerates.
  package var chinese: String {
    Vocabulary.entries(spelled: rawValue, in: .column).first?.chinese ?? rawValue
  }
}

extension Formula {
  /// Its type in words.
  var summary: Bilingual { type?.summary ?? Bilingual("nothing", "缺失值") }

  /// A label that says what this operand is.
  var label: Diagnostic.Label { Diagnostic.Label(span, summary) }
}
