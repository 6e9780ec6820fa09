internal import DajuanLedger

/// A word that fixes when.
enum TimeSense: String, CaseIterable, Sendable {
  case lastYear, thisYear, nextYear, pastYear, thisYearSoFar, pastFive, nextFive
  case firstHalf, secondHalf, firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
  case threeQuarters, restOfYear, yearOnAverage, wholeYear
}

extension Lexicon {
  /// Words for times relative to the year of delivery.
  static let times = table(
    """
    去年 上年 上一年	lastYear	the year before delivery
    今年 本年 本年度	thisYear	the year of delivery
    明年	nextYear	the year after delivery
    过去一年 过去的一年 一年来 一年以来 这一年 刚刚过去的一年 刚过去的一年	pastYear	opens the review of one year
    今年以来 年初以来 今年来	thisYearSoFar	a report given during the year looks back on part of it
    今年前几个月	thisYearSoFar	a report given during the year looks back on part of it
    前几个月	thisYearSoFar	a report given during the year looks back on part of it
    过去五年 过去的五年 五年来 近五年 五年间 五年以来 这五年 任期以来	pastFive	opens the review of a term
    五年任期 任职的五年 本届政府以来 本届政府任期 本届政府任期内 本届政府成立以来 本届政府工作	pastFive	opens the review of a term
    本届政府的工作 本届政府五年 上届政府任期 上届政府工作 本届政府组成以来 本届政府履职以来	pastFive	opens the review of a term
    今后五年 未来五年 今后5年 未来5年 新一届政府 下一个五年	nextFive	opens the plan of a term
    过去5年 5年来 近5年 五年累计	pastFive	opens the review of a term
    上半年	firstHalf	January to June
    下半年	secondHalf	July to December
    一季度 第一季度	firstQuarter	January to March
    二季度 第二季度	secondQuarter	April to June
    三季度 第三季度	thirdQuarter	July to September
    四季度 第四季度	fourthQuarter	October to December
    前三季度 前三个季度	threeQuarters	January to September
    今年后几个月 后几个月 下一阶段	restOfYear	what is left of the year of delivery
    年均 年平均	yearOnAverage	an average over the years of the period
    全年 当年 年内	wholeYear	the year that is spoken of
    """
  ) { sense($0) as TimeSense? }

  /// Words that set how strongly a clause is put.
  static let forces = table(
    """
    力争 努力 争取 力求 力促	strive	to strive for; the clause may fall short of it
    确保 保证 务必 必保	ensure	to be ensured
    计划 规划 拟 计划投资 计划总投资 年度计划 总投资 概算	plan	a planned total stays a plan, wherever it is told
    估算 概算总投资	plan	a planned total stays a plan, wherever it is told
    预计 预计数 初步预计 初步测算预计	estimated	an estimate of what happened, not a target (预期)
    """
  ) { word in
    switch word {
    case "strive": Force.strive
    case "ensure": .ensure
    case "plan": .plan
    case "estimated": .estimated
    default: nil
    }
  }

  /// What a planned sum is called.
  static let sums = words("投资 概算 估算\ta sum that is planned as a whole")

  /// Words that tell a force word from a longer word it stands in.
  static let forceDecoys = words(
    """
    行动计划 计划生育 三年行动计划 五年规划 规划纲要 发展规划 总体规划 规划建设 计划单列 国土空间规划	计划 and 规划 as names of documents
    专项规划	计划 and 规划 as names of documents
    确保了 保证金 保证了 有效保证 竞争 争创 争取到 争取了 战争 争先 争议 争优	what was ensured, got or named, not a force
    争当 争做	what was ensured, got or named, not a force
    努力工作 共同努力 不懈努力 努力奋斗 规划编制 编制规划 规划面积 计划指标 计划外 计划内 规划区 规划馆	nouns
    """
  )

  /// Headings and openings that look back.
  static let reviewCues = words(
    """
    回顾 工作总结 总结 成就 过去 以来 完成情况 任期 成效 工作情况 取得	a heading that looks back
    """
  )

  /// Headings and openings that look forward.
  static let planCues = words(
    """
    目标 任务 安排 部署 打算 要求 建议 思路 重点工作 主要工作 今后 未来 展望 工作重点 努力方向 下半年	a heading that looks forward
    后几个月	a heading that looks forward
    主要预期 奋斗 取向 重点抓好 下一步 纲要 规划 新的一年	a heading that looks forward
    """
  )

  /// Imperative verbs that open the heading of a plan where no chapter says which it is.
  static let imperatives = words(
    """
    抓好 加快 推进 着力 大力 深化 强化 加强 聚焦 狠抓 坚持 坚定 全力 奋力 持续 扎实 统筹 优化	a plan's heading says what to do
    打造 建设 提升 增强	a plan's heading says what to do
    推动 实施 扩大 促进 突出 壮大 构建 保障 改善 夯实 做好 做强 做优 培育 激发 彰显 守住 防范	a plan's heading says what to do
    围绕 切实 全面	a plan's heading says what to do
    部署 安排 谋划 2 展望 瞄准 锚定 发展 激活 完善 提高 实现	a plan's heading says what to do
    """
  )

  /// Endings that say a thing has come about: the heading of a review.
  static let resultatives = words(
    """
    持续提升 更加坚实 持续优化 不断改善 持续改善 新台阶 明显提升 显著提升 稳步提升	a review's heading says what has become
    稳步推进 扎实推进 深入推进	a review's heading says what has become
    显著增强 不断增强 持续增强 明显增强 不断提高 明显改善 显著改善 更加完善 不断完善	a review's heading says what has become
    全面加强 成效显著 明显成效	a review's heading says what has become
    新突破 新成效 新进展 新成绩 新局面 新步伐 新面貌 新跨越 加快构建 加快推进 持续深化	a review's heading says what has become
    蓬勃发展 稳中有进 稳中向好	a review's heading says what has become
    攻坚战 有力有效 取得 迈上 迈出 实现 再创 再上 稳定 和谐 提速 增效 提质	a review's heading says what has become
    日益 更加 全面完成 圆满	a review's heading says what has become
    """
  )
}

extension Lexicon {
  /// Words that make a heading look back whatever else it says.
  static let strongReview = words(
    """
    回顾 总结 过去 以来工作 完成情况 发展成就 主要成就 工作情况	a chapter that reviews and also names what comes
    """
  )

  /// A section on what was achieved, wherever it stands.
  static let achievements = words("成就 发展回顾 取得的成绩\tlooks back inside a plan")

  /// A term of government, five years unless dates say otherwise.
  static let termWords = words(
    """
    五年 5年 本届政府 任期 人大一次会议以来 新一届政府 换届以来 届政府	a government's term
    """
  )

  /// The occasion a report was given on, set as a heading under its title.
  static let occasions = words(
    "会议上 大会上 次会议 人大一次 月 代表大会 工作报告\twhen and before whom, or the title: no section")

  /// What opens a summing-up of several years.
  static let summings = words("五年来 过去五年 过去的五年 各位代表 回顾五年 回顾过去\tafter the sections of a review")

  /// Headings of what explains words of the report.
  static let glossaries = words(
    """
    名词解释 词语解释 词汇解释 术语解释 名词注释 名词说明 名词术语 有关名词 有关用语 相关名词 用语说明 词语注释	after the report
    名词释义 词条解释	after the report
    """
  )

  /// What opens a list of goals.
  static let goalWords = words(
    """
    预期目标 奋斗目标 主要目标 发展目标 总体目标 努力实现 目标是	goals follow
    """
  )

  /// Headings of lists of benefits for the people.
  static let livelihoodHeadings = words(
    """
    民生 实事 社会保障 惠民 脱贫攻坚 人民生活 群众获得感 福祉 保障体系 就业和	the paragraph is about people's livelihood
    """
  )
}
