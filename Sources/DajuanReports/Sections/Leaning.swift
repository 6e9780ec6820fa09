internal import DajuanLedger

/// Which way a stretch of text leans where no heading says: towards telling what was done, or what
/// is to be done.
///
/// The sum of its telling words' weights. A weight is about the logarithm of how much more often
/// the word stands in reviews than in plans of as many characters, reckoned over four series of
/// reports of 2001 to 2026; a sum near nought decides nothing.
enum Leaning {
  /// The nature a stretch leans to, or nothing where too little tells.
  static func nature(_ codes: [Code], _ range: Range<Int>, atLeast: Int = 6) -> Nature? {
    let sum = score(codes, range)
    if sum >= atLeast { return .actual }
    return sum <= -atLeast ? .target : nil
  }

  /// Positive towards a review, negative towards a plan.
  static func score(_ codes: [Code], _ range: Range<Int>) -> Int {
    var (sum, index) = (0, range.lowerBound)
    while index < range.upperBound {
      if let match = words.match(codes, at: index, limit: range.upperBound) {
        sum += match.sense
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return sum
  }

  /// Positive where a text reckons over several years, negative where it compares with the last.
  static func stretch(_ codes: [Code], _ range: Range<Int>) -> Int {
    var (sum, index) = (0, range.lowerBound)
    while index < range.upperBound {
      if let match = spans.match(codes, at: index, limit: range.upperBound) {
        sum += match.sense
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return sum
  }

  private static let spans = Lexicon.table(
    """
    五年 5年 年均 五年来 末增长 末提高 末增加 末下降 时期	1	reckoned over a term or a plan
    同比 比上年 较上年 去年 全年 当年 上年	-1	reckoned over a year
    """
  ) { Int($0) }

  /// The place where a run of blocks turns from review to plan: the cut with the greatest review
  /// before it and plan after it. Cost: one pass.
  static func turn(_ scores: [Int]) -> Int {
    var (best, at) = (0, 0)
    var sum = 0
    for (index, score) in scores.enumerated() {
      sum += score
      if sum > best { (best, at) = (sum, index + 1) }
    }
    return at
  }

  private static let words = Lexicon.table(
    """
    一年来 五年来 荣获 获评 位居 跃居 超额 成功	4	said of what has come about
    顺利 累计 圆满 获批 同比	3	said of what has come about
    了 分别 比上年 较上年	2	said of what has come about
    上年 去年 显著 明显 达到 不断	1	oftener of what has come about
    力争	-4	the strongest word of a plan
    今年 年内	-2	the year of delivery, named in plans
    打造 确保 鼓励 抓好 引导 坚决 培育 做好 健全 推动 要	-1	verbs of plans
    完善 构建 争取 支持 严格 继续 加快 将	-1	verbs of plans
    """
  ) { Int($0) }
}
