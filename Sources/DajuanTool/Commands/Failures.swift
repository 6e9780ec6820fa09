internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import Glibc
internal import TerminalText

/// A failure that is no mistake of a query: most often of a file.
protocol ReportableFailure: Error {
  /// The file; `nil` where the message names it.
  var path: String? { get }
  /// What is wrong, without the file's name.
  var message: String { get }
}

extension LedgerFailure: ReportableFailure {}

/// Says on standard error why a file or ledger cannot be used, the way mistakes are written, and gives
/// the exit code for it.
func reportedFailure(_ failure: some ReportableFailure, _ options: MessageSettings) -> ExitCode {
  reportedFailure(failure.message, of: failure.path, options.diagnostics)
}

/// The same for a file.
func reportedFailure(_ failure: FileFailure, _ options: MessageSettings) -> ExitCode {
  reportedFailure(.file(failure) as LedgerFailure, options)
}

/// Says on standard error what keeps a command from its work, and gives the exit code for it. As JSON
/// it is an object with `severity`, `message` and, where it is one's, `file`.
func reportedFailure(
  _ message: String, of path: String? = nil,
  _ format: MessageSettings.DiagnosticFormat = .text, code: Int32 = 3
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

extension FileOutput {
  /// Hands over what is left; throws the exit code after saying why not all was written.
  func finish() throws {
    flush()
    if let failure { throw reportedFailure(String(cString: strerror(failure)), of: "<stdout>") }
  }
}

/// Says on standard error what is wrong with what was asked, and gives the exit code for it.
func reportedMistake(_ message: String) -> ExitCode {
  let errors = FileOutput.standardError()
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  errors.write(
    "dajuan: \(lines.map { TerminalText.visible(String($0)) }.joined(separator: "\n"))\n")
  errors.flush()
  return ExitCode(2)
}

/// Tells on standard error what a person should know and what stops nothing.
func reportWarning(_ message: String) {
  let errors = FileOutput.standardError()
  errors.write("dajuan: warning: \(TerminalText.visible(message))\n")
  errors.flush()
}

/// Does something with a ledger's folder; throws the exit code after saying why it cannot be done.
func reportingFailure<Result>(_ body: () throws(StoreError) -> Result) throws -> Result {
  do throws(StoreError) {
    return try body()
  } catch {
    throw reportedFailure(error.description)
  }
}
