internal import ArgumentParser
internal import DajuanLedger
internal import TerminalText

/// Says on standard error why a file or ledger cannot be used, and gives the exit code for it.
func reportedFailure(_ message: String) -> ExitCode {
  let errors = FileOutput.standardError()
  errors.write("dajuan: \(TerminalText.visible(message))\n")
  errors.flush()
  return ExitCode(3)
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
