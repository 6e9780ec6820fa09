internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// Goes through the steps of the tour with a person: a sentence, a query run for real, what to look at.
///
/// It has a session of its own on the bundled report, so that the person's stays as it is.
struct TourDialogue: ~Copyable {
  private let language: Language
  private var rendering: RenderOptions
  private var keys: SingleKeys
  private let output: FileOutput

  /// Nothing where no person sits at the terminal.
  ///
  /// - Parameters:
  ///   - language: Of what is said and asked.
  ///   - usesColor: Whether to colour.
  ///   - output: The terminal.
  init?(_ language: Language, usesColor: Bool, _ output: FileOutput) {
    guard let keys = SingleKeys() else { return nil }
    (self.language, self.output) = (language, output)
    self.keys = keys
    rendering = RenderOptions(language: language, usesColor: usesColor)
  }

  /// Goes through the steps until they or the person's patience end.
  ///
  /// - Parameter isElsewhere: Whether another ledger is open, which is told.
  mutating func run(isElsewhere: Bool) {
    guard let ledger = try? Ledger.bundled() else { return }
    if isElsewhere {
      write(
        language == .chinese
          ? "导览用的是自带的郑州市二七区报告；打开着的台账保持原样。"
          : "The tour asks the bundled report of 郑州市二七区; the ledger that is open stays so.")
    }
    var session = Session(ledger: ledger)
    for (index, step) in TourStep.all.enumerated() {
      rendering.maximumWidth = Terminal.width
      show(step, index + 1)
      ask(step.query[language], &session)
      say(step.after[language])
      let isLast = index == TourStep.all.count - 1
      if isLast { break }
      guard goesOn() else { return }
    }
    write("\n" + TourStep.ending[language])
  }

  private func show(_ step: TourStep, _ number: Int) {
    let (on, off) = rendering.usesColor ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    write("\n\(on)\(number)/\(TourStep.all.count)  \(step.title[language])\(off)")
    say(step.before[language])
    write("\n" + ShownQuery.text(step.query[language], width: Terminal.width))
  }

  private func ask(_ query: String, _ session: inout Session) {
    var stream = output
    do throws(ScriptError) {
      try session.run(Source(query), shouldStop: { Interrupts.isPending }) { result in
        result.write(rendering, to: &stream)
        if let note = result.note(rendering) { output.write(note + "\n") }
      }
    } catch {
      output.write(
        error.text(
          language: language, usesColor: rendering.usesColor, maximumWidth: rendering.maximumWidth))
    }
    write("")
  }

  private func say(_ text: String) {
    for line in Paragraph.lines(text, width: Terminal.width) { write(line) }
  }

  private func write(_ text: String) {
    output.write(text + "\n")
    output.flush()
  }

  /// Waits for a key; whether there is to be another step. The question is gone afterwards.
  private mutating func goesOn() -> Bool {
    let question = language == .chinese ? "〔回车：下一步，q：离开〕" : "[Enter: next, q: leave]"
    while true {
      let output = output
      let key = keys.next {
        // On a row of its own whatever the window: it is taken away again.
        output.write(DisplayWidth.truncate(question, to: Terminal.width - 1))
        output.flush()
      }
      output.write(Terminal.canMoveCursor ? "\r\u{1B}[K" : "\n")
      output.flush()
      switch key {
      case .interrupt, .end, .character("q"), .character("Q"): return false
      case .character("\r"), .character("\n"), .character(" "): return true
      case .character: continue
      }
    }
  }
}
