internal import ArgumentParser
internal import Dajuan
internal import TerminalText

/// A failure that is no mistake of a query: most often of a file.
protocol ReportableFailure: Error {
  /// The file.
  var path: String { get }
  /// What is wrong, without the file's name.
  var message: String { get }
}

extension FileFailure: ReportableFailure {}
extension LedgerFailure: ReportableFailure {}

/// Says on standard error why a file or ledger cannot be used, the way mistakes are written, and gives
/// the exit code for it.
func reportedFailure(_ failure: some ReportableFailure, _ options: MessageOptions) -> ExitCode {
  reportedFailure(failure.message, of: failure.path, options.diagnostics)
}

/// Says on standard error what keeps a command from its work, and gives the exit code for it. As JSON
/// it is an object with `severity`, `message` and, where it is one's, `file`.
func reportedFailure(
  _ message: String, of path: String? = nil,
  _ format: MessageOptions.DiagnosticFormat = .text, code: Int32 = 3
) -> ExitCode {
  let errors = FileOutput.standardError()
  switch format {
  case .text:
    let text = (path.map { $0 + ": " } ?? "") + message
    errors.write("dajuan: \(TerminalText.visible(text))\n")
  case .json:
    var fields = [
      ("severity", JSONText.string("error")), ("message", JSONText.string(message)),
    ]
    if let path { fields.append(("file", JSONText.string(path))) }
    errors.write(JSONText.object(fields.map { (name: $0.0, json: $0.1) }) + "\n")
  }
  errors.flush()
  return ExitCode(code)
}
