import Testing

/// The commands of the REPL itself.
@Suite struct DotCommandTests {
  private static let report = """
    青河县政府工作报告
    2022年2月1日

    一、2021年工作回顾
    新修水渠37公里，完成投资1.6亿元。
    村级图书室建成58个。

    二、2022年工作安排
    地区生产总值增长6.5%以上。
    """

  @Test func helpGivesAnOverview() throws {
    let repl = try Conversation(in: Sandbox(), height: 60)
    let text = try repl.ask(".help").joined(separator: "\n")
    for word in ["indicators", "summarize", ".tour", ".help commands", ".quit", "Tab"] {
      #expect(text.contains(word))
    }
    let chinese = try repl.ask(".帮助").joined(separator: "\n")
    #expect(chinese.contains("一条查询从一张表开始"))
  }

  @Test func helpOnAWordInBothLanguages() throws {
    let repl = try Conversation(in: Sandbox())
    let english = try repl.ask(".help where")
    #expect(english.first?.hasPrefix("where  筛选") == true)
    #expect(english.contains { $0.contains("example:") })
    let chinese = try repl.ask(".help 筛选")
    #expect(chinese.first?.hasPrefix("where  筛选") == true)
    #expect(chinese.contains { $0.contains("例：") })
    #expect(try repl.ask(".help wher").contains { $0.contains("where") })
    #expect(try repl.ask(".help .mode").first?.hasPrefix(".mode") == true)
  }

  @Test func tablesWithTheirRows() throws {
    let repl = try Conversation(in: Sandbox())
    let lines = try repl.ask(".tables")
    #expect(lines.count == 6)
    #expect(lines.contains { $0.hasPrefix("facts") && $0.contains("事实") && $0.contains(" 51 ") })
    #expect(try repl.ask("．表").count == 6, "a full-width dot is a dot")
  }

  @Test func schemaOfATable() throws {
    let repl = try Conversation(in: Sandbox(), height: 100)
    let lines = try repl.ask(".schema projects")
    #expect(lines.count == 13)
    #expect(lines.allSatisfy { $0.hasPrefix("projects.") })
    #expect(lines.contains { $0.contains("projects.total_investment") && $0.contains("总投资") })
    #expect(try repl.ask(".schema 项目").count == 13)
    #expect(try repl.ask(".schema").count > 60)
    #expect(
      try repl.ask(".schema project") == ["there is no table project; did you mean projects?"]
    )
  }

  @Test func modeAndBack() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask(".mode").first?.hasPrefix("table;") == true)
    #expect(try repl.ask(".mode csv").isEmpty)
    #expect(try repl.ask("facts | count") == ["count", "51"])
    #expect(try repl.ask(".mode jsonl").isEmpty)
    #expect(try repl.ask("facts | count") == ["{\"count\":51}"])
    #expect(try repl.ask(".格式 table").isEmpty)
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.ask(".mode cvs") == ["mode cannot be cvs; did you mean csv?"])
  }

  @Test func aBlockARowFoldsAtTheWindow() throws {
    let repl = try Conversation(in: Sandbox(), width: 40, height: 60)
    #expect(try repl.ask(".格式 竖排").isEmpty)
    let answer = try repl.ask("荣誉 ｜ 出处 ｜ 取 2")
    #expect(answer.last == "2 行")
    try Screen.expect(answer, "line-40-zh")
    // The number is the one that .cite counts by.
    #expect(try repl.ask(".出处 2").first?.hasPrefix("第 2 行") == true)
    #expect(try repl.ask(".mode").first?.hasPrefix("line;") == true)
  }

  @Test func openAnswersFromAnotherReport() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.report, to: "青河 2022.txt")
    let repl = try Conversation(in: sandbox)
    let opened = try repl.ask(".open \"\(file)\"")
    #expect(opened == ["opened \(file): 1 report, 4 facts"])
    let projects = try repl.ask("facts | where value == 37公里 | select subject, value, period")
    #expect(projects.contains { $0.contains("37公里") && $0.contains("2021") })
    #expect(try repl.ask("reports").contains { $0.contains("青河 2022") })
    // Without a file, back to the bundled one.
    #expect(try repl.ask(".open").first?.contains("51 facts") == true)
  }

  @Test func aFileThatIsNotThereKeepsTheLedger() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.report, to: "qinghe.txt")
    let repl = try Conversation(in: sandbox)
    try repl.ask(".open \(file)")
    let missing = sandbox / "nowhere.txt"
    #expect(try repl.ask(".open \(missing)") == ["\(missing): No such file or directory"])
    let refused = try repl.ask(".open \(sandbox.path)")
    #expect(refused.first == "\(sandbox.path): not a ledger: there is no ledger.json in it")
    let advice = refused.dropFirst().joined(separator: " ")
    #expect(advice.contains(".ingest \(sandbox.path) --into mine"))
    #expect(try repl.ask("facts | count").contains { $0.trimmed == "4" })
  }

  @Test func readRunsAScriptInTheSession() throws {
    let sandbox = try Sandbox()
    let script = try sandbox.write(
      "#!/usr/bin/env -S dajuan run\nlet goals = indicators | where nature == target\ngoals | count\n",
      to: "goals.dajuan"
    )
    let repl = try Conversation(in: sandbox)
    #expect(try repl.ask(".read \(script)").last == "1 row")
    #expect(try repl.ask("goals | take 1 | count").contains { $0.trimmed == "1" })
    let missing = sandbox / "no.dajuan"
    #expect(try repl.ask(".read \(missing)") == ["\(missing): No such file or directory"])
    #expect(try repl.ask(".read") == [".read needs a file"])
  }

  @Test func aScriptWithAMistakeRunsNotAtAll() throws {
    let sandbox = try Sandbox()
    let script = try sandbox.write("facts | count\nfats\n", to: "bad.dajuan")
    let repl = try Conversation(in: sandbox)
    let answer = try repl.ask(".read \(script)")
    #expect(answer.first?.hasPrefix("error[DJ") == true)
    #expect(answer.contains { $0.hasSuffix("bad.dajuan:2:1") })
    #expect(!answer.contains("1 row"))
  }

  @Test func anUnknownCommandNamesTheNearest() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask(".tabels") == ["there is no command .tabels; did you mean .tables?"])
    #expect(try repl.ask(".led") == ["there is no command .led; did you mean .ledger?"])
    #expect(try repl.ask(".帮") == ["没有命令 .帮；是不是要写 .帮助？"])
    #expect(try repl.ask(".xyzzy").first?.hasPrefix("there is no command .xyzzy") == true)
    #expect(try repl.ask(".格十") == ["没有命令 .格十；是不是要写 .格式？"])
    #expect(try repl.ask(".结构 项木") == ["没有表 项木；是不是要写 项目？"])
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func moreThanACommandTakesIsRefused() throws {
    let repl = try Conversation(in: Sandbox())
    for command in [".tour now", ".tables x", ".ledger x", ".quit now"] {
      let word = command.split(separator: " ")[0]
      #expect(try repl.ask(command) == ["\(word) takes nothing behind it"])
    }
    #expect(try repl.ask(".cite 1 2") == ["that is too much: .cite [row]"])
    #expect(try repl.ask(".导览 快") == [".导览 后面不写别的"])
    #expect(try repl.ask(".set rows 40 50") == ["that is too much: .set [name [value]]"])
  }

  @Test func aChineseCommandIsAnsweredInChinese() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    let missing = sandbox / "no.dj"
    #expect(try repl.ask(".打开 \(missing)") == ["\(missing)：没有这个文件或文件夹"])
    #expect(try repl.ask(".读取 \(missing)") == ["\(missing)：没有这个文件或文件夹"])
    #expect(try repl.ask(".输出 /").first == "/：是文件夹，不是文件")
    #expect(try repl.ask(".读取") == [".读取 需要文件名"])
    #expect(try repl.ask(".结构 甲乙丙") == ["没有表 甲乙丙；见 .表"])
    #expect(try repl.ask(".参数 甲乙丙") == ["没有参数 甲乙丙；脚本没有声明参数"])
    #expect(try repl.ask(".参数").first?.hasPrefix("没有参数；") == true)
    #expect(try repl.ask(".天地玄黄") == ["没有命令 .天地玄黄；见 .帮助"])
  }

  @Test(arguments: [".quit", ".退出", ".exit"]) func leaving(_ command: String) throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type(command)
    try repl.press("\r")
    #expect(try repl.terminal.waitForEnd() == .exit(0))
  }
}
