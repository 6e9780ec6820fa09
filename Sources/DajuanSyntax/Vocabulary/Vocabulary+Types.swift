extension Vocabulary {
  /// The types a `param` may have, besides units.
  static let types: [VocabularyEntry] = [
    type("number", "数", "a number without a unit", "不带单位的数"),
    type("text", "文本", "words; from outside they need no quotes", "文字，由外部给定时不用引号"),
    type("period", "期间", "a year, quarter, month, day or a stretch of them", "年、季、月、日或一段时间"),
    type("truth", "真假", "true or false", "真或假"),
    type("money", "金额", "an amount of money of any currency", "任何货币的金额"),
    type("percent", "百分比", "a percentage", "百分比"),
    type("kind", "类别", "project, indicator, livelihood or other", "项目、指标、民生或其他"),
    type("nature", "性质", "actual or target", "实绩或目标"),
    type("force", "力度", "how strongly a fact is put", "说得多坚决"),
    type("role", "角色", "what a number does for its subject", "数在事实中的作用"),
    type("bound", "界", "how exactly a number was said", "说得多确切"),
    type("level", "层级", "national, province, city or county", "国家级、省级、市级或县级"),
  ]

  private static func type(
    _ english: String,
    _ chinese: String,
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(.type, english, chinese, gloss: Bilingual(glossEnglish, glossChinese))
  }
}
