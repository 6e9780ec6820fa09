import FoundationEssentials
import Glibc
import Testing

/// Taking reports into a ledger.
@Suite struct IngestTests {
  private let sandbox: Sandbox
  private var ledger: String { sandbox / "ledger" }

  init() throws { sandbox = try Sandbox() }

  private func ingest(_ arguments: String..., environment: [String: String] = [:]) throws -> Filter
  {
    try Filter(
      ["ingest"] + arguments + ["--into", ledger], in: sandbox, environment: environment)
  }

  @Test func filesAndFolders() throws {
    let folder = try sandbox.makeFolder("in")
    try sandbox.makeFolder("in/deeper")
    try sandbox.write(Reports.text("青禾县", 2022), to: "in/a.md")
    try sandbox.write(Reports.text("白杨县", 2022), to: "in/deeper/b.txt")
    try sandbox.write(Reports.text("白杨县", 2021), to: "in/deeper/.hidden.md")
    try sandbox.write("picture", to: "in/c.png")
    try sandbox.write("Nothing of the kind.\n", to: "in/README.md")
    let run = try ingest(folder)
    #expect(run.ending == .exit(0))
    #expect(run.errors == "")
    #expect(run.lines.last == "2 added, 1 left out; 12 facts")
    #expect(run.output.contains("added  青禾县-2022  \(folder)/a.md"))
    #expect(run.output.contains("left out    \(folder)/README.md"))
    #expect(
      try sandbox.ask(ledger, "reports | select id, place, planned, facts")
        == ["id,place,planned,facts", "青禾县-2022,青禾县,2022,6", "白杨县-2022,白杨县,2022,6"])
    #expect(access(ledger + "/reports/白杨县-2022.txt", R_OK) == 0)
  }

  @Test func whatWasReadIsPassedOver() throws {
    let ledger = try sandbox.makeLedger()
    let before = try Sandbox.read(ledger + "/ledger.json")
    // Another name changes nothing: it is the bytes that count.
    try sandbox.write(Reports.text("青禾县", 2022), to: "copy.txt")
    let run = try ingest(sandbox / "a.md", sandbox / "copy.txt", sandbox / "b.md")
    #expect(run.ending == .exit(0))
    #expect(run.lines.last == "3 already there; 0 facts")
    #expect(try Sandbox.read(ledger + "/ledger.json") == before)
  }

  @Test func aLedgerAmongItsReportsIsNoneOfThem() throws {
    _ = try sandbox.makeLedger()
    let run = try ingest(sandbox.path)
    #expect(run.lines.last == "2 already there; 0 facts")
    #expect(!run.output.contains("ledger/reports"))
  }

  @Test func anotherTextTakesTheEarlierOnesStead() throws {
    let ledger = try sandbox.makeLedger()
    try sandbox.write(Reports.text("青禾县", 2022, growth: "7.9%"), to: "new.md")
    let run = try ingest(sandbox / "new.md")
    #expect(run.lines.last == "1 replaced; 6 facts")
    #expect(run.output.contains("replaced  青禾县-2022"))
    let growth = try sandbox.ask(
      ledger, "facts | where report == \"青禾县-2022\" and role == growth | select text")
    #expect(growth == ["text", "7.9%", "8%以上"])
    #expect(try Filter(["verify", ledger], in: sandbox).lines == ["2 reports, 12 facts: whole"])
  }

  @Test(arguments: [true, false])
  func anotherTextInTheSteadOfOneThatIsGone(isGone: Bool) throws {
    let ledger = try sandbox.makeLedger()
    let stored = "ledger/reports/青禾县-2022.md"
    if isGone { unlink(sandbox / stored) } else { try sandbox.write("", to: stored) }
    try sandbox.write(Reports.text("青禾县", 2022, growth: "7.9%"), to: "new.md")
    #expect(try ingest(sandbox / "new.md").lines.last == "1 replaced; 6 facts")
    let verify = try Filter(["verify", ledger], in: sandbox)
    #expect(verify.lines == ["2 reports, 12 facts: whole"])
    #expect(try ingest(sandbox / "new.md").lines.last == "1 already there; 0 facts")
  }

  /// What becomes of a text in a ledger's folder.
  enum Loss: CaseIterable {
    case missing, emptied, overwritten, linkedAway, folderMissing
  }

  @Test(arguments: Loss.allCases)
  func readAgainALostTextIsPutBack(_ loss: Loss) throws {
    let ledger = try sandbox.makeLedger()
    let (name, file) = ("ledger/reports/青禾县-2022.md", ledger + "/reports/青禾县-2022.md")
    let manifest = try Sandbox.read(ledger + "/ledger.json")
    let other = try sandbox.write("mine", to: "other.md")
    switch loss {
    case .missing: unlink(file)
    case .emptied: try sandbox.write("", to: name)
    case .overwritten: try sandbox.write(Reports.text("青禾县", 2022, growth: "9.9%"), to: name)
    case .linkedAway:
      unlink(file)
      #expect(symlink(other, file) == 0)
    case .folderMissing:
      unlink(file)
      unlink(ledger + "/reports/青禾县-2023.md")
      #expect(rmdir(ledger + "/reports") == 0)
    }
    let rehearsal = try ingest(sandbox / "a.md", "--dry-run")
    #expect(rehearsal.lines.last == "1 restored; 0 facts; a dry run: nothing was written")
    #expect(try Filter(["verify", ledger], in: sandbox).ending == .exit(1))
    let run = try ingest(sandbox / "a.md", sandbox / "b.md")
    #expect(run.ending == .exit(0))
    #expect(
      run.lines.last
        == (loss == .folderMissing ? "2 restored" : "1 already there, 1 restored") + "; 0 facts")
    let verify = try Filter(["verify", ledger], in: sandbox)
    #expect(verify.lines == ["2 reports, 12 facts: whole"])
    #expect(try Sandbox.read(ledger + "/ledger.json") == manifest)
    #expect(try Sandbox.read(other) == "mine", "a link is not followed")
  }

  /// The text counts, not the bytes it was written with.
  @Test func aLostTextIsPutBackFromAnotherFileOfIt() throws {
    let ledger = try sandbox.makeLedger()
    unlink(ledger + "/reports/青禾县-2022.md")
    let text = Array(Reports.text("青禾县", 2022).utf16)
    let wide = try sandbox.write(
      bytes: text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "wide.txt")
    #expect(try ingest(wide).lines.last == "1 restored; 0 facts")
    #expect(try Filter(["verify", ledger], in: sandbox).ending == .exit(0))
  }

  @Test func anotherDocumentOfThePlaceAndYearStandsBeside() throws {
    let ledger = try sandbox.makeLedger()
    let other = Reports.text("青禾县", 2022, growth: "7.9%")
    try sandbox.write(other.replacing("政府工作报告", with: "党代会工作报告"), to: "party.md")
    let run = try ingest(sandbox / "party.md")
    #expect(run.lines.last == "1 added; 6 facts")
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "3"])
  }

  @Test func twoTextsOfOneReportInOneRun() throws {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    try sandbox.write(Reports.text("青禾县", 2022) + "\n（完）\n", to: "b.md")
    let run = try ingest(sandbox / "a.md", sandbox / "b.md")
    #expect(run.ending == .exit(0))
    #expect(run.output.contains("\(sandbox / "a.md"), just taken in, has the same place"))
    #expect(run.lines.last == "1 added, 1 left out; 6 facts")
  }

  @Test func aDryRunWritesNothing() throws {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let run = try ingest(sandbox / "a.md", "--dry-run")
    #expect(run.ending == .exit(0))
    #expect(run.lines.last == "1 added; 6 facts; a dry run: nothing was written")
    #expect(access(ledger, F_OK) != 0)
  }

  @Test func oneBadFileNeverLosesTheOthers() throws {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let noise = try sandbox.write(
      bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 37) }, to: "noise.txt")
    let empty = try sandbox.write("", to: "empty.txt")
    let missing = sandbox / "missing"
    let run = try ingest(noise, missing, empty, sandbox / "a.md")
    #expect(run.ending == .exit(3))
    #expect(run.lines.last == "1 added, 3 failed; 6 facts")
    #expect(run.errors.contains("dajuan: \(missing): No such file or directory\n"))
    #expect(run.errors.contains("dajuan: \(noise): "))
    #expect(run.errors.contains("dajuan: \(empty): there is no text in it\n"))
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "1"])
  }

  @Test func anyNumberOfJobsMakesTheSameLedger() throws {
    let folder = try sandbox.makeFolder("in")
    for year in 2001...2040 {
      try sandbox.write(Reports.text("青禾县", year), to: "in/\(year).md")
    }
    var manifests: Set<String> = []
    for jobs in ["1", "2", "7"] {
      let ledger = sandbox / "ledger\(jobs)"
      let run = try Filter(["ingest", folder, "--into", ledger, "-j\(jobs)"], in: sandbox)
      #expect(run.lines.last == "40 added; 240 facts")
      manifests.insert(try Sandbox.read(ledger + "/ledger.json"))
    }
    #expect(manifests.count == 1)
  }

  @Test func whatThePersonSaysHolds() throws {
    let file = try sandbox.write("一、工作回顾\n\n新修水渠37公里。\n", to: "notes.txt")
    let alone = try ingest(file)
    #expect(alone.lines.last == "1 left out; 0 facts")
    let told = try ingest(file, "--place", "白杨县", "--year", "2020")
    #expect(told.lines.last == "1 added; 1 fact")
    // The ledger remembers it: opened again, the text is read the same way.
    #expect(
      try sandbox.ask(ledger, "facts | select place, period") == ["place,period", "白杨县,2019"])
  }

  private struct Summary: Decodable {
    struct Report: Decodable {
      let file: String
      let result: String
      let report: String?
      let facts: [String: Int]?
    }
    let reports: [Report]
    let counts: [String: Int]
    let facts: Int
  }

  @Test func aSummaryForMachines() throws {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let run = try ingest(sandbox / "a.md", sandbox / "missing", "--format", "json")
    #expect(run.ending == .exit(3))
    let summary = try JSONDecoder().decode(Summary.self, from: Data(run.output.utf8))
    #expect(summary.counts["added"] == 1 && summary.counts["failed"] == 1)
    #expect(summary.facts == Reports.facts)
    let added = try #require(summary.reports.first { $0.result == "added" })
    #expect(added.report == "青禾县-2022")
    #expect(added.facts?.values.reduce(0, +) == Reports.facts)
    let table = try ingest(sandbox / "a.md", "--format", "csv")
    #expect(table.ending == .exit(64))
  }

  // MARK: Ledgers that cannot be written

  @Test func aFolderThatIsNoLedger() throws {
    let folder = try sandbox.makeFolder("mine")
    try sandbox.write("diary", to: "mine/diary.txt")
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    for arguments in [
      ["ingest", sandbox / "a.md", "--into", folder], ["-l", folder, "-c", "facts"],
    ] {
      let run = try Filter(arguments, in: sandbox)
      #expect(run.ending == .exit(3))
      #expect(run.errors == "dajuan: \(folder): not a ledger: there is no ledger.json in it\n")
    }
    let file = try Filter(["ingest", sandbox / "a.md", "--into", sandbox / "a.md"], in: sandbox)
    #expect(file.ending == .exit(3))
    #expect(file.errors == "dajuan: \(sandbox / "a.md"): Not a directory\n")
  }

  @Test func oneWriterAtATime() throws {
    let ledger = try sandbox.makeLedger()
    let descriptor = open(ledger, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try sandbox.write(Reports.text("白杨县", 2022), to: "c.md")
    let run = try ingest(sandbox / "c.md")
    #expect(run.ending == .exit(3))
    #expect(run.errors.contains("another process is writing to it"))
    // Readers are not kept waiting.
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "2"])
  }

  /// The system lets no file grow beyond a few kilobytes, with a signal or without: the ledger is as it
  /// was, and the next writer finds nothing in its way.
  @Test(arguments: ["trap '' XFSZ; ", ""])
  func whereNothingMoreCanBeWritten(_ trap: String) throws {
    let ledger = try sandbox.makeLedger()
    let before = try Sandbox.read(ledger + "/ledger.json")
    try sandbox.write(Reports.text("白杨县", 2022), to: "c.md")
    let tool = try Tool.path.get()
    let limit = trap + "ulimit -f 8; exec '\(tool)' ingest '\(sandbox / "c.md")' --into '\(ledger)'"
    #expect(system("{ " + limit + "; } > '\(sandbox / "told")' 2>&1") != 0)
    if !trap.isEmpty { #expect(try Sandbox.read(sandbox / "told").contains("File too large")) }
    #expect(try Sandbox.read(ledger + "/ledger.json") == before)
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "2"])
    #expect(try ingest(sandbox / "c.md").lines.last == "1 added; 6 facts")
    let verify = try Filter(["verify", ledger], in: sandbox)
    #expect(verify.lines == ["3 reports, 18 facts: whole"])
  }

  // MARK: Documents

  @Test func withoutPdftotextAPDFIsToldAndTheRestIsRead() throws {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let pdf = try sandbox.write("%PDF-1.4\n", to: "b.pdf")
    let run = try ingest(
      sandbox / "a.md", pdf, environment: ["PATH": try sandbox.makeFolder("empty")])
    #expect(run.ending == .exit(3))
    #expect(
      run.errors == "dajuan: \(pdf): a PDF is read by way of pdftotext, which is not installed "
        + "(Debian: poppler-utils)\n")
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "1"])
  }

  @Test func aPDFIsHandedToTheProgramAsItIs() throws {
    // A name with all that a shell would take apart.
    let pdf = try sandbox.write("%PDF-1.4\n", to: "-q $(touch x) ;b.pdf")
    let text = try sandbox.write(Reports.text("青禾县", 2022), to: "text")
    let programs = try sandbox.writeProgram(
      "pdftotext",
      "shift $(($# - 3)); [ \"$1\" = -- ] && [ \"$2\" = '\(pdf)' ] && exec cat '\(text)'")
    let run = try ingest(pdf, environment: ["PATH": programs + ":/usr/bin:/bin"])
    #expect(run.ending == .exit(0), "\(run.errors)")
    #expect(try sandbox.ask(ledger, "reports | select id") == ["id", "青禾县-2022"])
    let failing = try sandbox.writeProgram("pdftotext", "echo 'Syntax Error: no pages' >&2; exit 1")
    let broken = try Filter(["extract", pdf], in: sandbox, environment: ["PATH": failing])
    #expect(broken.ending == .exit(3))
    #expect(broken.errors == "dajuan: \(pdf): pdftotext failed (1): Syntax Error: no pages\n")
  }

  private static let canReadPDF = access("/usr/bin/pdftotext", X_OK) == 0

  /// Two columns, whichever way the page was written: column by column, or line by line across both.
  @Test(.enabled(if: canReadPDF, "pdftotext is not installed"), arguments: [false, true])
  func columnsOfAPDF(acrossColumns: Bool) throws {
    let text = Reports.text("青禾县", 2022).filter { $0 != "#" }.replacing(
      "新建幼儿园", with: "各级各部门坚持一年接着一年干，把好事办好、把实事办实，新建幼儿园")
    let page = PDFPage(text, columns: 2, width: 18, height: 8, acrossColumns: acrossColumns)
    let file = try sandbox.write(bytes: page.bytes, to: "page.pdf")
    let run = try ingest(file)
    #expect(run.lines.last == "1 added; 6 facts", "\(run.output)\(run.errors)")
    #expect(
      try sandbox.ask(ledger, "facts | select text").sorted()
        == ["1800个", "37公里", "6所", "7.5%", "84.2亿元", "8%以上", "text"].sorted())
  }

  @Test func aDocxNeedsNoProgram() throws {
    // Three paragraphs, deflated.
    let docx = try #require(
      Data(
        base64Encoded:
          "UEsDBBQAAAAIAAAAIVRaR6KJggAAANgAAAARAAAAd29yZC9kb2N1bWVudC54bWyzKbdKyU8uzU3NK7GzKbdKyk+p"
          + "BNEFIKIIRJTYvZw76fmyfU/79j+bsv/prjlPty99snfOs66lTyd22eiDFIDIIjBZgK73yY6Gxw2NRgZGhk93boHo"
          + "fDp73suF+wjqfDZtw5P9655t2PJsxwJj86eta1629zxuaMKiTx/mbH0kvwAAUEsBAhQDFAAAAAgAAAAhVFpHoomC"
          + "AAAA2AAAABEAAAAAAAAAAAAAAIABAAAAAHdvcmQvZG9jdW1lbnQueG1sUEsFBgAAAAABAAEAPwAAALEAAAAAAA=="
      ))
    let file = try sandbox.write(bytes: Array(docx), to: "报告.docx")
    let run = try ingest(
      file, "--year", "2022", environment: ["PATH": try sandbox.makeFolder("none")])
    #expect(run.ending == .exit(0), "\(run.errors)")
    #expect(
      try sandbox.ask(ledger, "facts | select text, period, section")
        == ["text,period,section", "37公里,2021,2021年工作回顾"])
    #expect(try Filter(["-l", file, "-c", "facts | count"], in: sandbox).ending == .exit(0))
    let broken = try sandbox.write(bytes: Array(docx.prefix(200)), to: "broken.docx")
    let failed = try ingest(broken)
    #expect(failed.ending == .exit(3))
    #expect(failed.errors == "dajuan: \(broken): not a readable docx: it has no directory\n")
  }

  /// Offsets point into what the ledger keeps as they did into what was read.
  @Test func whateverTheEncodingTheTextsAreUTF8() throws {
    let text = Reports.text("青禾县", 2022)
    let wide = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for (name, bytes) in [("wide", [0xFF, 0xFE] + wide), ("marked", marked)] {
      let file = try sandbox.write(bytes: bytes, to: name + ".txt")
      let ledger = sandbox / name
      _ = try Filter(["ingest", file, "--into", ledger], in: sandbox)
      let stored = ledger + "/reports/青禾县-2022.txt"
      #expect(String(validating: Array(try Sandbox.read(stored).utf8), as: UTF8.self) != nil)
      let facts = try Filter(["extract", file], in: sandbox)
      #expect(facts.lines.count == Reports.facts)
      #expect(try Filter(["extract", stored], in: sandbox).output == facts.output)
      #expect(try Filter(["verify", ledger], in: sandbox).ending == .exit(0))
    }
  }

  /// What a write that was cut off left behind is taken up, or taken away.
  @Test func afterAWriteThatWasCutOff() throws {
    try sandbox.makeFolder("ledger")
    try sandbox.makeFolder("ledger/reports")
    try sandbox.write("half", to: "ledger/reports/.dajuan.a1b2c3")
    try sandbox.write("half", to: "ledger/.dajuan.d4e5f6")
    let text = Reports.text("青禾县", 2022)
    try sandbox.write(text, to: "ledger/reports/青禾县-2022.md")
    try sandbox.write(text, to: "a.md")
    #expect(try ingest(sandbox / "a.md").lines.last == "1 added; 6 facts")
    #expect(try Filter(["verify", ledger], in: sandbox).lines == ["1 report, 6 facts: whole"])
    #expect(access(ledger + "/.dajuan.d4e5f6", F_OK) != 0)
  }

  @Test func namesCannotDrawOnTheTerminal() throws {
    let file = try sandbox.write(Reports.text("青禾县", 2022), to: "a\u{1B}[2J\u{202E}.md")
    let run = try ingest(file, "--dry-run")
    #expect(run.output.contains("a␛[2J<U+202E>.md"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func noQueryRunsAProgram() throws {
    let pdf = try sandbox.write("%PDF-1.4\n", to: "b.pdf")
    let programs = try sandbox.writeProgram("pdftotext", "touch '\(sandbox / "ran")'")
    let run = try Filter(
      ["-l", pdf, "-c", "facts"], in: sandbox, environment: ["PATH": programs + ":/usr/bin:/bin"])
    #expect(run.ending == .exit(3))
    #expect(run.errors.contains("`dajuan ingest` takes it into a ledger"))
    #expect(access(sandbox / "ran", F_OK) != 0)
  }

  // MARK: At a terminal

  /// A folder whose first report is quick and whose second never ends.
  private func slowRun(width: Int, _ arguments: String...) throws -> PseudoTerminal {
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    try sandbox.write("%PDF-1.4\n", to: "长长的名字长长的名字长长的名字长长的名字.pdf")
    let programs = try sandbox.writeProgram("pdftotext", "exec sleep 600")
    return try PseudoTerminal(
      ["ingest", sandbox / "a.md", sandbox / "长长的名字长长的名字长长的名字长长的名字.pdf", "--into", ledger]
        + arguments,
      in: sandbox, environment: ["PATH": programs + ":/usr/bin:/bin"], width: width)
  }

  @Test func ctrlCKeepsWholeReports() throws {
    let terminal = try slowRun(width: 100)
    try terminal.wait(for: "the bar") { $0.currentRow.contains("1/2") }
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
    #expect(
      terminal.screen.transcript.contains("1 added; 6 facts; interrupted: 1 file not read"))
    #expect(try Filter(["verify", ledger], in: sandbox).lines == ["1 report, 6 facts: whole"])
  }

  @Test func theBarFitsTheTerminalAndFollowsIt() throws {
    let terminal = try slowRun(width: 80)
    try terminal.wait(for: "the bar") {
      $0.currentRow.contains("[") && $0.currentRow.contains("left")
    }
    #expect(terminal.screen.currentRow.contains("1/2"))
    try terminal.resize(width: 36, height: 20)
    try terminal.wait(for: "a narrower bar") { $0.currentRow.contains("1/2") }
    let row = terminal.screen.absoluteRow
    // Drawn over and over, it stays on its row.
    for _ in 0..<5 { _ = try terminal.draw(300) }
    #expect(terminal.screen.absoluteRow == row)
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
  }

  @Test func noBarWhenQuiet() throws {
    let terminal = try slowRun(width: 80, "--quiet")
    while access(ledger + "/reports/青禾县-2022.md", F_OK) != 0 { _ = try terminal.draw(50) }
    _ = try terminal.draw(500)
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
    #expect(terminal.screen.transcript.allSatisfy { !$0.contains("/2") && !$0.contains("added") })
  }
}
