internal import DajuanLedger

/// What one pass over a statement finds: quantities, times, and words of force.
struct StatementScan {
  struct ForceMention {
    let range: Range<Int>
    let force: Force
  }

  /// The statement.
  let range: Range<Int>
  var mentions: [Mention] = []
  var times: [TimeMention] = []
  var forces: [ForceMention] = []

  init(_ codes: [Code], _ range: Range<Int>) {
    self.range = range
    let limit = range.upperBound
    let (starts, numerals) = (Self.starts, Self.numerals)
    let reader = QuantityReader(codes: codes, statement: range)
    var index = range.lowerBound
    while true {
      index = starts.first(codes, from: index, limit: limit)
      if index >= limit { break }
      let code = codes[index]
      if let time = TimeReader.time(codes, at: index, from: range.lowerBound, limit: limit) {
        times.append(time)
        index = time.range.upperBound
        continue
      }
      if code.isDigit || numerals.contains(code) {
        let next = reader.read(at: index, into: &mentions)
        index = max(next, index + 1)
        continue
      }
      index = readForce(codes, index, limit)
    }
  }

  private mutating func readForce(_ codes: [Code], _ index: Int, _ limit: Int) -> Int {
    if let decoy = Lexicon.forceDecoys.match(codes, at: index, limit: limit) {
      return decoy.range.upperBound
    }
    guard let match = Lexicon.forces.match(codes, at: index, limit: limit) else { return index + 1 }
    forces.append(ForceMention(range: match.range, force: match.sense))
    return match.range.upperBound
  }

  private static let numerals = CodeSet("〇零一二两三四五六七八九十百千万亿第")

  /// The characters a number, a time or a word of force begins with.
  private static let starts: CodeSet = {
    var set = CodeSet("0123456789〇零一二两三四五六七八九十百千万亿第“‘")
    set.formUnion(Lexicon.times.firsts)
    set.formUnion(Lexicon.forces.firsts)
    set.formUnion(Lexicon.forceDecoys.firsts)
    return set
  }()
}
