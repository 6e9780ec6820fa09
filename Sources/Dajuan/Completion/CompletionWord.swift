package import DajuanSyntax

/// A word that may stand at the cursor, in all its spellings.
struct CompletionWord: Sendable {
  let kind: Candidate.Kind
  /// The spelling in English text, and that in Chinese text.
  let spelling: Bilingual
  /// Further spellings.
  let alternatives: [String]
  let gloss: Bilingual

  init(
    _ kind: Candidate.Kind, _ spelling: Bilingual, also alternatives: [String] = [],
    gloss: Bilingual = Bilingual("")
  ) {
    (self.kind, self.spelling, self.alternatives) = (kind, spelling, alternatives)
    self.gloss = gloss
  }

  init(_ entry: VocabularyEntry, _ kind: Candidate.Kind) {
    var gloss = entry.gloss
    if kind == .function || kind == .aggregate || kind == .window, let call = entry.signature {
      gloss = call + Bilingual(": ", "：") + gloss
    }
    self.init(
      kind, Bilingual(entry.english, entry.chinese), also: entry.alternatives, gloss: gloss)
  }

  func candidate(_ text: String, _ language: Language) -> Candidate {
    Candidate(text: text, kind: kind, gloss: gloss[language])
  }
}

/// What was typed, held against words.
package struct TypedText {
  private let typed: [UInt8]
  private let language: Language
  /// Whether it may be the sound of Chinese characters.
  private let isLatin: Bool

  /// How a word fits what was typed, best first.
  package enum Fit: Int, Comparable, Sendable {
    /// Its spelling in the language of the text begins so.
    case prefix
    /// Another spelling of it does.
    case otherSpelling
    /// Its Chinese spelling sounds so.
    case sound
    /// A spelling has it within.
    case within

    package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  package init(_ text: String, _ language: Language) {
    typed = Self.folded(text)
    self.language = language
    isLatin = typed.allSatisfy { $0 < 0x80 }
    let first = typed.first { $0 != 0x22 && $0 != 0x60 }
    hasLetter = first.map { $0 &- 0x61 < 26 } ?? false
    letters = typed.filter { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// Whether letters come first, so that they may spell characters.
  private let hasLetter: Bool
  private let letters: [UInt8]

  var isEmpty: Bool { typed.isEmpty }

  /// Lower case, and half-width; quotation marks are all the same.
  static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: result.append(UInt8(scalar.value) + 0x20)
      case 0xFF21...0xFF3A: result.append(UInt8(scalar.value - 0xFF21) + 0x61)
      case 0xFF01...0xFF5E: result.append(UInt8(scalar.value - 0xFEE0))
      case 0x201C, 0x201D: result.append(0x22)
      default: result.append(contentsOf: String(scalar).utf8)
      }
    }
    return result
  }

  /// Those of some things whose words fit, best first, and what to write; of words that fit less well
  /// only where none fits better.
  ///
  /// - Parameters:
  ///   - things: What there is.
  ///   - spelling: The word for one, and its further spellings.
  /// - Returns: Things with their words, each word once.
  package func fitting<Thing>(
    _ things: [Thing], _ spelling: (Thing) -> (word: Bilingual, also: [String])
  ) -> [(thing: Thing, text: String)] {
    var fitting: [(fit: Fit, thing: Thing, text: String)] = []
    var seen: Set<String> = []
    for thing in things {
      let (word, also) = spelling(thing)
      guard let (fit, text) = fit(word, also: also), seen.insert(text).inserted else { continue }
      fitting.append((fit, thing, text))
    }
    return Self.best(fitting) { $0.fit }.map { ($0.thing, $0.text) }
  }

  /// Those that fit best, in their order: by the beginning of their spelling; or else by that of another
  /// or by their sound; or else by what they have within.
  static func best<Fitting>(_ all: [Fitting], _ fit: (Fitting) -> Fit) -> [Fitting] {
    let least = all.map(fit).min() ?? .prefix
    let worst: Fit = least == .otherSpelling ? .sound : least
    let admitted = all.enumerated().filter { fit($0.element) <= worst }
    return admitted.sorted { (fit($0.element), $0.offset) < (fit($1.element), $1.offset) }
      .map(\.element)
  }

  /// How a word fits, and the spelling to write; `nil` where it does not.
  func fit(_ word: Bilingual, also alternatives: [String]) -> (fit: Fit, text: String)? {
    let own = word[language]
    if isEmpty || begins(own) { return (.prefix, own) }
    let other = word[language == .english ? .chinese : .english]
    // In Chinese text an English name stands for the Chinese word; a Chinese one never has Latin letters.
    if begins(other) { return (.otherSpelling, isLatin && language == .chinese ? own : other) }
    if let alternative = alternatives.first(where: begins) { return (.otherSpelling, alternative) }
    if sounds(word.chinese) { return (.sound, word.chinese) }
    if typed.count > 1, own.utf8.count > typed.count, Self.folded(own).contains(typed) {
      return (.within, own)
    }
    return nil
  }

  /// Whether a text begins with what was typed; the quotation mark of one may be left out.
  func begins(_ text: String) -> Bool {
    var rest = Self.folded(text)[...]
    if rest.first == 0x22, typed.first != 0x22 { rest.removeFirst() }
    return rest.starts(with: typed)
  }

  /// Whether a text's Chinese characters sound as what was typed.
  func sounds(_ text: String) -> Bool {
    guard hasLetter, isLatin, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return PinyinReadings.shared.spells(letters, text.unicodeScalars)
  }
}
