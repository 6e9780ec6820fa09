import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct RenderTests {
  private static var rows: LedgerRows {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "样本", characters: 3, facts: 0)]
    rows.sources = [
      SourceRow(report: 0, section: "一", statement: "句子。", lines: 3...4, pageLines: 9...9)
    ]
    rows.honours = [
      HonourRow(
        place: "甲区", name: "全国“双拥”模范,城", level: .national, period: Period(year: 2021),
        sources: [0]),
      HonourRow(place: nil, name: "a|b\"c\"\n\u{1B}[31m", level: nil, period: nil, sources: []),
    ]
    return rows
  }

  private func written(_ query: String, _ options: RenderOptions) throws -> String {
    var ask = Asking(Self.rows)
    ask.options = options
    return try ask(query)
  }

  @Test func tableAlignsWideCharacters() throws {
    #expect(
      try written("honours", RenderOptions()) == """
        place  name               level     period  source
        ─────  ─────────────────  ────────  ──────  ──────
        甲区   全国“双拥”模范,城  national  2021    样本:3
        –      a|b"c"␊␛[31m       –         –       –
        2 rows

        """)
  }

  @Test func chineseHeadingsFollowTheQueryOrTheOption() throws {
    let chinese = try written("荣誉 | 取 1 | 选取 名称, 层级", RenderOptions())
    #expect(chinese.hasPrefix("名称"))
    #expect(chinese.contains("国家级"))
    #expect(chinese.hasSuffix("1 行\n"))
    let asked = try written(
      "honours | take 1 | select name, level", RenderOptions(language: .chinese))
    #expect(asked == chinese)
    let english = try written(
      "荣誉 | 取 1 | 选取 名称, 层级", RenderOptions(format: .csv))
    #expect(english.hasPrefix("name,level\n"))
  }

  @Test func csvQuotes() throws {
    #expect(
      try written("honours | select name, level", RenderOptions(format: .csv)) == """
        name,level
        "全国“双拥”模范,城",national
        "a|b""c""
        \u{1B}[31m",

        """)
    #expect(
      try written("honours | select level", RenderOptions(format: .csv))
        == "level\nnational\n\"\"\n")
  }

  @Test func json() throws {
    #expect(
      try written(
        "honours | cite | select name, level, line, page_line", RenderOptions(format: .json))
          == """
          [{"name":"全国“双拥”模范,城","level":"national","line":"3–4","page_line":"9"},\
          {"name":"a|b\\"c\\"\\n\\u001b[31m","level":null,"line":null,"page_line":null}]

          """)
    #expect(
      try written("honours | count", RenderOptions(format: .jsonl)) == "{\"count\":2}\n")
  }

  @Test func theHintStaysOnOneLine() throws {
    var ask = Asking(SampleRows.rows)
    let text = try ask(
      """
      indicators | where growth > # the goal
        8% and
          growth is present
      """)
    #expect(text.contains("where possibly(growth > 8% and growth is present)\n"), "\(text)")
  }

  @Test func jsonQuantitiesKeepTheirBounds() throws {
    var ask = Asking(SampleRows.rows)
    ask.options.format = .jsonl
    #expect(
      try ask("indicators | where nature == target | select growth, share") == """
        {"growth":{"text":"≥7.5%","value":null,"lower":7.5,"upper":null,"unit":"%",\
        "bound":"at_least"},"share":null}
        {"growth":null,"share":{"text":"≤5.5%","value":null,"lower":null,"upper":5.5,"unit":"%",\
        "bound":"at_most"}}

        """)
  }

  @Test func markdownEscapes() throws {
    #expect(
      try written("honours | select name | skip 1", RenderOptions(format: .markdown)) == """
        | name |
        | --- |
        | a\\|b"c"␊␛\\[31m |

        1 row

        """)
  }

  @Test func aNarrowTerminalLosesNoWord() throws {
    let wide = try written("honours | cite", RenderOptions())
    let narrow = try written("honours | cite", RenderOptions(maximumWidth: 60))
    for character in "全国双拥模范城句子" {
      #expect(wide.contains(character))
      #expect(narrow.contains(character))
    }
    #expect(narrow.contains("all missing") == false)
  }

  @Test func columnsOfNothingGiveWay() throws {
    var ask = Asking(SampleRows.rows)
    ask.options.maximumWidth = 90
    let text = try ask("indicators | where growth is present")
    #expect(text.contains("all missing, not shown: change, share, rank"))
    ask.options.maximumWidth = nil
    #expect(!(try ask("indicators | where growth is present")).contains("not shown"))
  }

  @Test func footerToldToProgramsOnTheSide() throws {
    var ask = Asking(SampleRows.rows)
    var notes: [String?] = []
    try ask.session.run(Source("indicators | where growth > 8%")) { result in
      notes.append(result.note(RenderOptions(format: .csv)))
      notes.append(result.note(RenderOptions(format: .table)))
    }
    #expect(notes == ["undecided: 1 by bounds, 3 missing", nil])
  }

  @Test func diagnosticAsJSON() throws {
    var ask = Asking(SampleRows.rows)
    let source = Source(name: "a.dj", "指标 | 排序 增素")
    let error = #expect(throws: ScriptError.self) { try ask.session.run(source) { _ in } }
    let json = try #require(error?.diagnostics.first).json(in: source, language: .chinese)
    #expect(
      json == """
        {"code":"DJ0202","severity":"error","message":"此处没有列 `增素`","file":"a.dj","line":1,\
        "column":9,"start":16,"end":22,"labels":[],"suggestion":{"text":"是不是要写 `增速`？",\
        "edits":[{"replacement":"增速","line":1,"column":9,"start":16,"end":22}]}}
        """)
  }
}
