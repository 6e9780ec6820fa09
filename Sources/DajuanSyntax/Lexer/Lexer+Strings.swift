extension Lexer {
  /// string = quote , { character | escape } , closing quote ;
  ///
  /// A string ends on its line. Between the quotes nothing is folded.
  mutating func lexString(openLength: Int, closing: UInt32) {
    let start = offset
    var end = offset + openLength
    var hasEscapes = false
    while end < cursor.count {
      let (value, length) = cursor.scalar(at: end)
      if value == 0x0A { break }
      if value == closing {
        return emit(.string, to: end + length, flags: hasEscapes ? .hasEscapes : [])
      }
      if value == UInt32(UInt8(ascii: "\\")) {
        hasEscapes = true
        end = lexEscape(at: end)
      } else {
        end += length
      }
    }
    if end > start, cursor[end - 1] == 0x0D { end -= 1 }
    let quote = Unicode.Scalar(closing).map { "`\($0)`" } ?? ""
    diagnostics.report(
      Diagnostic(
        .unterminatedString, [quote], at: Span(start, end),
        suggestion: otherQuote(from: start + openLength, to: end).map {
          .write(quote.filter { $0 != "`" }, insteadOf: $0)
        }))
    emit(.damagedLiteral, to: goesOn(after: end, until: closing) ?? end)
  }

  /// The last quotation mark of another sort on the line, which was probably meant to close.
  private func otherQuote(from start: Int, to end: Int) -> Span? {
    var found: Span?
    var offset = start
    while offset < end {
      let (value, length) = cursor.scalar(at: offset)
      if [0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0xFF02, 0xFF07].contains(value) {
        found = Span(offset, offset + length)
      }
      offset += max(length, 1)
    }
    return found
  }

  /// Where a string that goes on to the next line ends there, so that the rest of it is not read as
  /// a statement.
  private func goesOn(after end: Int, until closing: UInt32) -> Int? {
    var offset = end
    while cursor[offset] == 0x0D { offset += 1 }
    guard offset < cursor.count, cursor[offset] == 0x0A else { return nil }
    offset += 1
    var found: Int?
    var count = 0
    while offset < cursor.count, cursor[offset] != 0x0A {
      let (value, length) = cursor.scalar(at: offset)
      offset += max(length, 1)
      guard value == closing else { continue }
      count += 1
      found = found ?? offset
    }
    return count % 2 == 1 ? found : nil
  }

  /// Quotation marks of Chinese text: reported, and read as a string.
  mutating func lexForeignQuotes(openLength: Int, closing: UInt32) {
    var end = offset + openLength
    while end < cursor.count, cursor[end] != 0x0A {
      let (value, length) = cursor.scalar(at: end)
      if value == closing || closing == 0x201C && value == 0x201D {
        let span = Span(offset, end + length)
        let text = cursor.text(offset + openLength, end)
        diagnostics.report(
          Diagnostic(
            .unexpectedCharacter,
            ["`\(cursor.text(offset, offset + openLength))`"],
            at: Span(offset, offset + openLength),
            suggestion: text.contains { "\"\\".contains($0) }
              ? nil : .write("\"\(text)\"", insteadOf: span)))
        return emit(.string, to: end + length)
      }
      end += max(length, 1)
    }
    lexUnexpected(to: offset + openLength)
  }

  /// Checks the escape at `start` and returns the offset after it.
  private mutating func lexEscape(at start: Int) -> Int {
    let (scalar, end) = StringEscape.scalar(in: cursor, at: start)
    if scalar == nil, cursor[end] != 0x0A || end > start + 1 {
      diagnostics.report(
        Diagnostic(.unknownEscape, [cursor.text(start, end)], at: Span(start, end))
      )
    }
    return end
  }
}

/// The escapes of a string.
///
///     escape = "\" , ( "n" | "t" | "r" | "0" | "\" | quote | "u{" , hex , { hex } , "}" ) ;
enum StringEscape {
  /// The scalar the escape at `start` stands for, nil where it is none, and the offset after it.
  static func scalar(in cursor: ByteCursor, at start: Int) -> (Unicode.Scalar?, end: Int) {
    let (value, length) = cursor.scalar(at: start + 1)
    let end = start + 1 + length
    switch value {
    case 0x6E: return ("\n", end)
    case 0x74: return ("\t", end)
    case 0x72: return ("\r", end)
    case 0x30: return ("\0", end)
    case 0x5C, 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0xFF02, 0xFF07:
      return (Unicode.Scalar(value), end)
    case 0x75 where cursor[end] == UInt8(ascii: "{"):
      return unicode(in: cursor, from: end + 1)
    case 0x0A: return (nil, start + 1)
    default: return (nil, end)
    }
  }

  private static func unicode(in cursor: ByteCursor, from start: Int) -> (Unicode.Scalar?, Int) {
    var value: UInt32 = 0
    var end = start
    while let digit = Character(Unicode.Scalar(cursor[end])).hexDigitValue, end - start < 8 {
      value = value << 4 | UInt32(digit)
      end += 1
    }
    guard end > start, end - start <= 6, cursor[end] == UInt8(ascii: "}") else { return (nil, end) }
    return (Unicode.Scalar(value), end + 1)
  }
}
