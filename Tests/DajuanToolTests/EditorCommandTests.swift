import FoundationEssentials
import Glibc
import Testing

/// `check`, `fmt` and `explain`: what editors and people who write scripts use.
@Suite struct EditorCommandTests {
  private func run(_ arguments: String..., input: String = "") throws -> Filter {
    try Filter(arguments, input: Array(input.utf8), in: Sandbox())
  }

  // MARK: check

  @Test func checkTellsMistakesAndRunsNothing() throws {
    let sandbox = try Sandbox()
    let good = try sandbox.write(
      "param year: period\nprojects | where period == $year\n", to: "a.dj")
    let bad = try sandbox.write("let a = 5亿元\nfacts | cuont\n", to: "b.dj")
    let odd = try sandbox.write("let a = 5亿元\nfacts | count\n", to: "c.dj")
    let clean = try Filter(["check", good], in: sandbox)
    #expect(clean.ending == .exit(0) && clean.output == "" && clean.errors == "")
    let warned = try Filter(["check", good, odd], in: sandbox)
    #expect(warned.ending == .exit(0))
    #expect(warned.errors.contains("warning[DJ0257]: `a` is never used"))
    let wrong = try Filter(["check", bad, odd], in: sandbox)
    #expect(wrong.ending == .exit(2))
    #expect(wrong.errors.contains("b.dj:2:9") && wrong.errors.contains("c.dj:1:5"))
    let missing = try Filter(["check", sandbox / "no.dj", bad], in: sandbox)
    #expect(missing.ending == .exit(3))
    #expect(missing.errors.contains("b.dj:2:9"))
    #expect(try Filter(["check"], in: sandbox).ending == .exit(64))
  }

  @Test func checkForEditors() throws {
    let json = try run("check", "--stdin", "--diagnostics", "json", "--lang", "zh", input: "fats")
    #expect(json.ending == .exit(2))
    #expect(json.errorLines.count == 1)
    #expect(json.errors.contains("\"code\":\"DJ0201\"") && json.errors.contains("没有名为"))
    #expect(try run("check", "-", input: "facts | count").ending == .exit(0))
  }

  @Test func checkKnowsTheLedgersUnits() throws {
    let sandbox = try Sandbox()
    let report = try sandbox.write("一、2021年工作回顾\n引进种羊1200羽。\n", to: "report.txt")
    let query = try sandbox.write("facts | where value > 5羽", to: "q.dj")
    #expect(try Filter(["check", query], in: sandbox).ending == .exit(2))
    #expect(try Filter(["check", query, "-l", report], in: sandbox).ending == .exit(0))
  }

  // MARK: fmt

  private static let rough = "# 注\nfacts|where  kind=project # why\n|count\n"
  private static let smooth = "# 注\nfacts\n| where kind == project # why\n| count\n"

  @Test func formatsToStandardOutput() throws {
    let run = try run("fmt", "--stdin", input: Self.rough)
    #expect(run.ending == .exit(0) && run.errors == "")
    #expect(run.output == Self.smooth)
    #expect(try self.run("fmt", "-", input: Self.smooth).output == Self.smooth)
    #expect(
      try self.run("fmt", "--lang", "zh", "-", input: "facts | where kind == project").output
        == "事实 | 筛选 类别 == 项目\n")
    #expect(
      try self.run("fmt", "-", "--lang", "en", input: "事实 ｜ 筛选 类别 ＝ 项目").output
        == "facts | where kind == project\n")
    let counted = "projects | count | select count\n"
    let chinese = try self.run("fmt", "--lang", "zh", "-", input: counted).output
    #expect(chinese == "项目 | 计数 | 选取 计数\n", "the count that was made, and no project's")
    #expect(try self.run("fmt", "--lang", "en", "-", input: chinese).output == counted)
  }

  @Test func formatsInPlace() throws {
    let sandbox = try Sandbox()
    let one = try sandbox.write(Self.rough, to: "one.dj")
    let two = try sandbox.write(Self.smooth, to: "two.dj")
    let check = try Filter(["fmt", "--check", one, two], in: sandbox)
    #expect(check.ending == .exit(1))
    #expect(check.output == one + "\n")
    #expect(try Sandbox.read(one) == Self.rough)
    let several = try Filter(["fmt", one, two], in: sandbox)
    #expect(several.ending == .exit(64))
    let run = try Filter(["fmt", "--in-place", one, two], in: sandbox)
    #expect(run.ending == .exit(0) && run.output == "")
    #expect(try Sandbox.read(one) == Self.smooth)
    #expect(try Filter(["fmt", "--check", one, two], in: sandbox).ending == .exit(0))
    #expect(try Filter(["fmt", "-i", "-"], in: sandbox).ending == .exit(64))
  }

  @Test func writingInPlaceKeepsPermissionsAndLeavesNothingBehind() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.rough, to: "one.dj")
    #expect(chmod(file, 0o750) == 0)
    let link = sandbox / "link.dj"
    #expect(symlink(file, link) == 0)
    #expect(try Filter(["fmt", "-i", link], in: sandbox).ending == .exit(0))
    #expect(try Sandbox.read(file) == Self.smooth)
    #expect(try Sandbox.mode(file) == 0o750)
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    #expect(!names.contains { $0.hasPrefix(".dajuan") })
    let missing = try Filter(["fmt", "-i", sandbox / "no.dj"], in: sandbox)
    #expect(missing.ending == .exit(3))
  }

  @Test func whatDoesNotParseIsLeftAlone() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("facts | wher x\n", to: "bad.dj")
    let run = try Filter(["fmt", "--in-place", file], in: sandbox)
    #expect(run.ending == .exit(2))
    #expect(run.output == "" && run.errors.contains("DJ0103"))
    #expect(try Sandbox.read(file) == "facts | wher x\n")
  }

  // MARK: explain

  @Test func explains() throws {
    let one = try run("explain", "dj0301")
    #expect(one.ending == .exit(0))
    #expect(one.output.hasPrefix("error[DJ0301]: "))
    #expect(one.output.contains("projects | where investment > 1000人"))
    let chinese = try run("explain", "--lang", "zh", "DJ0301")
    #expect(
      chinese.output.hasPrefix(
        "错误[DJ0301]："
          .replacing("：", with: ": ")))
    let all = try run("explain")
    #expect(all.lines.count > 90)
    #expect(all.lines.allSatisfy { $0.hasPrefix("DJ0") })
    let unknown = try run("explain", "DJ0999")
    #expect(unknown.ending == .exit(64))
    #expect(unknown.errors.contains("there is no code DJ0999"))
  }
}
