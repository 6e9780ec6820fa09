extension Vocabulary {
  static let entities: [VocabularyEntry] = [
    entity("reports", "报告", "one document a row", "每行一份报告"),
    entity("facts", "事实", "one quantity as written a row", "每行一个原文数量"),
    entity("indicators", "指标", "one statistic of a place in a period a row", "每行一地一期的一项统计"),
    entity("projects", "项目", "a project, or a batch counted as one, a row", "每行一个或一批项目"),
    entity(
      "measures",
      "民生",
      "something done or promised for people's livelihood a row",
      "每行一件已办或承诺的民生事项"
    ),
    entity("honours", "荣誉", "an award, rank or title a row", "每行一项荣誉、位次或称号"),
  ]

  static let columns: [VocabularyEntry] = [
    // Of one entity.
    column("id", "编号", reports, "the document's short name", "报告的短名"),
    column("title", "标题", reports, "the document's title", "报告标题"),
    column("date", "日期", reports, "when it was delivered", "作报告的日期"),
    column("reviewed", "回顾期", reports, "the period it reviews", "所回顾的期间"),
    column("planned", "计划期", reports, "the period it plans", "所计划的期间"),
    column("characters", "字数", reports, "how long it is", "篇幅"),
    column("facts", "事实数", reports, "how many quantities it has", "所含数量的个数"),
    column("report", "报告", facts, "the document", "所在报告"),
    column("section", "章节", facts, "the heading it stands under", "所在标题"),
    column("kind", "类别", facts, "project, indicator, livelihood or other", "项目、指标、民生或其他"),
    column("subject", "主体", facts, "what it is about", "所说的对象"),
    column("measure", "度量", facts, "what of the subject is measured", "对象的何种度量"),
    column("role", "角色", facts, "level, growth, change, share and so on", "总量、增速、增减、占比等"),
    column("value", "数值", facts, "the quantity", "数量"),
    column(
      "unit",
      "单位",
      facts + describe,
      "its unit; 万 and 亿 are counted into the number",
      "单位，万、亿已计入数中"
    ),
    column("bound", "界", facts, "how exactly it was said", "说得多确切"),
    column("text", "原文", facts, "the words of the report", "报告的原话"),
    column("growth", "增速", indicators, "the change in per cent", "以百分比计的变化"),
    column(
      "change",
      "增减",
      indicators,
      "the change in amount, or in percentage points",
      "绝对变化，或百分点之差"
    ),
    column("share", "占比", indicators, "the share of a whole", "占整体的比重"),
    column("rank", "位次", indicators, "the place in an order", "名次"),
    column("area", "板块", projects, "the part of the place it belongs to", "所属板块"),
    column("threshold", "门槛", projects, "the least size of those counted", "计入者的最小规模"),
    column("started", "开工", projects, "how many were begun", "开工数"),
    column("completed", "完工", projects, "how many were finished", "完工数"),
    column("total_investment", "总投资", projects, "the money over the whole life", "全程投资额"),
    column("investment", "投资", projects, "the money of the period", "当期投资额"),
    column("category", "领域", measures, "the field of livelihood", "民生领域"),
    column("coverage", "覆盖率", measures, "the share reached", "覆盖的比例"),
    column("beneficiaries", "受益人数", measures, "how many people it reaches", "惠及的人数"),

    // Of several.
    column(
      "place",
      "地区",
      reports + facts + indicators + projects + measures + honours + track,
      "whose report it is",
      "所属地区"
    ),
    column(
      "name",
      "名称",
      indicators + projects + measures + honours + track,
      "what it is called",
      "名称"
    ),
    column("level", "层级", reports + honours, "national, province, city or county", "国家级、省级、市级或县级"),
    column("level", "总量", indicators, "the amount", "总额或总数"),
    column("count", "数量", projects, "how many", "个数"),
    column("quantity", "数量", measures, "how much", "多少"),
    column("nature", "性质", facts + indicators + projects + measures, "actual or target", "实绩或目标"),
    column(
      "force",
      "力度",
      facts + indicators + projects + measures + track,
      "how strongly it was put",
      "说得多有力"
    ),
    column(
      "period",
      "期间",
      facts + indicators + projects + measures + honours + track,
      "the time it is of",
      "所属时间"
    ),
    column(
      "source",
      "出处",
      facts + indicators + projects + measures + honours + track,
      "where it stands in the document",
      "在报告中的位置"
    ),

    // Made by `track`.
    column("measure", "度量", track, "which figure is promised", "所承诺的是何种度量"),
    column("target", "目标", track, "what was promised", "所承诺的数量"),
    column(
      "implied",
      "推算",
      track,
      "the level a promised growth comes to on the year before",
      "按目标增速与上年总量推算的总量"
    ),
    column("actual", "实绩", track, "what was reported", "所报的数量"),
    column("basis", "口径", track, "which figure it was held against", "与何种度量对照"),
    column("status", "状态", track, "met, missed, undecided or pending", "达成、未达、难定或待报"),
    column(
      "gap",
      "差距",
      track,
      "how far the outcome is beyond the target; negative where it falls short",
      "超出目标多少，未达为负"
    ),
    column("actual_source", "实绩出处", track, "where the outcome stands", "实绩在报告中的位置"),

    // Made by `cite`.
    column("statement", "语句", cite, "the sentence a row rests on", "该行所依据的语句"),
    column("line", "行", cite, "its lines in the document", "语句在报告中的行"),
    column("page_line", "源页行", cite, "its lines on the page it was taken from", "语句在来源网页中的行"),

    // Made by `describe`.
    column("column", "列", describe, "the column's name", "列名"),
    column("type", "类型", describe, "what sort of values it has", "值的类型"),
    column("present", "有值", describe, "how many rows have a value", "有值的行数"),
    column("missing", "缺失", describe, "how many rows have none", "缺失的行数"),
    column("distinct", "不同值", describe, "how many values differ", "不同的值的个数"),
    column("lowest", "最小", describe, "the least value", "最小的值"),
    column("highest", "最大", describe, "the greatest value", "最大的值"),

    // Made by `count` and `assert`.
    column("count", "计数", count, "how many rows there are", "行数"),
    column("holds", "成立", assertion, "whether the condition holds, of rows that fail", "未通过的行是否成立"),
  ]

  private static let reports = ["reports"]
  private static let facts = ["facts"]
  private static let indicators = ["indicators"]
  private static let projects = ["projects"]
  private static let measures = ["measures"]
  private static let honours = ["honours"]
  private static let track = ["track"]
  private static let cite = ["cite"]
  private static let describe = ["describe"]
  private static let count = ["count"]
  private static let assertion = ["assert"]

  private static func entity(
    _ english: String,
    _ chinese: String,
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(.entity, english, chinese, gloss: Bilingual(glossEnglish, glossChinese))
  }

  private static func column(
    _ english: String,
    _ chinese: String,
    _ scope: [String],
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .column,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      scope: scope
    )
  }
}
