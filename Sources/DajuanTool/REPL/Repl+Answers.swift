internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// How the running of statements ended.
  enum Ending {
    /// Whether all is well or there was a mistake.
    case done
    /// Ctrl-C stopped it, in this line where that is known.
    case stopped(line: Int?)
    /// Ctrl-C came instead of a parameter's value.
    case givenUp
  }

  /// Runs a statement or a script in this session and shows what comes of it.
  @discardableResult
  func answer(_ source: Source, _ editor: inout LineEditor) -> Ending {
    guard askForParameters(of: source, &editor) else { return .givenUp }
    let asking = session
    rendering.maximumWidth = settings.width ?? Terminal.width
    let clock = ContinuousClock()
    var start = clock.now
    let ending = attempt(source) { (bar, diagnostics) throws(ScriptError) in
      try session.run(
        source,
        shouldStop: {
          bar.tick(); return Interrupts.isPending
        }, progress: bar.progress,
        warn: {
          bar.clear()
          diagnostics.write([$0], in: source, to: errors)
        }
      ) { result in
        let time = start.duration(to: clock.now)
        bar.clear()
        lastAnswered = (asking, source)
        // The init file's answers are for nobody, unless it sends them to a file.
        if isStarting, answerFile == nil { return }
        deliver(result, after: time, bar)
        start = clock.now
      }
    }
    return ending
  }

  /// `.explain`: what becomes of a query, or of the statement answered last.
  func explain(_ command: DotCommand) {
    let request = ExplainRequest(command.rest)
    let language = language(of: command)
    let asked =
      request.query.isEmpty
      ? lastAsked : (session: session, source: Source(name: "query", request.query))
    guard let (asking, source) = asked else {
      return tell(
        language == .chinese
          ? "还没有可解释的查询；请写 .解释 计划 查询" : "nothing has been asked yet; write .explain plan QUERY")
    }
    attempt(source) { (bar, _) throws(ScriptError) in
      var session = asking
      let text = try session.explain(
        source, request.phase,
        shouldStop: {
          bar.tick(); return Interrupts.isPending
        },
        progress: bar.progress)
      bar.clear()
      let nothing = language == .chinese ? "其中没有要运行的查询" : "there is no query in it to be run"
      output.write(text.isEmpty ? nothing + "\n" : ExplainText.visible(text))
      output.flush()
    }
  }

  /// Does what may be stopped by Ctrl-C or end in a mistake, and tells of either.
  @discardableResult
  func attempt(
    _ source: Source, _ body: (QueryBar, DiagnosticOutput) throws(ScriptError) -> Void
  ) -> Ending {
    let diagnostics = DiagnosticOutput(options.messages)
    let bar = QueryBar(
      catchesInterrupts: false, language: options.lang ?? source.language)
    // What is left of an answer is not wanted after Ctrl-C.
    output.isUnwanted = { Interrupts.isPending }
    defer { output.isUnwanted = { false } }
    do throws(ScriptError) {
      try body(bar, diagnostics)
      bar.clear()
      output.flush()
      guard Interrupts.isPending else { return .done }
      output.isUnwanted = { false }
      let language = options.lang ?? source.language
      let message = DiagnosticCode.cancelled.fact.message[language]
      show((rendering.usesColor ? "\u{1B}[0m" : "") + "\n" + message)
      return .stopped(line: nil)
    } catch {
      bar.clear()
      output.flush()
      diagnostics.write(error, to: errors)
      if options.messages.diagnostics == .text {
        let language = options.lang ?? error.source.language
        if let hint = hints.hint(after: error, in: language) { tell(hint) }
      }
      guard Interrupts.isPending else { return .done }
      let stop = error.isCancelled ? error.diagnostics.first : nil
      return .stopped(line: stop.map { error.source.position(of: $0.span.start).line })
    }
  }
}
