extension Period {
  /// Reads a period as ``interchange`` writes it (`2021`, `2021-03`, `2021-03-15`, `2021Q1`,
  /// `2017-2021`, `-2021`, `2021-01/2021-08`) or as the query language does (`2017..2021`,
  /// `..2021`).
  public init?(interchange text: String) {
    let parts: [Substring]
    if let dots = text.firstIndex(of: "."), text[dots...].hasPrefix("..") {
      parts = [text[..<dots], text[text.index(dots, offsetBy: 2)...]]
    } else if let slash = text.firstIndex(of: "/") {
      parts = [text[..<slash], text[text.index(after: slash)...]]
    } else if text.hasPrefix("-") {
      parts = ["", text.dropFirst()]
    } else {
      let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
      let isYears = pieces.count == 2 && pieces.allSatisfy { $0.utf8.count == 4 }
      parts = isYears ? pieces : [text[...]]
    }
    guard let last = Self.single(parts[parts.count - 1]) else { return nil }
    if parts.count == 1 {
      self = last
    } else if parts[0].isEmpty {
      self.init(firstDay: nil, lastDay: last.lastDay)
    } else {
      guard let first = Self.single(parts[0])?.firstDay else { return nil }
      self.init(firstDay: first, lastDay: last.lastDay)
    }
  }

  /// A year, a quarter, a month or a day.
  private static func single(_ text: Substring) -> Period? {
    func number(_ text: Substring, digits: Int) -> Int? {
      let isPlain = text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isPlain ? Int(text) : nil
    }
    if text.utf8.count == 6, text.dropLast().hasSuffix("Q") {
      guard let year = number(text.prefix(4), digits: 4),
        let quarter = number(text.suffix(1), digits: 1)
      else { return nil }
      return Period(year: year, quarter: quarter)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = number(parts[0], digits: 4), year > 0 else {
      return nil
    }
    if parts.count == 1 { return Period(year: year) }
    guard let month = number(parts[1], digits: 2) else { return nil }
    if parts.count == 2 { return Period(year: year, month: month) }
    return number(parts[2], digits: 2).flatMap { Period(year: year, month: month, day: $0) }
  }
}
