/// One word that may stand at the cursor.
public struct Candidate: Hashable, Sendable {
  /// What is written.
  public var text: String
  /// What sort of thing it is: `table`, `operator`, `column`, `value`, `function`, `unit`, `word`.
  public var kind: String
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
