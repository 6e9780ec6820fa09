import Glibc
import Testing

/// `assert` and `chart` through the program.
@Suite struct ChecksAndChartsTests {
  @Test func aFailedCheckEndsWithCodeOne() throws {
    let run = try Filter(
      input: """
        facts | count
        indicators | select name, growth | assert growth > 5%, "too slow"
        facts | count
        """)
    #expect(run.ending == .exit(1))
    #expect(
      run.lines == ["count", "─────", "   51", "1 row"], "the answers before it, and no more")
    #expect(run.errorLines.first?.hasPrefix("error[DJ0411]: too slow: 0 of 8 rows fail") == true)
    #expect(run.errors.contains("<stdin>:2:43"))
    #expect(run.errors.contains("undecided by bounds  一般公共预算收入"))
  }

  @Test func theColumnsOfTheConditionStayAndNoLineIsWrapped() throws {
    let run = try Filter("-c", "projects | assert completed <= started")
    #expect(run.ending == .exit(1))
    let heading = try #require(run.errorLines.first { $0.hasPrefix("holds") })
    for column in ["started", "completed"] {
      #expect(heading.contains(column))
    }
    #expect(run.errors.contains("missing  郑州市二七区  公园和游园"))
  }

  @Test func aPassedCheckChangesNothing() throws {
    let run = try Filter("-c", "facts | assert true | count")
    #expect(run.ending == .exit(0))
    #expect(run.lines == ["count", "─────", "   51", "1 row"])
  }

  @Test func aMistakenCheckIsAMistake() throws {
    #expect(try Filter("-c", "facts | assert 5").ending == .exit(2))
  }

  @Test func failingRowsAsJSON() throws {
    let run = try Filter("--diagnostics", "json", "-c", "facts | count | assert count > 100")
    #expect(run.ending == .exit(1))
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.last == "{\"failing_rows\":[{\"holds\":false,\"count\":51}]}")
  }

  @Test func theConversationGoesOnAfterAFailedCheck() throws {
    let repl = try Conversation(in: Sandbox())
    let answer = try repl.ask("facts | count | assert count > 100")
    #expect(answer.first?.hasPrefix("error[DJ0411]") == true)
    #expect(answer.contains("false     51"))
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(try repl.leave() == .exit(0))
  }

  @Test func chartsGoToAFileAsSVG() throws {
    let sandbox = try Sandbox()
    let path = sandbox / "charts.svg"
    let chart = "indicators | where growth is present | chart bar name, growth"
    let run = try Filter(
      ["--output", path, "-c", chart, "-c", "facts | count", "-c", chart], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(run.output == "")
    #expect(run.errorLines == ["dajuan: an answer that is no chart is not written as SVG"])
    let page = try #require(Self.text(path))
    #expect(page.hasPrefix("<svg xmlns=") && page.hasSuffix("</svg>\n"))
    #expect(page.split(separator: "<g transform=").count == 3, "both charts are on it")
  }

  @Test func whatIsAskedForInAFormatIsNoPicture() throws {
    let sandbox = try Sandbox()
    let path = sandbox / "rows.svg"
    let query = "honours | count | chart spark count"
    let run = try Filter(["--format", "csv", "--output", path, "-c", query], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(Self.text(path) == "count\n12\n")
  }

  @Test func nothingToDrawLeavesTheFileAlone() throws {
    let sandbox = try Sandbox()
    let path = try sandbox.write("<svg/>\n", to: "none.svg")
    let run = try Filter(["--output", path, "-c", "facts | count"], in: sandbox)
    #expect(run.ending == .exit(2))
    #expect(run.errorLines.count == 1)
    #expect(run.errorLines.last?.contains("nothing to draw as SVG; end one in `| chart …`") == true)
    #expect(Self.text(path) == "<svg/>\n")
    #expect(sandbox.files == ["none.svg"])
  }

  @Test func aTableThatIsAskedForIsWritten() throws {
    let sandbox = try Sandbox()
    let path = sandbox / "table.svg"
    let run = try Filter(
      ["--format", "table", "--output", path, "-c", "facts | count"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(Self.text(path)?.hasPrefix("count\n") == true)
  }

  @Test func whatWasDrawnBeforeAFailedCheckStays() throws {
    let sandbox = try Sandbox()
    let path = sandbox / "some.svg"
    let script = "facts | count | chart spark count\nfacts | assert false"
    let run = try Filter(["--output", path, "-c", script], in: sandbox)
    #expect(run.ending == .exit(1))
    #expect(Self.text(path)?.hasSuffix("</svg>\n") == true)
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
