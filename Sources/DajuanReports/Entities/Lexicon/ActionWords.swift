/// The verbs and adverbs that statements of a report begin with.
enum ActionWords {
  /// How something is done, which says nothing of what.
  static let adverbs = Phrases(
    """
    要 将 再 继续 持续 进一步 全面 全力 大力 加快 积极 深入 扎实 稳步 切实 着力 突出 认真 有效 有序
    不断 更好 高标准 高质量 高水平 高起点 高效 科学 合理 坚决 努力 力争 争取 确保 同步 系统 加紧
    抓紧 尽快 逐步 用心用情 用心 用情 因地制宜 及时 广泛 严格 精准 依法 多措并举 多渠道
    并 还 也 共 累计 已经 已 率先 坚持 以更大力度 以更大决心 坚定不移 重点 牢牢 一体
    统筹 先后 又 新 至少 计划 预计 顺利 成功 分别 集中 集中力量 始终 更加 充分 迅速 尽力而为 量力而行
    """
  )

  /// Verbs of running a thing, which leave its name as it is.
  static let management = Phrases(
    """
    运作 推进 推动 实施 谋划 安排 组织 组织实施 抓好 抓实 做好 办好 搞好 落实 开展 推行 统筹 运行
    统筹推进 落实好 组织好 开展好 抓紧抓好 推进好 实施好
    建设好 办实 办成 抓细 做实 做优 谋划实施 滚动实施
    """
  )

  /// Verbs that say what became of a thing.
  static let material = Phrases(
    """
    新建 建成 新增 改造 新改造 改建 扩建 改扩建 续建 建设 打造 引进 新引进 签约 新签约 开工 新开工
    开工建设 竣工 完工 投产 投用 建成投用 建成投产 建成通车 完成 整治 培育 新培育 创建 储备 启动 启动建设
    布局 修建
    """
  )

  /// Verbs that begin a measure for people's livelihood.
  static let measures = Phrases(
    """
    建设 建立 建立健全 建成 新建 改建 扩建 改扩建 打造 完善 健全 深化 深化完善 推进 推动 推行 实施 开展
    落实 落实好 做好 做优 做实 抓好 抓实 办好 办实 搞好 加强 强化 提高 提升 优化 改善 扩大 拓宽 拓展
    增加 新增 发展 促进 支持 鼓励 保障 解决 关爱 关心 帮扶 救助 探索 试行 启动 开工 改造 培育 培训
    整治 发放 提供 规范 统筹 统筹推进 巩固 巩固提升 稳定 织密 织牢 兜牢 兜住 守牢 守住 布局 配置 配备
    开通 免费 减免 免除 调整 取消 设立 创办 创建 引进 构建 建强 加大 丰富 繁荣 举办 推广 普及 保证
    实行 拓宽 增强 注重 关注 维护 打通 盘活 落细 用好 建好 管好 摆在 
    支援 援助 引导 组织 扶持 建设好 根治 清欠 稳住 稳步提高 完成 出台 推出 倡导 弘扬 重视 抓 办
    """
  )

  /// Verbs that end a measure named first: 医疗救助制度全面落实.
  static let outcomes = Phrases(
    """
    推进 完善 健全 投入使用 投用 启用 建成 启动 实施 覆盖 全覆盖 提高 落实 开展 提升 改善 扩大 开工
    清零 见效 兑现 办结 运行 增强 优化 深化 加强 推行 开放 免费开放 发放 解决 保障 实行 覆盖面 推广
    """
  )

  /// What stands before a clause and belongs to no verb.
  private static let connectives = Phrases(
    """
    一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 同时 此外 另外 其中 全年 年内 今年 去年 今后 下一步 我们
    """
  )

  /// The words of a clause without its connectives, and without the adverbs before its verb. Where
  /// no verb follows them they are part of a name: 重点项目, 集中供热.
  static func withoutAdverbs(
    _ words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let clause = connectives.strippedPrefixes(of: words)
    var rest = clause
    while case let length = adverbs.prefix(of: rest), length > 0 {
      // 新建 and 统筹推进 are verbs that begin with the letters of an adverb.
      if verb(of: rest) > length { return rest }
      rest = rest.dropFirst(length)
    }
    return verb(of: rest) > 0 || rest.first == "把" || rest.first == "将" ? rest : clause
  }

  /// The length of the verb a text begins with, or 0.
  private static func verb(of text: ArraySlice<Unicode.Scalar>) -> Int {
    max(management.prefix(of: text), material.prefix(of: text), measures.prefix(of: text))
  }
}
