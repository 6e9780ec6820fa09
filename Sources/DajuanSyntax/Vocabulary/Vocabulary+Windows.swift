extension Vocabulary {
  /// The functions of `derive` that look at other rows of a row's group.
  static let windows: [VocabularyEntry] = [
    window(
      "lag",
      "前值",
      "x, n?",
      "the value in the row before, or n rows before",
      "前一行的值，或前 n 行的值",
      "indicators | derive before = lag(level) by name sort period"
    ),
    window(
      "lead",
      "后值",
      "x, n?",
      "the value in the row after, or n rows after",
      "后一行的值，或后 n 行的值",
      "indicators | derive next = lead(level) by name sort period"
    ),
    window(
      "rank",
      "名次",
      "",
      "the place in the order, equals sharing one: 1, 1, 3",
      "按排序的名次，相等者并列：1、1、3",
      "indicators | derive place_of = rank() by nature sort growth desc"
    ),
    window(
      "row_number",
      "行号",
      "",
      "the number of the row in its group, from 1",
      "组内行号，首行为 1",
      "facts | derive n = row_number() by kind"
    ),
    window(
      "running_sum",
      "累计",
      "x",
      "the total up to this row",
      "到本行为止的合计",
      "projects | derive so_far = running_sum(investment) by period sort investment"
    ),
    window(
      "share_of",
      "占比",
      "x",
      "x as a share of the total of its group, in %",
      "占本组合计的百分比",
      "projects | derive part = share_of(investment) by period, nature"
    ),
  ]

  private static func window(
    _ english: String,
    _ chinese: String,
    _ parameters: String,
    _ glossEnglish: String,
    _ glossChinese: String,
    _ example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .window,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      signature: Bilingual("\(english)(\(parameters))", "\(chinese)(\(parameters))"),
      example: example
    )
  }
}
