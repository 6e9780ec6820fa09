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
    var subject = finding.subject.head + [0x20] + finding.subject.measure
    // 财政收入超亿元的县市66个: what they are counted by tells.
    if let size { subject += [0x20] + size.subject.measure }
    var (livelihood, last) = kinds(in: subject)
    let head = finding.subject.head
    if livelihood, Lexicon.economicHeads.match(head, endingAt: head.count, from: 0) != nil,
      !inLivelihood
    {
      (livelihood, last) = (false, .indicator)
    }
    let isFirm = Lexicon.firmIndicators.occurs(subject, in: subject.indices)
    if finding.role == .level,
      Lexicon.administrativeHeads.match(head, endingAt: head.count, from: 0) != nil
    {
      return .other
    }
    if livelihood, !isFirm { return .livelihood }
    if finding.role == .growth, last != .livelihood { return .indicator }
    if inLivelihood, !isFirm, last != .other, last != .indicator { return .livelihood }
    if isRate(finding), last != .livelihood { return .indicator }
    if let last { return last }
    if finding.role == .duration { return .other }
    if inLivelihood { return .livelihood }
    switch finding.mention.unit.family {
    case .thing, .administrative, .length, .area, .volume:
      if Lexicon.worksVerbs.occurs(subject, in: subject.indices) { return .project }
    default: break
    }
    return byUnit(finding.mention.unit)
  }

  private static func isRate(_ finding: Finding) -> Bool {
    switch finding.mention.unit.family {
    case .percent, .points: finding.role != .threshold
    default: finding.role == .growth
    }
  }

  private static func kinds(in subject: [Code]) -> (livelihood: Bool, last: Kind?) {
    var last: Kind?
    var livelihood = false
    var index = 0
    while index < subject.count {
      guard let match = Lexicon.kinds.match(subject, at: index, limit: subject.count) else {
        index += 1
        continue
      }
      if match.sense == .livelihood { livelihood = true } else { last = match.sense }
      index = match.range.upperBound
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
