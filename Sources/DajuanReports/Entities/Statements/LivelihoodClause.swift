internal import DajuanLedger

/// Reads measures for people's livelihood that a clause names without a number.
///
/// A measure is something done or to be done: a clause that begins with a verb of doing, or ends
/// with one, and names something of livelihood. Clauses that praise, complain, or only explain why
/// are none.
enum LivelihoodClause {
  /// The measure a clause names, or `nil`.
  ///
  /// Under a heading about livelihood words count that elsewhere belong to the economy or the city
  /// (文化, 停车, 供热).
  static func measure(
    _ words: ArraySlice<Unicode.Scalar>,
    isUnderHeading: Bool
  ) -> String? {
    guard (6...60).contains(words.count), !asides.occur(in: words) else {
      return nil
    }
    let finding = LivelihoodFields.find(in: words)
    guard finding.isTelling || isUnderHeading && finding.field != nil else { return nil }
    let bare = ActionWords.withoutAdverbs(words)
    if framed(bare) != nil { return name(words) }
    if ActionWords.measures.prefix(of: bare) > 0 { return name(words) }
    let tail = endings.strippedSuffixes(of: words.suffix(8))
    return ActionWords.outcomes.suffix(of: tail) > 0 ? name(words) : nil
  }

  /// A clause as a name: without adverbs, a light verb, and the frame of 把…摆在….
  static func name(_ words: ArraySlice<Unicode.Scalar>) -> String {
    var bare = ActionWords.withoutAdverbs(words)
    if let object = framed(bare) { bare = object }
    let length = ActionWords.management.prefix(of: bare)
    if bare.count - length >= 4 { bare = bare.dropFirst(length) }
    return String(bare)
  }

  /// How strongly a clause is put.
  static func force(of words: ArraySlice<Unicode.Scalar>, nature: Nature) -> Force {
    guard nature == .target else { return .achieved }
    if ensures.occur(in: words) { return .ensure }
    if strives.occur(in: words) { return .strive }
    return plans.occur(in: words) ? .plan : .target
  }

  /// Whether a section tells of difficulties, lessons or guiding thought rather than of deeds.
  static func isAside(section: String?) -> Bool {
    guard let section else { return false }
    return asideHeadings.occur(in: section.compactScalars[...])
  }

  /// The object of 把X摆在Y, 将X纳入Y, when a clause is put that way.
  private static func framed(
    _ words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    guard let first = words.first, first == "把" || first == "将" else { return nil }
    guard let verb = frames.first(in: words), verb.lowerBound > words.startIndex + 2 else {
      return nil
    }
    return words[(words.startIndex + 1)..<verb.lowerBound]
  }

  private static let frames = Phrases("摆在 放在 纳入 列为 列入 作为 推向 抓在 办成 办好 做好")

  private static let endings = Phrases("工作 力度 水平 见效 全覆盖 显著 到位 进行 中 好 等 使用 城乡")

  /// Words of complaint, of cause and of wish, which name no measure.
  private static let asides = Phrases(
    """
    不足 短板 差距 薄弱 滞后 有待 不平衡 不充分 仍然 困难和问题 欠账 矛盾突出 不够 获得感 幸福感 以人民为中心
    奔头 亿万 必须 深深 感谢 初心 牢记 之基 之本 之源 头等大事 各位代表 历史性 我们深知 体会 讲话 会议精神
    思想 决策部署 党的 反腐 廉政 政府自身 学习教育 党史 国防 普法 侨务 档案 人大 政协 社会主义 指标 操心事 精神文明建设和
    """
  )

  private static let asideHeadings = Phrases(
    "问题 困难 不足 体会 启示 指导思想 总体要求 总体思路 自身建设 形势 经验 党的建设 结语"
  )

  private static let ensures = Phrases("确保 保证 务必")
  private static let strives = Phrases("力争 努力 争取")
  private static let plans = Phrases("计划 拟 规划建设")
}
