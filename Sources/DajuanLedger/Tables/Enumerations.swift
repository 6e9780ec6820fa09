/// What a fact is about (类别).
public enum Kind: String, CaseIterable, Hashable, Sendable {
  /// 项目: investment, construction, works, land.
  case project
  /// 指标: statistics, finance, output, rates over a population.
  case indicator
  /// 民生: employment, schooling, care, health, housing.
  case livelihood
  /// 其他: enumerators, ranks, documents, events.
  case other
}

/// Whether a fact reports or promises (性质).
public enum Nature: String, CaseIterable, Hashable, Sendable {
  /// 实绩: what was done or measured.
  case actual
  /// 目标: what is aimed at.
  case target
}

/// How strongly a fact is put (力度).
public enum Force: String, CaseIterable, Hashable, Sendable {
  /// 实绩: done.
  case achieved
  /// 预计: an estimate of what was done.
  case estimated
  /// 目标: a plain target.
  case target
  /// 力争, 努力: to strive for.
  case strive
  /// 确保: to be ensured.
  case ensure
  /// 计划: planned.
  case plan

  /// The nature the force belongs to.
  public var nature: Nature {
    switch self {
    case .achieved, .estimated: .actual
    case .target, .strive, .ensure, .plan: .target
    }
  }
}

/// What a fact's number does for its subject (角色).
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// 总量: an amount or a count.
  case level
  /// 增速: a change in per cent.
  case growth
  /// 增减: an absolute change, or one in percentage points.
  case change
  /// 占比: a share of a whole, or a rate.
  case share
  /// 倍数: times, doublings (番).
  case multiple
  /// 比例: a ratio of several parts.
  case ratio
  /// 位次: a place in an order.
  case rank
  /// 门槛: the size of the things counted.
  case threshold
  /// 计数: the number of items a list announces.
  case enumerator
  /// 时长: how long.
  case duration
}

/// The level of a place or of an honour (层级).
public enum Level: String, CaseIterable, Hashable, Sendable {
  /// 国家级.
  case national
  /// 省级.
  case province
  /// 市级.
  case city
  /// 县级, 区级.
  case county
}

/// What became of a target (状态).
public enum Status: String, CaseIterable, Hashable, Sendable {
  /// 达成: every value the outcome can have keeps the promise.
  case met
  /// 未达: no value the outcome can have keeps it.
  case missed
  /// 难定: some do and some do not, or the two measure different things.
  case undecided
  /// 待报: nothing was reported yet.
  case pending
}

/// Which figure of a row a target is about, and which of the outcome's it is held against (度量).
public enum Measure: String, CaseIterable, Hashable, Sendable {
  /// 总量: an indicator's amount.
  case level
  /// 增速: an indicator's change in per cent.
  case growth
  /// 增减: an indicator's change in amount, or in percentage points.
  case change
  /// 占比: an indicator's share of a whole.
  case share
  /// 位次: an indicator's place in an order.
  case rank
  /// 个数: how many projects.
  case count
  /// 开工: how many projects were begun.
  case started
  /// 完工: how many projects were finished.
  case completed
  /// 总投资: the money of projects over their whole life.
  case totalInvestment = "total_investment"
  /// 投资: the money of projects in the period.
  case investment
  /// 数量: how much was done for people's livelihood.
  case quantity
  /// 覆盖率: the share a livelihood measure reaches.
  case coverage
  /// 受益人数: how many people a livelihood measure reaches.
  case beneficiaries
  /// 推算: no figure of a report, but the level a growth comes to on its base.
  case implied
}
