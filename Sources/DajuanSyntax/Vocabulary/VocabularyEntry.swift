/// One word of the language in both languages.
package struct VocabularyEntry: Sendable {
  /// What kind of word this is; a spelling is unique only within a category and a scope.
  package let category: Category

  package let english: String
  package let chinese: String

  /// Other accepted spellings.
  package let alternatives: [String]

  /// One line on what it means.
  package let gloss: Bilingual

  /// Where the word is at home: a column's entities, a value's enumeration, both by English name.
  /// Empty where the word is the same everywhere.
  package let scope: [String]

  /// How it is written, for operators, functions and aggregates: `take count [by key, …]`.
  package let signature: Bilingual?

  /// A query that shows it.
  package let example: String?

  /// The token it makes, for keywords and operators.
  package let keyword: Keyword?

  package init(
    _ category: Category,
    _ english: String,
    _ chinese: String,
    _ alternatives: [String] = [],
    gloss: Bilingual,
    scope: [String] = [],
    signature: Bilingual? = nil,
    example: String? = nil,
    keyword: Keyword? = nil
  ) {
    self.category = category
    self.english = english
    self.chinese = chinese
    self.alternatives = alternatives
    self.gloss = gloss
    self.scope = scope
    self.signature = signature
    self.example = example
    self.keyword = keyword
  }

  /// The kinds of words.
  package enum Category: String, CaseIterable, Sendable {
    case keyword
    case `operator`
    case function
    case aggregate
    /// A function that looks at other rows.
    case window
    case entity
    case column
    case value
    case unit

    /// A type of a `param`.
    case type
  }

  /// The word in one language.
  package func spelling(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Every accepted spelling, each once.
  package var spellings: [String] {
    (english == chinese ? [english] : [english, chinese]) + alternatives
  }
}
