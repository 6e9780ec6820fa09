internal import TerminalText

/// Lays candidates out below the line being edited.
///
/// Each has its sort and what it means beside it as far as the width allows: the meaning is cut short,
/// then the sort is left out, then the meaning. Where several fit beside each other they stand in columns
/// that read downwards, as `ls` has them. What does not fit the height is counted in a last row, `… +12`,
/// and is the next page.
struct CandidateListing {
  /// The rows to print, none wider than the terminal.
  let rows: [String]
  /// How many candidates the rows show.
  let count: Int

  /// Lays out as many of `candidates` as there is room for.
  ///
  /// - Parameters:
  ///   - candidates: Those to list, from the first.
  ///   - width: The terminal's width in columns.
  ///   - height: How many rows there may be; at least two are used.
  init(_ candidates: some Collection<Completion.Candidate>, width: Int, height: Int) {
    let limit = max(height, 2)
    // Those that cannot be on the page do not widen it: at most two columns' width each.
    let page = candidates.prefix(limit * max(width / 2, 1))
    let columns = Columns(page, width: width)
    let across = columns.glossWidth > 0 || columns.kindWidth > 0 ? columns.across(width) : 0
    let plain = Columns(texts: page.map(\.text), width: width)
    let chosen = across > 0 ? columns : plain
    let capacity = max(chosen.across(width), 1) * limit
    let isWhole = candidates.count <= capacity
    let shown = isWhole ? candidates.count : max(chosen.across(width), 1) * (limit - 1)
    let cells = page.prefix(shown).map { chosen.cell($0) }
    var rows = Self.rows(cells, across: max(chosen.across(width), 1), cell: chosen.width)
    if !isWhole { rows.append("… +\(candidates.count - shown)") }
    (self.rows, count) = (rows, shown)
  }

  /// Cells in columns that read downwards; the last column needs no gap after it.
  private static func rows(_ cells: [String], across: Int, cell: Int) -> [String] {
    let down = (cells.count + across - 1) / across
    return (0..<down).map { row in
      var line = ""
      for column in 0..<across where column * down + row < cells.count {
        if column > 0 { line = DisplayWidth.pad(line, to: column * (cell + gap)) }
        line += cells[column * down + row]
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  fileprivate static let gap = 2
}

/// How wide the parts of a cell are; zero for a part that is left out.
private struct Columns {
  let textWidth: Int
  var kindWidth = 0
  var glossWidth = 0

  /// The narrowest column of meanings that says anything.
  private static let leastGloss = 8

  init(_ candidates: some Collection<Completion.Candidate>, width: Int) {
    textWidth = min(candidates.map { DisplayWidth.of($0.text) }.max() ?? 0, width)
    let kind = candidates.map { DisplayWidth.of($0.kind) }.max() ?? 0
    let gloss = candidates.map { DisplayWidth.of($0.gloss) }.max() ?? 0
    let least = min(gloss, Self.leastGloss)
    let gap = CandidateListing.gap
    let behindText = width - textWidth - gap
    if kind > 0, kind + (gloss > 0 ? gap + least : 0) <= behindText {
      kindWidth = kind
      glossWidth = max(0, min(gloss, behindText - kind - gap))
    } else if gloss > 0, least <= behindText {
      glossWidth = min(gloss, behindText)
    }
  }

  init(texts: [String], width: Int) {
    textWidth = min(texts.map { DisplayWidth.of($0) }.max() ?? 0, width)
  }

  /// The width of a cell.
  var width: Int {
    [textWidth, kindWidth, glossWidth].filter { $0 > 0 }.reduce(-CandidateListing.gap) {
      $0 + $1 + CandidateListing.gap
    }
  }

  /// How many cells stand beside each other.
  func across(_ terminal: Int) -> Int {
    (terminal + CandidateListing.gap) / (max(width, 1) + CandidateListing.gap)
  }

  func cell(_ candidate: Completion.Candidate) -> String {
    let gap = CandidateListing.gap
    var cell = DisplayWidth.truncate(candidate.text, to: textWidth)
    if kindWidth > 0 {
      cell = DisplayWidth.pad(cell, to: textWidth + gap) + candidate.kind
    }
    if glossWidth > 0 {
      cell = DisplayWidth.pad(cell, to: width - glossWidth)
      cell += DisplayWidth.truncate(candidate.gloss, to: glossWidth)
    }
    return cell
  }
}
