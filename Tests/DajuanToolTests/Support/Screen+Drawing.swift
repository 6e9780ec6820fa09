extension Screen {
  /// Columns of a scalar: the wide blocks of Unicode Standard Annex #11 that Chinese text uses,
  /// and the marks that take none.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    let columns = Self.columns(scalar)
    if columns == 0 {
      join(scalar)
      return
    }
    if wrapsNext || column + columns > width {
      wraps += 1
      column = 0
      lineFeed()
    }
    if insertsCharacters { insertBlanks(columns) }
    for place in column..<(column + columns) { tear(place) }
    cells[row][column] = Cell(text: String(scalar))
    if columns == 2 { cells[row][column + 1] = .rightHalf }
    column += columns
    wrapsNext = column == width
    if wrapsNext { column -= 1 }
  }

  /// Adds a mark to the character before the cursor.
  private mutating func join(_ scalar: Unicode.Scalar) {
    var place = wrapsNext ? column : column - 1
    if place > 0, cells[row][place] == .rightHalf { place -= 1 }
    if place >= 0 { cells[row][place].text.unicodeScalars.append(scalar) }
  }

  /// Blanks the other half of a wide character of which one half is about to go.
  private mutating func tear(_ place: Int) {
    if cells[row][place] == .rightHalf, place > 0 { cells[row][place - 1] = .blank }
    if place + 1 < width, cells[row][place + 1] == .rightHalf { cells[row][place + 1] = .blank }
    cells[row][place] = .blank
  }

  mutating func control(_ code: UInt8) {
    switch code {
    case 0x07: bells += 1
    case 0x08: move(to: row, column - 1)
    case 0x09: move(to: row, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(to: row, 0)
    default: break
    }
  }

  mutating func escape(_ final: Character) {
    switch final {
    case "7": saved = (row, column)
    case "8": move(to: saved.row, saved.column)
    case "D": lineFeed()
    case "E":
      move(to: row, 0)
      lineFeed()
    case "M": reverseLineFeed()
    case "=", ">": break
    default: unknown.append("ESC \(final)")
    }
  }

  mutating func move(to row: Int, _ column: Int) {
    self.row = min(max(row, 0), height - 1)
    self.column = min(max(column, 0), width - 1)
    wrapsNext = false
  }

  // MARK: Scrolling

  mutating func lineFeed() {
    wrapsNext = false
    if row == region.upperBound {
      scrollUp(1)
    } else if row < height - 1 {
      row += 1
    }
  }

  private mutating func reverseLineFeed() {
    wrapsNext = false
    if row == region.lowerBound { scrollDown(1) } else { row = max(row - 1, 0) }
  }

  private var blankRow: [Cell] { Array(repeating: .blank, count: width) }

  mutating func scrollUp(_ count: Int) {
    for _ in 0..<min(count, region.count) {
      let top = cells.remove(at: region.lowerBound)
      if region.lowerBound == 0 { scrolledOff.append(Self.text(top)) }
      cells.insert(blankRow, at: region.upperBound)
    }
  }

  mutating func scrollDown(_ count: Int) {
    for _ in 0..<min(count, region.count) {
      cells.remove(at: region.upperBound)
      cells.insert(blankRow, at: region.lowerBound)
    }
  }

  mutating func insertRows(_ count: Int) { shiftRows { $0.scrollDown(count) } }

  mutating func deleteRows(_ count: Int) {
    guard region.contains(row) else { return }
    for _ in 0..<min(count, region.upperBound - row + 1) {
      cells.remove(at: row)
      cells.insert(blankRow, at: region.upperBound)
    }
  }

  private mutating func shiftRows(_ scroll: (inout Screen) -> Void) {
    guard region.contains(row) else { return }
    let whole = region
    region = row...whole.upperBound
    scroll(&self)
    region = whole
  }

  // MARK: Erasing, inserting, deleting

  mutating func erase(_ columns: Range<Int>) {
    for place in columns.clamped(to: 0..<width) { tear(place) }
  }

  mutating func eraseRow(_ selector: Int) {
    switch selector {
    case 0: erase(column..<width)
    case 1: erase(0..<(column + 1))
    default: erase(0..<width)
    }
  }

  mutating func eraseDisplay(_ selector: Int) {
    eraseRow(selector)
    for other in 0..<height where selector >= 2 || (selector == 0 ? other > row : other < row) {
      cells[other] = blankRow
    }
  }

  mutating func insertBlanks(_ count: Int) {
    let blanks = Array(repeating: Cell.blank, count: min(count, width - column))
    cells[row].insert(contentsOf: blanks, at: column)
    cells[row].removeLast(blanks.count)
  }

  mutating func deleteCharacters(_ count: Int) {
    let gone = min(count, width - column)
    cells[row].removeSubrange(column..<(column + gone))
    cells[row] += Array(repeating: .blank, count: gone)
  }
}
