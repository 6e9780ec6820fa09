import Testing

/// Command lines of nothing but `-c` and `-l`, which go round the parser: what comes of them is what
/// comes of the same line with an option that only the parser reads.
@Suite struct PlainLineTests {
  @Test(arguments: [
    ["-c", "facts | count"],
    ["-c", "let a = 2", "-c", "facts | where kind == project | take $a"],
    ["-c", "项目 ｜ 计数"],
    ["-c", "facts | where knd == project"],
    ["-c", "facts | assert value > 0"],
    ["-c", "check"],
    ["-l", "no-such-file", "-c", "facts"],
    ["-c", "facts | count", "-l", "REPORT", "-l", "REPORT"],
    ["-l", "REPORT"],
    [],
  ])
  func sayWhatTheParserMakesOfThem(line: [String]) throws {
    let sandbox = try Sandbox()
    let report = try sandbox.write("政府工作报告\n2021年，新建学校5所。\n", to: "report.txt")
    let arguments = line.map { $0 == "REPORT" ? report : $0 }
    let script = Array("facts | select subject, value\n".utf8)
    let plain = try Filter(arguments, input: script, in: sandbox)
    let parsed = try Filter(arguments + ["--color", "auto"], input: script, in: sandbox)
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
    #expect(plain.ending == parsed.ending)
  }

  @Test(arguments: [
    ["-c"], ["-l"], ["-c", "-x"], ["-c", "facts", "-l"], ["-x", "facts"], ["-c", "facts", "facts"],
    ["facts", "-c"],
  ])
  func leaveMistakesToTheParser(line: [String]) throws {
    let run = try Filter(line, in: Sandbox())
    #expect(run.ending == .exit(64))
    #expect(run.errors.contains("Usage: dajuan"))
  }
}
