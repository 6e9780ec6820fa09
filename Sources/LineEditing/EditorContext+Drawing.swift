internal import CEditline
internal import Glibc

/// What stands on the terminal.
///
/// libedit can draw, but loses its place in text taller than the screen, asserts in windows of a
/// few columns, and knows neither colours nor a prompt before the second row. So it is given a
/// `DrawingSink` and believes in a large screen, and each time the editor waits for
/// a key, the text as it then stands is drawn here.
extension EditorContext {
  /// The screen libedit believes in: with ordinary statements, it never has to scroll.
  static let believedSize = (columns: "500", rows: "100")

  /// Above this many scalars, text is not coloured: to do that takes a look at all of it.
  private static let longestStyled = 20_000

  /// Draws prompt and text as they stand.
  func draw(_ buffer: EditBuffer) { draw(buffer.scalars, cursor: buffer.cursor) }

  func draw(_ text: [Unicode.Scalar], cursor: Int) {
    var output = ""
    let (rings, clears) = sink.take()
    if clears {
      screen.forget()
      output += "\u{1B}[H\u{1B}[2J"
    }
    let line = LinePicture.Line(
      prompt: prompt, continuation: continuation, text: text, styles: styles(of: text))
    let picture = LinePicture(
      line, cursor: cursor, size: (Terminal.width, Terminal.height), formerTop: screen.shown.top)
    output += screen.draw(picture)
    if rings { output += "\u{7}" }
    Self.put(output)
  }

  /// Draws the text as it is given up or handed over, with a `note` at its end, and goes below it.
  func leave(_ text: [Unicode.Scalar], note: String = "") {
    draw(text, cursor: text.count)
    Self.put(note + screen.leaving())
    screen.forget()
  }

  /// Draws prompt and text anew for the terminal's new size.
  func redrawResized(_ buffer: EditBuffer) {
    Self.put(screen.erasing(atWidth: Terminal.width))
    draw(buffer)
  }

  /// The colours of a text; in a search, what was found stands out.
  private func styles(of text: [Unicode.Scalar]) -> [StyledRange] {
    let colours = colours(of: text)
    guard highlighter != nil, let state = search?.state, let match = state.match, !state.hasFailed
    else { return colours }
    let end = match.offset + state.pattern.unicodeScalars.count
    let found = (match.offset..<end).clamped(to: 0..<text.count)
    return StyledRange(found, style: "7").laid(over: colours)
  }

  private func colours(of text: [Unicode.Scalar]) -> [StyledRange] {
    guard let highlighter, text.count <= Self.longestStyled else { return [] }
    if styled.text != text {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      styled = (text, highlighter(String(view)))
    }
    return styled.styles
  }

  /// Writes to the terminal.
  static func put(_ text: String) {
    fputs(text, ce_stdout())
    fflush(ce_stdout())
  }
}
