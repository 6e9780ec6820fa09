/// A prompt taken apart into what shows and what only colours it.
///
/// libedit must be told which stretches take no columns. It hangs each such stretch on the
/// character after it, so two in a row must be one, and one at the very end is lost: the reset
/// that usually ends a coloured prompt is moved before the last blank, or given one.
struct Prompt: Equatable {
  /// Opens and closes a stretch without columns in `encoded`; no prompt shows U+0001.
  static let escape: Unicode.Scalar = "\u{1}"

  /// The text that shows, without escape sequences.
  let visible: String

  /// The text for libedit, each escape sequence between two `escape`s.
  let encoded: String

  init(_ text: String) {
    var pieces: [(isEscape: Bool, text: String.UnicodeScalarView)] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let length = Self.escapeLength(rest)
      let piece = rest.prefix(max(length, 1))
      rest.removeFirst(piece.count)
      if length == 0, piece.first == Self.escape { continue }
      if let last = pieces.last, last.isEscape == (length > 0) {
        pieces[pieces.count - 1].text.append(contentsOf: piece)
      } else {
        pieces.append((length > 0, String.UnicodeScalarView(piece)))
      }
    }
    if pieces.last?.isEscape == true { Self.moveBeforeBlank(&pieces) }
    visible = pieces.filter { !$0.isEscape }.map { String($0.text) }.joined()
    encoded =
      pieces.map { $0.isEscape ? "\(Self.escape)\($0.text)\(Self.escape)" : String($0.text) }
      .joined()
  }

  private static func moveBeforeBlank(
    _ pieces: inout [(isEscape: Bool, text: String.UnicodeScalarView)]
  ) {
    if pieces.count > 1, pieces[pieces.count - 2].text.last == " " {
      pieces[pieces.count - 2].text.removeLast()
    }
    pieces.append((false, String.UnicodeScalarView(" ".unicodeScalars)))
    // A lone blank between two escapes leaves an empty piece; joined, they are one escape.
    if pieces.count > 2, pieces[pieces.count - 3].text.isEmpty {
      let reset = pieces[pieces.count - 2].text
      pieces.removeSubrange((pieces.count - 3)...(pieces.count - 2))
      if pieces.count > 1, pieces[pieces.count - 2].isEscape {
        pieces[pieces.count - 2].text.append(contentsOf: reset)
      } else {
        pieces.insert((true, reset), at: pieces.count - 1)
      }
    }
  }

  /// Scalars of the control sequence (ECMA-48, `ESC [` … final byte) `text` starts with, or 0.
  private static func escapeLength(_ text: Substring.UnicodeScalarView) -> Int {
    var iterator = text.makeIterator()
    guard iterator.next() == "\u{1B}", iterator.next() == "[" else { return 0 }
    var length = 2
    while let scalar = iterator.next() {
      length += 1
      switch scalar.value {
      case 0x20...0x3F: continue
      case 0x40...0x7E: return length
      default: return 0
      }
    }
    return 0
  }
}
