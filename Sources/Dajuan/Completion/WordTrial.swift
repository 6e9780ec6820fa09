import DajuanSyntax

/// Tries words of the language behind a statement: the parser and the checker say which may stand there.
struct WordTrial {
  private let statement: [UInt8]
  private let environment: Environment
  /// Where the statement ends, blanks left out.
  private let end: Int
  /// What is wrong without the word.
  private let known: Set<Mistake>
  private let mistakes: Int

  private struct Mistake: Hashable {
    let code: DiagnosticCode
    let span: Span
  }

  init(_ statement: [UInt8], _ environment: Environment) {
    (self.statement, self.environment) = (statement, environment)
    end = statement.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }.map { $0 + 1 } ?? 0
    let end = end
    let source = Source(name: "", bytes: statement)
    let parsed = ParsedScript.parse(source)
    known = Set(
      parsed.diagnostics.filter { $0.span.start < end }.map {
        Mistake(code: $0.code, span: $0.span)
      })
    mistakes = Self.mistakes(parsed.script, source, environment, before: end)
  }

  /// A word to try.
  struct Word {
    let text: String
    /// Whether it can be no name.
    let isReserved: Bool
    /// Whether it joins what stands before it with more to one expression, and does not end that.
    let joinsOperands: Bool
    let word: CompletionWord
  }

  /// Those of the words after which nothing new is wrong; of those that join operands the ones after
  /// which the fewest things are: `growth and` leaves wrong that growth is no condition, `growth is` mends
  /// it.
  ///
  /// A word that could also be a name is one of the language only where a name could not stand. A word
  /// between two operands is tried with `missing` behind it, which goes with any type, so that the checker
  /// tells whether the word goes with what stands before it. Cost: parses the statement for each word
  /// once or twice, and checks it for each that may stand there.
  func admitted(_ words: [Word]) -> [CompletionWord] {
    var admitted: [(word: Word, mistakes: Int)] = []
    lazy var takesName = parses(Self.name) != nil
    lazy var takesNames = parses(Self.name, Self.name) != nil
    for word in words {
      let text = word.text
      guard var parsed = parses(text) else { continue }
      if !word.isReserved, takesName {
        guard !takesNames, let withName = parses(text, Self.name) else { continue }
        parsed = withName
      } else if let whole = parses(text, "missing") {
        parsed = whole
      }
      let wordEnd = statement.count + text.utf8.count
      let count = Self.mistakes(parsed.script, parsed.source, environment, before: wordEnd)
      if count <= mistakes { admitted.append((word, count)) }
    }
    let least = admitted.map(\.mistakes).min()
    return admitted.filter { !$0.word.joinsOperands || $0.mistakes == least }.map(\.word.word)
  }

  /// A name that no script has.
  private static let name = "`\u{2038}`"

  /// The statement with a word, and perhaps another after it; `nil` where the parser finds that wrong
  /// before its end.
  private func parses(
    _ word: String, _ next: String? = nil
  ) -> (script: Script, source: Source)? {
    let text = next.map { word + " " + $0 } ?? word
    let source = Source(name: "", bytes: statement + Array(text.utf8))
    let parsed = ParsedScript.parse(source)
    let isWrong = parsed.diagnostics.contains {
      $0.span.start < source.bytes.count && !known.contains(Mistake(code: $0.code, span: $0.span))
    }
    return isWrong ? nil : (parsed.script, source)
  }

  private static func mistakes(
    _ script: Script, _ source: Source, _ environment: Environment, before end: Int
  ) -> Int {
    Checker.check(script, in: source, environment: environment).diagnostics.count {
      $0.span.start < end
    }
  }
}
