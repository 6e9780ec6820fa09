import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct AssertTests {
  private func failure(_ query: String) throws -> ScriptError {
    var ask = Asking(SampleRows.rows)
    return try #require(
      #expect(throws: ScriptError.self) { try ask.session.run(Source(query)) { _ in } })
  }

  @Test func rowsPassThroughUnchanged() throws {
    var ask = Asking(SampleRows.rows)
    let plain = try ask("indicators | where growth > 6% | sort growth desc")
    #expect(
      try ask(
        "indicators | where growth > 6% | sort growth desc | assert growth > 6%, \"more than six\"")
        == plain)
    #expect(
      try ask("指标 ｜ 筛选 增速 ＞ 6％ ｜ 断言 增速 ＞ 6％， “超过百分之六” ｜ 计数").contains("\n1 行；难定"))
    #expect(try ask("indicators | where false | assert false").hasSuffix("0 rows\n"))
  }

  @Test func failingAndUndecidedRowsStopTheScript() throws {
    // Of seven growths one is below zero, one open above and three missing.
    let error = try failure("indicators | assert growth > 8%")
    #expect(error.isFailedCheck && error.isRunTime && !error.isCancelled)
    let diagnostic = try #require(error.diagnostics.first)
    #expect(error.diagnostics.count == 1)
    #expect(diagnostic.code == .failedCheck)
    #expect(error.source.text(diagnostic.span) == "growth > 8%")
    #expect(
      diagnostic.message(in: .english)
        == "the condition does not hold of every row: 3 of 7 rows fail; undecided: 1 by bounds, 3 missing"
    )
    #expect(diagnostic.message(in: .chinese) == "条件并非对每一行都成立：7 行中 3 行不成立；难定：1 行因界，3 行缺失")
    #expect(diagnostic.suggestion == nil)
  }

  @Test func theMessageIsSaid() throws {
    let error = try failure(
      "indicators | where growth is exact | assert growth > 0%, \"growth fell\"")
    #expect(
      error.diagnostics.first?.message(in: .english) == "growth fell: 1 of 3 rows fails")
  }

  @Test func theFirstFailingRowsAreShown() throws {
    let error = try failure("indicators | select place, growth | assert growth > 6.5%")
    #expect(
      error.text() == """
        error[DJ0411]: the condition does not hold of every row: 2 of 7 rows fail; undecided: 3 missing
          ┌─ query:1:44
          │
        1 │ indicators | select place, growth | assert growth > 6.5%
          │                                            ^^^^^^^^^^^^^

        holds    place  growth
        ───────  ─────  ──────
        false    甲区     6.1%
        missing  乙区        –
        missing  甲区        –
        false    乙区      -3%
        missing  乙区        –
        5 rows

        """)
    let lines = error.json().split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.last?.hasPrefix(
        "{\"failing_rows\":[{\"holds\":false,\"place\":\"甲区\",\"growth\":{\"text\":\"6.1%\"")
        == true)
  }

  @Test func undecidedRowsSayWhy() throws {
    let error = try failure("indicators | select level | assert level > 700亿元")
    let shown = error.text().split(separator: "\n").map(String.init)
    for reason in ["false", "missing", "in another unit"] {
      #expect(shown.contains { $0.hasPrefix(reason) }, "\(shown)")
    }
    #expect(error.text(language: .chinese).contains("单位不同"))
    #expect(error.json().contains("{\"holds\":\"unit\""))
    let bounded = try failure("indicators | select growth | assert growth > 8%")
    #expect(bounded.text().contains("undecided by bounds   ≥7.5%"))
  }

  @Test func theColumnsOfTheConditionStayInANarrowTerminal() throws {
    let error = try failure(
      "indicators | where rank is missing | derive x = rank + 1 | assert x > 3 or share > 90%")
    let text = error.text(maximumWidth: 40)
    #expect(text.contains("\nmissing  "), "\(text)")
    let heading = text.split(separator: "\n").first { $0.hasPrefix("holds") }
    #expect(heading?.hasSuffix("  x") == true, "\(text)")
    #expect(text.contains("all missing, not shown: change, rank\n"))
  }

  @Test func noMoreThanTenRowsAreShown() throws {
    var ask = Asking(YearRows.rows((0..<25).map { ("地\($0)", 2021, "\($0)") }))
    let query = "indicators | sort level desc | assert level < 5亿元"
    let error = try #require(
      #expect(throws: ScriptError.self) { try ask.session.run(Source(query)) { _ in } })
    let rows = try #require(error.failingRows)
    #expect(rows.table.count == 10)
    #expect(rows.table[0, 1] == .text("地24") && rows.table[9, 1] == .text("地15"))
    #expect(error.diagnostics.first?.message(in: .english).contains("20 of 25 rows fail") == true)
  }

  @Test func whatOnlyBoundsLeaveOpenCanBeAdmitted() throws {
    var ask = Asking(SampleRows.rows)
    let query = "indicators | where nature == target and growth is present | assert growth > 8%"
    #expect(ask.mistakes(query) == ["DJ0411@growth > 8%"])
    let cured =
      "indicators | where nature == target and growth is present | assert possibly(growth > 8%)"
    #expect(ask.cures(query) == [cured])
    #expect(ask.mistakes(cured) == [])
  }

  @Test func answersBeforeItAreShownAndTheSessionGoesOn() throws {
    var ask = Asking(SampleRows.rows)
    var shown = 0
    #expect(throws: ScriptError.self) {
      try ask.session.run(
        Source(
          "let goal = 9%\nindicators | count\nindicators | assert growth > $goal\nfacts | count")
      ) { _ in shown += 1 }
    }
    #expect(shown == 1)
    #expect(
      try ask.column("growth", of: "indicators | where growth > goal - 2百分点") == ["7.1%", "≥7.5%"])
  }

  @Test func aCheckInALetIsMadeWhereItIsUsed() throws {
    var ask = Asking(SampleRows.rows)
    #expect(ask.mistakes("let good = indicators | assert growth > 8%") == [])
    #expect(ask.mistakes("good | count") == ["DJ0411@growth > 8%"])
  }

  @Test(arguments: [
    ("indicators | assert growth", ["DJ0304@growth"]),
    ("indicators | assert grwth > 1%", ["DJ0202@grwth"]),
    ("indicators | assert growth > 5人, \"x\"", ["DJ0301@>"]),
    ("indicators | assert sum(growth) > 5%", ["DJ0308@sum(growth)"]),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = Asking(SampleRows.rows)
    #expect(ask.mistakes(query) == expected)
  }

  @Test func itCanBeStopped() {
    var ask = Asking(SampleRows.rows)
    let error = #expect(throws: ScriptError.self) {
      try ask.session.run(Source("indicators | assert growth > 99%"), shouldStop: { true }) { _ in }
    }
    #expect(error?.isCancelled == true && error?.isFailedCheck == false)
  }
}
