/// A query text with its name: a script's path, `<stdin>`, or a REPL entry.
///
/// Lines are found once, when it is made; a look-up is a binary search.
public struct Source: Sendable {
  /// What the text is called in a diagnostic.
  public let name: String

  /// The text as UTF-8, possibly damaged: the lexer reports what does not decode.
  public let bytes: [UInt8]

  /// Where each line starts, in byte offsets; never empty.
  private let lineStarts: [Int]

  /// The number of the first line.
  private let firstLine: Int

  /// A source of raw bytes, which need not be valid UTF-8. Cost: one pass over the bytes.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, firstLine: 1)
  }

  /// A piece of a longer text, whose lines keep the numbers they have there.
  package init(name: String, bytes: [UInt8], firstLine: Int) {
    self.name = name
    self.firstLine = firstLine
    self.bytes = bytes
    var starts = [0]
    for offset in bytes.indices where bytes[offset] == 0x0A {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// A source of text.
  public init(name: String = "query", _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; a text that ends in a newline has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The text a span covers, clamped to the source; damaged bytes become U+FFFD.
  public func text(_ span: Span) -> String {
    let start = min(span.start, bytes.count)
    let end = min(span.end, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension Source {
  /// A place as a person counts it: both numbers from 1, columns in Unicode scalars.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int

    /// The column, from 1, in Unicode scalars; a renderer widens it to terminal cells.
    public let column: Int

    /// A position at a line and column, both from 1.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The position of a byte offset, clamped to the text. Cost: logarithmic in the lines plus the
  /// length of one line.
  public func position(of offset: Int) -> Position {
    let clamped = max(0, min(offset, bytes.count))
    let index = lineIndex(of: clamped)
    let scalars = bytes[lineStarts[index]..<clamped].count { $0 & 0xC0 != 0x80 }
    return Position(line: firstLine + index, column: scalars + 1)
  }

  /// The bytes of a line (counted from 1) without its line break, or nil past the ends.
  public func lineSpan(_ line: Int) -> Span? {
    guard lineStarts.indices.contains(line - firstLine) else { return nil }
    let index = line - firstLine
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// The text of a line (counted from 1) without its line break, or nil past the ends.
  public func lineText(_ line: Int) -> String? {
    lineSpan(line).map(text)
  }

  /// The index into `lineStarts` of the line that holds `offset`.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }
}
