/// What a word at the end of the words before a number does.
enum TailSense: String, Sendable {
  /// 达到, 为, 完成: nothing but a link to the number.
  case link
  /// 提高到, 降至: the number is where the thing came to.
  case reach
  /// 增长, 提高, 增加: the number is by how much it rose.
  case rise
  /// 下降, 减少: the number is by how much it fell.
  case fall
  /// 分别: the numbers go to several things in turn.
  case each
  /// 同比, 平均, 再: how a movement is meant.
  case manner
}

extension Lexicon {
  /// Words at the end of the words before a number.
  static let tails = table(
    """
    达到 达 为 定为 平均为 平均达 定在 确定为 设定为 是 实现 完成 有 在	link	a link between the thing and its number
    共有 拥有 约	link	a link between the thing and its number
    共 仅 已 已达 完成了 累计达 总数达 合计 共计 多达 高达 均 均为 均达	link	a link between the thing and its number
    形成 于 约为 已有 均在 超 近 保持 稳定 维持	link	a link between the thing and its number
    提高到 提升到 增加到 增长到 上升到 扩大到 增至 升至 提升至 提高至 增加至 上升至	reach	where it came to, not by how much
    扩展至 扩展到 扩大至 提标至 调整为 调整到 优化为 上调至	reach	where it came to, not by how much
    下降到 降低到 降到 降至 减少到 减至 下降至 降低至 减少至 压缩至 压缩到 缩短至	reach	where it came to, not by how much
    缩短到 压减至 压减到 缩减至 回落至 收窄至 回落到	reach	where it came to, not by how much
    稳定在 保持在 控制在 维持在 控制到 跃升至 攀升至 跃升到 上升为 转变为 发展到	reach	where it came to, not by how much
    增加为 提高为 提升为 增为 增到 升为 升到 扩大为 扩展为 拓展到 拓展至 扩增至 扩容至 攀升为 攀升到 跃升为 倍增至 猛增到 猛增至 激增至	reach	where it came to, not by how much
    下降为 降低为 降为 减少为 减为 减到 回落为 缩短为 缩减为 缩减到 缩小到 缩小至 缩小为 压减为 压降至 压降到 收窄到 锐减至 递减至	reach	where it came to, not by how much
    上涨至 上涨到 上涨为 涨到 涨至 跌至 跌到 上调到 上调为 下调至 下调到 下调为 调高至 调高到 调低至 调低到 延长至 延长到 提前至 提前到	reach	where it came to, not by how much
    加快到 加快至 放缓至 放缓到 提速至 提速到 升格为 增强到 增强至	reach	where it came to, not by how much
    发展为 延伸至 延伸到 变为 至 到 恢复至 恢复到	reach	where it came to, not by how much
    增长 提高 增加 上升 提升 上涨 增 涨 增收 增资 扩大 回升 增产 高于 快于 提前 前移 上调 多增 跃升 净增	rise	by how much it rose
    加快 高出 攀升 扩张 增值 翻 翻了 递增 猛增 激增 劲增 暴涨 上扬	rise	by how much it rose
    下降 降低 减少 回落 下滑 收窄 缩小 下跌 低于 减 降 压减 压缩 削减 缩减 缩短 减亏 后移 少 减幅 精简	fall	by how much it fell
    慢于 衰减 衰退 下调 负增长 减免 下挫 滑落 递减 锐减	fall	by how much it fell
    分别 各 依次	each	the numbers go to several things in turn
    预计 要 连续 扣除价格因素 首次 拟按 拟 同比 环比 平均 年均 实际 名义 再 又 同口径 可比口径	manner	how a movement is meant
    比上年 比去年 较上年 较去年 可比 可比价 按可比价	manner	how a movement is meant
    力争 确保 争取 努力 预期 预期为 按可比价计算 按可比价格计算 可比价计算 可比价格计算 按现价计算 现价计算	manner	how it is put or reckoned
    扣除物价因素 预期目标 奋斗目标	manner	how it is put or reckoned
    累计 总 同期 按可比口径 按可比价格 按不变价 年平均 每年 均再 自然口径 日均 月均 上年	manner	how a movement is meant
    """
  ) { TailSense(rawValue: String($0)) }

  /// Words that open a clause without saying what it is about; dropped from a subject.
  static let openers = words(
    """
    其中 同时 并 并且 以及 和 与 及 还 也 已 将 要 或 而 且 又 再 但 则 另外 此外 另 为 对 把 使 让 按照	links between clauses
    按 由 从	links between clauses
    力争 确保 努力 努力实现 争取 力求 保证 预计 计划 继续 进一步 全面 扎实 加快 积极 深入 大力 着力 有序	how it is done, not what
    切实 稳步 持续 一年来 五年来 突出 突出抓好 强力 强力推进 狠抓 认真 更好 更好地	how it is done, not what
    全年 当年 今年 去年 年内 目前 截至目前 截至 截止 到 至 初步统计 初步核算 初步测算 预期 经济社会发展主要预期目标是	when, or which whole
    全市 全区 全县 实现 完成	when, or which whole
    年底前 月底前 年底之前	when, or which whole
    至少 不少于 不低于 用于 用于全市 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 首先 通过 围绕	list numbers and the like
    特别是 尤其是 包括 含 新一年 上半年 下半年 超额完成 顺利完成 基本完成	list numbers and the like
    """
  )

  /// Words that open a clause whose subject stands in an earlier one.
  static let elided = words(
    """
    占 居 位居 位列 列 排 排名 排在 比 较 高于 低于 快于 好于 同比 环比 年均 分别 均 各 是 为 达	the subject was named before
    达到 超 超过 突破 首次突破 跃居 稳居 高出 少于	the subject was named before
    增长 下降 提高 增加 减少 上升 回落 上涨 提升 增速 增幅 降幅 涨幅 净增 平均 人均 户均 新增 累计	the subject was named before
    共 总量 总数 总额 总产 数量 面积 规模 总产量 产量 单产	the subject was named before
    开工 竣工 完工 完成 建成 投产 签约 落地 投用 续建 改造 在建 完成投资 总投资 投资 当年完成投资	the subject was named before
    新建 改建 扩建 改扩建 年度计划投资 计划完成投资 年度计划完成投资	the subject was named before
    年度投资 年度完成投资 计划投资 计划总投资 总投资额 总面积 总长 全长 投资额	the subject was named before
    覆盖 惠及 受益 带动 占比 比重 增值 总里程 总规模 签约额 合同额 到位 到位资金 实现 实现了 成功率	the subject was named before
    完成率 位次 提前 拉动 贡献 贡献率 首位度 连续 其中 年底 年末 到年底 高 低 多 少 位于	the subject was named before
    增长率 增长速度 未达到 没有达到 未完成 没有完成 低于 未达 奋斗目标 预期目标	the subject was named before
    """
  )

  /// Verbs that say what was done to the things counted; not part of what they are.
  static let actions = words(
    """
    新建 改建 扩建 改扩建 新改建 新改扩建 建成 建设 建 新增 新开工 开工 竣工 完工 完成 实施 推进 改造	done to the things counted
    改造提升 提升改造 续建 引进 新引进 培育 打造 发展 实现 新培育	done to the things counted
    运作 签约 新签约 落地 投产 投用 启动 推动 加快 开展 举办 出台 制定 修订 发放 投入 安排 筹集	done to the things counted
    下达 拨付 争取 获批 获得 荣获 新认定 认定 创建 成立 组建 设立 新设	done to the things counted
    整治 治理 修复 关停 关闭 淘汰 取消 下放 精简 压减 拆除 清理 查处 办理 办结 受理 帮助 解决 转移 安置	done to the things counted
    分流安置 救助 培训 招聘 资助 补助 惠及 覆盖 带动 吸引 吸纳 服务 帮扶	done to the things counted
    栽植 植树 造林 新造 抚育 绿化 铺设 敷设 架设 打通 疏通 贯通 开通 新开通 投放 配备 购置 更新 设置	done to the things counted
    布设 划定 复垦 平整 储备 收储 供应 列入 入选 纳入 获评 共有 拥有 形成	done to the things counted
    转移就业 转移转化 授权 登记 新登记 招引 新招引 储备 滚动 谋划 包装 推介 集聚 吸引留住 派出 接种 转运	done to the things counted
    隔离 接待 接诊 运送 发送 完成投资 公布 至少 办好 抓好	done to the things counted
    """
  )

  /// Nouns too general to stand without the verb before them: 改造项目, 修复重建.
  static let generics = words(
    """
    项目 工程 重建 任务 工作 面积 规模 数量 人数 总量 能力 资金 投资 行动 计划 里程 改造项目 建设项目	the verb tells which
    """)

  /// Nouns that begin with a verb of what was done.
  static let actionDecoys = words(
    """
    服务业 服务区 服务中心 服务机构 服务站 服务贸易 服务外包 服务平台 建设用地 建设项目 建设工程	nouns
    发展水平 发展指数 发展基金 保障房 保障性 供应链 培训机构 解决率 覆盖率 覆盖面 带动力 登记失业率	nouns
    更新改造 完成率 办结率 设置率 治理率 绿化率 绿化面积 绿化覆盖 灌溉 养殖场 造林面积 救助站 救助水平	nouns
    培育期 开通率 储备库 储备粮 投入强度 投入占比 投放量 接待人数 接待游客 贯通率 列入计划 整治率 帮扶率	nouns
    """)

  /// Verbs after the things counted: what became of them.
  static let predicates = words(
    """
    开工 全部开工 完工 竣工 建成 投产 投用 通车 落地 签约 通过 达到 实现 完成 获得 获 荣获 入选 列入 纳入 进入 享受	what became of them
    启动 实施 正式 全部 顺利 加快 成功 基本 得到 获批 投入 主体 开通 贯通 运营	what became of them
    新入选 新获批 开展 提高 增长 下降 提升 加入 受益 居 位居 排名 占 覆盖 上市 挂牌 晋级 跻身 落户 入驻 集中 相继 陆续 已 均为	what became of them
    均达 均实现 较 比 分别 有序 提前 稳定 脱贫 办结 办复 关停 退出 出清 整治 被 的 为 在 免费 达 同比	what became of them
    """
  )

  /// Nouns that name a measure of something said before: 总量, 占比, 增速.
  static let dependents = words(
    """
    总量 总数 数量 占比 比重 增速 增幅 降幅 涨幅 规模 面积 总产 排名 位次 投资 投资额	a measure of something said before
    总投资 签约额 合同额 总面积 其中税收 税收 覆盖率 完成率 总长 总额 产量 产值 收入 利润	a measure of something said before
    税收占比 中心 人均	a measure of something said before
    """
  )
}

extension Lexicon {
  /// What the words before a number end in when they tell what was done with the thing before.
  static let activities = words(
    """
    开工 新开工 竣工 完工 完成投资 累计完成投资 总投资 计划总投资 基本建成 建成 投产 续建 累计完工 签约 落地 投用	what was done with it
    投入使用 新增 覆盖率 参保率 全覆盖 年均增长	what was done with it
    """
  )

  /// Rates that are called growth and are shares.
  static let naturalRates = words("自然增长率\tbirths less deaths in a thousand people")

  /// Rates of change named by a noun.
  static let rateNouns = words(
    """
    增长速度 发展速度 增长目标 增长预期目标 增长预期 增速 增幅 降幅 涨幅 增长率 上涨率	a rate of change
    增长区间 增长预期区间 增长底线 增长底线目标 跌幅	a rate of change
    """
  )

  /// Rates named by a noun that tell a fall.
  static let fallNouns = words("降幅 跌幅\ta rate by which a thing fell")

  /// Goals that a share is of: 完成年度任务的112%.
  static let goalBases = words("任务 目标 计划 预算 指标 预期 计划数 任务数 预算数\tso much of it was brought about")

  /// Verbs between a thing and the share of its goal.
  static let goalVerbs = words("完成 完成了 为 达到 达 是 实现 相当于\ta share of a goal follows")

  /// What a thing does to a whole: 对经济增长的贡献率.
  static let contributions = words("贡献率 贡献 拉动率 拉动 贡献度\tof what the clause before is about")

  /// What a percentage before 的 is of when it is a growth: 9%左右的增长.
  static let growthAfter = words(
    "的增长 的增速 的增幅 的增长速度 的发展速度 的涨幅 的升幅 的增长率 的年均增速 的速度增长 的速度递增 的速度\ta growth")

  /// Measures of which a bare percentage can only be the growth: 生产总值8%左右.
  static let aggregates = words(
    """
    生产总值 GDP 工业增加值 固定资产投资 社会消费品零售总额 社零总额 公共预算收入 预算收入 财政收入 财政总收入	a sum of money
    可支配收入 纯收入 进出口总额 进出口总值 外贸出口 出口总额 实际利用外资	a sum of money
    """
  )

  /// What follows a figure that is named as a goal.
  static let goalNouns = words(
    """
    的目标 的预期目标 的年度目标 的增长目标 的奋斗目标 的预期增长目标 的年度预期目标 的年初目标 的增长预期目标	named as a goal
    的全年目标 的调控目标 的预期 的目标任务 的预期值 的目标值 的计划目标 的既定目标 的增长任务	named as a goal
    """
  )

  /// What a second, bolder figure is called.
  static let bolderGoals = words(
    "奋斗目标 奋斗目标为 力争目标 力争目标为 挑战目标 冲刺 挑战 冲击 保 力保 底线目标\tthe growth told before, put higher")

  /// Growth told by a noun or a verb whose figure follows in the next clause.
  static let growthWords = words("增长 增速 增幅 涨幅\ta figure may follow a comma")

  /// What goes on after such a word without a figure.
  static let growthSequels = words(
    "高于 快于 好于 保持 与 不低于 继续 稳定 稳步 同步 超过 优于 略高于 明显\tsaid of the growth")

  /// What cannot begin the noun that a number counts.
  static let notNouns = words(
    """
    增长 台阶 新台阶 大关 新大关 新关口 关口 门槛 下降 提高 增加 减少 上升 提升 达到 达 占 居 位居 由 从 比 较 同比	the clause goes on with a verb
    以上 以下 以内 左右	the clause goes on with a verb
    和 与 及 并 或 等 为 是 的基础上 分别 均 其中 到 至 用于 用来 以及 同时 完成 实现 增至	the clause goes on with a verb
    降至	the clause goes on with a verb
    建成 开工 竣工 支持 建设 推动 推进 全部 创 在 被 向 给 对 于 且 而 也 还 将 已 不 未 来	the clause goes on with a verb
    后 前 内 外 中 时 增 降 涨 跌 减 的增速 的速度 的目标 的水平 的标准 的规模 的任务 打造 加快	the clause goes on with a verb
    确保 使 让 高于 低于 超过 超 突破 再 收窄 新增 新建 回落 惠及 覆盖 投入 实施	the clause goes on with a verb
    """
  )

  /// What cannot begin a noun even where nothing stands before the number.
  static let neverNouns = words(
    """
    增长 台阶 新台阶 大关 新大关 新关口 关口 门槛 下降 提高 增加 减少 上升 提升 达到 达 占 居 位居 由 从 比 较 同比	the clause goes on with a verb
    以上 以下 以内 左右	the clause goes on with a verb
    和 与 及 并 或 等 为 是 的基础上 分别 均 其中 到 至 以及 同时	the clause goes on with a verb
    """
  )

  /// Predicates that stand inside nouns.
  static let predicateDecoys = words(
    """
    加快器 开展区 通过式 基本公共 基本医疗 基本养老 基本生活 基本农田 基本建设 基本药物 居民 居家 居住 占地 获奖 对外 对口 对接	a noun goes on
    以上 以下 以内 在建 在校 为民 为农 由此 在线 在岗 在地 达标 比例 比重 比赛 以旧换新 以工代赈 均衡 较大 实施方案 对象	a noun goes on
    落地项目 实现率 办结率 完成率 通过率 集中供热 集中供养 集中安置 集中居住 集中式 集中区 集中连片 免费师范 成功率 投入产出	a noun goes on
    上市公司 上市企业 上市后备 挂牌企业 入驻企业 已建 主体功能 主体工程 比武 提升工程 提升行动 实施主体 开工项目 投产项目 签约项目	a noun goes on
    竣工项目 的士 启动区 启动资金 脱贫户 脱贫人口 脱贫村 脱贫县 脱贫地区 脱贫劳动力 以太 正式工 全部工业 较强 对照 分别墅 得到位	a noun goes on
    中小型 中小 中型 中央 中国 中医 中药 中学 中职 中专 中高 中等 中心 中外 中欧 外资 外贸 外国 外商 外地 内河 内资	a noun goes on
    前沿 后备 后勤 时尚 创新 创业 创意 创客 创投 建设项目 建设工程 增值 增材 增长极 增长点 减排 减灾 对外 对接 未来	a noun goes on
    再生 再就业 超算 超级 超高 超大 超低 新建项目 新建小区 等级 从业 不动产 不良 还林 还田 还草 使用	a noun goes on
    入选手	a noun goes on
    """
  )

  /// Adverbs between a thing and what is told of it.
  static let tailAdverbs = words(
    """
    力争 确保 争取 努力 预期 预期目标 预计 拟 力求 努力实现 预期增长	how it is put, not what it is
    已 已经 均 仅 先后 分别 将 也 又 共 还 相继 陆续 同步 累计 迈上 跨上 站上 登上 跃上 迈过 跨入	said of the verb, not the thing
    五年 5年 四年 三年 两年 十年 十年来 五年来 全年 当年	when, not what
    以	what is said of it follows: 以8%的速度
    一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 上半年 下半年	when, not what
    """
  )

  /// Words that end in the character of a link.
  static let linkDecoys = words(
    """
    普及 总和 缓和 饱和 温和 共和 祥和 谐和 中和 合并 兼并 归并 高等 平等 均等 同等 初等 中等 对等	words of their own
    涉及 惠及 触及 波及 参与 给与 赋与 目的	words of their own
    """
  )

  /// Nouns after a time that begin with the character of 年中, 年初 or 年内.
  static let afterTimeDecoys = words(
    """
    中原 中国 中部 中心 中央 中小 中型 中医 中学 中华 中等 中级 中东 中亚 中外 中高 中西 中欧 中介 中职 中试	nouns
    中考 中成药 中药 中低 中标 中非 中美 中俄 中德 中日 初中 初级 初步 初次 初创 初高中 内资 内陆 内河 内贸 内需 内外	nouns
    期货 期望 时代 时间 时尚 时速 起重 起步 共同 共建 共有产权 以上 间隔 末端 底层 底板	nouns
    """
  )

  /// Words before a number of years that make a stretch of it.
  static let stretchOpeners = words("近 最近 过去 过去的 这 今后 未来 接下来\ta stretch of years follows")

  /// Verbs between a body and the measure it brings about.
  static let bringing = words("实现 完成\ta body brings it about")

  /// Verbs after which so many or more are counted, not told the size of.
  static let gainingVerbs = words(
    "培育 新增 引进 发展 形成 打造 扶持 新建 建成 帮助 带动 惠及 覆盖 转移 培训 吸引\twhat follows is counted")

  /// Measures that stand alone for those of a body named before.
  static let bareMeasures = words(
    """
    利润 利税 利税总额 利润总额 实现利润 税收 增加值 产值 总产值 工业总产值 主营业务收入 营业收入 销售收入	a body's
    产品销售收入 销售额 产量 总产量 产销率 资产总额 总资产 注册资本 从业人员	a body's
    """
  )

  /// What the name of a measure ends in.
  static let measureNouns = words(
    """
    收入 支出 产值 产量 总产量 销量 销售量 销售额 总额 余额 面积 数量 人数 规模 利润 税收 增加值 投资 投资额	a measure of something
    主营业务收入 营业收入 销售收入 产能 能力 容量 存款 贷款 进口 出口 成交额 交易额 吞吐量 里程 比重 比例 率 资产 注册资本	a measure of something
    增速 增幅 覆盖面 覆盖率 参保率 入园率 毛入学率 达标率 完成率 贡献率 普及率 补助标准 保障标准 供养标准 养育标准	a measure of something
    参保人数 参合人数 处理能力 处置能力 平均浓度 年均浓度 纯收入 人均纯收入 可支配收入 人均可支配收入 补助水平 补差水平	a measure of something
    营收 总值 融资 年产 注册资金 产出 税额 进出口 额 价格 总量 用电量 发电量 排放量 浓度 强度 次数 标准 总产值 资金 重量 高度 长度 户数 用工	a measure of something
    """
  )

  /// Nouns that say nothing without what they are of.
  static let plainNouns = words(
    """
    工程 项目 行动 任务 举措 领域 行业 行业领域 试点 措施 事项 环节	too general
    """
  )

  /// What may stand before such a noun without telling more.
  static let plainAttributes = words(
    """
    重大 重点 主要 专项 关键 相关 重要 核心 试点 大 行业 重点行业 重大专项	too general
    """
  )

  /// Verbs a clause opens with that say how something is done to the thing.
  static let leadVerbs = words(
    """
    加强 推进 实施 持续 突出 抓好 狠抓 强化 深化 推动 加快 大力 着力 切实 做好 坚持 聚焦 围绕 开展 深入	a policy's verb
    扎实 全面 积极 统筹 落实 完善 构建 打造 促进 加大 支持 发展 优化 提升 强力	a policy's verb
    """
  )

  /// Words that end in a link's character.
  static let tailDecoys = words(
    """
    所有 国有 现有 私有 公有 共有制 存在 潜在 内在 外在 行为 作为 认为 人为 等于 由于 关于 对于 位于 用于 致力于 周到	words of their own
    得到 直到 收到 来到 感到 提到 拿到 看到 甚至 以至 多少 减少 至少 平均 人均 户均 月均 年均 年人均 附近 最近 靠近	words of their own
    得以 所以 可以 加以 予以 难以 足以 用以	words of their own
    亩均 地均 店均 人均均 集约 节约 公约 签约 合约 邀约 带减 加减 正是 但是 于是 就是 凡是 先进 公共 中共	words of their own
    新增 超高 反超 赶超 再次 公租 高增 公达 发达 到达 传达 下达 抵达 表达 通达 直达	words of their own
    """
  )

  /// Words that begin with 占 and are no share.
  static let shareDecoys = words(
    """
    占地 占道 占用 占领 占据 占补	no share of a whole
    """
  )

  static let comparers = words(
    """
    比 较 高于 低于 快于 占 居 位居 位列 排名 排在 是 好于 高出 稳居	what stands after is what it is compared with
    跃居 列	what stands after is what it is compared with
    """
  )

  /// Words that begin with an opener's characters and are nouns.
  static let openerDecoys = words(
    """
    和谐 与会 及格 并网 并购 将军 要素 要求 或者 而立 再生 再就业 再生产 再贷款 是否 为民 为农 对外 对口 对接	nouns and other words
    把关 使用 让利 在建 在校 在岗 在册 在库 按揭 由此 从业 从事 到位 到账 到期 到访 至今 含量 另类	nouns and other words
    还款 还田 还林 还湿 全面小康 实现率 完成率 完成投资 加快器 积极性 全市场 全区域 全县域 预期目标 预期寿命 计划生育	nouns and other words
    增加值 增值税 增值服务 减排 提升工程 提升行动 突出问题 突出贡献 持续时间 认真度	nouns and other words
    计划投资 计划总投资 年内 大力度 到岗 对公 对标 全年龄 持续时间 为群众 为企业	nouns and other words
    """
  )

  /// Verbs before a share of what the noun names.
  static let covering = words("覆盖 惠及 占 超过 达到 达 带动 服务 保障 约占 完成 解决\ta share of the noun after")

  /// What follows a percentage that is how much is covered.
  static let coverage = words("全覆盖 覆盖 达标\thow much is covered")

  /// What a word for people ends in.
  static let peopleEnds = words("人 数 人数 人员 人才 者 员 户 民 生 工 众 人口 队伍 总数 总量\tpeople are named")

  /// Nouns that end in a place word.
  static let placeDecoys = words(
    """
    初中 高中 集中 途中 空中 水中 临时 实时 公里 农民工子女中 产后 售后 贷后 灾后 年中 平时	nouns of their own
    """
  )

  /// The wholes that shares and ranks are of.
  static let wholes = words("全省 全国 全市 全区 全县 全球 世界 省内 全州 全县域\tthe whole of a share")

  /// Adverbs that stand with a movement or an activity.
  static let adverbs = words(
    """
    基本 主体 全部 新 已 累计 超额 全面 首次 顺利 再 又 共 约 近 超 当年 全年 年均 同比 平均 分别 均 了 的 比重 占比 其中	names nothing
    多年 连续多年 总体 合计 位次 数量 增速 增幅 降幅 涨幅 一次性 提前 实际 名义 进度 任务	names nothing
    """
  )

  /// Sorts of money that a sum stands before.
  static let funds = words("资金 专项资金 贷款 基金 债券 补贴 补助 消费券 投资 优惠贷款 产业基金 奖励\tmoney of some sort")

  /// Per what a sum of money or a number is.
  static let perWords = words(
    """
    每人每月 每人每年 每人每天 人均每月 人均每年 每人 每月 每年 每户 每亩 月人均 年人均 月均 人均 户均	per person, month, household
    亩均 每公里 每平方米 每吨 每千瓦时 每生每年 每生 每床 每村 每标准立方米 每立方米	per person, month, household
    """
  )

  /// What the name of a share ends in.
  static let shareEnds = words("比重 比例 占比 比 份额 率\ta share is named")

  /// What the name of a rate or a share ends in.
  static let rateEnds = words("率 比 重 例 度 面 速 幅\ta rate is named")

  /// Verbs that lead to a rank.
  static let rankVerbs = words(
    """
    居 位居 位列 列 倒排 排 排名 排在 提升至 提升到 稳居 跃居 跃升 升至 上升 前移 保持 位次 名列 荣获 获得 继续保持	lead to a rank
    """
  )

  /// Words that end in a rank verb's character.
  static let rankDecoys = words(
    """
    宜居 旅居 定居 安居 民居 聚居 系列 班列 安排 减排 并列 序列 家居 移居 所在 存在 收获 荣获 用以 得以 成为 较为 康居 独居 邻居 侨居 新居 迁居 同居 直达 通达 送达	words of their own
    """
  )

  /// What a number of items announces a list of.
  static let listNouns = words(
    """
    工作 任务 举措 措施 政策 方面 实事 要求 指标 目标 内容 环节 原则 要点	an announced list
    """
  )
}

extension Lexicon {
  /// Words that tell what a stretch of years brought altogether.
  static let flowWords = words(
    """
    累计 五年 5年 四年 三年 两年 总共 共完成 共投入 共实施 共新增 共办理 共争取 新增 新建 改建 扩建 完成 投入 合计 增加 增收 争取 减少 安排 发放 筹集 引进	added up over the years
    新开工 开工 淘汰 关停 关闭 压减 改造 建成 创建 获得 荣获 新设 培训 帮助 解决 转移 减免 净增 审议 办理 提请	added up over the years
    提请 制定 颁布 出台 筹措 筹资 关闭 取缔 清理 下达 拨付 支出 建设 实施 征收 流转 发展 培育 支持 补助	added up over the years
    植树 造林 退耕 治理 修复 复垦 铺设 打通 开通 查处 化解 清退 救助 资助 分配 搬迁 脱贫 提供 带动 惠及	added up over the years
    """
  )

  /// Verbs that say how far a thing has come, whatever was done before them.
  static let reachedWords = words("达到 达 已达 累计达 增加到 发展到 扩大到 总数 总量 保有量 拥有 共有 已有\ta state, not a flow")

  /// What a figure of one year is compared with, in a review of several.
  static let yearly = words(
    "同比 比年初 较年初 比上年 较上年 比去年 较去年\tof the last year, not of the stretch")

  /// After 全年, what a figure is set against rather than when it is of: 完成全年任务的80%.
  static let yearGoals = words("任务 目标 计划 预算 的 预期 指标\ta goal of the year")

  /// Words that tell a state reached.
  static let stateWords = words(
    """
    总里程 总规模 居 位居 占 率 余额 超过 突破 超 接近 近 逾 为 保持 稳定	told of the end of a stretch of years
    """
  )

  /// What the name of a stock or of a yearly statistic ends in.
  static let stocks = words(
    """
    能力 里程 保有量 拥有量 总量 规模 总收入 总产值 总产量 产量 产值 营业收入 销售收入 存栏 在校生 余额 床位数	so much there is, or a year brings
    主营业务收入 增加值 收入 财政支出 财政总支出 预算支出 吞吐量 人均 装机 装机容量 水平 标准 参合农民 参保人数 常住人口 户籍人口	so much there is, or a year brings
    """
  )

  /// Words that tell a fact wherever they stand.
  static let toldWords = words(
    """
    已经 目前 现有 已达 已有 已超过 已突破 已建成 已完成 已累计 已设立 已形成 现已 迄今 至今已	told as it is, not as it is to be
    达到了 突破了 超过了 完成了 建成了	told as it is, not as it is to be
    """
  )

  /// As what somebody speaks or acts: 作为…的大省.
  static let asWords = words("作为 身为\tan attribute is told, not aimed at")

  /// Verbs that say what is to be done.
  static let planVerbs = words(
    """
    要 将 推进 推动 加快 抓好 做好 确保 力争 继续 支持 依托 落实 实施 启动 用好 发挥 对 把 深化 争取 促进 完善	a plan goes on
    巩固 提升 整合 盘活 管好 拆除	a plan goes on
    """
  )
}
