extension Lexicon {
  /// Words that begin with a unit's character and are no unit.
  static let unitDecoys = words(
    """
    件套 人大 人民 人才 人居环境 人均 人工 个别 个人 个性 项目 条件 条例 件件	words that begin with a classifier
    方面 位数 方针 方位 方向 方案 方式 方略 天然 周边 周期 周围 户籍 户外 位于 位居 位列	words that begin with a classifier
    次产业	words that begin with a classifier
    年级 家庭 家居	words that begin with a classifier
    车道 车间 车站 车位 站点 场馆 场所 套餐 层次 层级 组团 组织 组合 所有 部门 部委 部署	words that begin with a classifier
    处置 处理 条块	words that begin with a classifier
    件事 元化 元人 人制 个大 点一线 支柱 线城市 市一 省一 县一 批次化 步走 门户 口岸 国家	words that begin with a classifier
    市场 县域 乡村 省份 省市	words that begin with a classifier
    家人 度假 度电 成功 成立 成为 成效 成果 成长 成交 成本 成员 成绩 成就 班列 班组 级联	words that begin with a classifier
    台阶 面向 道路 对口	words that begin with a classifier
    """
  )

  /// What lasted, came early or was shortened by so many years or months.
  static let durationWords = words(
    """
    连续 持续 历时 提前 缩短 延长 工期 长达 累计 达 不超过 超过	before a number of years that is a length of time
    为期 时间 年限 周期 寿命 期限	before a number of years that is a length of time
    """
  )

  /// Plans and slogans that begin with a number of years.
  static let durationDecoys = words(
    """
    行动 计划 规划 任务 攻坚 大 来 间 期 的 免费 制	三年行动计划: the years are part of a name
    """
  )

  /// Verbs after which even 一 counts.
  static let countingVerbs = words(
    """
    新增 新建 建成 新设 引进 增加 建设 成立 获批 创建 完成 达到 减少 提高 提升 共 仅	what is counted out, be it only one
    下降 上升	what is counted out, be it only one
    """
  )

  /// Circles and rings named by the time it takes to cross them.
  static let circleWords = words(
    """
    圈 生活圈 交通圈 服务圈 不打烊 便民 自助 值班 全天候 不间断 营业	15分钟生活圈 is a name, and so is 24小时自助
    """
  )

  /// Nouns that a Chinese numeral counts only in slogans.
  static let sloganNouns = words(
    """
    确保 高于 同步 不动摇 倍增 转变 台阶 文明 全面 维护 意识 自信 关系	两个确保, 四个全面, 新台阶: slogans and figures of speech
    结合 统一 率先 导向 走在前列 方面军 大事 到位 不放过 不准 决不 绝不 不发生 不出 不让 不留 不漏 一律 严禁	两个确保, 四个全面, 新台阶: slogans and figures of speech
    百亿台阶 千亿台阶 万亿台阶 规定 切入点 突破性 着力点 班子 百年 转型 更 高地 先行 示范区 坚持 务必 始终 走 一批 一流 必由 答案 不变 一体 翻番 时代 特征 区	slogans
    """
  )

  /// Nouns that two or three of are a figure of speech, unless they were counted out.
  static let figures = words(
    """
    市场 资源 积极性 大局 循环 轮子 革命 面向 精准 区分 不摘 最严 健康 毫不 拳头 文明 凡是 意识 维度	两个市场、两种资源
    大文章 文章 牌 硬仗 关口 口袋 篮子 车轮 翅膀 主义 倒逼	做好五篇文章
    """
  )

  /// Where an ordinal is a figure of speech.
  static let figurative = words("放在 摆在 作为 当作 置于\tnothing is ranked")

  /// Words of rank before an ordinal.
  static let rankWords = words(
    """
    居 列 排 名 位 跃 升至 升到 上升 前移 全国 全省 全市 世界 全球 城市 进入 跻身 保持 稳居	an ordinal after these is a rank
    省内 同类 荣获 夺得 获得	an ordinal after these is a rank
    """
  )

  /// Measures that are plain numbers.
  static let indexWords = words(
    """
    指数 系数 得分 评分 比值 综合得分 分值 指数为 指数达到	an index has no unit
    """
  )

  /// Measures that are ratios.
  static let ratioWords = words(
    """
    比例 结构 之比 比为 比 调整为 优化为 构成	a ratio of parts follows
    """
  )

  /// Words before the first of two figures between which a thing moved.
  static let origins = words(
    """
    由 从 自	the first figure of 由A提高到B
    """
  )
}
