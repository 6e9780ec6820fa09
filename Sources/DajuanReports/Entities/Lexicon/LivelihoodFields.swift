/// The fields of people's livelihood (领域) and the words that tell them.
enum LivelihoodFields {
  /// What the words of a text say of livelihood.
  struct Finding {
    /// The field of its longest word, the first of several as long; `nil` where there is none.
    var field: String?
    /// Whether one of its words speaks of livelihood wherever it stands, rather than only under a
    /// heading about it, as 停车 does.
    var isTelling = false
  }

  /// Reads the words of a text. Cost: one look-up a scalar.
  static func find(in text: ArraySlice<Unicode.Scalar>) -> Finding {
    var finding = Finding()
    var longest = 0
    for place in text.indices {
      guard let word = words.word(at: text[place...]) else { continue }
      let field = fields[word.list]
      finding.isTelling = finding.isTelling || field.isTelling
      if word.length > longest {
        longest = word.length
        finding.field = field.name
      }
    }
    return finding
  }

  /// Whether a heading announces matters of livelihood.
  static func isHeading(_ section: String?) -> Bool {
    guard let section else { return false }
    return headings.occur(in: section.compactScalars[...])
  }

  private struct Field {
    let name: String
    let isTelling: Bool
    let list: String

    init(_ name: String, telling: Bool = true, _ list: String) {
      self.name = name
      isTelling = telling
      self.list = list
    }
  }

  /// The words of all fields; a word of several is the first one's.
  private static let words = Phrases(lists: fields.map { $0.list })

  private static let headings = Phrases(
    """
    民生 福祉 群众 社会事业 社会保障 惠民 共享 幸福 人民生活 公共服务 生活品质 美好生活 社会建设 保障和改善
    为民 办实事 普惠 百姓 暖心 温暖
    """
  )

  // 养老保险 and 医疗保险 are longer than 养老 and 医疗, so insurance goes to 社保.
  private static let fields: [Field] = [
    Field(
      "就业",
      """
      就业 新增就业 稳就业 就业困难 就业创业 创业就业 再就业 转移就业 零工市场 零就业家庭 农民工工资 欠薪
      技能培训 职业技能 技能人才 高校毕业生 农民工 失业人员 创业担保贷款 公益性岗位 就业岗位 就业服务
      转移劳动力 劳动力转移 富余劳动力 返乡创业 劳动关系 和谐劳动
      """
    ),
    Field(
      "教育",
      """
      教育 中小学 幼儿园 小学 初中 高中 中学 学位 学校 学前 校园 职业院校 义务教育 教师 学生 午餐 营养餐
      课后服务 课后延时服务 双减 大班额 助学 奖学金 学前教育 普惠性幼儿园 入学 入园率 入园难 教育集团 名校 特教
      集团化办学 随迁子女 寄宿制 高等教育 本科 高校 校舍 办学
      """
    ),
    Field("托育", "托育 托幼 婴幼儿 托位 三岁以下婴幼儿照护 生育支持 生育友好 儿童友好"),
    Field(
      "养老",
      """
      养老 老年人 老年 养老服务 养老服务中心 日间照料 日间照料中心 居家养老 社区养老 养老院 敬老院 养老床位
      养老机构 高龄 适老化 长者 助餐 护理型床位 养老机构床位 医养 医养结合 养老管家 互助养老 幸福院 失能 一老一小 老人 老龄
      """
    ),
    Field(
      "医疗",
      """
      医疗 医院 卫生 公共卫生 卫生院 卫生室 医联体 医共体 诊所 家庭医生 全民健康 健康服务 疾控 疾病 筛查 妇幼
      分级诊疗 中医 中医药 药品 医疗卫生 社区卫生 社区卫生服务 免费体检 病床 医疗床位 急救 接种 疫苗 血液
      两癌 重症 医改 公立医院 人民健康 群众健康 卫生健康 妇幼健康 健康水平 健康教育 健康管理 健康中国 医师 医护 传染病 地方病
      """
    ),
    Field(
      "社保",
      """
      社保 社会保障 社会保险 养老保险 医疗保险 医保 基本医保 失业保险 工伤保险 生育保险 养老金 大病保险
      居民医保 参保 退休人员养老金 基础养老金 长期护理保险 城乡居民养老保险 基本养老 退休金 社保卡 公积金
      """
    ),
    Field(
      "救助",
      """
      救助 低保 特困 五保 最低生活保障 困难群众 临时救助 帮扶救助 困境儿童 孤儿 残疾人 残疾儿童 留守儿童
      社会救助 社会福利 福利 优抚 优抚安置 退役军人 困难家庭 特殊群体 弱势群体 流浪乞讨 康复 助残 残疾
      生活补贴 兜底保障 受灾群众 困难职工 低收入 未成年人 妇女儿童 抚恤 无障碍
      """
    ),
    Field("慈善", "慈善 志愿服务 志愿者 公益 红十字 慈善事业 爱心 互助"),
    Field(
      "住房",
      """
      住房 老旧小区 安置房 棚户区 棚改 保障性住房 保障房 公租房 公共租赁住房 廉租 廉租住房 经济适用房 租赁住房
      保障性租赁住房 危房 危旧房 农房 加装电梯 回迁 人才公寓 旧村 城中村改造 住有所居 既有住宅 物业 保交楼
      保交房 安居 避险搬迁 拆迁群众 货币化安置 弃管楼 居住条件 房屋 安居工程
      """
    ),
    Field(
      "扶贫",
      """
      扶贫 脱贫 贫困 贫困户 贫困人口 脱贫攻坚 防返贫 返贫 帮扶 易地搬迁 脱贫人口 建档立卡 饮水安全 安全饮水
      农村饮水
      """
    ),
    Field(
      "增收",
      "居民收入 农民增收 增收 居民增收 最低工资 工资标准 工资收入 城乡居民收入 增资 持续增收 收入分配"
    ),
    Field(
      "食品安全",
      "食品安全 食药 食品药品 放心食品 舌尖上的安全 明厨亮灶 农产品质量 药品安全 食药安全 农贸市场 菜市场 菜篮子"
    ),
    Field(
      "文化",
      telling: false,
      """
      文化 图书馆 文化馆 博物馆 美术馆 书房 书屋 农家书屋 文艺 文化站 文化惠民 公共文化 全民阅读 演出 文体
      戏曲 电影 非遗 剧院 文化服务 文艺演出 广播电视 群众文化
      """
    ),
    Field(
      "体育",
      telling: false,
      "体育 健身 全民健身 体育场 体育馆 运动会 健身步道 健身路径 体育设施 体育公园 健身器材 足球场"
    ),
    Field(
      "交通出行",
      telling: false,
      """
      出行 公交 停车 停车位 泊位 停车泊位 断头路 公共停车 城乡公交 农村公路 背街小巷 背街巷道 地铁 校车
      交通拥堵 便道 过街 窨井盖 村村通 充电桩 停车场 客运 通车 道路
      """
    ),
    Field(
      "生活服务",
      telling: false,
      """
      家政 便民 便民服务 便民生活圈 生活圈 15分钟生活圈 供水 供热 供暖 燃气 天然气 自来水 集中供暖 厕所 公厕
      清洁取暖 改厕 物价 保供稳价 邮政 快递 殡葬 社区服务 党群服务中心 菜价 沼气 通电 生活垃圾 电网
      """
    ),
    Field(
      "平安",
      telling: false,
      """
      平安 治安 扫黑除恶 信访 矛盾纠纷 法律援助 应急 安全生产 防灾减灾 警务 反诈 技防 社会治安 调解
      法律服务 消防 防溺水
      """
    ),
    Field(
      "综合",
      """
      民生 民生实事 民生支出 民生事业 民生工程 民生工作 实事 惠民工程 民心工程 民生投入 民生保障 一老一小
      基本公共服务 公共服务
      """
    ),
    Field("综合", telling: false, "温暖 百姓 幸福"),
  ]
}
