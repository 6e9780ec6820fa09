/// One word that may stand at the cursor.
public struct Candidate: Hashable, Sendable {
  /// What is written.
  public var text: String
  /// What sort of thing it is: `table`, `operator`, `column`, `value`, `function`, `aggregate`,
  /// `window`, `unit`, `word`.
  public var kind: String
  /// Whether an opening bracket follows it.
  public var isFunction: Bool { kind == "function" || kind == "aggregate" || kind == "window" }
  /// What it means, in one line.
  public var gloss: String
}

/// What may stand at a place of a text.
public struct CandidateList: Hashable, Sendable {
  /// What the candidates would take the place of, in Unicode scalars of the text.
  public var replacing: Range<Int>
  /// The candidates, best first.
  public var candidates: [Candidate]
}
