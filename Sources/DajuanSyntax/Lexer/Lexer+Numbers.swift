extension Lexer {
  /// number = digits , [ "." , digits ] , [ suffix | blanks , distant suffix ] ;
  mutating func lexNumber() {
    let start = offset
    let whole = digits(from: start)
    var end = whole.end
    var isWide = whole.isWide
    if cursor.has(".", at: end) {
      let point = cursor.scalar(at: end).length
      let fraction = digits(from: end + point)
      if fraction.end > end + point {
        isWide = isWide || fraction.isWide || point > 1
        end = fraction.end
        if isNumberTail(at: end) { return lexMalformedNumber() }
      }
    } else if let period = lexPeriod(yearEnd: end) {
      return emitPeriod(period)
    }
    if cursor.has("_", at: end) { return lexMalformedNumber() }

    let suffix = suffix(after: end)
    var flags: Token.Flags = []
    if isWide || suffix.isWide { flags.insert(.isWide) }
    emit(.number, to: suffix.end, flags: flags, scaleLength: suffix.scaleLength, payload: end)
  }

  /// Whether another point with digits follows, as in `1.2.3`.
  private func isNumberTail(at end: Int) -> Bool {
    guard cursor.has(".", at: end) else { return false }
    return Scalar.isDigit(cursor.folded(at: end + cursor.scalar(at: end).length).value)
  }

  /// Takes everything that looks like part of one number and reports it.
  private mutating func lexMalformedNumber() {
    var end = offset
    while true {
      let (value, length) = cursor.folded(at: end)
      guard length > 0, Scalar.isNameContinue(value) || (value == 0x2E && isNumberTail(at: end))
      else { break }
      end += length
    }
    let text = cursor.text(offset, end)
    let span = Span(offset, end)
    let plain = cursor.foldedText(offset, end).filter { $0 != "_" }
    let mends = plain.utf8.allSatisfy { Scalar.isDigit(UInt32($0)) }
    diagnostics.report(
      Diagnostic(
        .malformedNumber,
        [text],
        at: span,
        suggestion: mends ? .write(plain, insteadOf: span) : nil
      )
    )
    emit(.damagedLiteral, to: end)
  }

  /// `.5`: reported as a number without its zero.
  mutating func lexBareFraction(pointLength: Int) {
    let end = cursor.afterName(offset + pointLength)
    let span = Span(offset, end)
    diagnostics.report(
      Diagnostic(
        .malformedNumber,
        [cursor.text(offset, end)],
        at: span,
        suggestion: .write("0" + cursor.foldedText(offset, end), insteadOf: span)
      )
    )
    emit(.damagedLiteral, to: end)
  }

  /// The offset after the digits at `start`, and whether some are full-width.
  func digits(from start: Int) -> (end: Int, isWide: Bool) {
    var end = start
    var isWide = false
    while true {
      let (value, length) = cursor.folded(at: end)
      guard Scalar.isDigit(value) else { return (end, isWide) }
      if length > 1 { isWide = true }
      end += length
    }
  }
}

extension Lexer {
  /// What follows the digits of a number.
  struct Suffix {
    var end: Int
    var scaleLength = 0
    var isWide = false
  }

  /// suffix = scale | plain unit , [ "/" , known unit ] ;
  ///
  /// Directly after the digits the longest run of name characters, or a unit symbol, is the suffix
  /// whatever it says: the checker knows which units exist. After blanks only a scale word or a
  /// unit of the vocabulary is.
  private func suffix(after end: Int) -> Suffix {
    let (next, _) = cursor.folded(at: end)
    if startsUnit(next) { return run(from: end) }
    guard next == 0x20 || next == 0x09 else { return Suffix(end: end) }
    let start = cursor.afterBlanks(end)
    let (first, _) = cursor.folded(at: start)
    if Scalar.isUnitSymbol(first) { return run(from: start) }
    guard startsUnit(first) else { return Suffix(end: end) }
    let wordEnd = cursor.afterName(start)
    guard keywords.keyword(in: cursor.bytes, start, wordEnd) == .none else {
      return Suffix(end: end)
    }
    let (scale, unit) = UnitText.split(cursor.foldedText(start, wordEnd))
    guard !scale.isEmpty || UnitText.isUnit(unit) else { return Suffix(end: end) }
    return run(from: start)
  }

  private func startsUnit(_ scalar: UInt32) -> Bool {
    scalar != 0x5F && Scalar.isNameStart(scalar) || Scalar.isUnitSymbol(scalar)
  }

  private func run(from start: Int) -> Suffix {
    var result = plainUnit(from: start)
    if result.end - start > result.scaleLength { takeDenominator(&result) }
    return result
  }

  /// A unit symbol, a run of letters and digits, or a scale word and a symbol: `5万㎡`.
  private func plainUnit(from start: Int) -> Suffix {
    var result = Suffix(end: start)
    takeUnitWord(&result)
    guard result.scaleLength > 0, result.end - start == result.scaleLength else { return result }
    let (symbol, length) = cursor.folded(at: result.end)
    if Scalar.isUnitSymbol(symbol) {
      result.isWide = result.isWide || symbol < 0x80 && length > 1
      result.end += length
    }
    return result
  }

  private func takeUnitWord(_ result: inout Suffix) {
    let start = result.end
    let (first, length) = cursor.folded(at: start)
    if Scalar.isUnitSymbol(first) {
      result.end += length
      result.isWide = first < 0x80 && length > 1
      return
    }
    var end = start
    while true {
      let (value, length) = cursor.folded(at: end)
      guard length > 0, Scalar.isNameContinue(value) else { break }
      if value < 0x80, length > 1 { result.isWide = true }
      end += length
    }
    result.end = end
    result.scaleLength = scaleLength(start, end)
  }

  /// The length in bytes of the scale word a run begins with; scale words are never full-width. No
  /// unit begins with 万 or 亿, so those need no look-up.
  private func scaleLength(_ start: Int, _ end: Int) -> Int {
    switch cursor.scalar(at: start).value {
    case 0x4EBF: 3
    case 0x4E07: cursor.scalar(at: start + 3).value == 0x4EBF ? 6 : 3
    case 0x5341, 0x5343, 0x767E: UnitText.split(cursor.text(start, end)).scale.utf8.count
    default: 0
    }
  }

  /// `/` and a unit of the vocabulary, with no blank about the stroke: `元/人`.
  private func takeDenominator(_ result: inout Suffix) {
    let (stroke, length) = cursor.folded(at: result.end)
    guard stroke == 0x2F else { return }
    let start = result.end + length
    let (first, _) = cursor.folded(at: start)
    guard startsUnit(first) else { return }
    let denominator = plainUnit(from: start)
    guard UnitText.isScaledUnit(cursor.foldedText(start, denominator.end)) else { return }
    result.end = denominator.end
    result.isWide = true
  }
}
