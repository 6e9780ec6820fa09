internal import DajuanLedger

/// A bound word: what it says of the number, and whether it is one of 余, 多 and 几.
enum BoundSense: String, Sendable {
  case atLeast, moreThan, atMost, lessThan, about

  var bound: Bound {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .moreThan
    case .atMost: .atMost
    case .lessThan: .lessThan
    case .about: .about
    }
  }
}

extension Lexicon {
  /// Bound words before a number.
  static let leadingBounds = table(
    """
    至少 不少于 不低于 不小于 起码 不下	atLeast	the number itself is included (民法典, article 1259)
    不得低于 不得少于 不应低于 不应少于 不下于 达到或超过 达到和超过 达到或高于 ≥	atLeast	the number itself is included
    超过 超 突破 逾 超出 高于 大于 冲破	moreThan	the number itself is left out (超过: 民法典, article 1259)
    跨过 越过 突破了 超过了 超越 跨越 过 破	moreThan	the number itself is left out (超过: 民法典, article 1259)
    迈过 多于 远超 跨上 跃上 站上 登上 首破 首超 已超 >	moreThan	the number itself is left out (超过: 民法典, article 1259)
    不超过 不高于 不多于 不大于 至多 最多 不突破 不超 不得超过 不得高于 ≤	atMost	the number itself is included
    近 不足 不到 将近 接近 低于 少于 小于 逼近 不满 几近 未满 <	lessThan	below the number (不满: 民法典, article 1259)
    约 大约 约为 大致 大概 约达 约合 约占 约有 约计 大约为 差不多	about	near the number
    """
  ) { BoundSense(rawValue: String($0)) }

  /// Bound words after number and unit.
  static let trailingBounds = table(
    """
    以上 及以上 或以上 之上 （含）以上 （含）及以上 及其以上	atLeast	the number itself is included (民法典, article 1259)
    以下 以内 之内 及以下 之下 内 （含）以下 （含）以内	atMost	the number itself is included (民法典, article 1259)
    左右 上下	about	near the number
    多 余	moreThan	a little more: 三年多, 十公里余
    """
  ) { BoundSense(rawValue: String($0)) }
}
