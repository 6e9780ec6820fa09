/// Finds the words in a run of Chinese that was written without blanks: `按领域` is `按 领域`.
package enum GluedWords {
  /// The words a run is made of, if it is made of two or more and one of them is a keyword or an
  /// operator; the fewest where there are several ways.
  ///
  /// `isName` says whether a word is a name here: a checker knows its columns, and the default takes
  /// any word of the vocabulary. The result is nil for a run without CJK or one that does not divide.
  /// Cost: quadratic in the length of the run, of which more than 24 scalars are not looked at.
  package static func split(
    _ run: String,
    isName: (String) -> Bool = isVocabularyName
  ) -> [String]? {
    let scalars = Array(run.unicodeScalars)
    guard (2...24).contains(scalars.count), scalars.contains(where: { $0.value >= 0x2E80 }) else {
      return nil
    }
    var best = [[String]?](repeating: nil, count: scalars.count + 1)
    best[0] = []
    for end in 1...scalars.count {
      for start in 0..<end {
        guard let before = best[start], before.count + 1 < best[end]?.count ?? .max else {
          continue
        }
        let word = String(String.UnicodeScalarView(scalars[start..<end]))
        if isKeyword(word) || isNumber(word) || isName(word) { best[end] = before + [word] }
      }
    }
    guard let words = best[scalars.count], words.count > 1, words.contains(where: isKeyword) else {
      return nil
    }
    return words
  }

  /// An operator in Latin letters and the number or column directly after it.
  static func splitOperator(_ word: String) -> [String]? {
    for entry in Vocabulary.operators where word.hasPrefix(entry.english) {
      let rest = String(word.dropFirst(entry.english.count))
      let isColumn = !Vocabulary.entries(spelled: rest, in: .column).isEmpty
      if !rest.isEmpty, isNumber(rest) || isColumn { return [entry.english, rest] }
    }
    return nil
  }

  /// Whether the vocabulary has a name spelled like this.
  package static func isVocabularyName(_ word: String) -> Bool {
    let categories: [VocabularyEntry.Category] = [
      .column, .value, .function, .aggregate, .window, .entity, .unit,
    ]
    return categories.contains { !Vocabulary.entries(spelled: word, in: $0).isEmpty }
  }

  /// Whether a word is a keyword or an operator.
  static func isKeyword(_ word: String) -> Bool { keyword(word) != .none }

  /// The keyword or operator a word is, or `none`.
  static func keyword(_ word: String) -> Keyword {
    let bytes = Array(word.utf8)
    return KeywordTable.shared.keyword(in: bytes, 0, bytes.count)
  }

  /// Whether a word is a number: `取5` is `取` and `5`.
  static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { Scalar.isDigit(UInt32($0)) }
  }
}
