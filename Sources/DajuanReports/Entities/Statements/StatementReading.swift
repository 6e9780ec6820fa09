/// A statement cut into clauses, with the place of each of its facts.
struct StatementReading {
  /// A stretch between commas.
  struct Clause {
    /// Its place in ``StatementReading/text``.
    let range: Range<Int>
    /// The number of the stretch between semicolons it belongs to.
    let segment: Int
    /// The indices, among the report's facts, of those that stand in it.
    var facts: [Int] = []
  }

  /// The statement without blanks.
  let text: Scalars
  private(set) var clauses: [Clause]
  /// Where each fact's surface stands in ``text``, by the fact's index in the report.
  private(set) var places: [Int: Range<Int>] = [:]

  private var clauseOf: [Int: Int] = [:]

  /// Reads a statement; `facts` are the indices of its facts in the order of the text.
  init(_ statement: Statement, facts: [Int], of report: Report) {
    text = statement.text.compactScalars
    clauses = Self.clauses(of: text)
    var (cursor, clause) = (0, 0)
    for index in facts {
      let surface = report.facts[index].surface.compactScalars
      guard let place = Self.find(surface, in: text, from: cursor) else { continue }
      places[index] = place
      cursor = place.upperBound
      while clause < clauses.count, clauses[clause].range.upperBound <= place.lowerBound {
        clause += 1
      }
      if clause < clauses.count, clauses[clause].range.contains(place.lowerBound) {
        clauses[clause].facts.append(index)
        clauseOf[index] = clause
      }
    }
  }

  /// The words of a clause.
  func words(of clause: Clause) -> ArraySlice<Unicode.Scalar> { text[clause.range] }

  /// The clause a fact stands in.
  func clause(of fact: Int) -> Int? { clauseOf[fact] }

  private static func find(_ word: Scalars, in text: Scalars, from start: Int) -> Range<Int>? {
    guard !word.isEmpty, text.count >= word.count else { return nil }
    var place = start
    while place + word.count <= text.count {
      if text[place] == word[0], text[place..<place + word.count].elementsEqual(word) {
        return place..<place + word.count
      }
      place += 1
    }
    return nil
  }

  /// Cuts at commas, semicolons, colons and stops that stand outside quotes and brackets.
  private static func clauses(of text: Scalars) -> [Clause] {
    var clauses: [Clause] = []
    var segment = 0
    var start = 0
    var depth = 0
    func close(at end: Int) {
      if start < end { clauses.append(Clause(range: start..<end, segment: segment)) }
      start = end + 1
    }
    for (place, scalar) in text.enumerated() {
      switch scalar {
      case "“", "‘", "《", "（", "(", "〈", "「", "『": depth += 1
      case "”", "’", "》", "）", ")", "〉", "」", "』": depth = max(0, depth - 1)
      case "，" where depth == 0, "," where depth == 0 && !isGrouping(at: place, in: text):
        close(at: place)
      case "；", ";", "。", "！", "？", "：":
        // A quotation that is never closed must not swallow the sentences after it.
        if depth > 0 && scalar != "。" { continue }
        depth = 0
        close(at: place)
        segment += 1
      default: break
      }
    }
    close(at: text.count)
    return clauses
  }

  /// Whether a comma stands between digits, as in 1,234.
  private static func isGrouping(at place: Int, in text: Scalars) -> Bool {
    guard place > 0, place + 1 < text.count else { return false }
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    return digits.contains(text[place - 1]) && digits.contains(text[place + 1])
  }
}
