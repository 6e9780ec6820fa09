internal import Dajuan
internal import DajuanSyntax
internal import Glibc
internal import LineEditing

/// The progress bar of queries: shown on a terminal once one has taken a second, and gone before
/// anything else is written.
///
/// Whoever runs queries calls ``tick()`` wherever it is asked whether to stop. It draws on the thread that
/// made the bar, and does nothing on others.
final class QueryBar: @unchecked Sendable {
  /// What the queries are to tell; `nil` where nobody would see it.
  let progress: QueryProgress?
  private let thread = pthread_self()
  private let catchesInterrupts: Bool
  private var bar: ProgressBar
  private var started = ContinuousClock.now
  private var isDrawn = false
  private var shown: QueryProgress.State?
  /// Ctrl-C while the bar is there, so that it does not stay behind.
  private var interrupts: Interrupts?

  /// So long a query runs without a bar.
  private static let patience = Duration.seconds(1)

  /// Makes a bar that is not shown yet.
  ///
  /// - Parameters:
  ///   - catchesInterrupts: Whether nobody else catches Ctrl-C.
  ///   - language: That of the queries.
  init(catchesInterrupts: Bool, language: Language) {
    self.catchesInterrupts = catchesInterrupts
    bar = ProgressBar(isWanted: true, tellsRate: false, language: language)
    let isSeen = Terminal.isErrorTerminal && Terminal.canMoveCursor
    progress = isSeen ? QueryProgress() : nil
  }

  /// Draws where it is time to. Cost: a look at the clock.
  func tick() {
    guard let progress, pthread_equal(thread, pthread_self()) != 0,
      ContinuousClock.now - started >= Self.patience
    else { return }
    if catchesInterrupts, !isDrawn { interrupts = Interrupts() }
    isDrawn = true
    let state = progress.state
    if state.operation != shown?.operation || state.total != shown?.total { bar.begin(state.total) }
    shown = state
    bar.show(min(state.done, state.total), state.operation)
  }

  /// Takes the bar away: something else is going to be written, or the queries are done. The next query
  /// has its second again. A Ctrl-C that came too late for the query takes its effect.
  func clear() {
    started = .now
    guard isDrawn else { return }
    isDrawn = false
    bar.clear()
    guard catchesInterrupts else { return }
    interrupts = nil
    if Interrupts.isPending { raise(SIGINT) }
  }

  /// Takes the bar away for the message that the query was stopped, or is wrong.
  func clearForMistake() {
    guard isDrawn else { return }
    isDrawn = false
    bar.clear()
  }
}
