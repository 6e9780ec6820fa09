/// What stands on the terminal of the text being edited, and how to get from one picture of it to
/// the next with few characters.
///
/// Rows are counted from the picture's first; where that is on the screen nobody knows. Nothing
/// but ECMA-48 is used: the cursor's movements, erasing, colours.
struct LineScreen {
  private(set) var shown = LinePicture()

  /// Forgets what stands there: the next picture is drawn from the cursor's row on.
  mutating func forget() { shown = LinePicture() }

  /// What to write to the terminal so that it shows the picture.
  mutating func draw(_ picture: LinePicture) -> String {
    var pen = Pen(rowCount: max(shown.rows.count, 1), row: shown.cursor.row)
    var isContinued = false
    for (index, row) in picture.rows.enumerated() {
      let former = index < shown.rows.count ? shown.rows[index] : nil
      if former == row, !isContinued { continue }
      // A row that a full one wraps into is drawn right behind it, so that the terminal, too,
      // takes the two for one line.
      let kept = isContinued ? 0 : Self.commonCells(former, row)
      pen.draw(row, at: index, after: kept, isContinued: isContinued, former: former)
      isContinued = row.wraps && index + 1 < picture.rows.count
    }
    if shown.rows.count > picture.rows.count { pen.eraseBelow(picture.rows.count) }
    pen.move(to: picture.cursor.row, picture.cursor.column)
    shown = picture
    return pen.text
  }

  /// What to write to get to the row below the picture.
  func leaving() -> String {
    let below = max(shown.rows.count - 1 - shown.cursor.row, 0)
    return "\r" + String(repeating: "\n", count: below) + "\r\n"
  }

  /// What to write to erase the picture after the terminal has laid its rows out afresh for
  /// another width, as nearly every terminal does: the top is as far above the cursor as the
  /// rows between them now take.
  mutating func erasing(atWidth width: Int) -> String {
    var above = 0
    var lineWidth = 0
    for (index, row) in shown.rows.prefix(shown.cursor.row + 1).enumerated() {
      if index == shown.cursor.row {
        above += (lineWidth + shown.cursor.column) / max(width, 1)
      } else {
        lineWidth += row.width
        if row.wraps { continue }
        above += max((lineWidth + width - 1) / max(width, 1), 1)
        lineWidth = 0
      }
    }
    forget()
    return "\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J"
  }

  /// How many cells at the start of a row stand there already. The last one is drawn again: a
  /// mark may have joined it.
  private static func commonCells(_ former: LinePicture.Row?, _ row: LinePicture.Row) -> Int {
    guard let former else { return 0 }
    if former.wraps != row.wraps { return 0 }
    return zip(former.cells, row.cells).prefix { $0 == $1 }.count
  }
}

/// Writes rows and knows where that leaves the cursor.
private struct Pen {
  var text = ""
  /// Rows there are; below them the screen has to be made to go on.
  private var rowCount: Int
  private var row: Int

  init(rowCount: Int, row: Int) {
    self.rowCount = rowCount
    self.row = row
  }

  mutating func move(to target: Int, _ column: Int) {
    text += "\r"
    let reached = min(target, rowCount - 1)
    // A terminal moves by one where it is told to move by none.
    if reached < row { text += "\u{1B}[\(row - reached)A" }
    if reached > row { text += "\u{1B}[\(reached - row)B" }
    text += String(repeating: "\n", count: target - reached)
    rowCount += target - reached
    row = target
    if column > 0 { text += "\u{1B}[\(column)C" }
  }

  mutating func draw(
    _ content: LinePicture.Row, at index: Int, after kept: Int, isContinued: Bool,
    former: LinePicture.Row?
  ) {
    if isContinued {
      // The row above is full: what is written now wraps, even if it is but a blank.
      row = index
      rowCount = max(rowCount, row + 1)
      if content.cells.isEmpty { text += " \r\u{1B}[K" }
    } else {
      move(to: index, content.cells.prefix(kept).reduce(0) { $0 + $1.width })
    }
    var style = ""
    for cell in content.cells.dropFirst(kept) {
      if cell.style != style {
        if !style.isEmpty { text += "\u{1B}[0m" }
        if !cell.style.isEmpty { text += "\u{1B}[\(cell.style)m" }
        style = cell.style
      }
      text += cell.text
    }
    if !style.isEmpty { text += "\u{1B}[0m" }
    // Erasing behind a full row would take its last character away.
    if !content.wraps, (former?.width ?? 0) > content.width { text += "\u{1B}[K" }
  }

  mutating func eraseBelow(_ first: Int) {
    move(to: first, 0)
    text += "\u{1B}[J"
  }
}
