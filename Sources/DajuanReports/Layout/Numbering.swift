/// The numbers before headings and items: 一、 （一） 1. 1、 （1） 第一部分.
enum Numbering {
  struct Mark {
    /// 1 for a chapter, 2 for a section, 3 for anything below.
    let level: Int
    /// Where the words begin.
    let end: Int
  }

  static func mark(_ codes: [Code], _ range: Range<Int>) -> Mark? {
    guard let first = range.first else { return nil }
    let limit = range.upperBound
    if codes[first] == char("（") {
      let (inner, isHan) = run(codes, first + 1, limit)
      guard inner > first + 1, inner < limit, codes[inner] == char("）") else { return nil }
      return Mark(level: isHan ? 2 : 3, end: inner + 1)
    }
    if codes[first] == char("第") {
      let (end, isHan) = run(codes, first + 1, limit)
      let isPart = codes.has("部分", at: end, limit: limit)
      return isHan && end > first + 1 && isPart ? Mark(level: 1, end: end + 2) : nil
    }
    let (end, isHan) = run(codes, first, limit)
    guard end > first, end < limit else { return nil }
    if codes[end] == char("、") || isHan && codes[end] == char("，") && end - first < 2 {
      // 一、二、三产业 is not a number before a heading.
      let (next, _) = run(codes, end + 1, limit)
      if next > end + 1, next < limit, codes[next] == char("、") { return nil }
      return Mark(level: isHan ? 1 : 3, end: end + 1)
    }
    if !isHan, codes[end] == char("."), end + 1 < limit, !codes[end + 1].isDigit {
      return Mark(level: 3, end: end + 1)
    }
    return nil
  }

  /// The end of a run of at most three numerals of one sort.
  private static func run(_ codes: [Code], _ start: Int, _ limit: Int) -> (Int, Bool) {
    var end = start
    guard start < limit else { return (start, false) }
    let isHan = !codes[start].isDigit
    while end < limit, end - start < 3,
      isHan ? numerals.contains(codes[end]) : codes[end].isDigit
    {
      end += 1
    }
    return (end, isHan)
  }

  private static let numerals = CodeSet("一二三四五六七八九十")
}
