internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc
internal import LineEditing
internal import TerminalText

/// Runs scripts without a person at the keyboard: from `-c`, a file or standard input. Several go on
/// in one session.
final class ScriptRunner {
  private let options: OutputSettings
  /// The file for answers, where one is given.
  private var file: FileReplacement?
  /// Catches Ctrl-C while there is such a file, so that nothing is left beside it.
  private var interrupts: Interrupts?
  private var output = FileOutput.standardOutput()
  private let errors = FileOutput.standardError()
  private var session: Session
  /// Whether an answer has been written, so that the next stands apart from it.
  private var hasAnswered = false
  /// Whether an answer came where an Arrow file was full.
  private var hasSecondTable = false
  /// The error number of a write of an Arrow file that failed.
  private var arrowFailure: Int32?
  /// Whether an answer was no chart where charts are drawn.
  private var hasUndrawn = false
  /// The charts so far, where they are written as SVG.
  private var page: ChartPage

  init(_ options: OutputSettings) throws {
    self.options = options
    page = ChartPage(options.rendering)
    do throws(LedgerFailure) {
      session = Session(ledger: try LedgerOpening.open(options.ledgers))
      session.limits = options.limits
    } catch {
      throw reportedFailure(error, options.messages)
    }
  }

  private func openOutput() throws {
    guard let path = options.output else {
      if isArrow, Terminal.isOutputTerminal {
        throw reportedFailure(
          "arrow is bytes and not for a terminal: write it with --output FILE, or into a pipe",
          options.messages.diagnostics, code: 2)
      }
      return
    }
    do throws(FileFailure) {
      // Before there is anything to leave behind.
      interrupts = Interrupts()
      let file = try FileReplacement(of: path)
      (self.file, output) = (file, FileOutput(descriptor: file.descriptor))
    } catch {
      throw reportedFailure(error, options.messages)
    }
  }

  /// Runs the script in a file; `-` is standard input.
  func run(file: String) throws {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: file)
    } catch {
      throw reportedFailure(error, options.messages)
    }
    try run([Source(name: file == "-" ? "<stdin>" : file, bytes: bytes)])
  }

  /// Runs scripts one after another; throws the exit code after the mistakes were written. What was
  /// answered before a mistake stays; a file for answers is left alone where nothing was, and after
  /// Ctrl-C.
  func run(_ sources: [Source]) throws {
    try Parameters.checkNames(options.parameters, in: sources, session)
    Parameters.give(options.parameters, to: &session)
    try openOutput()
    do {
      for source in sources { try run(source) }
    } catch {
      let isInterrupted = (error as? ExitCode)?.rawValue == 130
      if hasAnswered, !isInterrupted, output.failure == nil, arrowFailure == nil {
        try close()
      } else {
        file?.discard()
      }
      throw error
    }
    if options.drawsSVG, page.isEmpty {
      file?.discard()
      throw nothingToDraw
    }
    try close()
  }

  private func run(_ source: Source) throws {
    try Parameters.ask(for: source, &session, options.lang)
    let diagnostics = DiagnosticOutput(options.messages)
    // While there is a file for answers, Ctrl-C is caught already.
    let bar = QueryBar(
      catchesInterrupts: options.output == nil, language: options.lang ?? source.language)
    let shouldStop = { @Sendable in
      bar.tick()
      return Interrupts.isPending
    }
    do throws(ScriptError) {
      if let phase = options.explain {
        let text = try session.explain(
          source, phase, shouldStop: shouldStop, progress: bar.progress)
        bar.clear()
        write(explanation: text)
      } else {
        try session.run(
          source, shouldStop: shouldStop, progress: bar.progress,
          warn: {
            bar.clear()
            diagnostics.write([$0], in: source, to: errors)
          }
        ) { result in
          bar.clear()
          write(result, bar)
        }
      }
      bar.clear()
    } catch {
      bar.clearForMistake()
      diagnostics.write(error, to: errors)
      throw ExitCode(error.isCancelled ? 130 : error.isFailedCheck ? 1 : 2)
    }
    if let code = output.failure ?? arrowFailure {
      throw reportedFailure(unwritten(code), options.messages)
    }
    if hasSecondTable {
      throw reportedFailure(
        "an Arrow file holds one answer; the first is in it", of: options.output,
        options.messages.diagnostics, code: 2)
    }
    if Interrupts.isPending {
      throw reportedFailure("interrupted", options.messages.diagnostics, code: 130)
    }
  }

  private func write(_ result: QueryResult, _ bar: QueryBar) {
    if options.drawsSVG { return draw(result) }
    if isArrow { return writeArrow(result) }
    let rendering = options.rendering
    let output = output
    var stream = AnswerStream(after: bar, output.write)
    if hasAnswered, rendering.format.isSpaced { output.write("\n") }
    hasAnswered = true
    let isWhole = result.write(rendering, to: &stream, progress: bar.progress) { [stream] in
      stream.tick()
      return Interrupts.isPending || output.failure != nil
    }
    if isWhole, let note = result.note(rendering) { errors.write(note + "\n") }
    output.flush()
    errors.flush()
  }

  private func write(explanation text: String) {
    if text.isEmpty { return }
    if hasAnswered { output.write("\n") }
    hasAnswered = true
    output.write(ExplainText.visible(text))
    output.flush()
  }

  /// Hands over what was written, and says so where that cannot be done.
  private func close() throws {
    if !page.isEmpty {
      var stream = output
      page.write(to: &stream)
      if hasUndrawn {
        errors.write("dajuan: an answer that is no chart is not written as SVG\n")
        errors.flush()
      }
    }
    do throws(FileFailure) {
      output.flush()
      try file?.commit(failure: output.failure)
      if let code = output.failure { throw unwritten(code) }
    } catch {
      throw reportedFailure(error, options.messages)
    }
  }

  private func unwritten(_ code: Int32) -> FileFailure {
    FileFailure(path: options.output ?? "<stdout>", code: code)
  }
}

// What is no text.
extension ScriptRunner {
  private var isArrow: Bool { options.explain == nil && options.rendering.format == .arrow }

  /// Writes the first answer as an Arrow file.
  private func writeArrow(_ result: QueryResult) {
    if hasAnswered {
      hasSecondTable = true
      return
    }
    do throws(FileFailure) {
      hasAnswered = try result.writeArrow(
        to: file?.descriptor ?? STDOUT_FILENO, name: options.output ?? "<stdout>",
        shouldStop: { Interrupts.isPending })
    } catch {
      arrowFailure = error.code
    }
    if let note = result.note(options.rendering) { errors.write(note + "\n") }
    errors.flush()
  }

  private func draw(_ result: QueryResult) {
    if page.add(result) { hasAnswered = true } else { hasUndrawn = true }
  }

  private var nothingToDraw: ExitCode {
    reportedFailure(
      "no query ends in `chart`, so there is nothing to draw as SVG; end one in `| chart …`, or write "
        + "rows with --format, or to a file of another name",
      of: options.output, options.messages.diagnostics, code: 2)
  }
}
