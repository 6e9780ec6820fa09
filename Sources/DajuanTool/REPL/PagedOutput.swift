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
  /// Whether the answer is a table, whose headings are to stay on the screen.
  private let isTable: Bool

  /// Makes one that prints to `output` where no pager is wanted, or none is to be had.
  init(_ output: FileOutput, _ paging: Settings.Paging, isTable: Bool = false) {
    (self.output, self.paging, self.isTable) = (output, paging, isTable)
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
    let headings = isTable ? Self.headingRows(of: pending) : 0
    if let program, let pager = Pager(program.keeping(headings <= screen.rows / 3 ? headings : 0)) {
      state = .paging(pager)
      pager.write(pending)
    } else {
      state = .printing
      output.write(pending)
    }
    pending = ""
  }

  /// The rows of a table down to the rule under its headings; none where they are too tall.
  static func headingRows(of text: String) -> Int {
    let lines = text.split(
      separator: "\n", maxSplits: mostHeadingRows, omittingEmptySubsequences: false)
    // The line above the headings of a box is none.
    let rule = lines.prefix(mostHeadingRows).firstIndex { $0.contains("─") && !$0.contains("┌") }
    return rule.map { $0 + 1 } ?? 0
  }

  /// No table has taller headings that are worth a part of the screen.
  private static let mostHeadingRows = 12

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
