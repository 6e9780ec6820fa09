internal import CEditline

extension EditorContext {
  /// Enter: ends a text that is whole, wherever the cursor stands; breaks one that is not.
  ///
  /// Enter on an empty last row ends it all the same: a way out of what never becomes whole.
  func enter(_ buffer: EditBuffer) -> UInt8 {
    guard goesOn(buffer.text) else { return accept() }
    return breakRow(buffer)
  }

  /// Enter in vi's command mode, where the text goes on at its end, to be typed at once.
  func enterCommand(_ buffer: EditBuffer) -> UInt8 {
    guard goesOn(buffer.text) else { return accept() }
    buffer.cursor = buffer.count
    queue.append(Key.addAtEnd.rawValue)
    return breakRow(buffer)
  }

  /// Breaks the row without ending the text.
  func breakRow(_ buffer: EditBuffer) -> UInt8 {
    // Lines that come faster than they can be typed bring blanks of their own.
    let indent = input.isReady() ? "" : Self.indent(after: buffer.scalars.prefix(buffer.cursor))
    buffer.insert("\n" + indent)
    return Effect.none
  }

  /// Hands the text over for the host to open in an editor.
  func handOver(_ buffer: EditBuffer) -> UInt8 {
    end(.edit(buffer.text), buffer)
    return Effect.none
  }

  private func accept() -> UInt8 {
    queue.append(Key.accept.rawValue)
    return Effect.none
  }

  private func goesOn(_ text: String) -> Bool {
    guard let isComplete else { return false }
    if let newline = text.unicodeScalars.lastIndex(of: "\n"),
      text.unicodeScalars[newline...].allSatisfy(\.properties.isWhitespace)
    {
      return false
    }
    return !isComplete(text)
  }

  /// The blanks a new row begins with: those of the row before, and two more for a bracket that
  /// it opens, two fewer for one that it closes.
  static func indent(after text: some BidirectionalCollection<Unicode.Scalar>) -> String {
    let start = text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    let row = text[start...]
    let opened = row.count { "([{（［｛".unicodeScalars.contains($0) }
    let closed = row.count { ")]}）］｝".unicodeScalars.contains($0) }
    let blanks = row.prefix { $0 == " " }.count + 2 * (opened - closed).signum()
    return String(repeating: " ", count: max(blanks, 0))
  }
}
