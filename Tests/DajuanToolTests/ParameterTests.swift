import Testing

/// Parameters from the command line, from the REPL, and asked for.
@Suite struct ParameterTests {
  private static let script = """
    param year: period
    indicators | where period == $year and nature == target | count
    """

  private func count(_ arguments: String..., input: String = script) throws -> Filter {
    try Filter(arguments + ["--format", "csv"], input: Array(input.utf8), in: Sandbox())
  }

  @Test func givenOnTheCommandLine() throws {
    let run = try count("--param", "year=2022")
    #expect(run.ending == .exit(0))
    #expect(run.output == "count\n6\n")
    #expect(try count("--param", "year=2021").output == "count\n0\n")
    #expect(try count("--param", "year=2021", "--param", "year＝２０２２年").output == "count\n6\n")
  }

  @Test func ofEveryWayToRun() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.script, to: "goals.dj")
    let run = try Filter(["run", file, "--param", "year=2022", "--format", "csv"], in: sandbox)
    #expect(run.output == "count\n6\n")
    let query = try Filter(
      [
        "--param", "goal=5亿元", "--param", "word=重建", "--format", "csv",
        "-c", "param goal: 亿元; projects | where investment > $goal and name contains $word | count",
        "-c", "param word: text; projects | where name contains $word | count",
      ],
      in: sandbox)
    #expect(query.ending == .exit(2), "the second query declares what the first uses")
    let both = try Filter(
      [
        "--param", "goal=5亿元", "--param", "word=重建", "--format", "csv",
        "-c", "param goal: 亿元; param word: text", "-c",
        "projects | where investment > $goal and name contains $word | count",
      ],
      in: sandbox)
    #expect(both.output == "count\n1\n")
  }

  @Test func missingWithoutATerminal() throws {
    let run = try count()
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    #expect(run.errors.contains("error[DJ0256]: the parameter `year` has no value"))
    #expect(run.errors.contains("--param year=…"))
  }

  @Test func wrongValuesAndNames() throws {
    let value = try count("--param", "year=20x1")
    #expect(value.ending == .exit(2))
    #expect(value.errors.contains("error[DJ0350]: `20x1` is no literal, and cannot be a period"))
    let name = try count("--param", "yaer=2021")
    #expect(name.ending == .exit(64))
    #expect(name.errors.contains("there is no parameter yaer; did you mean year?"))
    let none = try count("--param", "year=2021", input: "facts | count")
    #expect(none.ending == .exit(64))
    #expect(none.errors.contains("the script declares none"))
    for argument in ["year", "=5"] {
      #expect(try count("--param", argument).ending == .exit(64))
    }
  }

  @Test func warningsStopNothing() throws {
    let run = try Filter(
      "-c", "def f(a, b) = a; reports | select x = f(1, 2)", "--format", "csv")
    #expect(run.ending == .exit(0))
    #expect(run.output == "x\n1\n")
    #expect(run.errors.hasPrefix("warning[DJ0258]"))
    let json = try Filter(
      "--diagnostics", "json", "-c", "def f(a, b) = a; reports | select x = f(1, 2)")
    #expect(json.errorLines.count == 1)
    #expect(json.errors.contains("\"severity\":\"warning\""))
  }

  // MARK: The REPL

  @Test func inTheRepl() throws {
    let repl = try Conversation(["--param", "least=5亿元"], in: Sandbox())
    #expect(try repl.ask(".param").first?.hasPrefix("there are no parameters; ") == true)
    #expect(try repl.ask("param least: money; param year: period = 2021").isEmpty)
    #expect(try repl.ask(".param") == ["least  money   5亿元", "year   period  2021"])
    #expect(
      try repl.ask("projects | where investment > $least and period == $year | count")
        .contains { $0.trimmed == "3" })
    #expect(try repl.ask(".param year 2022").isEmpty)
    #expect(try repl.ask("．参数 year") == ["year  period  2022"])
    #expect(
      try repl.ask("projects | where investment > $least and period == $year | count")
        .contains { $0.trimmed == "1" })
    #expect(
      try repl.ask(".param year soon") == ["`soon` is no literal, and cannot be a period"])
    #expect(
      try repl.ask(".param yaer 2021") == ["there is no parameter yaer; did you mean year?"])
    #expect(
      try repl.ask(".param place 甲区") == ["留给声明 place 的脚本"])
    #expect(try repl.ask("def rate(part, whole) = part / whole").isEmpty)
    #expect(try repl.ask(".help rate") == ["rate(part, whole) = part / whole"])
    #expect(try repl.ask("def f(a, b) = a").first?.hasPrefix("warning[DJ0258]") == true)
    #expect(try repl.ask("reports | select x = f(1, 2)").last == "1 row")
  }

  @Test func askedForInTheRepl() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.script, to: "goals.dj")
    let repl = try Conversation(in: sandbox)
    try repl.type(".read \(file)")
    try repl.end(expecting: "year (period):")
    try repl.press("soon")
    try repl.end(expecting: "year (period):")
    try repl.press("2022")
    let answer = try repl.end()
    #expect(answer.contains { $0.trimmed == "6" })
    // Ctrl-C gives it up; the value given before is kept for the next time.
    #expect(try repl.ask(".read \(file)").last == "1 row")
    try repl.type("param other: number; reports | select x = $other")
    let row = repl.screen.absoluteRow
    try repl.end(expecting: "other (number):")
    try repl.press("\u{3}")
    try repl.waitForPrompt(below: row + 1)
  }
}
