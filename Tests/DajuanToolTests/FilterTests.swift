import FoundationEssentials
import Testing

/// The tool without a terminal: queries in, answers out.
@Suite struct FilterTests {
  private static let query =
    "indicators | where nature == target | sort growth desc | take 2 | select name, growth"

  // MARK: Formats

  @Test func table() throws {
    let run = try Filter("-c", Self.query)
    #expect(run.ending == .exit(0))
    #expect(run.errors == "")
    #expect(
      run.lines == [
        "name                 growth", "──────────────────  ───────", "固定资产投资        10%以上",
        "社会消费品零售总额   9%以上", "2 rows",
      ]
    )
  }

  @Test func csv() throws {
    let run = try Filter("-c", Self.query, "--format", "csv")
    #expect(run.output == "name,growth\n固定资产投资,10%以上\n社会消费品零售总额,9%以上\n")
    #expect(run.ending == .exit(0))
  }

  private struct Row: Decodable {
    struct Growth: Decodable {
      let text: String
      let lower: Double?
      let upper: Double?
      let unit: String
      let bound: String
    }
    let name: String
    let growth: Growth?
  }

  @Test func json() throws {
    let run = try Filter("-c", Self.query, "--format", "json")
    let rows = try JSONDecoder().decode([Row].self, from: Data(run.output.utf8))
    #expect(rows.map(\.name) == ["固定资产投资", "社会消费品零售总额"])
    let growth = try #require(rows[0].growth)
    #expect(growth.text == "10%以上")
    #expect(growth.lower == 10 && growth.upper == nil)
    #expect(growth.unit == "%" && growth.bound == "at_least")
  }

  @Test func jsonLines() throws {
    let run = try Filter("-c", Self.query, "--format", "jsonl")
    let rows = try run.lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    #expect(rows.map(\.name) == ["固定资产投资", "社会消费品零售总额"])
    let none = try Filter("-c", "facts | take 0", "--format", "json")
    #expect(none.output == "[]\n")
  }

  @Test func markdown() throws {
    let run = try Filter("-c", Self.query, "--format", "markdown")
    #expect(
      run.lines == [
        "| name | growth |", "| --- | ---: |", "| 固定资产投资 | 10%以上 |", "| 社会消费品零售总额 | 9%以上 |",
        "", "2 rows",
      ]
    )
  }

  @Test func formatsForProgramsSayUndecidedRowsOnStandardError() throws {
    let run = try Filter("-c", "indicators | where growth >= 8% | select name", "--format", "csv")
    #expect(run.lines.count == 3)
    #expect(run.errors == "undecided: 3 by bounds, 3 missing\n")
    #expect(run.ending == .exit(0))
  }

  // MARK: Where queries come from

  @Test func severalQueries() throws {
    let run = try Filter("-c", "facts | count", "-c", "项目 ｜ 取 １ ｜ 计数", "--format", "csv")
    #expect(run.output == "count\n51\n\ncount\n1\n", "an empty line parts two tables")
    let json = try Filter("-c", "facts | count", "-c", "项目 ｜ 取 １ ｜ 计数", "--format", "json")
    #expect(json.lines == ["[{\"count\":51}]", "[{\"count\":1}]"], "a document a line")
  }

  @Test func aScriptFromStandardInput() throws {
    let script = """
      # What was promised, and how much of it.
      let promised = indicators | where nature == target
      promised | count
      项目
        ｜ 取 2
        ｜ 计数
      """
    let run = try Filter(input: script)
    #expect(run.ending == .exit(0))
    #expect(run.errors == "")
    #expect(
      run.lines == ["count", "─────", "    6", "1 row", "", "计数", "────", "   2", "1 行"],
      "each answer in the language of its query"
    )
  }

  @Test func noInputAtAll() throws {
    for input in ["", "\n\n", "# nothing\n"] {
      let run = try Filter(input: input)
      #expect(run.ending == .exit(0))
      #expect(run.output == "" && run.errors == "")
    }
  }

  @Test func aScriptFileWithAnInterpreterLine() throws {
    let sandbox = try Sandbox()
    let script = try sandbox.write(
      "#!/usr/bin/env -S dajuan run\nfacts | count\n",
      to: "count.dajuan"
    )
    let run = try Filter(["run", script], in: sandbox)
    #expect(run.lines.last == "1 row")
    #expect(run.ending == .exit(0))
    let piped = try Filter(
      ["run", "-", "--format", "csv"],
      input: Array("facts | count".utf8),
      in: sandbox
    )
    #expect(piped.output == "count\n51\n")
  }

  @Test func linesMayEndAsOnWindowsAndStartWithAByteOrderMark() throws {
    let run = try Filter("--format", "csv", input: "\u{FEFF}facts\r\n| count\r\n")
    #expect(run.output == "count\n51\n")
    #expect(run.ending == .exit(0))
  }

  @Test func aLargeScriptGoesInWhileAnswersComeOut() throws {
    // More than a pipe holds in both directions: neither side may wait for the other.
    let line = "reports # " + String(repeating: "答", count: 30) + "\n"
    let run = try Filter(
      ["--format", "csv"],
      input: Array(String(repeating: line, count: 1500).utf8),
      in: Sandbox()
    )
    #expect(run.ending == .exit(0))
    #expect(run.lines.count == 4499)
    #expect(run.output.utf8.count > 1 << 17)
  }

  // MARK: Reports

  private static let qinghe = """
    青河县政府工作报告
    2022年2月1日

    一、2021年工作回顾
    新修水渠37公里，完成投资1.6亿元。
    """

  @Test func otherReports() throws {
    let sandbox = try Sandbox()
    let first = try sandbox.write(Self.qinghe, to: "qinghe.txt")
    let second = try sandbox.write(
      Self.qinghe.replacing("37公里", with: "41公里"),
      to: "second.txt"
    )
    let run = try Filter(
      [
        "-l", first, "-l", second, "--format", "csv", "-c",
        "facts | where unit == \"公里\" | select report, value, period",
      ],
      in: sandbox
    )
    #expect(run.output == "report,value,period\nqinghe,37公里,2021\nsecond,41公里,2021\n")
  }

  private struct Fact: Decodable {
    let surface: String
    let start: Int
    let end: Int
    let line: Int
    let value: String?
    let unit: String
    let nature: String
    let period: String?
    let rule: String
  }

  @Test func extractPrintsFactsAsJSONLines() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.qinghe, to: "qinghe.txt")
    let run = try Filter(["extract", file], in: sandbox)
    #expect(run.ending == .exit(0))
    let facts = try run.lines.map { try JSONDecoder().decode(Fact.self, from: Data($0.utf8)) }
    #expect(facts.map(\.surface) == ["37公里", "1.6亿元"])
    #expect(facts.map(\.value) == ["37", "160000000"])
    #expect(facts.map(\.unit) == ["公里", "元"])
    #expect(facts.allSatisfy { $0.line == 5 && $0.nature == "actual" && !$0.rule.isEmpty })
    // The offsets are into the text as given, in scalars.
    let scalars = Array(Self.qinghe.unicodeScalars)
    for fact in facts {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[fact.start..<fact.end])
      #expect(String(text) == fact.surface)
    }
  }

  @Test func extractTakesTheYearAndReadsStandardInput() throws {
    let run = try Filter(
      "extract",
      "--year",
      "2019",
      "-",
      input: "一、去年工作回顾\n新修水渠37公里。\n"
    )
    let fact = try JSONDecoder().decode(Fact.self, from: Data(run.output.utf8))
    #expect(fact.period == "2018")
  }

  @Test func extractGoesOnAfterAFileThatIsNotThere() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.qinghe, to: "qinghe.txt")
    let missing = sandbox / "missing.txt"
    let run = try Filter(["extract", missing, file], in: sandbox)
    #expect(run.ending == .exit(3))
    #expect(run.errors == "dajuan: \(missing): No such file or directory\n")
    #expect(run.lines.count == 2)
  }

  // MARK: Languages and colours

  @Test func theLanguageIsTheQuerysUnlessChosen() throws {
    let query = "指标 ｜ 取 １ ｜ 选取 名称, 性质"
    #expect(try Filter("-c", query).lines[0].split(separator: " ") == ["名称", "性质"])
    let english = try Filter("-c", query, "--lang", "en")
    #expect(english.lines[0].split(separator: " ") == ["name", "nature"])
    #expect(english.lines.last == "1 row")
    let chinese = try Filter("-c", "indicators | take 1 | select name, nature", "--lang", "zh")
    #expect(chinese.lines[0].split(separator: " ") == ["名称", "性质"])
    #expect(chinese.lines[2].hasSuffix("实绩"))
    #expect(chinese.lines.last == "1 行")
  }

  @Test func mistakesSpeakTheChosenLanguage() throws {
    #expect(try Filter("-c", "fats").errors.hasPrefix("error[DJ"))
    #expect(try Filter("-c", "fats", "--lang", "zh").errors.hasPrefix("错误[DJ"))
    #expect(try Filter("-c", "指标 ｜ 筛", "--lang", "en").errors.hasPrefix("error[DJ"))
    #expect(try Filter("-c", "指标 ｜ 筛").errors.hasPrefix("错误[DJ"))
  }

  @Test func aUnitInChineseDoesNotMakeAnEnglishQueryChinese() throws {
    let run = try Filter("-c", "projects | where total_investment > 1000人")
    #expect(run.errors.hasPrefix("error[DJ"))
  }

  @Test func aFilterIsPlainUnlessColourIsWanted() throws {
    let escape = Character("\u{1B}")
    #expect(try !Filter("-c", "facts | count").output.contains(escape))
    #expect(try !Filter("-c", "fats").errors.contains(escape))
    #expect(try Filter("-c", "facts | count", "--color", "always").output.contains(escape))
    #expect(try Filter("-c", "fats", "--color", "always").errors.contains(escape))
    // What is asked for on the command line outweighs the environment.
    let both = try Filter(
      "-c",
      "facts | count",
      "--color",
      "always",
      environment: ["NO_COLOR": "1"]
    )
    #expect(both.output.contains(escape))
  }
}
