internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

/// `dajuan check SCRIPT…`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds what is wrong with scripts, without running them.",
    discussion: """
      Names, types and units are checked as `run` would, and `let`, `def` and `param` names that \
      are never used are told as warnings. Parameters need no values. The units the ledger's own figures \
      have are known. Exit status: 0 nothing but \
      warnings, 2 a mistake, 3 a file cannot be read.
      """
  )

  @OptionGroup var ledgers: LedgerOptions
  @OptionGroup var messages: MessageOptions

  @Flag(help: "Reads a script from standard input, as editors do.")
  var stdin = false

  @Argument(help: "Scripts; `-` is standard input.", completion: .file())
  var scripts: [String] = []

  mutating func validate() throws {
    if scripts.isEmpty, !stdin { throw ValidationError("Missing a script, or --stdin.") }
  }

  mutating func run() throws {
    let session: Session
    do throws(LedgerFailure) {
      session = Session(ledger: try LedgerOpening.open(ledgers.ledger))
    } catch {
      throw reportedFailure(error, messages.settings)
    }
    let output = DiagnosticOutput(messages.settings)
    let errors = FileOutput.standardError()
    var failure: ExitCode?
    for name in scripts + (stdin ? ["-"] : []) {
      do throws(FileFailure) {
        let source = try ScriptFile.read(name)
        let diagnostics = session.check(source)
        output.write(diagnostics, in: source, to: errors)
        let isWrong = diagnostics.contains { $0.severity == .error }
        if isWrong, failure == nil { failure = ExitCode(2) }
      } catch {
        failure = reportedFailure(error, messages.settings)
      }
    }
    if let failure { throw failure }
  }
}

/// Scripts as files.
enum ScriptFile {
  /// Reads a script; `-` is standard input.
  static func read(_ name: String) throws(FileFailure) -> Source {
    Source(name: name == "-" ? "<stdin>" : name, bytes: try FileReading.bytes(of: name))
  }
}
