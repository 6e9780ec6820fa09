/// A line of the text as given, after marks and emphasis went, as it stands in the normalised text.
struct Line {
  /// Its words in the normalised text.
  var range: Range<Int>
  /// Whether it begins with a blank.
  var isIndented = false
  /// The number of `#` before it.
  var hashes = 0
  /// Whether the whole line is set in bold.
  var isBold = false
  /// Whether it begins with a run of bold that ends within it.
  var hasBoldStart = false
  /// Whether a blank line, or the beginning of the text, stands before it.
  var followsBlank = false
  var pageLines: ClosedRange<Int>?
}

/// The first pass over a text: lines, without front matter, comments, page numbers, marks and
/// emphasis, in normalised characters.
struct LineReader {
  private(set) var manuscript: Manuscript
  private(set) var lines: [Line] = []
  private var isInComment = false
  private let isHTML: Bool
  /// Where the normalised text ends so far.
  private var end = 0
  /// Where a tag that goes on over a line's end stops.
  private var textStart = 0
  /// The tag whose end is awaited, as nothing before it is text: script, style.
  private var hiddenEnd: Int?

  init(_ scalars: [UInt32]) {
    manuscript = Manuscript(scalars: scalars)
    isHTML = HTMLMarks.occur(in: scalars)
    // No scalar makes more than one character of normalised text.
    manuscript.codes = Array(repeating: 0, count: scalars.count)
    manuscript.origin = Array(repeating: 0, count: scalars.count)
  }

  mutating func read() {
    let scalars = manuscript.scalars
    var start = 0
    var isBlankBefore = true
    var frontMatter = FrontMatter(before: scalars)
    var stop = 0
    while start < scalars.count {
      if start >= stop { stop = Self.lineEnd(scalars, start) }
      var end = stop
      if isHTML, let tag = (start + 1..<max(start + 1, end)).first(where: isBlockTag) { end = tag }
      if end < scalars.count, !Self.isBreak(scalars[end]) {
        // A block of a web page ends here, and the line goes on.
        let hadWords = readLine(start..<end, followsBlank: isBlankBefore)
        isBlankBefore = !hadWords
        start = end
        continue
      }
      var next = end + 1
      if end + 1 < scalars.count, scalars[end] == 0x0D, scalars[end + 1] == 0x0A { next += 1 }
      if !frontMatter.takes(scalars[start..<end]) {
        let hadWords = readLine(start..<end, followsBlank: isBlankBefore)
        isBlankBefore = !hadWords
      } else if frontMatter.title != nil {
        manuscript.frontTitle = frontMatter.title
      }
      start = next
      if end < scalars.count { manuscript.lineStarts.append(start) }
    }
    manuscript.codes.removeLast(manuscript.codes.count - self.end)
    manuscript.origin.removeLast(manuscript.origin.count - self.end)
  }

  /// The next line's end from a place on.
  private static func lineEnd(_ scalars: [UInt32], _ start: Int) -> Int {
    scalars.withUnsafeBufferPointer { scalars in
      var end = start
      while end < scalars.count, !isBreak(scalars[end]) { end &+= 1 }
      return end
    }
  }

  private func isBlockTag(_ index: Int) -> Bool {
    guard manuscript.scalars[index] == 0x3C else { return false }
    return HTMLMarks.tag(manuscript.scalars, index, manuscript.scalars.count)?.isBlock ?? false
  }

  @inline(__always)
  private static func isBreak(_ scalar: UInt32) -> Bool {
    scalar <= 0x2029 && (scalar <= 0x0D && scalar >= 0x0A && scalar != 0x0B || scalar >= 0x2028)
  }

  /// Reads one line; answers whether it had words.
  private mutating func readLine(_ range: Range<Int>, followsBlank: Bool) -> Bool {
    let scalars = manuscript.scalars
    var line = Line(range: end..<end)
    line.followsBlank = followsBlank
    var index = range.lowerBound
    while index < range.upperBound,
      Folding.isBlank(scalars[index]) || Folding.isInvisible(scalars[index])
    {
      if Folding.isBlank(scalars[index]) { line.isIndented = true }
      index += 1
    }
    while index < range.upperBound, scalars[index] == 0x23 {
      line.hashes += 1
      index += 1
    }
    if index + 1 < range.upperBound, scalars[index + 1] == 0x20,
      scalars[index] == 0x2D || scalars[index] == 0x3E || scalars[index] == 0x2A
    {
      index += 2
    }
    if isPageNumber(index..<range.upperBound) { return false }
    append(index..<range.upperBound, to: &line)
    line.range = line.range.lowerBound..<end
    if line.range.isEmpty { return false }
    lines.append(line)
    return true
  }

  /// Whether a line is nothing but a page number: `12`, `- 12 -`, `第12页`.
  private func isPageNumber(_ range: Range<Int>) -> Bool {
    var digits = 0
    for index in range {
      switch manuscript.scalars[index] {
      case let scalar where Folding.isDigit(scalar): digits += 1
      case let scalar where Folding.isBlank(scalar): continue
      case 0x2D, 0x2014, 0x2013, 0xB7, 0x2022, 0x7B2C, 0x9875, 0x5171, 0x2F: continue
      default: return false
      }
    }
    return (1...4).contains(digits)
  }

  private mutating func append(_ range: Range<Int>, to line: inout Line) {
    let scalars = manuscript.scalars
    var index = range.lowerBound
    var pendingBlank = false
    var boldRuns = 0
    while index < range.upperBound {
      if index < textStart {
        index = min(textStart, range.upperBound)
        continue
      }
      let scalar = scalars[index]
      if !pendingBlank, !isInComment, hiddenEnd == nil {
        let next = appendPlain(index..<range.upperBound)
        if next > index {
          index = next
          continue
        }
      }
      if isInComment {
        isInComment = !Self.has("-->", scalars, index)
        index += isInComment ? 1 : 3
        continue
      }
      if let hidden = hiddenEnd {
        // A hidden element ends at a closing tag of its own name's length.
        if scalar == 0x3C, let tag = HTMLMarks.tag(scalars, index, scalars.count), tag.isClosing,
          tag.isHidden
        {
          hiddenEnd = nil
        } else if index < hidden {
          index = hidden
          continue
        } else {
          index += 1
          continue
        }
      }
      if isHTML, scalar == 0x26,
        let entity = HTMLMarks.entity(scalars, at: index, limit: range.upperBound)
      {
        if Folding.isBlank(entity.scalar) {
          pendingBlank = true
        } else {
          let at = end
          emit(entity.scalar, at: index, in: range, pendingBlank, isFirst: line.range.lowerBound)
          manuscript.replaced.insert(entity.scalar, at: Int32(index))
          pendingBlank = pendingBlank && at == end
        }
        index = entity.end
        continue
      }
      if Folding.isInvisible(scalar) {
        index += 1
      } else if Folding.isBlank(scalar) {
        pendingBlank = true
        index += 1
      } else if scalar == 0x2A, Self.has("**", scalars, index) {
        boldRuns += 1
        if boldRuns == 1 { line.hasBoldStart = line.range.lowerBound == end }
        if boldRuns == 2 { line.isBold = line.hasBoldStart && isTail(index + 2..<range.upperBound) }
        index += 2
      } else if scalar == 0x3C, let stop = tagEnd(index, range.upperBound) {
        if isHTML { note(index, stop, &line, &pendingBlank) }
        textStart = max(textStart, stop)
        index = stop
      } else if let mark = Marks.mark(scalars, at: index, limit: range.upperBound) {
        if let lines = mark.pageLines { line.pageLines = lines }
        index = mark.end
      } else if scalar == 0x25 || scalar == 0xFF05,
        Folding.isPerMille(scalars, at: index, limit: range.upperBound)
      {
        put(char("‰"), from: index)
        manuscript.replaced.insert(0x2030, at: Int32(index))
        pendingBlank = false
        index += 2
      } else {
        emit(scalar, at: index, in: range, pendingBlank, isFirst: line.range.lowerBound)
        pendingBlank = false
        index += 1
      }
    }
  }

  /// Takes the characters that stand for their folded forms alone, up to the first that does not;
  /// answers where that is.
  private mutating func appendPlain(_ run: Range<Int>) -> Int {
    var (index, end) = (run.lowerBound, end)
    let scalars = manuscript.scalars
    manuscript.codes.withUnsafeMutableBufferPointer { codes in
      manuscript.origin.withUnsafeMutableBufferPointer { origin in
        Folding.plain.withUnsafeBufferPointer { plain in
          scalars.withUnsafeBufferPointer { scalars in
            while index < run.upperBound, scalars[index] <= 0xFFFF {
              let code = plain[Int(scalars[index])]
              if code == 0 { break }
              codes[end] = code
              origin[end] = Int32(truncatingIfNeeded: index)
              index &+= 1
              end &+= 1
            }
          }
        }
      }
    }
    self.end = end
    return index
  }

  /// Notes what a tag says of the words around it.
  private mutating func note(
    _ start: Int, _ end: Int, _ line: inout Line, _ pendingBlank: inout Bool
  ) {
    guard let tag = HTMLMarks.tag(manuscript.scalars, start, manuscript.scalars.count) else {
      return
    }
    if tag.isHidden, !tag.isClosing { hiddenEnd = end }
    if tag.isCell { pendingBlank = true }
    if let rank = tag.heading, !tag.isClosing { line.hashes = rank }
  }

  private mutating func emit(
    _ scalar: UInt32,
    at index: Int,
    in range: Range<Int>,
    _ pendingBlank: Bool,
    isFirst: Int
  ) {
    let scalars = manuscript.scalars
    let before = index > range.lowerBound ? scalars[index - 1] : 0
    let after = index + 1 < range.upperBound ? scalars[index + 1] : 0
    let code = Folding.fold(scalar, before: before, after: after)
    // A blank beside a figure is the typesetter's; between two words it parts them.
    let last = end > isFirst ? manuscript.codes[end - 1] : 0
    if pendingBlank,
      last.isHan && code.isHan || last.isLetter && code.isLetter || last.isDigit && code.isDigit
    {
      put(char(" "), from: index - 1)
    }
    put(code, from: index)
  }

  private mutating func put(_ code: Code, from index: Int) {
    manuscript.codes[end] = code
    manuscript.origin[end] = Int32(index)
    end += 1
  }

  /// Whether only blanks and punctuation are left.
  private func isTail(_ range: Range<Int>) -> Bool {
    range.allSatisfy { Folding.isBlank(manuscript.scalars[$0]) }
  }

  /// The end of an HTML tag or the beginning of a comment, where one begins here.
  private mutating func tagEnd(_ index: Int, _ limit: Int) -> Int? {
    let scalars = manuscript.scalars
    if Self.has("<!--", scalars, index) {
      isInComment = true
      return index + 4
    }
    guard index + 1 < limit else { return nil }
    let next = scalars[index + 1]
    guard next == 0x2F || (next | 0x20) &- 0x61 < 26 else { return nil }
    var end = index + 1
    // A page's tags may be long, and go on over the line's end; a text's are short.
    let last = isHTML ? min(scalars.count, index + 4000) : min(limit, index + 400)
    while end < last {
      if scalars[end] == 0x3E { return end + 1 }
      end += 1
    }
    return nil
  }

  static func has(_ text: StaticString, _ scalars: [UInt32], _ index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= scalars.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where scalars[index + offset] != UInt32(text.utf8Start[offset]) {
      return false
    }
    return true
  }
}
