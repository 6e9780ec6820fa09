internal import DajuanSyntax
internal import Glibc
internal import LineEditing
internal import TerminalText

/// An answer on its way to the terminal: printed where it fits the screen, and else handed to a pager
/// as soon as that is clear.
final class PagedOutput: TextOutputStream {
  private enum State {
    /// Not yet more than a screen.
    case gathering
    case printing
    case paging(Pager)
  }

  private let output: FileOutput
  private let paging: Settings.Paging
  private let program: PagerProgram?
  private var state = State.gathering
  private var pending = ""
  /// The rows of the screen that the whole lines gathered take, and the columns of the last one.
  private var (rows, columns) = (0, 0)
  private let screen = (rows: Terminal.height, columns: Terminal.width)
  private var problem: Bilingual?

  /// Makes one that prints to `output` where no pager is wanted, or none is to be had.
  init(_ output: FileOutput, _ paging: Settings.Paging) {
    self.output = output
    self.paging = paging
    program = paging == .off || !Terminal.canMoveCursor ? nil : PagerProgram.chosen
    if program == nil { state = .printing }
  }

  /// Whether the person has left the pager, so that nobody reads what is still to come.
  var isClosed: Bool {
    if case .paging(let pager) = state { pager.isClosed } else { false }
  }

  func write(_ string: String) {
    switch state {
    case .printing: output.write(string)
    case .paging(let pager): pager.write(string)
    case .gathering:
      pending += string
      count(string)
      // The prompt that follows takes a row, too.
      if rows >= screen.rows { startPager() }
    }
  }

  /// Ends the answer: waits for the pager, or prints what has been gathered.
  ///
  /// - Returns: What went wrong with the pager, if anything.
  func finish() -> Bilingual? {
    if case .gathering = state, paging == .always, !pending.isEmpty { startPager() }
    switch state {
    case .gathering: output.write(pending)
    case .printing: break
    case .paging(let pager): problem = pager.finish()
    }
    output.flush()
    return problem
  }

  private func startPager() {
    // What stands before the answer must be on the screen first.
    output.flush()
    if let program, let pager = Pager(program) {
      state = .paging(pager)
      pager.write(pending)
    } else {
      state = .printing
      output.write(pending)
    }
    pending = ""
  }

  private func count(_ string: String) {
    for line in string.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      columns += DisplayWidth.of(line)
      rows += max(1, (columns + screen.columns - 1) / screen.columns)
      columns = 0
    }
    let rest = string.lastIndex(of: "\n").map { string[string.index(after: $0)...] } ?? string[...]
    columns += DisplayWidth.of(rest)
  }
}
