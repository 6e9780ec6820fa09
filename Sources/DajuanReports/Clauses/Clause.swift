internal import DajuanLedger

/// What a quantity measures of what.
struct Subject: Equatable {
  /// What it is about: 修复重建项目, 地区生产总值.
  var head: [Code] = []
  /// What of it: 开工, 增长, 占财政支出比重.
  var measure: [Code] = []

  /// `head measure`, or the one of them there is.
  var text: String {
    if measure.isEmpty { return head.text }
    if head.isEmpty { return measure.text }
    return (head + [0x20] + measure).text
  }
}

/// A quantity with what its clause says of it.
struct Finding {
  var mention: Mention
  var subject = Subject()
  var role: Role = .level
  /// Whether the clause tells a fall, so that the number is negative.
  var isFall = false
  /// Whether it is the first of 由A提高到B.
  var isOrigin = false
  /// Whether it is told as an average over years.
  var isAverage = false
  /// Whether it is told as the state reached, rather than what was done in the period.
  var isState = false
  /// Whether 累计 sets it against what the period alone brought.
  var isCumulative = false
  /// 每人每月, 年人均: per what the number is, straight before it.
  var per: Range<Int>?
  /// The words before it in its clause, and those after.
  var left: Range<Int>
  var right: Range<Int>
  var rule: String
}
