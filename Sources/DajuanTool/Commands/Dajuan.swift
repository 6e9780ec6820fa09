internal import ArgumentParser
internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

/// The program: a plain line is run at once, any other goes through the parser.
@main
enum Program {
  static func main() {
    guard var command = PlainLine(CommandLine.arguments.dropFirst())?.command else {
      return DajuanCommand.main()
    }
    do { try command.run() } catch { DajuanCommand.exit(withError: error) }
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
    version: Version.text,
    subcommands: [
      Run.self, Check.self, Format.self, Explain.self, Extract.self, Ingest.self, Review.self,
      Correct.self, Verify.self,
    ]
  )

  @OptionGroup var output: OutputOptions

  @Option(name: .customShort(PlainLine.query), help: "A query to run; the REPL does not start.")
  var command: [String] = []

  mutating func run() throws {
    if !command.isEmpty {
      let runner = try ScriptRunner(output)
      let sources = command.enumerated().map { index, text in
        Source(name: command.count == 1 ? "query" : "query \(index + 1)", text)
      }
      return try runner.run(sources)
    }
    if Terminal.isInteractive {
      let repl = try Repl(output)
      throw ExitCode(repl.run())
    }
    try ScriptRunner(output).run(file: "-")
  }
}
