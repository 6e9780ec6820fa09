import FoundationEssentials
import Glibc
import Testing

/// Exit codes, and what goes to standard error with them.
@Suite struct ExitCodeTests {
  private static let mistakes = """
    fats | count
    projects | where completd > 1
    facts | count
    indicators | sort groth desc
    """

  @Test func threeMistakesGiveThreeDiagnosticsAndNoAnswer() throws {
    let run = try Filter(input: Self.mistakes)
    #expect(run.ending == .exit(2))
    #expect(run.output == "", "nothing of a script runs that has a mistake anywhere")
    let headings = run.errorLines.filter { $0.hasPrefix("error[DJ") }
    #expect(headings.count == 3)
    let places = run.errorLines.filter { $0.contains("┌─") }.map(\.trimmed)
    #expect(places == ["┌─ <stdin>:1:1", "┌─ <stdin>:2:18", "┌─ <stdin>:4:19"])
    for name in ["facts", "completed", "growth"] {
      #expect(run.errors.contains("did you mean `\(name)`?"))
    }
  }

  private struct Diagnostic: Decodable {
    struct Suggestion: Decodable {
      struct Edit: Decodable {
        let replacement: String
        let start: Int
        let end: Int
      }
      let edits: [Edit]
    }
    let code: String
    let severity: String
    let message: String
    let file: String
    let line: Int
    let column: Int
    let start: Int
    let end: Int
    let suggestion: Suggestion?
  }

  @Test func diagnosticsAsJSONLines() throws {
    let run = try Filter("--diagnostics", "json", input: Self.mistakes)
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    let found = try run.errorLines.map {
      try JSONDecoder().decode(Diagnostic.self, from: Data($0.utf8))
    }
    #expect(found.map(\.line) == [1, 2, 4])
    #expect(found.map(\.column) == [1, 18, 19])
    #expect(found.allSatisfy { $0.severity == "error" && $0.code.hasPrefix("DJ") })
    #expect(found.allSatisfy { $0.file == "<stdin>" && !$0.message.isEmpty })
    // Carrying out what is suggested, from the end backwards, mends the script.
    var bytes = Array(Self.mistakes.utf8)
    for diagnostic in found.reversed() {
      for edit in try #require(diagnostic.suggestion).edits.reversed() {
        bytes.replaceSubrange(edit.start..<edit.end, with: edit.replacement.utf8)
      }
    }
    let mended = try Filter([], input: bytes, in: Sandbox())
    #expect(mended.ending == .exit(0))
  }

  @Test func aMistakeInALaterQueryComesAfterTheAnswersBefore() throws {
    let run = try Filter("--format", "csv", "-c", "facts | count", "-c", "fats")
    #expect(run.ending == .exit(2))
    #expect(run.output == "count\n51\n")
    #expect(run.errors.contains("query 2:1:1"))
  }

  @Test func aFileThatCannotBeUsed() throws {
    let sandbox = try Sandbox()
    let missing = sandbox / "missing"
    let message = "dajuan: \(missing): No such file or directory\n"
    for arguments in [["-l", missing, "-c", "facts"], ["run", missing], ["extract", missing]] {
      let run = try Filter(arguments, in: sandbox)
      #expect(run.ending == .exit(3))
      #expect(run.errors == message)
      #expect(run.output == "")
    }
    let unwritable = try Filter(
      ["--output", missing + "/answer", "-c", "facts | count"],
      in: sandbox
    )
    #expect(unwritable.ending == .exit(3))
    #expect(unwritable.output == "")
    let folder = try Filter(["run", sandbox.path], in: sandbox)
    #expect(folder.ending == .exit(3))
    #expect(folder.errors == "dajuan: \(sandbox.path): Is a directory\n")
  }

  @Test func aFileThatCannotBeUsedAsJSON() throws {
    struct Failure: Decodable {
      let severity: String
      let message: String
      let file: String?
    }
    let sandbox = try Sandbox()
    let missing = sandbox / "missing"
    for arguments in [
      ["-l", missing, "-c", "facts"], ["run", missing], ["check", missing], ["fmt", missing],
      ["-c", "facts", "--output", missing + "/answer"],
    ] {
      let run = try Filter(["--diagnostics", "json"] + arguments, in: sandbox)
      #expect(run.ending == .exit(3))
      #expect(run.errorLines.count == 1)
      let found = try JSONDecoder().decode(Failure.self, from: Data(run.errors.utf8))
      #expect(found.severity == "error" && found.message == "No such file or directory")
      #expect(found.file?.hasPrefix(missing) == true)
    }
  }

  @Test func aLedgerThatIsNoText() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(
      bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 37) },
      to: "noise.bin"
    )
    let run = try Filter(["-l", file, "-c", "facts"], in: sandbox)
    #expect(run.ending == .exit(3))
    #expect(run.errors.hasPrefix("dajuan: \(file): "))
  }

  @Test func answersGoToAFile() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "answer.csv"
    let run = try Filter(
      ["--output", file, "--format", "csv", "-c", "facts | count", "-c", "reports | count"],
      in: sandbox
    )
    #expect(run.ending == .exit(0))
    #expect(run.output == "")
    #expect(try Sandbox.read(file) == "count\n51\n\ncount\n1\n")
  }

  @Test func aMistakeLeavesTheFileForAnswersAsItWas() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("last month's answer\n", to: "answer.csv")
    let run = try Filter(["--output", file, "-c", "fats"], in: sandbox)
    #expect(run.ending == .exit(2))
    #expect(try Sandbox.read(file) == "last month's answer\n")
    #expect(sandbox.files == ["answer.csv"], "nothing is left beside it")
  }

  @Test func anInterruptLeavesTheFileForAnswersAsItWas() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("last month's answer\n", to: "answer.csv")
    // Far more than is answered before the signal comes.
    let script = try sandbox.write(
      String(repeating: "facts | join facts on kind | count\n", count: 4_000), to: "long.dj")
    let child = try Child(
      Tool.path.get(), ["run", "--output", file, script], environment: sandbox.environment,
      streams: (
        .file("/dev/null", flags: O_RDONLY), .file("/dev/null", flags: O_WRONLY),
        .file(sandbox / "errors", flags: O_WRONLY | O_CREAT)
      ),
      inOwnSession: false)
    let deadline = Deadline()
    while sandbox.files.count < 4, !deadline.hasPassed { usleep(1000) }
    child.send(SIGINT)
    #expect(try child.wait() == .exit(130))
    #expect(try Sandbox.read(sandbox / "errors").hasPrefix("error[DJ0402]: interrupted\n"))
    #expect(try Sandbox.read(file) == "last month's answer\n")
    #expect(sandbox.files == ["answer.csv", "errors", "long.dj"], "nothing is left beside it")
  }

  @Test func anAnswerTakesTheFilesPlaceAndKeepsItsPermissions() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("last month's answer, which was longer\n", to: "answer.csv")
    #expect(chmod(file, 0o600) == 0)
    #expect(symlink("answer.csv", sandbox / "link.csv") == 0)
    let run = try Filter(
      ["--format", "csv", "--output", sandbox / "link.csv", "-c", "facts | count"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(try Sandbox.read(file) == "count\n51\n")
    #expect(try Sandbox.mode(file) == 0o600)
    #expect(sandbox.files == ["answer.csv", "link.csv"])
  }

  @Test func aCommandLineThatIsWrong() throws {
    for arguments in [
      ["--bogus"], ["--format", "xml", "-c", "facts"], ["run"], ["-c"], ["--lang", "fr"],
    ] {
      let run = try Filter(arguments, in: Sandbox())
      #expect(run.ending == .exit(64), "\(arguments)")
      #expect(run.output == "")
      #expect(run.errors.contains("Usage: dajuan"))
    }
  }

  @Test func helpAndVersion() throws {
    let help = try Filter("--help")
    #expect(help.ending == .exit(0))
    #expect(help.output.contains("USAGE: dajuan") && help.errors == "")
    let version = try Filter("--version")
    #expect(version.ending == .exit(0))
    #expect(version.lines.count == 1)
  }

  // MARK: Output that cannot be written

  @Test func aPipeClosedEarlyEndsItQuietly() throws {
    // Far more than a pipe holds.
    let queries = Array(repeating: ["-c", "facts"], count: 100).flatMap { $0 }
    let head = try Filter(queries, in: Sandbox(), reading: .firstLine)
    #expect(head.ending == .signal(SIGPIPE))
    #expect(head.errors == "")
    #expect(head.lines.first?.hasPrefix("report") == true)
  }

  @Test(arguments: [["-c", "facts | count"], ["--help"]])
  func aPipeNobodyReadsEndsItQuietly(_ arguments: [String]) throws {
    let run = try Filter(arguments, in: Sandbox(), reading: .nothing)
    #expect(run.ending == .signal(SIGPIPE))
    #expect(run.errors == "")
  }

  @Test func aFullDiskIsAFailure() throws {
    let run = try Filter(["-c", "facts"], in: Sandbox(), outputFile: "/dev/full")
    #expect(run.ending == .exit(3))
    #expect(run.errors == "dajuan: <stdout>: No space left on device\n")
    let file = try Filter(["-c", "facts", "--output", "/dev/full"], in: Sandbox())
    #expect(file.ending == .exit(3))
    #expect(file.errors == "dajuan: /dev/full: No space left on device\n")
  }

  @Test func aFullDiskIsAFailureOfExtractToo() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("一、2021年工作回顾\n新修水渠37公里。\n", to: "qinghe.txt")
    let run = try Filter(["extract", file], in: sandbox, outputFile: "/dev/full")
    #expect(run.ending == .exit(3))
    #expect(run.errors == "dajuan: <stdout>: No space left on device\n")
  }

  @Test func aFullDiskIsAFailureOfTheLedgersCommandsToo() throws {
    let sandbox = try Sandbox()
    let ledger = try sandbox.makeLedger()
    let doubtful = try sandbox.write(
      Reports.text("白杨县", 2022).replacing("新建幼儿园6所", with: "财政自给率提高到103%"), to: "c.md")
    let correction = ["--report", "青禾县-2022", "--quote", "37公里", "--note", "n"]
    for arguments in [
      ["review", doubtful], ["correct", ledger] + correction, ["correct", ledger, "--list"],
      ["verify", ledger], ["ingest", sandbox / "a.md", "--into", ledger], ["explain"],
      ["explain", "DJ0301"],
    ] {
      let run = try Filter(arguments, in: sandbox, outputFile: "/dev/full")
      #expect(run.ending == .exit(3), "\(arguments)")
      #expect(run.errors == "dajuan: <stdout>: No space left on device\n", "\(arguments)")
    }
  }
}
