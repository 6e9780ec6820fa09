internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// A line on standard error that tells how far long work is: done and to do, how many a second, the
/// time left, and what is in hand. Drawn only where a person sees it.
struct ProgressBar {
  /// How many pieces there are.
  private(set) var total = 0
  private let output = FileOutput.standardError()
  private var started = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?
  private let isShown: Bool
  private let tellsRate: Bool
  private let isChinese: Bool

  /// Makes a bar.
  ///
  /// - Parameters:
  ///   - isWanted: Whether a person wants it; without a terminal it is never drawn.
  ///   - tellsRate: Whether pieces mean something to a person, so that their number a second does.
  ///   - language: That of the person.
  init(isWanted: Bool, tellsRate: Bool = true, language: Language) {
    isChinese = language == .chinese
    isShown = isWanted && Terminal.isErrorTerminal && Terminal.canMoveCursor
    self.tellsRate = tellsRate
  }

  /// Begins to count pieces, and their time.
  mutating func begin(_ total: Int) {
    self.total = total
    started = .now
  }

  /// Draws, at most ten times a second.
  mutating func show(_ done: Int, _ name: String, failures: Int = 0) {
    let now = ContinuousClock.now
    let isDue = drawn.map { now - $0 >= .milliseconds(100) } ?? true
    guard isShown, total > 1, isDue || done == total else { return }
    drawn = now
    output.write("\r" + line(done, name, failures, width: Terminal.width - 1) + "\u{1B}[K")
    output.flush()
  }

  /// Takes the bar away, so that other lines can be written.
  mutating func clear() {
    guard isShown, drawn != nil else { return }
    drawn = nil
    output.write("\r\u{1B}[K")
    output.flush()
  }

  /// The line, as wide as the terminal is now at most.
  func line(_ done: Int, _ name: String, _ failures: Int, width: Int) -> String {
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = ["\(done)/\(total)"]
    if rate > 0 {
      if tellsRate {
        let figure = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))"
        parts.append(figure + (isChinese ? "/秒" : "/s"))
      }
      if done < total {
        let clock = Self.clock(Int(Double(total - done) / rate))
        parts.append(isChinese ? "还需 " + clock : clock + " left")
      }
    }
    if failures > 0 { parts.append(isChinese ? "失败 \(failures)" : "\(failures) failed") }
    let figures = parts.joined(separator: "  ")
    let room = width - DisplayWidth.of(figures) - 4
    guard room >= 8 else { return DisplayWidth.truncate(figures, to: width) }
    let length = min(24, room)
    let full = total > 0 ? length * done / total : length
    let bar =
      "[" + String(repeating: "#", count: full) + String(repeating: "-", count: length - full)
      + "]"
    let rest = width - DisplayWidth.of(bar) - DisplayWidth.of(figures) - 4
    let shown = rest >= 8 ? "  " + DisplayWidth.truncate(TerminalText.visible(name), to: rest) : ""
    return "\(bar)  \(figures)\(shown)"
  }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    let padded = rest < 10 ? "0\(rest)" : String(rest)
    if minutes < 60 { return "\(minutes):\(padded)" }
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):\(padded)"
  }
}
