import Testing

/// `.set`, and the commands that choose for this time only.
@Suite struct SettingsTests {
  private static let file = "home/.config/dajuan/settings"

  @Test func everySettingIsListed() throws {
    let repl = try Conversation(in: Sandbox(), width: 80)
    let lines = try repl.ask(".set")
    for name in ["mode", "width", "rows", "pager", "timer", "lang", "csv_guard"] {
      #expect(lines.count { $0.hasPrefix(name + " ") } == 1, "\(name)")
    }
    let chinese = try repl.ask(".设置")
    #expect(chinese.contains { $0.hasPrefix("pager") && $0.contains("超过一屏") })
    #expect(
      try repl.ask(".set width") == [
        "width  宽度  auto", "  columns for tables and charts; auto: the screen's",
        "  auto, or a number from 8 to 10000",
      ])
  }

  @Test func whatIsSetHoldsTheNextTime() throws {
    let sandbox = try Sandbox()
    let first = try Conversation(in: sandbox)
    #expect(try first.ask(".set mode csv").isEmpty)
    #expect(try first.ask(".设置 语言 中文").isEmpty)
    #expect(try first.ask("facts | count") == ["计数", "51"])
    #expect(try Sandbox.read(sandbox / Self.file) == "mode csv\nlang zh\n")
    #expect(try first.leave() == .exit(0))

    let second = try Conversation(in: sandbox)
    #expect(try second.ask("facts | count") == ["计数", "51"])
    // The command line speaks after what is saved.
    let third = try Conversation(["--format", "jsonl", "--lang", "en"], in: sandbox)
    #expect(try third.ask("facts | count") == ["{\"count\":51}"])
    #expect(try second.ask(".set mode default").isEmpty)
    #expect(try Sandbox.read(sandbox / Self.file) == "lang zh\n")
    #expect(try second.ask("facts | count").last == "1 行")
  }

  @Test func aCommandOfItsOwnHoldsForThisTime() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    #expect(try repl.ask(".mode tsv").isEmpty)
    #expect(try repl.ask(".width 40").isEmpty)
    #expect(try repl.ask(".timer off").isEmpty)
    #expect(try repl.ask(".lang zh").isEmpty)
    #expect(try repl.ask("facts | count") == ["计数", "51"])
    #expect(try repl.ask(".timer") == ["关；可选 自动、开、关"])
    #expect(throws: SystemFailure.self) { try Sandbox.read(sandbox / Self.file) }
  }

  @Test func whatIsNotUnderstoodIsToldAndKept() throws {
    let sandbox = try Sandbox()
    sandbox.makeFolders("home/.config/dajuan")
    let file = try sandbox.write("# mine\ncolour mauve\nmode csv\n", to: Self.file)
    let repl = try Conversation(in: sandbox)
    #expect(repl.screen.transcript.contains { $0.contains("settings:2 is not understood") })
    #expect(try repl.ask(".set mode markdown").isEmpty)
    #expect(try Sandbox.read(file) == "# mine\ncolour mauve\nmode markdown\n")
  }

  @Test func mistakes() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask(".set pagr") == ["there is no setting pagr; did you mean pager?"])
    #expect(
      try repl.ask(".set width 7") == [
        "width cannot be 7; one of auto, or a number from 8 to 10000"
      ])
    #expect(try repl.ask(".timer onn") == ["timer cannot be onn; did you mean on?"])
    #expect(try repl.ask(".设置 宽度 窄").first?.hasPrefix("宽度不能是 窄；") == true)
  }

  @Test func aHomeThatCannotBeWrittenIsToldOnce() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox, environment: ["XDG_CONFIG_HOME": "/proc/nowhere"])
    let first = try repl.ask(".set timer off").joined()
    #expect(first.contains("holds for this time only, as it cannot be saved: /proc/nowhere"))
    #expect(try repl.ask(".set mode csv").isEmpty)
    #expect(try repl.ask("facts | count") == ["count", "51"])
  }

  @Test func tabCompletesSettings() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.press(".set pag\t")
    try repl.waitForLine(".set pager")
    try repl.press("al\t")
    try repl.waitForLine(".set pager always")
  }
}
