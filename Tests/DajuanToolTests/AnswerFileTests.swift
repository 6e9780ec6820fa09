import Glibc
import Testing

/// Answers that go to a file: `.output`, `.once`, and the formats of the command line.
@Suite struct AnswerFileTests {
  @Test func answersGoToAFileUntilTheyComeBack() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "答案.csv"
    let repl = try Conversation(in: sandbox)
    #expect(try repl.ask(".output \(file)").isEmpty)
    #expect(sandbox.files.contains("答案.csv") == false, "nothing is answered yet")
    #expect(try repl.ask("facts | count") == ["1 row → \(file)"])
    #expect(try Sandbox.read(file) == "count\n51\n")
    #expect(try repl.ask("指标 | 计数") == ["1 行 → \(file)"])
    // A mistake is the person's, and leaves the file alone.
    #expect(try repl.ask("fats").first?.hasPrefix("error[") == true)
    #expect(try Sandbox.read(file) == "count\n51\n\ncount\n8\n")
    #expect(try repl.ask(".output").isEmpty)
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.leave() == .exit(0))
    #expect(sandbox.files == ["答案.csv"])
  }

  @Test func theCommandLineOfAConversationNamesAFile() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "a.csv"
    let repl = try Conversation(["--output", file], in: sandbox)
    let greeting = repl.screen.transcript
    #expect(greeting.contains("answers go to \(file); .output brings them back"))
    #expect(try repl.ask("facts | count") == ["1 row → \(file)"])
    #expect(try repl.ask(".output").isEmpty)
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try Sandbox.read(file) == "count\n51\n")
  }

  @Test func aNameWithBlanksIsOneFile() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    let file = sandbox / "two words.csv"
    try repl.ask(".once \(file)")
    #expect(try repl.ask("facts | count") == ["1 row → \(file)"])
    #expect(sandbox.files == ["two words.csv"])
    let script = try sandbox.write("facts | count", to: "a script.dj")
    #expect(try repl.ask(".read \(script)").last == "1 row")
  }

  @Test func onceIsForOneAnswer() throws {
    let sandbox = try Sandbox()
    let (page, chart) = (sandbox / "a.html", sandbox / "c.svg")
    let repl = try Conversation(in: sandbox)
    try repl.ask(".一次 \(page)")
    #expect(try repl.ask("honours | take 2") == ["2 rows → \(page)"])
    #expect(try Sandbox.read(page).contains("<caption style=\"caption-side:bottom\">2 rows<"))
    #expect(try repl.ask("facts | count").last == "1 row")
    try repl.ask(".once \(chart)")
    #expect(try repl.ask("facts | count").joined().hasPrefix("not written, as "))
    #expect(try repl.ask("indicators | chart bar name, growth") == ["8 rows → \(chart)"])
    #expect(try Sandbox.read(chart).hasPrefix("<svg"))
    #expect(try repl.ask(".once") == [".once needs a file"])
  }

  @Test func theModeOfThisTimeCountsMoreThanTheName() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "a.csv"
    let repl = try Conversation(in: sandbox)
    try repl.ask(".mode jsonl")
    try repl.ask(".once \(file)")
    try repl.ask("facts | count")
    #expect(try Sandbox.read(file) == "{\"count\":51}\n")
  }

  @Test func aFileThatCannotBeWrittenLosesNothing() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    let missing = sandbox / "nowhere/a.csv"
    #expect(try repl.ask(".output \(missing)") == ["\(missing): No such file or directory"])
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.ask(".output /dev/full").isEmpty)
    #expect(
      try repl.ask("facts | count") == [
        "/dev/full: No space left on device", "answers are shown in the terminal again",
      ])
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func theTimeIsToldWhereItIsAskedFor() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask(".timer on").isEmpty)
    let footer = try #require(try repl.ask("facts | count").last)
    #expect(footer.hasPrefix("1 row · ") && footer.hasSuffix("s"))
    try repl.ask(".mode csv")
    #expect(try repl.ask("facts | count").count == 3)
    try repl.ask(".计时 关")
    #expect(try repl.ask("facts | count") == ["count", "51"])
  }

  @Test func veryManyRowsAreNotAllShown() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask(".set rows 4")
    let answer = try repl.ask("facts | select subject")
    #expect(answer.count == 2 + 5 + 3)
    #expect(
      answer.suffix(3) == [
        "not shown: 47 rows in the middle", "51 rows", "to see all of them: .set rows all",
      ])
    try repl.ask(".set rows all")
    #expect(try repl.ask("facts | select subject").count == 54)
  }

  @Test func theNameOfAFileTellsTheFormat() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "a.tsv"
    let run = try Filter(["--output", file, "-c", "facts | count"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(try Sandbox.read(file) == "count\n51\n")
    try #require(
      Filter(["--output", file, "--format", "json", "-c", "facts | count"], in: sandbox)
        .ending == .exit(0))
    #expect(try Sandbox.read(file) == "[{\"count\":51}]\n")
  }

  @Test func arrowIsForFilesAndPipes() throws {
    let sandbox = try Sandbox()
    let run = try Filter(["--format", "arrow", "-c", "facts | count"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(run.output.hasPrefix("ARROW1"))
    let file = sandbox / "a.arrow"
    let two = try Filter(["--output", file, "-c", "facts", "-c", "honours"], in: sandbox)
    #expect(two.ending == .exit(2))
    #expect(two.errors.contains("an Arrow file holds one answer; the first is in it"))
    #expect(try Sandbox.read(file).hasPrefix("ARROW1"))
    let repl = try Conversation(in: sandbox)
    try repl.ask(".mode arrow")
    #expect(
      try repl.ask("facts | count").joined().hasPrefix("arrow is bytes and not for a terminal"))
    let terminal = try PseudoTerminal(["--format", "arrow", "-c", "facts"], in: sandbox)
    #expect(try terminal.waitForEnd() == .exit(2))
    #expect(terminal.screen.rows.joined().contains("arrow is bytes and not for a terminal"))
  }

  @Test(arguments: [
    ("answer-80-en", 80, "indicators"), ("answer-80-zh", 80, "项目"),
    ("answer-160-en", 160, "projects | where investment is present"), ("answer-160-zh", 160, "指标"),
    ("answer-40", 40, "measures | take 4"),
    ("chart-bar-80", 80, "indicators | where nature == target | chart bar name, growth"),
    ("chart-line-80", 80, "facts | where unit == \"元\" | chart line section, value, nature"),
    ("chart-spark-80", 80, "facts | where unit == \"个\" | chart spark value by kind"),
  ])
  func screens(name: String, width: Int, query: String) throws {
    let repl = try Conversation(in: Sandbox(), width: width, height: 60)
    let answer = try repl.ask(query)
    try Screen.expect(answer, name)
  }
}
