import Glibc
import Testing

/// Ledgers that somebody or something has changed.
@Suite struct VerifyTests {
  private let sandbox: Sandbox
  private let ledger: String

  init() throws {
    sandbox = try Sandbox()
    ledger = try sandbox.makeLedger()
  }

  private func verify() throws -> Filter { try Filter(["verify", ledger], in: sandbox) }

  @Test func aWholeOne() throws {
    let run = try verify()
    #expect(run.ending == .exit(0))
    #expect(run.output == "2 reports, 12 facts: whole\n")
  }

  @Test func aTextChangedByOthers() throws {
    let name = "ledger/reports/青禾县-2022.md"
    try sandbox.write(Reports.text("青禾县", 2022, growth: "9.9%"), to: name)
    let run = try verify()
    #expect(run.ending == .exit(1))
    #expect(
      run.lines.first
        == "\(sandbox / name): not the text the ledger was made of: its checksum differs")
    // The tables are of the text it was; without them it is read as it is, with a word of warning.
    let growth = "facts | where text == \"9.9%\" | count"
    let query = try Filter(["-l", ledger, "-c", growth, "--format", "csv"], in: sandbox)
    #expect(query.output == "count\n0\n" && query.errors.isEmpty)
    sandbox.removeFolder("ledger/tables")
    let reading = try Filter(["-l", ledger, "-c", growth, "--format", "csv"], in: sandbox)
    #expect(reading.ending == .exit(0) && reading.output == "count\n1\n")
    #expect(reading.errors.contains("dajuan: warning: \(sandbox / name): not the text"))
  }

  @Test func aTextThatIsGoneOrALink() throws {
    let file = ledger + "/reports/青禾县-2022.md"
    unlink(file)
    #expect(try verify().ending == .exit(1))
    #expect(try sandbox.ask(ledger, "facts | count") == ["count", "12"], "the tables are there")
    sandbox.removeFolder("ledger/tables")
    let query = try Filter(["-l", ledger, "-c", "facts"], in: sandbox)
    #expect(query.ending == .exit(3))
    #expect(query.errors == "dajuan: \(file): the text of report 青禾县-2022 is missing\n")
    #expect(symlink("/etc/hostname", file) == 0)
    let link = try Filter(["-l", ledger, "-c", "facts"], in: sandbox)
    #expect(link.ending == .exit(3), "a link leads out of the ledger")
  }

  /// A table that says another thing than the texts is told, row and column, and written anew.
  @Test func aTableThatIsDamagedOrGone() throws {
    let manifest = try Sandbox.read(ledger + "/ledger.json")
    let mark = try #require(manifest.firstRange(of: "facts-"))
    let name = "ledger/tables/" + manifest[mark.lowerBound...].prefix { $0 != "\"" }
    unlink(sandbox / name)
    let gone = try verify()
    #expect(gone.ending == .exit(1))
    #expect(gone.lines.first?.hasPrefix("\(sandbox / name): No such file") == true)
    let query = try Filter(["-l", ledger, "-c", "facts | count", "--format", "csv"], in: sandbox)
    #expect(query.output == "count\n12\n")
    #expect(query.errors.contains("`dajuan verify --rebuild \(ledger)` writes them anew"))
    let rebuilt = try Filter(["verify", "--rebuild", ledger], in: sandbox)
    #expect(rebuilt.lines == ["2 reports, 12 facts: whole"])
    #expect(try Filter(["-l", ledger, "-c", "facts | count"], in: sandbox).errors.isEmpty)
  }

  @Test func correctionsEditedByHandAreInForceAndTold() throws {
    try sandbox.write(
      "report\tquote\tfield\tvalue\n青禾县-2023\t37公里\tperiod\t2030\n",
      to: "ledger/corrections.tsv")
    let query = try Filter(
      [
        "-l", ledger, "--format", "csv", "-c",
        "facts | where text == \"37公里\" and report == \"青禾县-2023\" | select period",
      ], in: sandbox)
    #expect(query.output == "period\n2030\n")
    #expect(query.errors.contains("its tables are older than its corrections"))
    let run = try verify()
    #expect(run.ending == .exit(0) && run.lines.first == "2 reports, 12 facts: whole")
    #expect(run.output.contains("older than its corrections"))
  }

  @Test func aFileThatBelongsToNothing() throws {
    try sandbox.write("draft", to: "ledger/reports/draft.md")
    let run = try verify()
    #expect(run.ending == .exit(1))
    #expect(run.lines.first == "\(ledger)/reports/draft.md: no part of the ledger")
  }

  private static func manifest(_ id: String, _ more: String = "\"title\": null") -> String {
    "{\"format\": 1, \"reports\": [{\"id\": \"\(id)\", \"file\": \"a.md\", \"sha256\": \"\", "
      + "\"origin\": {\"name\": \"\", \"sha256\": \"\"}, \(more)}]}"
  }

  @Test(arguments: [
    ("{", "ledger.json: not JSON: "),
    ("{}", ": not a ledger: its ledger.json has no format"),
    ("{\"format\": 99}", ": its format is 99, and this version reads up to 1"),
    ("{\"format\": 1}", "ledger.json: there is no list of reports in it"),
    ("{\"format\": 1, \"reports\": [{}]}", "report 1 lacks its id, file or checksum"),
    (
      "{\"format\": 1, \"reports\": [{\"id\": \"a\", \"file\": \"../a.md\", \"sha256\": \"\", "
        + "\"origin\": {\"name\": \"\", \"sha256\": \"\"}}]}", "names a file outside the ledger"
    ),
    (Self.manifest("../a"), "ledger.json: report 1 has an id that can name no file"),
    (Self.manifest("x/y"), "ledger.json: report 1 has an id that can name no file"),
    (Self.manifest("."), "ledger.json: report 1 has an id that can name no file"),
    (
      Self.manifest("a", "\"year\": 99999999999999999999999"),
      "report 1: its year is no year from 1 to 9999"
    ),
    (Self.manifest("a", "\"year\": -5"), "report 1: its year is no year from 1 to 9999"),
    (
      Self.manifest("a", "\"given_year\": \"2022\""),
      "report 1: its given_year is no year from 1 to 9999"
    ),
    (Self.manifest("a", "\"facts\": -1"), "report 1: its facts are no count"),
  ])
  func aManifestThatIsWrong(_ json: String, _ message: String) throws {
    try sandbox.write(json, to: "ledger/ledger.json")
    for arguments in [
      ["verify", ledger], ["-l", ledger, "-c", "facts"],
      ["ingest", sandbox / "a.md", "--into", ledger],
    ] {
      let run = try Filter(arguments, in: sandbox)
      #expect(run.ending == .exit(3))
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  /// Whatever single byte of the manifest is another, there is an answer or an error, never a crash.
  @Test func flippedBytesOfTheManifest() throws {
    let whole = Array(try Sandbox.read(ledger + "/ledger.json").utf8)
    for place in stride(from: 0, to: whole.count, by: whole.count / 40) {
      var bytes = whole
      bytes[place] ^= 0x20
      try sandbox.write(bytes: bytes, to: "ledger/ledger.json")
      let run = try verify()
      #expect([.exit(0), .exit(1), .exit(3)].contains(run.ending), "byte \(place): \(run.errors)")
    }
    for length in stride(from: 0, to: whole.count, by: whole.count / 20) {
      try sandbox.write(bytes: Array(whole[..<length]), to: "ledger/ledger.json")
      #expect(try verify().ending == .exit(3))
    }
  }

  @Test func ledgersAndReportsTogether() throws {
    try sandbox.write(Reports.text("白杨县", 2022), to: "c.md")
    let run = try Filter(
      [
        "-l", ledger, "-l", sandbox / "c.md", "-l", ledger, "--format", "csv", "-c",
        "reports | select id",
      ], in: sandbox)
    #expect(
      run.lines == [
        "id", "青禾县-2022", "青禾县-2023", "c", "青禾县-2022#2", "青禾县-2023#2",
      ])
  }

  @Test func openedInTheREPL() throws {
    let conversation = try Conversation(in: sandbox)
    #expect(try conversation.ask(".open \(ledger)") == ["opened \(ledger): 2 reports, 12 facts"])
    #expect(try conversation.ask(".open \(sandbox.path)").first?.contains("not a ledger") == true)
    #expect(try conversation.ask("reports | count").contains { $0.trimmed == "2" })
    #expect(try conversation.leave() == .exit(0))
  }
}
