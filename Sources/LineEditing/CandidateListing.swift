internal import TerminalText

/// Lays candidates out below the line being edited.
enum CandidateListing {
  /// The rows to print, none wider than `width` columns and no more than `height`.
  ///
  /// One candidate a row with its kind and gloss when there is anything to say and each fits
  /// on a row of its own; else in columns that read downwards, like `ls`. What does not fit
  /// the height is counted in a last row, `… +12`.
  static func rows(
    _ candidates: [Completion.Candidate],
    width: Int,
    height: Int
  ) -> [String] {
    let limit = max(height, 2)
    if candidates.count <= limit, let rows = glossed(candidates, width: width) { return rows }
    return columns(candidates.map(\.text), width: width, limit: limit)
  }

  private static func glossed(_ candidates: [Completion.Candidate], width: Int) -> [String]? {
    guard candidates.contains(where: { !$0.kind.isEmpty || !$0.gloss.isEmpty }) else { return nil }
    let textWidth = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let kindWidth = candidates.map { DisplayWidth.of($0.kind) }.max() ?? 0
    var rows: [String] = []
    for candidate in candidates {
      var row = DisplayWidth.pad(candidate.text, to: textWidth + 2)
      if kindWidth > 0 { row += DisplayWidth.pad(candidate.kind, to: kindWidth + 2) }
      row += candidate.gloss
      while row.last == " " { row.removeLast() }
      if DisplayWidth.of(row) > width { return nil }
      rows.append(row)
    }
    return rows
  }

  private static func columns(_ texts: [String], width: Int, limit: Int) -> [String] {
    let shown = texts.map { DisplayWidth.truncate($0, to: width) }
    let cell = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    // The last column needs no gap after it.
    let across = max((width + 2) / cell, 1)
    let capacity = across * limit
    let kept = shown.count <= capacity ? shown[...] : shown.prefix(across * (limit - 1))
    let down = (kept.count + across - 1) / across
    var rows: [String] = []
    for row in 0..<down {
      var line = ""
      for column in 0..<across where column * down + row < kept.count {
        if column > 0 { line = DisplayWidth.pad(line, to: column * cell) }
        line += kept[column * down + row]
      }
      rows.append(line)
    }
    if kept.count < shown.count { rows.append("… +\(shown.count - kept.count)") }
    return rows
  }
}
