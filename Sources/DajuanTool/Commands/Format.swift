internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import TerminalText

/// `dajuan fmt SCRIPT…`
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lays scripts out the canonical way.",
    discussion: """
      The result goes to standard output, or with --in-place back into the files. Comments, and \
      blank lines between statements, stay; half-width marks, `==` for equality, and one operator \
      a line where a query is long. With --lang the words of the language are written in that one, \
      but for names whose meaning only running would tell. A script with mistakes is left as it is. Exit status: 0 done, 1 --check found something \
      to change, 2 a mistake, 3 a file cannot be read or written.
      """
  )

  @OptionGroup var messages: MessageOptions

  @Flag(help: "Changes nothing; names the scripts that would change.")
  var check = false

  @Flag(name: .shortAndLong, help: "Writes the result back into the files.")
  var inPlace = false

  @Flag(help: "Formats standard input, as editors do.")
  var stdin = false

  @Argument(help: "Scripts; `-` is standard input.", completion: .file())
  var scripts: [String] = []

  private var names: [String] { scripts + (stdin ? ["-"] : []) }

  mutating func validate() throws {
    if names.isEmpty { throw ValidationError("Missing a script, or --stdin.") }
    if inPlace, names.contains("-") {
      throw ValidationError("--in-place needs files, not standard input.")
    }
    if names.count > 1, !inPlace, !check {
      throw ValidationError("Several scripts need --in-place or --check.")
    }
  }

  mutating func run() throws {
    var failure: ExitCode?
    for name in names {
      do throws(FileFailure) {
        let found = try format(name)
        if let found, (failure?.rawValue ?? 0) < found.rawValue { failure = found }
      } catch {
        failure = reportedFailure(error, messages.settings)
      }
    }
    if let failure { throw failure }
  }

  /// Formats one script; the exit code where it is not 0.
  private func format(_ name: String) throws(FileFailure) -> ExitCode? {
    let source = try ScriptFile.read(name)
    let layout = Printer.Options(
      language: messages.lang ?? source.language,
      keepsLanguage: messages.lang == nil)
    let worded = messages.lang.map { Translation.of(source, into: $0) } ?? source
    guard let text = Printer.format(worded, layout) else {
      let mistakes = ParsedScript.parse(source).diagnostics
      DiagnosticOutput(messages.settings).write(mistakes, in: source, to: .standardError())
      return ExitCode(2)
    }
    let output = FileOutput.standardOutput()
    let changes = Array(text.utf8) != source.bytes
    if check {
      if changes { output.write(TerminalText.visible(source.name) + "\n") }
    } else if inPlace {
      if changes { try FileReplacement.put(Array(text.utf8), at: name) }
    } else {
      output.write(text)
    }
    output.flush()
    if let code = output.failure { throw FileFailure(path: "<stdout>", code: code) }
    return check && changes ? ExitCode(1) : nil
  }
}
