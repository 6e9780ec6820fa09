internal import DajuanLedger

/// A fact's subject taken apart: where, what, and what of it.
struct SubjectParts {
  /// The part of the place it begins with (二七新区).
  let area: String?
  /// What the fact is about, without the area, the measure and the verbs of running it.
  let name: String
  /// ``name`` without any verb before it, by which facts of one subject are known.
  let bare: String
  /// What is measured of it: 开工, 完成投资; the verb before the name where there is no other.
  let measure: String

  /// Takes a fact's subject apart; `noise` are surfaces that may stand inside it, as the size in
  /// 10亿元以上项目 does.
  init(_ fact: Fact, noise: [String] = []) {
    var (head, measure) = Self.cut(fact)
    // 占…比重 is what the share is, not what is done: it belongs to the name.
    if fact.role == .share, measure.hasPrefix("占") { (head, measure) = (fact.subject, "") }
    var words = head.compactScalars[...]
    let zone = ZoneWords.prefix(of: words)
    // A zone that is all of the subject is the thing itself.
    if zone > 0, zone < words.count {
      area = String(words.prefix(zone))
      words = words.dropFirst(zone)
      if words.first == "的" { words = words.dropFirst() }
    } else {
      area = nil
    }
    for surface in noise { words = Self.remove(surface.compactScalars, from: words) }
    words = Self.strip(ActionWords.management, from: words)
    name = String(words)
    let rest = Self.strip(ActionWords.material, from: words)
    bare = String(rest)
    self.measure = measure.isEmpty ? String(words.prefix(words.count - rest.count)) : measure
  }

  /// Splits a subject in normal form, `what measure`, at its measure.
  private static func cut(_ fact: Fact) -> (head: String, measure: String) {
    let subject = fact.subject
    if !fact.measure.isEmpty, subject.hasSuffix(fact.measure) {
      return (String(subject.dropLast(fact.measure.count)), fact.measure)
    }
    // A subject that is but a measure leaves what it is of to the facts around it.
    if bareMeasures.contain(ActionWords.withoutAdverbs(subject.compactScalars[...])) {
      return ("", subject)
    }
    let parts = subject.split(separator: " ")
    guard parts.count > 1, let last = parts.last else { return (subject, fact.measure) }
    let tail = String(last).compactScalars
    guard measures.suffix(of: tail[...]) > 0 else { return (subject, fact.measure) }
    return (parts.dropLast().joined(separator: " "), String(last))
  }

  /// Takes adverbs and verbs off the front, unless nothing but a particle would be left.
  private static func strip(
    _ verbs: Phrases,
    from words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    var rest = words
    while true {
      let bare = ActionWords.withoutAdverbs(rest)
      let length = verbs.prefix(of: bare)
      var next = bare.dropFirst(length)
      if length > 0, let joint = next.first, joints.contains(joint) { next = next.dropFirst() }
      // 建设项目 and 改造面积 are no names without their verb.
      if next.count < 2 || length == 0 || generic.contain(next) { break }
      rest = next
    }
    let bare = ActionWords.withoutAdverbs(rest)
    return bare.count < 2 ? rest : bare
  }

  /// Whether a name is a word for projects or amounts of any kind.
  static func isGeneric(_ name: String) -> Bool { generic.contain(name.compactScalars[...]) }

  /// Whether a name is nothing but verbs: 新建、改扩建.
  static func isVerbs(_ name: String) -> Bool {
    var rest = name.compactScalars[...]
    while !rest.isEmpty {
      let length = ActionWords.material.prefix(of: rest)
      if length > 0 {
        rest = rest.dropFirst(length)
      } else if let joint = rest.first, joints.contains(joint) {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  private static func remove(
    _ part: Scalars,
    from words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard !part.isEmpty, part.count < words.count else { return words }
    for start in words.startIndex...(words.endIndex - part.count)
    where words[start..<start + part.count].elementsEqual(part) {
      return (words[..<start] + words[(start + part.count)...])[...]
    }
    return words
  }

  private static let measures = Phrases(
    "投资 总投资 开工 新开工 完工 竣工 建成 投产 通车 投用 增长 提高 完成 门槛 规模 签约 投资额"
  )

  private static let bareMeasures = Phrases(
    """
    投资 总投资 完成投资 累计完成投资 年度投资 年度计划投资 计划总投资 计划投资 完成年度投资 开工 新开工 完工 竣工
    建成 投产 建成投产 投用 通车 签约 其中开工 已开工 已完工 已竣工 已建成 投资额 投资总额 累计投资 协议投资
    """
  )

  private static let generic = Phrases("项目 工程 任务 面积 里程 资金 投资 总投资 规模 数量 力度 进度 工作")

  private static let joints: Scalars = ["、", "和", "及", "与", "了", "好"]
}
