extension Lexer {
  /// A period as it was read: where it ends, and what it means, nil where the calendar has none.
  struct LexedPeriod {
    let end: Int
    let value: PeriodLiteral?
  }

  /// period = year , ( "年" , [ ordinal month , "月" , [ ordinal day , "日" ] ] | "Q" , quarter
  ///   | "-" , month , [ "-" , day ] ) ;
  ///
  /// The year has four digits, 1000 to 2999, months and days after `-` two. Nothing that could go
  /// on a name or a number may follow; with anything else it is a number, and its suffix.
  mutating func lexPeriod(yearEnd: Int) -> LexedPeriod? {
    PeriodReader(cursor: cursor).period(from: offset, yearEnd: yearEnd)
  }

  mutating func emitPeriod(_ period: LexedPeriod) {
    if period.value == nil {
      let text = cursor.text(offset, period.end)
      diagnostics.report(Diagnostic(.noSuchPeriod, [text], at: Span(offset, period.end)))
      return emit(.damagedLiteral, to: period.end)
    }
    emit(.period, to: period.end, flags: .isWide)
  }
}

/// Reads a period literal; the lexer to find its end, the parser again for its value.
struct PeriodReader {
  let cursor: ByteCursor

  func period(from start: Int, yearEnd: Int) -> Lexer.LexedPeriod? {
    guard let year = number(start, yearEnd, digits: 4...4), (1000...2999).contains(year) else {
      return nil
    }
    let (next, length) = cursor.folded(at: yearEnd)
    let rest = yearEnd + length
    switch next {
    case 0x5E74: return chinese(year, from: rest)
    case 0x51, 0x71: return quarter(year, from: rest)
    case 0x2D: return dashed(year, from: rest)
    default: return nil
    }
  }

  /// After `2021年`.
  private func chinese(_ year: Int, from start: Int) -> Lexer.LexedPeriod? {
    guard let month = part(from: start, digits: 1...2, mark: 0x6708) else {
      return finished(start, .year(year))
    }
    guard let day = part(from: month.end, digits: 1...2, mark: 0x65E5) else {
      return finished(month.end, month: (year, month.value))
    }
    return finished(day.end, day: (year, month.value, day.value))
  }

  /// After `2021Q`.
  private func quarter(_ year: Int, from start: Int) -> Lexer.LexedPeriod? {
    guard let quarter = part(from: start, digits: 1...1, mark: nil) else { return nil }
    let exists = (1...4).contains(quarter.value)
    return finished(quarter.end, exists ? .quarter(year: year, quarter: quarter.value) : nil)
  }

  /// After `2021-`.
  private func dashed(_ year: Int, from start: Int) -> Lexer.LexedPeriod? {
    guard let month = part(from: start, digits: 2...2, mark: nil) else { return nil }
    let (next, length) = cursor.folded(at: month.end)
    if next == 0x2D, let day = part(from: month.end + length, digits: 2...2, mark: nil),
      let period = finished(day.end, day: (year, month.value, day.value))
    {
      return period
    }
    return finished(month.end, month: (year, month.value))
  }

  private func finished(_ end: Int, month: (year: Int, month: Int)) -> Lexer.LexedPeriod? {
    let exists = (1...12).contains(month.month)
    return finished(end, exists ? .month(year: month.year, month: month.month) : nil)
  }

  private func finished(_ end: Int, day: (year: Int, month: Int, day: Int)) -> Lexer.LexedPeriod? {
    let exists =
      (1...12).contains(day.month)
      && (1...Self.days(in: day.month, of: day.year)).contains(day.day)
    return finished(end, exists ? .day(year: day.year, month: day.month, day: day.day) : nil)
  }

  /// The period, unless something follows that makes it no period at all.
  private func finished(_ end: Int, _ value: PeriodLiteral?) -> Lexer.LexedPeriod? {
    let (next, length) = cursor.folded(at: end)
    if length > 0, Scalar.isNameContinue(next) { return nil }
    if next == 0x2E, Scalar.isDigit(cursor.folded(at: end + length).value) { return nil }
    return Lexer.LexedPeriod(end: end, value: value)
  }

  /// A number of so many digits, followed by `mark` if one is asked for.
  private func part(
    from start: Int,
    digits: ClosedRange<Int>,
    mark: UInt32?
  ) -> (value: Int, end: Int)? {
    var end = start
    var count = 0
    while Scalar.isDigit(cursor.folded(at: end).value), count <= digits.upperBound {
      end += cursor.scalar(at: end).length
      count += 1
    }
    guard let value = number(start, end, digits: digits) else { return nil }
    guard let mark else { return (value, end) }
    let (next, length) = cursor.scalar(at: end)
    return next == mark ? (value, end + length) : nil
  }

  /// The value of the digits of a range, if there are as many as asked for.
  private func number(_ start: Int, _ end: Int, digits: ClosedRange<Int>) -> Int? {
    guard end - start <= 3 * digits.upperBound else { return nil }
    var value = 0
    var count = 0
    var offset = start
    while offset < end {
      let (scalar, length) = cursor.folded(at: offset)
      value = value * 10 + Int(scalar) - 0x30
      count += 1
      offset += length
    }
    return digits.contains(count) ? value : nil
  }

  /// The days of a month of the Gregorian calendar.
  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
