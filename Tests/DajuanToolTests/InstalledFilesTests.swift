import Glibc
import Testing

/// What `make install` puts beside the tool: the manual page, and completions for shells.
@Suite struct InstalledFilesTests {
  private static func has(_ program: String) -> Bool { access("/usr/bin/" + program, X_OK) == 0 }

  /// A program's output and errors, together.
  private func run(_ script: String, in sandbox: Sandbox) throws -> String {
    let file = sandbox / "output"
    let child = try Child(
      "/bin/bash", ["-c", script],
      environment: sandbox.environment,
      streams: (
        .file("/dev/null", flags: O_RDONLY),
        .file(file, flags: O_WRONLY | O_CREAT | O_TRUNC), .file(file, flags: O_WRONLY | O_APPEND)
      ),
      inOwnSession: false)
    _ = try child.wait()
    return try Sandbox.read(file)
  }

  // MARK: The manual page

  @Test func thePageTellsOfEveryCommandAndOption() throws {
    let page = try Filter("manual").output
    for word in [
      "run", "check", "fmt", "explain", "extract", "ingest", "review", "correct", "verify",
    ] {
      #expect(page.contains(".Cm \(word)\n") && page.contains(".Ss \(word)\n"), "\(word)")
    }
    for option in ["l , Fl -ledger", "-format", "-lang", "-explain", "-into", "-dry\\-run"] {
      #expect(page.contains(".It Fl \(option)"), "\(option)")
    }
    #expect(!page.contains("manual") && page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.contains("\\[u4E8C]\\[u4E03]"), "Chinese is not lost")
    let dated = try Filter("manual", environment: ["SOURCE_DATE_EPOCH": "1767225600"])
    #expect(dated.lines.first == ".Dd January 1, 2026")
  }

  @Test(.enabled(if: has("groff"), "groff is not installed"))
  func groffRendersItWithoutWarnings() throws {
    let sandbox = try Sandbox()
    try sandbox.write(try Filter("manual").output, to: "dajuan.1")
    let page = sandbox / "dajuan.1"
    #expect(try run("groff -ww -Tutf8 -mdoc \(page) 2>&1 >/dev/null", in: sandbox) == "")
    let text = try run("groff -Tutf8 -mdoc -P -cbou \(page)", in: sandbox)
    #expect(text.contains("郑州市二七区"))
    #expect(text.contains("dajuan -l report.txt -c 'facts | count'"))
  }

  @Test(.enabled(if: has("mandoc"), "mandoc is not installed"))
  func mandocFindsNothingWrong() throws {
    let sandbox = try Sandbox()
    try sandbox.write(try Filter("manual").output, to: "dajuan.1")
    #expect(try run("mandoc -Tlint -W warning \(sandbox / "dajuan.1")", in: sandbox) == "")
  }

  // MARK: Completions

  /// What bash offers for the last word of a line.
  private func offered(_ words: [String], in sandbox: Sandbox) throws -> [String] {
    let tool = try Tool.path.get()
    let line = words.joined(separator: " ")
    let previous = words.count > 1 ? words[words.count - 2] : ""
    let script = """
      cd \(sandbox.path)
      source <(\(tool) --generate-completion-script bash)
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)'
      COMP_POINT=${#COMP_LINE}
      _dajuan dajuan '\(words[words.count - 1])' '\(previous)'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    return try run(script, in: sandbox).split(separator: "\n").map(String.init)
  }

  @Test func bashCompletes() throws {
    let sandbox = try Sandbox()
    try sandbox.write("", to: "report.md")
    try sandbox.makeFolder("reports")
    #expect(try offered(["dajuan", "in"], in: sandbox) == ["ingest"])
    let commands = try offered(["dajuan", ""], in: sandbox)
    #expect(commands.contains("verify") && !commands.contains("manual"))
    #expect(try offered(["dajuan", "--form"], in: sandbox) == ["--format"])
    #expect(try offered(["dajuan", "--format", "js"], in: sandbox) == ["json", "jsonl"])
    #expect(try offered(["dajuan", "--lang", ""], in: sandbox) == ["en", "zh"])
    #expect(try offered(["dajuan", "--explain", "an"], in: sandbox) == ["analyze"])
    let files = try offered(["dajuan", "-l", "rep"], in: sandbox)
    #expect(files.sorted() == ["report.md", "reports"])
    #expect(try offered(["dajuan", "run", "report"], in: sandbox).contains("report.md"))
    #expect(try offered(["dajuan", "ingest", "x", "--into", "rep"], in: sandbox) == ["reports"])
    #expect(try offered(["dajuan", "explain", "DJ030"], in: sandbox).contains("DJ0301"))
  }

  @Test(.enabled(if: has("zsh"), "zsh is not installed"))
  func zshReadsItsCompletions() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      try Filter("--generate-completion-script", "zsh").output, to: "_dajuan")
    #expect(try run("zsh -n \(sandbox / "_dajuan")", in: sandbox) == "")
  }

  @Test(.enabled(if: has("fish"), "fish is not installed"))
  func fishCompletes() throws {
    let sandbox = try Sandbox()
    let tool = try Tool.path.get()
    let offered = try run(
      "PATH=\(tool.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }):$PATH "
        + "fish -c '\(tool) --generate-completion-script fish | source; "
        + "complete -C \"dajuan --format js\"'", in: sandbox)
    #expect(offered.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["json", "jsonl"])
  }
}
