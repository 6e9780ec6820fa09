import DajuanSyntax
import TerminalText

/// A line of a source as an excerpt shows it: whole, or, where it is long, what stands about the
/// places that are pointed at, with `…` for what is left out.
struct ExcerptLine {
  /// What is shown, fit for a terminal.
  private(set) var text = ""

  /// The terminal column where each scalar of the line begins, and where the last one ends. What is
  /// left out has the column of its `…`.
  private var columns: [Int] = []

  private let source: Source
  private let span: Span

  /// The widest line that is shown whole, in columns.
  static let widest = 120

  /// How many columns are shown before and after each end of a place, in a longer one, where there is room.
  private static let around = 24

  /// A gap as narrow as this is not worth its `…`, where there is room.
  private static let narrowest = 8

  /// The columns there are; `nil` for any number.
  private let room: Int?

  /// How many bytes are looked at before and after all places: more than are ever shown.
  private static let margin = 1024

  /// Cost: linear in the length of the line about the places, for each place.
  init(_ source: Source, line: Int, places: [Span], room: Int? = nil) {
    self.source = source
    self.room = room
    span = Self.part(of: source.lineSpan(line) ?? Span(at: 0), about: places, in: source)
    let pieces = source.text(span).unicodeScalars.map { scalar in
      scalar == "\t" ? " " : TerminalText.visible(String(scalar))
    }
    let widths = pieces.map { DisplayWidth.of($0) }
    let isShown = shown(widths, places)
    var column = 0
    for index in pieces.indices {
      columns.append(column)
      if isShown[index] {
        text += pieces[index]
        column += widths[index]
      } else if index == 0 || isShown[index - 1] {
        text += "…"
        column += 1
      }
    }
    columns.append(column)
  }

  /// The part of a very long line that is looked at, in whole characters.
  private static func part(of line: Span, about places: [Span], in source: Source) -> Span {
    let first = places.map(\.start).min() ?? line.start
    let last = places.map(\.end).max() ?? line.start
    var start = max(line.start, min(first, line.end) - margin)
    var end = min(line.end, max(last, line.start) + margin)
    while start > line.start, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.end, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  /// Where a place on the line is shown: its first column and its width, which is at least 1. What
  /// lies on other lines does not count.
  func columns(of place: Span) -> (start: Int, width: Int) {
    let start = columns[index(of: place.start)]
    return (start, max(1, columns[index(of: place.end)] - start))
  }

  /// The number of scalars on the line before a byte of the source.
  private func index(of offset: Int) -> Int {
    let end = min(max(offset, span.start), span.end)
    return min(source.text(Span(span.start, end)).unicodeScalars.count, max(0, columns.count - 1))
  }

  /// Which scalars are shown: about the places as many as there is room for.
  private func shown(_ widths: [Int], _ places: [Span]) -> [Bool] {
    let room = min(Self.widest, room ?? .max)
    guard widths.reduce(0, +) > room else {
      return [Bool](repeating: true, count: widths.count)
    }
    var around = Self.around
    var isShown = shown(widths, places, around)
    // Without a terminal, what stands about far places may be as long as it is.
    while self.room != nil, around > 1, Self.width(of: isShown, widths) > room {
      around -= 1
      isShown = shown(widths, places, around)
    }
    return isShown
  }

  private func shown(_ widths: [Int], _ places: [Span], _ around: Int) -> [Bool] {
    var isShown = [Bool](repeating: false, count: widths.count)
    for place in places {
      for offset in [place.start, place.end] {
        let end = min(max(offset, span.start), span.end)
        let middle = source.text(Span(span.start, end)).unicodeScalars.count
        Self.show(&isShown, widths, stride(from: middle - 1, through: 0, by: -1), around)
        Self.show(&isShown, widths, stride(from: middle, to: widths.count, by: 1), around)
      }
    }
    Self.closeGaps(&isShown, widths, around * Self.narrowest / Self.around)
    return isShown
  }

  /// The columns of what is shown, with a mark for each gap.
  private static func width(of isShown: [Bool], _ widths: [Int]) -> Int {
    isShown.indices.reduce(0) { width, index in
      isShown[index]
        ? width + widths[index] : width + (index == 0 || isShown[index - 1] ? 1 : 0)
    }
  }

  /// Shows scalars one after another as far as there is room.
  private static func show(
    _ isShown: inout [Bool], _ widths: [Int], _ indices: some Sequence<Int>, _ around: Int
  ) {
    var room = around
    for index in indices {
      room -= widths[index]
      if room < 0 { return }
      isShown[index] = true
    }
  }

  private static func closeGaps(
    _ isShown: inout [Bool], _ widths: [Int], _ narrowest: Int
  ) {
    var start = 0
    while let gap = isShown[start...].firstIndex(of: false) {
      let end = isShown[gap...].firstIndex(of: true) ?? isShown.count
      if widths[gap..<end].reduce(0, +) <= narrowest {
        for index in gap..<end { isShown[index] = true }
      }
      start = end
    }
  }
}
