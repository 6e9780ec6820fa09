internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// Runs scripts without a person at the keyboard: from `-c`, a file or standard input. Several go on
/// in one session.
final class ScriptRunner {
  private let options: OutputOptions
  private let output: FileOutput
  private let errors = FileOutput.standardError()
  private var session: Session
  /// Whether an answer has been written, so that the next stands apart from it.
  private var hasAnswered = false
  /// The charts so far, where they are written as SVG.
  private var page: ChartPage

  init(_ options: OutputOptions) throws {
    self.options = options
    page = ChartPage(options.rendering)
    do throws(LedgerFailure) {
      session = Session(ledger: try LedgerOpening.open(options.ledger))
      session.limits = options.limits
    } catch {
      throw reportedFailure(error.description)
    }
    output = try Self.output(options)
  }

  private static func output(_ options: OutputOptions) throws -> FileOutput {
    guard let path = options.output else { return .standardOutput() }
    do throws(FileFailure) {
      return try FileOutput.file(path)
    } catch {
      throw reportedFailure(error.description)
    }
  }

  /// Runs the script in a file; `-` is standard input.
  func run(file: String) throws {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: file)
    } catch {
      throw reportedFailure(error.description)
    }
    try run([Source(name: file == "-" ? "<stdin>" : file, bytes: bytes)])
    try finish()
  }

  /// Runs scripts one after another; throws the exit code after the mistakes were written.
  func run(_ sources: [Source]) throws {
    try Parameters.checkNames(options.parameters, in: sources, session)
    Parameters.give(options.parameters, to: &session)
    for source in sources { try run(source) }
  }

  private func run(_ source: Source) throws {
    Parameters.ask(for: source, &session, options.lang)
    let rendering = options.rendering
    let isSpaced = rendering.format == .table || rendering.format == .markdown
    let diagnostics = DiagnosticOutput(options.messages)
    do throws(ScriptError) {
      try session.run(source, warn: { diagnostics.write([$0], in: source, to: errors) }) { result in
        if options.drawsSVG { return draw(result) }
        var stream = output
        if hasAnswered, isSpaced { output.write("\n") }
        hasAnswered = true
        result.write(rendering, to: &stream)
        if let note = result.note(rendering) { errors.write(note + "\n") }
        output.flush()
        errors.flush()
      }
    } catch {
      if error.isRunTime {
        // What was drawn before stays, as what was written before does.
        writePage()
        output.flush()
      }
      diagnostics.write(error, to: errors)
      throw ExitCode(error.isCancelled ? 130 : error.isFailedCheck ? 1 : 2)
    }
    try close()
  }

  /// Hands over what was written, and says so where that cannot be done.
  private func close() throws {
    output.flush()
    if let code = output.failure {
      throw reportedFailure(
        FileFailure(path: options.output ?? "<stdout>", code: code).description)
    }
  }
}

// Charts in a file of their own.
extension ScriptRunner {
  private func draw(_ result: QueryResult) {
    if page.add(result) { return }
    errors.write("dajuan: an answer that is no chart is not written as SVG\n")
    errors.flush()
  }

  /// Writes what all the scripts together make: the page of charts, where one is asked for.
  func finish() throws {
    guard options.drawsSVG else { return }
    if page.isEmpty { throw reportedFailure("no query ends in `chart`: there is nothing to draw") }
    writePage()
    try close()
  }

  private func writePage() {
    if page.isEmpty { return }
    var stream = output
    page.write(to: &stream)
  }
}
