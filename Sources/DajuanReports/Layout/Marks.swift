/// Marks that stand in a text without belonging to its words: notes' numbers `[13]`, and the page
/// lines a fact sheet rests on, `〔源12–13行〕`.
enum Marks {
  struct Mark {
    let end: Int
    let pageLines: ClosedRange<Int>?
  }

  /// The mark that begins at a place, if one does.
  static func mark(_ scalars: [UInt32], at start: Int, limit: Int) -> Mark? {
    let close: UInt32
    switch scalars[start] {
    case 0x5B: close = 0x5D
    case 0xFF3B: close = 0xFF3D
    case 0x3014: close = 0x3015
    default: return nil
    }
    var index = start + 1
    let isSource = index < limit && scalars[index] == 0x6E90
    if isSource { index += 1 }
    guard let first = number(scalars, &index, limit) else { return nil }
    var last = first
    if isSource {
      if index < limit, [0x2D, 0x2013, 0x2014, 0x7E, 0xFF5E].contains(scalars[index]) {
        index += 1
        guard let number = number(scalars, &index, limit) else { return nil }
        last = number
      }
      if index < limit, scalars[index] == 0x884C { index += 1 }
    }
    guard index < limit, scalars[index] == close else { return nil }
    return Mark(end: index + 1, pageLines: isSource && first <= last ? first...last : nil)
  }

  private static func number(_ scalars: [UInt32], _ index: inout Int, _ limit: Int) -> Int? {
    var value = 0
    let start = index
    while index < limit, index - start < 6, Folding.isDigit(scalars[index]) {
      value = value * 10 + Int(scalars[index] & 0xF)
      index += 1
    }
    return index > start ? value : nil
  }
}
