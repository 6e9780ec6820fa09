internal import Glibc
internal import LineEditing
internal import TerminalText

/// A line on standard error that tells how far long work is: done and to do, how many a second, the
/// time left, and what is in hand. Drawn only where a person sees it.
struct ProgressBar {
  /// How many pieces there are.
  var total = 0
  private let output = FileOutput.standardError()
  private let started: Int
  private var drawn = 0
  private let isShown: Bool

  /// Makes a bar.
  ///
  /// - Parameter isWanted: Whether a person wants it; without a terminal it is never drawn.
  init(isWanted: Bool) {
    isShown = isWanted && Terminal.isErrorTerminal && Terminal.canMoveCursor
    started = Self.now()
  }

  /// Draws, at most ten times a second.
  mutating func show(_ done: Int, _ name: String, failures: Int) {
    let now = Self.now()
    guard isShown, total > 1, now - drawn >= 100 || done == total else { return }
    drawn = now
    output.write("\r" + line(done, name, failures, width: Terminal.width - 1) + "\u{1B}[K")
    output.flush()
  }

  /// Takes the bar away, so that other lines can be written.
  func clear() {
    guard isShown else { return }
    output.write("\r\u{1B}[K")
    output.flush()
  }

  /// The line, as wide as the terminal is now at most.
  func line(_ done: Int, _ name: String, _ failures: Int, width: Int) -> String {
    let seconds = Double(Self.now() - started) / 1000
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = ["\(done)/\(total)"]
    if rate > 0 {
      parts.append(rate < 10 ? "\((rate * 10).rounded() / 10)/s" : "\(Int(rate))/s")
      if done < total { parts.append(Self.clock(Int(Double(total - done) / rate)) + " left") }
    }
    if failures > 0 { parts.append("\(failures) failed") }
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

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
