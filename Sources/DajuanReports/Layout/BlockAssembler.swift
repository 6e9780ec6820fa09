/// The second pass over a text: lines to headings and paragraphs.
///
/// A file either has a paragraph a line, as web pages do, or breaks lines at the column, as
/// newspapers and PDFs do; which of the two is told from how many lines end in punctuation. In the
/// second sort a paragraph goes on over line breaks, and over blank lines (a figure parted from its
/// unit by a page's furniture), until a sentence ends where a line does.
struct BlockAssembler {
  let codes: [Code]
  let lines: [Line]
  private var isBroken = false
  private var indentsParagraphs = false

  init(codes: [Code], lines: [Line]) {
    self.codes = codes
    self.lines = lines
    isBroken = Self.isBroken(codes, lines)
    let indented = lines.count { $0.isIndented }
    indentsParagraphs = indented * 2 < lines.count
  }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    for (index, line) in lines.enumerated() {
      if let block = open, continues(block, index) {
        open?.range = block.range.lowerBound..<line.range.upperBound
        if let pages = line.pageLines { open?.pageLines = pages }
        continue
      }
      if let block = open { blocks.append(finished(block)) }
      open = block(at: index)
      if let block = open, case .heading = block.kind {
        blocks.append(finished(block))
        open = nil
      }
    }
    if let block = open { blocks.append(finished(block)) }
    return blocks.filter { !$0.range.isEmpty }
  }

  // MARK: Joining

  private func continues(_ block: Block, _ index: Int) -> Bool {
    let line = lines[index]
    if line.hashes > 0 || line.isBold || Numbering.mark(codes, line.range) != nil { return false }
    guard let last = lastOfSentence(block.range) else { return false }
    if Self.joiners.contains(last) { return true }
    if last.isDigit || isScaled(block.range), let first = first(of: line), !first.isDigit,
      !Self.isClosing(first)
    {
      return isBroken || line.range.count < 60
    }
    guard isBroken else { return false }
    if line.isIndented && indentsParagraphs || Self.ends.contains(last) { return false }
    return !Self.isByline(codes, block.range)
  }

  /// The last character of a range that is not a closing quote or bracket.
  private func lastOfSentence(_ range: Range<Int>) -> Code? {
    var index = range.upperBound
    while index > range.lowerBound, Self.closers.contains(codes[index - 1]) { index -= 1 }
    return index > range.lowerBound ? codes[index - 1] : nil
  }

  /// Whether a range ends in a number's scale, its unit still to come: 12.5亿.
  private func isScaled(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, let last = range.last else { return false }
    return (codes[last] == char("亿") || codes[last] == char("万")) && codes[last - 1].isDigit
  }

  private func first(of line: Line) -> Code? {
    line.range.isEmpty ? nil : codes[line.range.lowerBound]
  }

  private static func isClosing(_ code: Code) -> Bool {
    ends.contains(code) || closers.contains(code)
  }

  /// Whether a paragraph ends in the names of those who wrote it.
  private static func isByline(_ codes: [Code], _ range: Range<Int>) -> Bool {
    let tail = max(range.lowerBound, range.upperBound - 30)..<range.upperBound
    guard let at = codes.first("记者", in: tail) else { return false }
    return !(at..<range.upperBound).contains { ends.contains(codes[$0]) }
  }

  // MARK: Headings

  private func block(at index: Int) -> Block {
    let line = lines[index]
    var block = Block(kind: .paragraph, range: line.range)
    block.pageLines = line.pageLines
    if let mark = Numbering.mark(codes, line.range) {
      block.numbering = mark.level
      block.range = mark.end..<line.range.upperBound
      block.hasRunIn = true
    }
    block.hasRunIn = block.hasRunIn || line.hasBoldStart
    if let level = headingLevel(index, block) { block.kind = .heading(level: level) }
    return block
  }

  private func headingLevel(_ index: Int, _ block: Block) -> Int? {
    let line = lines[index]
    if line.hashes > 0 { return max(block.numbering ?? 0, min(3, line.hashes - 1)) }
    guard let last = lastOfSentence(block.range), block.range.count <= 64, !isScaled(block.range)
    else { return nil }
    let body = block.range.lowerBound..<block.range.upperBound - 1
    let hasSentence = body.contains { Self.sentenceEnds.contains(codes[$0]) }
    if hasSentence { return nil }
    if block.numbering == 1 { return 1 }
    if Self.ends.contains(last) || Self.joiners.contains(last) || last == char("；") { return nil }
    if let numbering = block.numbering, !isBroken || isShort(index) { return numbering }
    if line.isBold { return 3 }
    if !isBroken { return block.range.count <= 40 && !isStarted(block.range) ? 3 : nil }
    return isDisplayed(index, block.range) ? 3 : nil
  }

  /// Whether an unbroken line without an end is a list's entry rather than a heading: it holds a
  /// figure, or punctuation of a sentence.
  private func isStarted(_ range: Range<Int>) -> Bool {
    range.contains { codes[$0] == char("，") || codes[$0] == char("；") }
      && range.contains { codes[$0].isDigit }
  }

  /// Whether a line of a text broken at the column is set as a heading: alone between blank lines,
  /// in two halves, before a blank line, or clearly shorter than the column.
  private func isDisplayed(_ index: Int, _ range: Range<Int>) -> Bool {
    if range.contains(where: { codes[$0].isDigit }) { return false }
    let hasBlankAfter = index + 1 >= lines.count || lines[index + 1].followsBlank
    if lines[index].followsBlank && hasBlankAfter { return true }
    let isPlain = !range.contains { Self.pauses.contains(codes[$0]) }
    if range.contains(where: { codes[$0] == char(" ") }) && isPlain { return true }
    if hasBlankAfter && isPlain { return true }
    if hasBlankAfter && width(lines[index].range) * 4 <= column(after: index) * 3 { return true }
    return isPlain && isShort(index)
  }

  /// Whether a line ends four characters or more before the column does: more than the indent of a
  /// paragraph's first line, two characters, and the slack of unbreakable punctuation.
  private func isShort(_ index: Int) -> Bool {
    width(lines[index].range) + 8 <= column(after: index)
  }

  /// The width of the column: the middle one of the next lines' widths.
  private func column(after index: Int) -> Int {
    let widths = lines[(index + 1)...].prefix(5).map { width($0.range) }.sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }

  /// The width in half-width columns.
  private func width(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (codes[$1] < 0x80 ? 1 : 2) }
  }

  private func finished(_ block: Block) -> Block {
    var block = block
    // Dashes and blanks that open an item of a list say nothing.
    while let first = block.range.first, Self.openers.contains(codes[first]) {
      block.range = first + 1..<block.range.upperBound
      block.hasRunIn = true
    }
    return block
  }

  /// Whether the file breaks its lines at a column: few of its longer lines end in punctuation.
  private static func isBroken(_ codes: [Code], _ lines: [Line]) -> Bool {
    var (ended, total, longest) = (0, 0, 0)
    for line in lines where line.range.count >= 8 && line.hashes == 0 {
      total += 1
      if let last = line.range.last, ends.contains(codes[last]) || closers.contains(codes[last]) {
        ended += 1
      }
      if line.range.count > 120 { longest += 1 }
    }
    return total >= 6 && ended * 2 < total && longest * 5 < total
  }

  private static let sentenceEnds = CodeSet("。！？")
  private static let ends = CodeSet("。！？：")
  private static let closers = CodeSet("”’）》」』")
  private static let joiners = CodeSet("，、（“《—~")
  private static let pauses = CodeSet("，。；：、！？")
  private static let openers = CodeSet("—·•●■◆★ ")
}
