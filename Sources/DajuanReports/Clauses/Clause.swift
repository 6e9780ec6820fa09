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
    let (head, measure) = (head, measure)
    return String(unsafeUninitializedCapacity: (head.count + measure.count) * 3 + 1) { bytes in
      var end = 0
      for code in head { bytes.write(UInt32(code), at: &end) }
      bytes.write(0x20, at: &end)
      for code in measure { bytes.write(UInt32(code), at: &end) }
      return end
    }
  }
}

/// A quantity with what its clause says of it.
///
/// A reference, as the clause's rules look at and change the same few findings over and over; one
/// reader and the builder after it hold it, nobody else.
final class Finding {
  var mention: Mention
  var subject = Subject()
  var role: Role = .level
  /// The whole list it was dealt its name from, whose words tell what it is about.
  var context: [Code] = []
  /// Whether the clause tells a fall, so that the number is negative.
  var isFall = false
  /// Whether it is the first of 由A提高到B.
  var isOrigin = false
  /// Whether it is told as an average over years.
  var isAverage = false
  /// Whether it is told as the state reached, rather than what was done in the period.
  var isState = false
  /// Whether it only puts the growth before it more boldly: 力争9%.
  var isBolder = false
  /// Whether the verb of its list is one of works: 建成公路12公里、车站1座.
  var isWorks = false
  /// Whether 累计 sets it against what the period alone brought.
  var isCumulative = false
  /// 每人每月, 年人均: per what the number is, straight before it.
  var per: Range<Int>?
  /// The words before it in its clause, and those after.
  var left: Range<Int>
  var right: Range<Int>
  var rule: RuleTrail

  init(mention: Mention, left: Range<Int>, right: Range<Int>) {
    self.mention = mention
    self.left = left
    self.right = right
    rule = RuleTrail(mention.rule)
  }
}

/// The names of the rules that read a quantity, in the order they did.
struct RuleTrail {
  private var first: StaticString
  private var second: StaticString?
  private var third: StaticString?

  init(_ name: StaticString) { first = name }

  static func += (trail: inout RuleTrail, name: StaticString) {
    if trail.second == nil { trail.second = name } else { trail.third = name }
  }

  /// The names joined, with those of the timing.
  func text(with timing: StaticString) -> String {
    var size = first.utf8CodeUnitCount + timing.utf8CodeUnitCount + 1
    size += second?.utf8CodeUnitCount ?? 0
    size += third?.utf8CodeUnitCount ?? 0
    return String(unsafeUninitializedCapacity: size) { bytes in
      var end = 0
      func write(_ name: StaticString) {
        for index in 0..<name.utf8CodeUnitCount { bytes[end + index] = name.utf8Start[index] }
        end += name.utf8CodeUnitCount
      }
      write(first)
      if let second { write(second) }
      if let third { write(third) }
      write("+")
      write(timing)
      return end
    }
  }
}
