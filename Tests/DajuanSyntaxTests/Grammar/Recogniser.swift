/// The files of Grammar/ as a recogniser that knows nothing of the lexer and the parser.
struct Recogniser: Sendable {
  let scanner: WordScanner
  let earley: Earley

  init(_ grammar: EBNF, _ words: WordList) {
    let network = Network(grammar, root: "script")
    scanner = WordScanner(grammar, network, words)
    earley = Earley(network: network)
  }

  func recognises(_ text: String) -> Bool {
    scanner.tokens(of: text).map { earley.recognise($0.map(\.classes)).isSentence } ?? false
  }

  /// The one of Grammar/, made once.
  static func ofTheGrammar() throws -> Recogniser { try shared.get() }

  private static let shared = Result {
    try Recogniser(
      EBNF(GrammarFiles.read("dajuan.ebnf")), WordList(GrammarFiles.rows("vocabulary.tsv")))
  }
}
