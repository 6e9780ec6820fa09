internal import DajuanLedger

/// How honours are put: the verbs, the nouns they end in, and the words for who gave them.
enum HonourWords {
  /// How surely an honour follows a verb.
  enum Strength: CaseIterable {
    /// Nothing else follows it.
    case sure
    /// What follows must be a distinction, or say who gave it, or be a name in quotes.
    case likely
    /// What follows must be called a distinction.
    case open
    /// What follows must be called a distinction and say who gave it.
    case doubtful
  }

  /// The verb of awarding a text begins with: the longest, the surer of equally long ones.
  static func verb(at text: ArraySlice<Unicode.Scalar>) -> (length: Int, strength: Strength)? {
    verbs.word(at: text).map { ($0.length, Strength.allCases[$0.list]) }
  }

  /// The verbs by their strength, in its order.
  private static let verbs = Phrases(lists: [sureList, likelyList, openList, doubtfulList])

  private static let sureList = "荣获 荣膺 荣登 荣列 蝉联 喜获 获颁 捧回"

  private static let likelyList =
    """
    获评 获评为 被评为 评为 被评选为 被授予 授予 被命名为 命名为 晋级 晋级为 摘得 斩获 被表彰为 获封 勇夺 夺得
    连获 再获 获誉 获选 当选 当选为 入选 成功入选 跻身 入围 入列 入列为 晋升 晋升为 升格 升格为
    """

  private static let openList = "获得 获"

  private static let doubtfulList =
    """
    成为 列入 列为 被列为 被列入 被确定为 确定为 被认定为 认定为 获批 获批为 获批建设 升级为 跃升为 成功创建
    成功创建为 成功创成 创成 创建成功
    """

  /// Verbs that stand after the title: 国家卫生县城成功创建.
  static let trailing = Phrases("成功创建 创建成功 成功创成 顺利创成 获得命名 成功获批 获批 顺利获批")

  /// What a title ends in. A list of titles is cut only after one of these or a closing quote.
  static let nouns = Phrases(
    """
    奖 奖项 金奖 银奖 大奖 奖励 称号 荣誉 殊荣 先进 优秀 示范 试点 模范 标杆 样板 典型 范例 三等功 二等功 一等功
    功 集体 单位 个人 百强 十强 前十 十佳 百佳 强县 强市 强区 强镇 强 冠 连冠 县城 名县 名城 名镇 名村 名街 名企
    城市 城区 城 街区 乡村 村庄 名录 案例 基地 试验区 实验区 先行区 示范区 示范县 示范市 示范镇 示范村 开发区
    度假区 园区 县 市 区 镇 乡 村 州 省 社区 景区 之乡 遗产 品牌 集群 枢纽 中心 园林 企业 组织 文明 平台
    试点省 试点市 试点县 标兵 状元 冠军 金牌 县市区 街道 港 城市群 样本 经验 工程 项目 公园 集聚区 产业园
    先导区 地区 区域 之一 榜首 第一 者 校园 学校 医院 家庭 集散地 高地 家园 名单 高校 市场 圈 品
    """
  )

  /// The nouns an honour after a weak verb must name somewhere.
  static let distinctions = Phrases(
    """
    奖 称号 荣誉 殊荣 先进 优秀 示范 试点 模范 标杆 样板 典型 等功 集体 百强 强县 强市 强区 名录 十佳 十强
    卫生城市 卫生县城 文明城市 文明城区 园林城市 森林城市 园林县城 双拥 名城 名镇 名村 之乡 遗产 案例 强 冠
    级旅游 级经济技术开发区 级高新技术 级高新区 级旅游度假区 级开发区 首批 最佳 最具 优质 创新型 试验区 先行区
    街区 夜间 特色 品牌 基地 幸福 美丽 宜居 安全城市 枢纽 5A 4A 领军 之都 金牌 明星 百佳
    """
  )

  /// What follows a title and is no part of it.
  static let tails = Phrases(
    "等 称号 荣誉 荣誉称号 等次 殊荣 行列 名单 建设名单 培育名单 创建名单 之一 方阵 全国唯一 全省唯一 全国第一 范围"
  )

  /// What a title ends in that is praise, or begins a remark on it rather than another title.
  static let praise = Phrases("肯定 好评 认可 批示 表扬 点赞 关注 推介 赞誉 契机")
  static let remarks = Phrases("创 居 位 增 同比 较 比 占 总数 总量 排 数量 实现 是 成为")

  /// Words of a thing still applied for, or of a tally, which are no title.
  static let spoilers = Phrases("申报 申建 申办 争创 培育对象 预备 候选 总量 总数 位居 位列")

  /// Verbs and scope words before a title that are no part of it.
  static let leads = Phrases("创建 建设 设立 成立 成为 我市首个 我省首个 我区首个 我县首个 我国首个 为 到 了 有")

  /// Words before the verb that make the clause a wish or an order, not an award.
  static let wishes = Phrases(
    """
    争取 力争 争创 申报 申建 申办 推动 推进 支持 鼓励 帮助 引导 培育 确保 努力 使 让 要 希望 加快 打造 争当
    早日 尽快 积极 促进 把 将 对 有望 拟 助推 助力 指导 组织 开展 强化 保持 巩固 需 应 人民群众 始终
    """
  )

  /// Words before the verb that tell when or how, not who.
  static let circumstances = Phrases(
    """
    成功 再次 首次 先后 相继 一举 均 分别 双双 正式 顺利 累计 又 还 并 也 已 更 连续 同时 其中 全年 去年 今年
    当年 我市 我区 我县 我省 我州 我旗 全市 全区 全县 全省 本市 本区 本县 多次 继续 连年 高分 最终 光荣 共 共同
    年内 三年 五年 两年 四年 六年 多年 第二次 第三次 第四次 区内 市内 省内 有 全部 已经 被 共有 一年 届 次 年
    """
  )

  /// What a recipient ends in that is circumstance, numbers of years among it.
  static let endings = Phrases(
    """
    成功 再次 首次 先后 相继 一举 均 分别 双双 正式 顺利 累计 又 还 并 也 已 更 连续 同时 多次 继续 连年 最终
    光荣 共 共同 全部 新 已经 被 共有 首 分 创 年 次 届 度 0 1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十 多 两 第 蝉联 、
    """
  )

  /// Beginnings of what stands before a verb that is circumstance as a whole: 以评分第一入选.
  static let means = Phrases("以 用 凭 凭借 经 因 由于 通过 在 自 按照 根据 作为 随着 从 围绕 聚焦")

  /// Givers above any level of one country.
  static let world = Phrases("世界 全球 国际 亚洲 联合国")

  /// What an honour is not, whatever else it says.
  static let refusals = Phrases(
    """
    取 悉 知 益 利 救 感 的 贷款 融资 资金 授信 补助 支持 投资 收入 税收 土地 指标 批复 备案 许可 资质 专利 授权 丰收 全面 成功
    突破 一致 好评 认可 肯定 信任 规划 计划 议事 日程 举办 开工 筹建 开业 设立 党 学位 利润 启动 银行 牌照
    资格 订单 共识 世界冠军 重要 主要 新的 经济增长 支柱 自觉 常态 主体 主力 现实 验收 复审 评估 审批 审核
    """
  )

  /// The level a title names itself, or `nil`. The word that stands first decides.
  static func level(of title: ArraySlice<Unicode.Scalar>) -> Level? {
    var words = title
    while let first = words.first, openings.contains(first) { words = words.dropFirst() }
    for (bare, level) in bareLevels where words.first == bare {
      if compounds.prefix(of: words) == 0 { return level }
    }
    let found = levels.compactMap { set, level in
      set.first(in: title).map { ($0.lowerBound, level) }
    }
    return found.min { $0.0 < $1.0 }?.1
  }

  private static let openings: Scalars = ["“", "‘", "《", "首", "批", "第", "年", "度"]

  private static let bareLevels: [(Unicode.Scalar, Level)] = [
    ("省", .province), ("市", .city), ("县", .county), ("区", .county),
  ]

  private static let compounds = Phrases(
    "市场 市政 市民 市域 市容 县城 县域 区域 区块 省会 省际 区位 市内"
  )

  private static let levels: [(Phrases, Level)] = [
    (
      Phrases(
        """
        全国 国家 中国 中华 国务院 国字号 中央 国家级 工信部 文旅部 商务部 农业农村部 教育部 财政部 民政部
        交通运输部 住建部 科技部 生态环境部 水利部 公安部 司法部 自然资源部 应急管理部 卫健委 发改委 全国性
        """
      ), .national
    ),
    (
      Phrases(
        """
        全省 省级 批省 省委 省政府 自治区 全区级 河北省 山西省 辽宁省 吉林省 黑龙江 江苏 浙江 安徽 福建 江西 山东
        河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 北京市 天津市 上海市
        重庆市 河北 山西 辽宁 吉林
        """
      ), .province
    ),
    (Phrases("全市 市级 批市 市委 市政府"), .city),
    (Phrases("全县 县级 区级 全区 区委 县委"), .county),
  ]
}
