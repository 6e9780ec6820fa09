import DajuanLedger

/// Which way a figure is meant to go: whether more of it keeps a promise, or less.
enum Betterment: Sendable {
  /// The larger the better: output, income, things built, shares reached. The default.
  case more
  /// The smaller the better: unemployment, prices, emissions, debt, accidents.
  case less

  /// Which way a target is meant, where its own bound word does not say.
  ///
  /// A place in an order is better the smaller it is. A figure that is promised to fall is a burden
  /// even if its name is not known as one (用纸量下降5%), unless it is output or income.
  init(of name: NameSense, _ measure: Measure, target: Quantity) {
    let isFalling = (measure == .growth || measure == .change) && target.isFall
    if measure == .rank {
      self = .less
    } else if name.isRemedy, !isFalling {
      self = .more
    } else if name.isBurden || isFalling && !name.isOutput {
      self = .less
    } else {
      self = .more
    }
  }
}

/// What the words of a name say of how a figure is meant to go.
///
/// Cost: looks for every word of the lists, so that it is worth keeping for a name that comes again.
struct NameSense: Sendable {
  let isRemedy: Bool
  let isBurden: Bool
  let isOutput: Bool

  init(_ name: String) {
    func has(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    isRemedy = has(Self.remedies)
    isBurden = has(Self.burdens)
    isOutput = has(Self.outputs)
  }

  /// Names of doing something about a burden, and of how far it fell: the more, the better. They
  /// come first, because they name the burden as well (削减污染物排放量, 失业人员再就业).
  private static let remedies = [
    "下降", "降低", "降幅", "减少", "削减", "压减", "压降", "减排", "减免",  // Making it less.
    "淘汰", "化解", "清退", "消除", "去产能", "治理", "整治", "整改", "排查", "处置", "处理", "修复", "改造",
    "达标", "合格", "优良", "再就业", "失业保险",  // What is right in spite of it.
  ]

  /// Names of what a place wants less of.
  private static let burdens = [
    "失业",  // Nobody promises more of it.
    "消费价格", "物价", "CPI", "价格涨幅",  // A price target is a ceiling (控制在3%左右).
    "能耗", "耗能", "电耗", "煤耗", "水耗", "用水量", "用能总量", "煤炭消费",  // Used up for the same output.
    "排放", "碳强度", "PM2.5", "PM10", "二氧化硫", "氮氧化物", "化学需氧量", "氨氮", "污染天数",  // Pollution.
    "负债率", "债务率", "赤字", "杠杆率", "不良贷款", "不良率", "逾期",  // Financial risk.
    "死亡", "事故", "发案", "信访", "隐患", "火灾",  // Harm.
    "贫困发生率", "返贫", "辍学", "空置率",  // Want and waste.
    "费用", "成本", "三公", "行政运行",  // What has to be paid for the rest.
    "高耗能产业", "时限", "办理时间", "审批时间", "耗时",  // A waning sector; waiting.
  ]

  /// Names whose fall would be a setback to be limited: a negative target for them is a floor.
  private static let outputs = [
    "生产总值", "增加值", "产值", "收入", "投资", "零售", "进出口", "出口", "利用外资", "产量", "就业",
  ]
}

extension Quantity {
  /// Whether every number it can be is below zero.
  fileprivate var isFall: Bool {
    Interval(Number(0)).isLess(than: interval, orEqual: true) == .no
  }
}
