extension Vocabulary {
  static let values: [VocabularyEntry] = [
    value("kind", "project", "项目", "construction, investment, works", "建设与投资"),
    value("kind", "indicator", "指标", "statistics of a place", "一地的统计"),
    value("kind", "livelihood", "民生", "people's livelihood", "民生事项"),
    value("kind", "other", "其他", "anything else", "其余"),

    value("nature", "actual", "实绩", "what was done", "已做到"),
    value("nature", "target", "目标", "what is promised", "所承诺"),

    value("force", "achieved", "实绩", "reported as done", "已完成"),
    value("force", "estimated", "预计", "an estimate of what was done", "对已做到的估计"),
    value("force", "target", "目标", "a plain target", "一般目标"),
    value("force", "strive", "力争", "to be striven for", "力争做到"),
    value("force", "ensure", "确保", "to be ensured", "确保做到"),
    value("force", "plan", "计划", "planned", "计划做到"),

    value("role", "level", "总量", "an amount", "总额或总数"),
    value("role", "growth", "增速", "a change in per cent", "以百分比计的变化"),
    value("role", "change", "增减", "a change in amount, or in points", "绝对变化或百分点"),
    value("role", "share", "占比", "a share of a whole", "占整体的比重"),
    value("role", "multiple", "倍数", "a multiple", "几倍"),
    value("role", "ratio", "比例", "a ratio of several parts", "几方之比"),
    value("role", "rank", "位次", "a place in an order", "名次"),
    value("role", "threshold", "门槛", "the least size of those counted", "计入者的最小规模"),
    value("role", "enumerator", "计数", "the number of items a list announces", "列举之前报出的个数"),
    value("role", "duration", "时长", "how long something takes", "历时"),

    value("bound", "exact", "确切", "the number as it is", "就是这个数"),
    value("bound", "at_least", "至少", "this or more", "不少于"),
    value("bound", "more_than", "超过", "more than this", "多于"),
    value("bound", "at_most", "至多", "this or less", "不多于"),
    value("bound", "less_than", "不足", "less than this", "少于"),
    value("bound", "about", "左右", "near this", "约为"),
    value("bound", "range", "区间", "between two numbers", "两数之间"),

    value("level", "national", "国家级", "of the state", "国家"),
    value("level", "province", "省级", "of a province", "省"),
    value("level", "city", "市级", "of a city", "市"),
    value("level", "county", "县级", "of a county or district", "县、区"),

    value("status", "met", "达成", "every possible outcome keeps the promise", "所报实绩必定达到目标"),
    value("status", "missed", "未达", "no possible outcome keeps the promise", "所报实绩必定未达目标"),
    value("status", "undecided", "难定", "what was said decides neither way", "所报不足以判定"),
    value("status", "pending", "待报", "nothing was reported yet", "尚未报告"),

    value("measure", "level", "总量", "the amount", "总额或总数"),
    value("measure", "growth", "增速", "the change in per cent", "以百分比计的变化"),
    value("measure", "change", "增减", "the change in amount, or in percentage points", "绝对变化或百分点"),
    value("measure", "share", "占比", "the share of a whole", "占整体的比重"),
    value("measure", "rank", "位次", "the place in an order", "名次"),
    value("measure", "count", "个数", "how many projects", "项目个数"),
    value("measure", "started", "开工", "how many were begun", "开工数"),
    value("measure", "completed", "完工", "how many were finished", "完工数"),
    value("measure", "total_investment", "总投资", "the money over the whole life", "全程投资额"),
    value("measure", "investment", "投资", "the money of the period", "当期投资额"),
    value("measure", "quantity", "数量", "how much was done", "办了多少"),
    value("measure", "coverage", "覆盖率", "the share reached", "覆盖的比例"),
    value("measure", "beneficiaries", "受益人数", "how many people it reaches", "惠及的人数"),
    value("measure", "implied", "推算", "the level a growth comes to on its base", "按增速与基数推算的总量"),
  ]

  private static func value(
    _ enumeration: String,
    _ english: String,
    _ chinese: String,
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .value,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      scope: [enumeration]
    )
  }

  /// Units a query may name. The ledger knows their sizes, and takes any other word for a
  /// classifier; the lexer needs these to tell `5 km` and `元/人` from a number and a name.
  static let units: [VocabularyEntry] = [
    unit("%", "%", also: ["percent"], "one in a hundred", "百分之一"),
    unit("‰", "‰", also: ["permille"], "one in a thousand", "千分之一"),
    unit("pp", "百分点", also: ["个百分点"], "percentage points", "百分比之差"),
    unit("yuan", "元", "money", "人民币"),
    unit("m", "米", "length", "长度"),
    unit("km", "公里", also: ["千米"], "length", "长度"),
    unit("m2", "平方米", also: ["㎡", "平米"], "area", "面积"),
    unit("km2", "平方公里", also: ["平方千米"], "area", "面积"),
    unit("ha", "公顷", "area", "面积"),
    unit("mu", "亩", "area, a fifteenth of a hectare", "面积"),
    unit("m3", "立方米", "volume", "体积"),
    unit("kg", "千克", also: ["公斤"], "mass", "质量"),
    unit("t", "吨", "mass", "质量"),
    unit("kW", "千瓦", "power", "功率"),
    unit("kWh", "千瓦时", also: ["度"], "energy", "电量"),
    unit("kV", "千伏", "voltage", "电压"),
    unit("people", "人", also: ["名"], "people", "人数"),
    unit("households", "户", also: ["household"], "households", "户数"),
    unit("times", "倍", "multiples", "倍数"),
    unit("人次", "人次", "visits", "人数乘次数"),
    unit("个", "个", "things", "个数"),
    unit("家", "家", "firms", "企业等"),
    unit("所", "所", "schools", "学校等"),
    unit("条", "条", "roads", "道路等"),
    unit("处", "处", "places", "场所等"),
    unit("座", "座", "buildings", "建筑等"),
    unit("项", "项", "items", "事项等"),
    unit("套", "套", "flats, sets", "房屋等"),
    unit("张", "张", "beds, sheets", "床位等"),
    unit("件", "件", "pieces", "物件等"),
    unit("台", "台", "machines", "设备等"),
    unit("辆", "辆", "vehicles", "车辆"),
    unit("小时", "小时", "time", "时间"),
    unit("天", "天", "time", "时间"),
    unit("月", "月", also: ["个月"], "time", "时间"),
    unit("季度", "季度", "time", "时间"),
    unit("年", "年", "time", "时间"),
  ]

  private static func unit(
    _ english: String,
    _ chinese: String,
    also alternatives: [String] = [],
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .unit,
      english,
      chinese,
      alternatives,
      gloss: Bilingual(glossEnglish, glossChinese)
    )
  }
}
