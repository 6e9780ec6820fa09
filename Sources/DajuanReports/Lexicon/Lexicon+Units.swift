/// What a unit is a unit of, as far as the rules ask.
enum UnitFamily: String, CaseIterable, Sendable {
  case percent, points, multiple, doubling, money, people, place, thing, length, area, volume
  case mass, power, energy, voltage, time, month, year, age, score, container, concentration
  case administrative
}

/// A unit word: its name in the ledger and its family.
struct UnitSense: Sendable {
  let name: String
  let family: UnitFamily
}

extension Lexicon {
  /// Unit words and classifiers, by what follows numbers in three thousand reports.
  static let units: WordTable<UnitSense> = named(
    """
    % ‰	percent	rates, shares and growth
    个多百分点=百分点 个百分点=百分点 百分点 个点=百分点	points	the difference of two percentages
    成	percent	tenths; the scanner asks that no word goes on (成立, 成功)
    倍	multiple	times
    番	doubling	翻一番 doubles, 翻两番 quadruples
    元 美元 欧元 港元 港币 日元 英镑 卢布 韩元 元人民币=元 人民币=元 块钱=元 人民币元=元	money	money
    人 名 人次 户 户次 家 家次 位 人份 剂次 人日 人天 例 对	people	people, households, firms and visits
    个 项 条 件 所 套 座 处 张 台 部 辆 宗 种 类 栋 幢 只 枚 起 支 批次 口 间 块 批 片 艘 款 架	thing	classifiers of things
    笔 段 袋 根 颗 册 件次 箱 架次 组 单 篇 层 本 棵 首 粒 章 档 床 株 羽 头 尾 匹 盏 顶 面	thing	classifiers of things
    幅 封 则 道 眼	thing	classifiers of things
    门 班 班次 列 车次 场 场次 次 届 轮 期 站 席 盒 瓶 桶 车 台套 台次 条次	thing	classifiers of things and events
    项次 件套 盘 宗次	thing	classifiers of things and events
    国 县 市 省 镇 村 乡 街道 社区 园 湖	administrative	places and bodies counted without a classifier
    河 厂 桥 井 集 院 校 馆 店	administrative	places and bodies counted without a classifier
    公里 千米 米 海里 厘米 毫米 微米 延米 公里长=公里 km=公里 Km=公里 KM=公里 m=米 cm=厘米 mm=毫米	length	lengths
    平方米 平方公里 平方千米 ㎡=平方米 平米=平方米 亩 公顷 平方=平方米 亩次 m2=平方米 m²=平方米 km2=平方公里 km²=平方公里 hm2=公顷 hm²=公顷 ha=公顷	area	areas
    立方米 立方=立方米 方 升 毫升 标方=立方米 立方公里 m3=立方米 m³=立方米	volume	volumes
    吨 公斤 千克 斤 克 毫克 微克 吨标准煤 吨标煤 标准煤吨 载重吨 总吨 吨公里 人公里 吨位 重量箱 标准吨 公担 t=吨 kg=公斤 担	mass	masses
    千瓦 兆瓦 瓦 吉瓦 马力 kW=千瓦 kw=千瓦 KW=千瓦 峰瓦 兆峰瓦 MW=兆瓦 GW=吉瓦 蒸吨 千伏安 兆伏安 万伏安	power	power
    千瓦时 千瓦小时=千瓦时 度 兆瓦时 千卡 大卡 吉焦 kWh=千瓦时 MWh=兆瓦时 GWh=吉瓦时 吉瓦时	energy	energy
    千伏 伏 万伏 kV=千伏 KV=千伏 kv=千伏	voltage	voltage: the size of a line or a station
    天 小时 分钟 秒 周 个工作日 工作日 个小时=小时 个昼夜	time	time spans
    个月 个多月=个月 个季度	month	months
    年 周年	year	years: mostly dates, sometimes how long
    岁 周岁	age	age
    分 分贝 摄氏度 ℃ PFlops EFlops PFLOPS=PFlops EFLOPS=EFlops G Gbps T TB PB Tbps Mbps	score	scores, temperatures, capacities
    标箱 标准箱 TEU=标箱 大箱	container	containers
    微克/立方米 毫克/升 毫克/立方米 微克/升 吨/日 立方米/日 公里/小时	concentration	quotients written with a stroke
    吨/年	concentration	quotients written with a stroke
    """,
    { sense($0) as UnitFamily? }
  ) { UnitSense(name: $0, family: $1) }

  /// 日 and 号 after a number are dates; these count days where a scale or 个 stands before.
  static let people = words(
    """
    贫困人口 人数 农村人口 人口 农民 农民工 群众	people that stand straight after a number, 人 人口=人 left out
    居民 学生 职工	people that stand straight after a number, 人 人口=人 left out
    劳动力 困难群众 移民 老人 老年人 残疾人 党员 教师	people that stand straight after a number, 人 left out
    对象 孩子 儿童 妇女 青年 旅客 游客 市民 村民 员工 患者	people that stand straight after a number, 人 left out
    人员 劳动者 从业者 家长 官兵 志愿者 贫困群众 城镇人口	people that stand straight after a number, 人 left out
    下岗职工 离退休人员 企业退休人员 企业离退休人员 参保人员	people that stand straight after a number, 人 left out
    困难职工 高校毕业生 毕业生 干部	people that stand straight after a number, 人 left out
    农户 贫困户 家庭 农村贫困人口 城乡居民 中小学生 流动人口	people that stand straight after a number, 人 left out
    从业人员 失业人员 富余人员 企业职工 受灾群众	people that stand straight after a number, 人 left out
    """
  )
}
