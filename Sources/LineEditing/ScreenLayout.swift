internal import TerminalText

/// Where text falls on a screen of a given width, laid out as libedit lays it out.
///
/// libedit keeps its own picture of the screen to itself; this is the part of it needed to
/// find the top of the prompt after the terminal was resized, and the last row of a line that
/// is given up.
struct ScreenLayout: Equatable {
  /// Rows below the row the text started on.
  private(set) var row = 0

  /// Columns from the left edge.
  private(set) var column = 0

  let width: Int

  init(width: Int) { self.width = max(width, 2) }

  /// Lays out `text` from the present place on.
  mutating func advance(over text: some StringProtocol) {
    for scalar in text.unicodeScalars { advance(over: scalar) }
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A:
      row += 1
      column = 0
    case 0x09:
      repeat { place(1) } while column % 8 != 0
    case 0x00...0x1F, 0x7F:
      // Shown as ^X.
      place(1)
      place(1)
    default:
      place(DisplayWidth.of(scalar))
    }
  }

  private mutating func place(_ columns: Int) {
    // A wide character that does not fit the row goes to the next whole.
    if column + columns > width { wrap() }
    column += columns
    if column >= width { wrap() }
  }

  private mutating func wrap() {
    row += 1
    column = 0
  }
}
