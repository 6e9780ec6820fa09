internal import DajuanLedger

/// What a fact is about: a project, an indicator, people's livelihood, or something else.
enum KindClassifier {
  /// The kind of a finding; `size` is a threshold told of the same things just before it.
  static func kind(
    of finding: Finding,
    _ codes: [Code],
    inLivelihood: Bool,
    size: Finding? = nil
  ) -> Kind {
    switch finding.role {
    case .enumerator, .rank: return .other
    case .duration where finding.mention.unit.family == .year: return .other
    default: break
    }
    // 财政收入超亿元的县市66个: what they are counted by tells.
    let parts = [
      finding.context, finding.subject.head, finding.subject.measure, size?.subject.measure ?? [],
    ]
    var (livelihood, last) = kinds(in: parts)
    let head = finding.subject.head
    if livelihood, Lexicon.economicHeads.match(head, endingAt: head.count, from: 0) != nil,
      !inLivelihood
    {
      (livelihood, last) = (false, .indicator)
    }
    let isFirm = (livelihood || inLivelihood) && occurs(Lexicon.firmIndicators, in: parts)
    if finding.role == .level,
      Lexicon.administrativeHeads.match(head, endingAt: head.count, from: 0) != nil
    {
      return .other
    }
    if livelihood, !isFirm { return .livelihood }
    if finding.role == .growth, last != .livelihood { return .indicator }
    if inLivelihood, !isFirm, last != .other, last != .indicator { return .livelihood }
    if isRate(finding), last != .livelihood { return .indicator }
    // 投资3亿元 alone is what works cost; 工业投资 and its like are statistics.
    if last == nil, finding.mention.unit.family == .money,
      parts.contains(where: { $0.count <= 3 && $0.has("投资", at: 0, limit: $0.count) })
    {
      return .project
    }
    if let last, last != .other || !isAmount(finding.mention.unit) { return last }
    if finding.role == .duration { return .other }
    if inLivelihood { return .livelihood }
    switch finding.mention.unit.family {
    case .thing, .administrative, .length, .area, .volume:
      if finding.isWorks || occurs(Lexicon.worksVerbs, in: parts) { return .project }
    default: break
    }
    return byUnit(finding.mention.unit)
  }

  /// Whether a unit is one of amounts, which no document or event has: 奖励资金3亿元 is money.
  private static func isAmount(_ unit: UnitSense) -> Bool {
    switch unit.family {
    case .money, .mass, .area, .length, .volume, .power, .energy: true
    default: false
    }
  }

  private static func isRate(_ finding: Finding) -> Bool {
    switch finding.mention.unit.family {
    case .percent, .points: finding.role != .threshold
    default: finding.role == .growth
    }
  }

  private static func occurs(_ words: WordTable<Void>, in parts: [[Code]]) -> Bool {
    parts.contains { words.occurs($0, in: $0.indices) }
  }

  private static func kinds(in parts: [[Code]]) -> (livelihood: Bool, last: Kind?) {
    let table = Lexicon.kinds
    var last: Kind?
    var livelihood = false
    for part in parts {
      var index = 0
      while index < part.count {
        guard let match = table.match(part, at: index, limit: part.count) else {
          index += 1
          continue
        }
        if match.sense == .livelihood { livelihood = true } else { last = match.sense }
        index = match.range.upperBound
      }
    }
    return (livelihood, last)
  }

  private static func byUnit(_ unit: UnitSense) -> Kind {
    switch unit.family {
    case .percent, .points, .multiple, .doubling, .money, .mass, .concentration, .container:
      .indicator
    case .area, .length, .volume, .power, .voltage, .energy: .project
    case .people:
      unit.name.hasPrefix("家") || unit.name == "位" || unit.name == "例" ? .indicator : .livelihood
    default: .other
    }
  }
}
