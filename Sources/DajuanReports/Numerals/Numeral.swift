internal import DajuanLedger

/// A number as written, with its scale words.
struct Numeral {
  /// Its place, from the first digit to the last scale word or 余.
  var range: Range<Int>
  var value: Decimal
  /// The place value of the last written digit that is not zero, scale folded in: 6.8万 has 1000.
  var step: Decimal
  /// The place value of the last written digit, be it nought, scale folded in: 10 has 1.
  var lastPlace: Decimal
  /// Whether 余, 多 or 几 stands in it.
  var isSurplus = false
  /// Whether 来 stands in it: 二十来万.
  var isRough = false
  /// Whether it is scale words alone: 亿, 千亿.
  var isBareScale = false
  /// Whether it is written in Chinese numerals.
  var isHan = false
  /// The power of ten of its scale words.
  var scale: Int32 = 0
  /// The number of digits before the point.
  var wholeDigits = 0
  var hasPoint = false
}
