import Testing

/// A person at the keyboard: prompts, queries, corrections, ends.
@Suite struct ReplTests {
  @Test func greetsAsksAndLeaves() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(repl.screen.rows[0].hasPrefix("Dajuan 答卷"))
    #expect(repl.screen.rows[0].contains("51 facts"))
    #expect(repl.screen.rows[1].hasPrefix("Try: indicators |"))
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(repl.screen.unknown.isEmpty)
    #expect(try repl.leave() == .exit(0))
  }

  @Test func aChineseQueryInFullWidthPunctuation() throws {
    let repl = try Conversation(in: Sandbox())
    let answer = try repl.ask("项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序")
    let headings = answer[0].split(separator: " ")
    #expect(headings.contains("名称") && headings.contains("投资"))
    let row = try #require(answer.first { $0.contains("重大项目") })
    #expect(row.contains("375.1亿元"))
    let table = try #require(ShownTable(answer))
    let investment = try #require(table.headings.firstIndex(of: "投资"))
    #expect(
      table.rows.map { $0[investment] }.contains("375.1亿元"),
      "in line with its heading"
    )
    #expect(answer.contains { $0.hasPrefix("3 行") })
  }

  @Test func backspaceTakesAWholeChineseCharacter() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("指标｜计树木")
    #expect(repl.screen.column == 8 + 12)
    try repl.press("\u{7F}\u{7F}")
    try repl.waitForLine("指标｜计")
    #expect(repl.screen.column == 8 + 8)
    #expect(repl.screen.currentRow == "dajuan> 指标｜计", "nothing of what was deleted is left")
    let answer = try repl.ask("数")
    #expect(answer.first == "计数")
  }

  @Test func editingInTheMiddleOfChinese() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("项｜计数")
    try repl.press("\u{1B}[D\u{1B}[D\u{1B}[D")
    try repl.terminal.wait(for: "the cursor behind 项") { $0.column == 8 + 2 }
    try repl.press("目")
    try repl.waitForLine("项目｜计数")
    #expect(repl.screen.column == 8 + 4)
    // Home, End, the word before, the character under the cursor.
    try repl.press("\u{1}x\u{5}y")
    try repl.waitForLine("x项目｜计数y")
    try repl.press("\u{7F}\u{1}\u{4}")
    try repl.waitForLine("项目｜计数")
    #expect(try repl.end().first == "计数")
  }

  @Test func aLineThatStartsWithABarGoesOnFromTheLastQuery() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("indicators | where nature == target")
    let fewer = try repl.ask("| sort growth desc | take 2 | select name, growth")
    #expect(fewer.last == "2 rows")
    #expect(fewer.first?.split(separator: " ") == ["name", "growth"])
    let counted = try repl.ask("｜计数")
    #expect(counted.contains { $0.trimmed == "2" })
  }

  @Test func aBarWithNothingBeforeItIsAMistakeNotACrash() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask("| count").contains { $0.contains("error[DJ") })
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func aQueryOverSeveralLines() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask("facts |", expecting: Conversation.continuation).isEmpty)
    #expect(
      try repl.ask("where kind in (", expecting: Conversation.continuation).isEmpty
    )
    #expect(try repl.ask("indicator) |", expecting: Conversation.continuation).isEmpty)
    let answer = try repl.ask("count")
    #expect(answer.first == "count")
    #expect(answer.last == "1 row")
  }

  @Test func ctrlCDropsTheLine() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | nonsense")
    try repl.interrupt()
    #expect(repl.screen.transcript.contains("dajuan> facts | nonsense^C"))
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func ctrlCAtTheContinuationDropsTheWholeQuery() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts |", expecting: Conversation.continuation)
    try repl.type("where")
    try repl.interrupt()
    #expect(repl.screen.currentRow == Conversation.prompt)
    let answer = try repl.ask("projects | count")
    #expect(answer.first == "count", "nothing of the dropped line is left")
    #expect(try repl.leave() == .exit(0))
  }

  @Test func ctrlDLeavesOnlyOnAnEmptyLine() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts")
    try repl.press("\u{4}")
    #expect(try repl.ask(" | count").last == "1 row")
    #expect(try repl.leave() == .exit(0))
  }

  @Test func pastedLinesAreAllAnswered() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.press("facts | count\rprojects |\rcount\r项目 ｜ 计数\r")
    try repl.terminal.wait(for: "three answers and a prompt") { screen in
      screen.transcript.count { $0.hasPrefix("1 row") || $0.hasPrefix("1 行") } == 3
        && screen.currentRow == Conversation.prompt
    }
    #expect(repl.screen.transcript.contains("   51"))
  }

  @Test func emptyLinesAndCommentsAnswerNothing() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.end().isEmpty)
    #expect(try repl.ask("   ").isEmpty)
    #expect(try repl.ask("# a thought").isEmpty)
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func letLastsForTheSession() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask("let promised = indicators | where nature == target").isEmpty)
    #expect(try repl.ask("promised | take 3 | count").contains { $0.trimmed == "3" })
  }

  @Test func mistakesArePointedAtUnderWideCharacters() throws {
    let repl = try Conversation(in: Sandbox())
    let answer = try repl.ask("项目 ｜ 筛选 投姿 ≥ １００亿元")
    #expect(answer[0].hasPrefix("错误[DJ"))
    let line = try #require(answer.firstIndex { $0.contains("筛选") && $0.contains("│") })
    let caret = try #require(Screen.column(of: "^", in: answer[line + 1]))
    #expect(caret == Screen.column(of: "投姿", in: answer[line]))
    #expect(answer[line + 1].hasSuffix("^^^^") || answer[line + 1].contains("^^^^ "))
    #expect(answer.contains { $0.contains("投资") }, "the nearest name")
    #expect(try repl.ask("facts | count").last == "1 row", "the conversation goes on")
  }

  @Test func unitsThatDoNotFitAreBothLabelled() throws {
    let repl = try Conversation(["--lang", "en"], in: Sandbox())
    let answer = try repl.ask("projects | where total_investment > 1000人")
    #expect(answer[0].hasPrefix("error[DJ"))
    let line = try #require(answer.firstIndex { $0.contains("│ projects") })
    let marks = answer[line + 1]
    #expect(
      Screen.column(of: "────", in: marks) == Screen.column(of: "total_inv", in: answer[line])
    )
    #expect(Screen.column(of: "^", in: marks) == Screen.column(of: "> 1000", in: answer[line]))
  }

  @Test func theReplAnswersWhatTheCommandLineDoes() throws {
    let queries = [
      "facts | count",
      "indicators | where nature == target | sort growth desc",
      "indicators | where growth >= 8%",
      "indicators | where possibly(growth >= 8%)",
      "projects | where completed is present | derive rate = completed / count to %",
      "projects | summarize sum(investment) by period, nature",
      "measures | where period == 2021 | sort quantity desc",
      "measures | where period == 2022 and quantity is missing | select name, source",
      "honours | cite",
      "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序",
      "项目 ｜ 汇总 合计(投资) 按 期间, 性质",
      "facts | where value > 1000人 | describe",
    ]
    let repl = try Conversation(in: Sandbox(), width: 400, height: 60)
    for query in queries {
      let run = try Filter("-c", query)
      #expect(run.ending == .exit(0))
      #expect(run.lines.count > 3, "\(query) has an answer")
      #expect(try repl.ask(query) == run.lines)
    }
  }
}
