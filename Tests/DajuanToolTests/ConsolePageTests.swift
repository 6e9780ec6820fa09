import Glibc
import Testing

/// The pages of the documentation that show the command line, run so that they stay true.
///
/// A block marked `report NAME` is a file; the lines of a block marked `console` that begin with `$ ` are
/// given to a shell, one after the other in one folder, and must print what stands below them.
/// `DAJUAN_RECORD=1` writes what they print into the page.
@Suite struct ConsolePageTests {
  @Test(
    arguments: ["ReadingReports", "Plans", "LedgerFolders", "Repl"].map {
      "Sources/Dajuan/Dajuan.docc/\($0).md"
    })
  func pagesAreTrue(_ page: String) throws {
    let path = Self.root + "/" + page
    let text = try Sandbox.read(path)
    let sandbox = try Sandbox()
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let tool = try Tool.path.get()
    let folder = sandbox / "programs"
    mkdir(folder, 0o755)
    #expect(symlink(tool, folder + "/dajuan") == 0)
    var lines: [String] = []
    var block: String?
    var gathered = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard let mark = block else {
        lines.append(line)
        if line.hasPrefix("```"), line.count > 3 {
          (block, gathered) = (String(line.dropFirst(3)), "")
        }
        continue
      }
      if line == "```" {
        block = nil
        lines.append(line)
        continue
      }
      if mark == "console" {
        guard line.hasPrefix("$ ") else { continue }
        lines.append(line)
        lines += try Self.run(String(line.dropFirst(2)), in: sandbox, programs: folder)
      } else {
        lines.append(line)
        gathered += line + "\n"
        if mark.hasPrefix("report ") { try sandbox.write(gathered, to: String(mark.dropFirst(7))) }
      }
    }
    let shown = lines.joined(separator: "\n")
    if getenv("DAJUAN_RECORD") != nil {
      let stream = try #require(fopen(path, "w"))
      fputs(shown, stream)
      fclose(stream)
    }
    #expect(shown == text)
  }

  /// The blocks marked `python` print what stands in the block below them, where what they import is
  /// installed.
  @Test(.enabled(if: Python.has("polars", "duckdb", "pyarrow"), "no Python with polars and DuckDB"))
  func pythonReadsTheTables() throws {
    let text = try Sandbox.read(Self.root + "/Sources/Dajuan/Dajuan.docc/LedgerFolders.md")
    let sandbox = try Sandbox()
    try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    _ = try Filter(["ingest", sandbox / "a.md", "--into", sandbox / "ledger"], in: sandbox)
    var blocks: [(mark: String, text: String)] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isInside { blocks.append((String(line.dropFirst(3)), "")) }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    let programs = blocks.indices.filter { blocks[$0].mark == "python" }
    #expect(programs.count == 2)
    for index in programs {
      try sandbox.write(blocks[index].text, to: "program.py")
      let lines = try Self.run(
        "'\(Python.interpreter)' program.py", in: sandbox, programs: sandbox / "none")
      #expect(lines.joined(separator: "\n") + "\n" == blocks[index + 1].text)
    }
  }

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// What a command prints, line by line; standard error among it.
  private static func run(
    _ command: String, in sandbox: Sandbox, programs: String
  ) throws -> [String] {
    let (input, output) = (try Pipe(), try Pipe())
    let child = try Child(
      "/bin/sh", ["-c", "cd \"$HOME/..\" && { " + command + "\n}"],
      environment: sandbox.environment.merging(["PATH": programs + ":/usr/bin:/bin"]) { $1 },
      streams: (
        .descriptor(input.readEnd), .descriptor(output.writeEnd), .descriptor(output.writeEnd)
      ), inOwnSession: false)
    input.closeReadEnd()
    input.closeWriteEnd()
    output.closeWriteEnd()
    var bytes: [UInt8] = []
    while output.read(into: &bytes) {}
    _ = try child.wait()
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
