/// A prompt taken apart into what shows and how it is coloured.
struct Prompt: Equatable {
  /// A stretch of one look.
  struct Run: Equatable {
    var text: String
    /// The parameters of its colour sequences (`1;36`); empty for none.
    var style: String
  }

  let runs: [Run]

  /// The text that shows, without escape sequences.
  var visible: String { runs.map(\.text).joined() }

  /// Reads a text with colour sequences (`ESC [ … m`). Other control sequences are left out.
  init(_ text: String) {
    var runs: [Run] = []
    var style = ""
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if let (parameters, final, length) = Self.sequence(rest) {
        rest.removeFirst(length)
        guard final == "m" else { continue }
        if parameters.isEmpty || parameters == "0" {
          style = ""
        } else {
          style += (style.isEmpty ? "" : ";") + parameters
        }
        continue
      }
      rest.removeFirst()
      if let last = runs.last, last.style == style {
        runs[runs.count - 1].text.unicodeScalars.append(first)
      } else {
        runs.append(Run(text: String(first), style: style))
      }
    }
    self.runs = runs
  }

  private typealias Sequence = (parameters: String, final: Unicode.Scalar, length: Int)

  /// The control sequence (ECMA-48, `ESC [` … final byte) `text` starts with.
  private static func sequence(_ text: Substring.UnicodeScalarView) -> Sequence? {
    var iterator = text.makeIterator()
    guard iterator.next() == "\u{1B}", iterator.next() == "[" else { return nil }
    var parameters = ""
    while let scalar = iterator.next() {
      switch scalar.value {
      case 0x20...0x3F: parameters.unicodeScalars.append(scalar)
      case 0x40...0x7E: return (parameters, scalar, parameters.unicodeScalars.count + 3)
      default: return nil
      }
    }
    return nil
  }
}
