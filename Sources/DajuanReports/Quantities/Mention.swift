internal import DajuanLedger

/// A quantity as found in a statement, before it is known what it measures.
struct Mention {
  /// What sort of number it is.
  enum Shape {
    case plain
    /// 第二, 前10位.
    case rank
    /// 17:28.7:54.3.
    case ratio
    /// 增长50% written as 一半 and the like are not read; 三分之一 is.
    case fraction
  }

  var shape: Shape = .plain
  /// The surface: number and unit with 余 inside and 以上 after.
  var range: Range<Int>
  /// Where its bound word before it begins, or where the surface does.
  var leadingStart: Int
  /// The value with 万 and 亿 folded in; `nil` for a range or a ratio.
  var value: Decimal?
  var low: Decimal?
  var high: Decimal?
  var step: Decimal
  /// The place value of its last written digit, which 左右 and 约 go by.
  var lastPlace: Decimal = .one
  /// Whether a written minus stands before it: 增长-7.5%.
  var isMinus = false
  var unit: UnitSense
  /// Whether the unit was left to a later conjunct, or to the noun.
  var isUnitElided = false
  var bound: Bound = .exact
  var isSurplus = false
  /// Whether the bound word reached it from another conjunct.
  var isBoundShared = false
  /// Whether the bound word stands after the unit.
  var hasTrailingBound = false
  /// Whether the numeral is scale words alone: 亿元以上.
  var isBareScale = false
  var isHan = false
  /// The rule that read it.
  var rule: StaticString
}
