/// What may stand at the cursor, as the host sees it.
package struct Completion: Sendable, Equatable {
  /// The part of the text that a candidate takes the place of, in Unicode scalars from the
  /// start; usually the word before the cursor. Empty to insert at the cursor.
  package var replacing: Range<Int>

  /// The candidates, in the order to list them.
  package var candidates: [Candidate]

  package init(replacing: Range<Int>, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }

  /// One text that may stand at the cursor.
  package struct Candidate: Sendable, Equatable {
    /// What is inserted, and the first thing listed.
    package var text: String

    /// What sort of thing it is, such as a column's type; listed after the text, may be empty.
    package var kind: String

    /// What it means, in a few words; listed last, may be empty.
    package var gloss: String

    /// Whether a blank follows it when it is the only one. False for what opens a bracket or
    /// a quotation.
    package var appendsBlank: Bool

    package init(_ text: String, kind: String = "", gloss: String = "", appendsBlank: Bool = true) {
      self.text = text
      self.kind = kind
      self.gloss = gloss
      self.appendsBlank = appendsBlank
    }
  }
}
