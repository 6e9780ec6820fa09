extension Screen {
  /// Carries out a control sequence.
  mutating func perform(_ sequence: ControlParser.Sequence) {
    if sequence.mark != nil {
      // Private modes: the shape of the cursor, bracketed paste and the like show nothing.
      if sequence.final == "h" { modes.formUnion(sequence.parameters) }
      if sequence.final == "l" { modes.subtract(sequence.parameters) }
      if !"hlmcn".contains(sequence.final) { note(sequence) }
      return
    }
    let count = sequence.count
    switch sequence.final {
    case "A": move(to: max(row - count, row >= region.lowerBound ? region.lowerBound : 0), column)
    case "B":
      move(to: min(row + count, row <= region.upperBound ? region.upperBound : height), column)
    case "C": move(to: row, column + count)
    case "D": move(to: row, column - count)
    case "E": move(to: row + count, 0)
    case "F": move(to: row - count, 0)
    case "G", "`": move(to: row, count - 1)
    case "d": move(to: count - 1, column)
    case "H", "f": move(to: count - 1, max(sequence.parameters.dropFirst().first ?? 1, 1) - 1)
    case "m": colours += 1
    case "n", "c": break
    default: edit(sequence)
    }
  }

  private mutating func edit(_ sequence: ControlParser.Sequence) {
    let count = sequence.count
    switch sequence.final {
    case "J": eraseDisplay(sequence.selector)
    case "K": eraseRow(sequence.selector)
    case "X": erase(column..<(column + count))
    case "@": insertBlanks(count)
    case "P": deleteCharacters(count)
    case "L": insertRows(count)
    case "M": deleteRows(count)
    case "S": scrollUp(count)
    case "T": scrollDown(count)
    case "s": saved = (row, column)
    case "u": move(to: saved.row, saved.column)
    case "h" where sequence.selector == 4: insertsCharacters = true
    case "l" where sequence.selector == 4: insertsCharacters = false
    case "r": setRegion(sequence.parameters)
    default: note(sequence)
    }
  }

  private mutating func setRegion(_ parameters: [Int]) {
    let top = max(parameters.first ?? 1, 1) - 1
    let bottom = parameters.count > 1 && parameters[1] > 0 ? parameters[1] - 1 : height - 1
    if top < bottom, bottom < height { region = top...bottom }
    move(to: 0, 0)
  }

  private mutating func note(_ sequence: ControlParser.Sequence) {
    let mark = sequence.mark.map { String($0) } ?? ""
    let parameters = sequence.parameters.map { String($0) }.joined(separator: ";")
    unknown.append("CSI \(mark)\(parameters)\(sequence.final)")
  }
}
