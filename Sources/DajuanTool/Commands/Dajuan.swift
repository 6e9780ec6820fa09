internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing

/// The program: a plain line is run at once, any other goes through the parser.
@main
enum Program {
  static func main() {
    guard let line = PlainLine(CommandLine.arguments.dropFirst()) else {
      return DajuanCommand.main()
    }
    do { try run(line.queries, line.settings) } catch { DajuanCommand.exit(withError: error) }
  }

  /// Runs queries, or where there are none the REPL or a script from standard input.
  static func run(_ queries: [String], _ settings: OutputSettings) throws {
    if !queries.isEmpty {
      let runner = try ScriptRunner(settings)
      let sources = queries.enumerated().map { index, text in
        Source(name: queries.count == 1 ? "query" : "query \(index + 1)", text)
      }
      return try runner.run(sources)
    }
    if Terminal.isInteractive {
      guard settings.explain == nil else {
        throw ValidationError("--explain goes with -c or a script; in the REPL, write .explain")
      }
      let repl = try Repl(settings)
      throw ExitCode(repl.run())
    }
    try ScriptRunner(settings).run(file: "-")
  }
}

/// `dajuan`: the REPL, a query from the command line, or a script from standard input.
struct DajuanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dajuan",
    abstract:
      "Asks government work reports what was promised, what was done, and where it says so.",
    discussion: """
      Without arguments: the REPL on the bundled report of 郑州市二七区, or, when standard input \
      is no terminal, a script read from it.

        dajuan -c 'indicators | where nature == target | sort growth desc'
        dajuan -c '项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序'
        dajuan -l report.txt -c 'facts | count'
        dajuan ingest reports/ --into ledger && dajuan -l ledger

      Exit status: 0 done, 1 the data failed a check, 2 the query is wrong, 3 a file cannot be \
      read, 64 the command line is wrong, 130 interrupted.
      """,
    version: ToolVersion.text,
    subcommands: [
      Run.self, Check.self, Format.self, Explain.self, Extract.self, Ingest.self, Review.self,
      Correct.self, Verify.self, Manual.self,
    ]
  )

  @OptionGroup var output: OutputOptions

  @Option(
    name: .customShort(PlainLine.query),
    help: ArgumentHelp("A query to run; the REPL does not start.", valueName: "query"))
  var command: [String] = []

  @Flag(name: .customLong("no-init"), help: "Starts the REPL without the init file.")
  var skipsInit = false

  mutating func run() throws {
    var settings = output.settings
    settings.readsInit = !skipsInit
    try Program.run(command, settings)
  }
}
