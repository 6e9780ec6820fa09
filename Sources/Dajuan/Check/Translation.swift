import DajuanLedger
package import DajuanSyntax

/// The words of a script in one language, as far as checking tells what each means.
///
/// A name is rewritten only where the other spelling means the same at that place: a column's in the
/// columns in scope there, an enumerated value's beside what it is compared with, a table's where no
/// `let` has taken its name. Names the script makes, and those that only running would tell, as after
/// a `pivot`, stay as they are written.
package struct Translation: Sendable {
  let language: Language
  private let script: Source
  /// The new spelling of each name; `nil` where it stays.
  private var words: [Span: String?] = [:]

  private init(of script: Source, into language: Language) {
    self.script = script
    self.language = language
  }

  /// The script with its names in a language; keywords are the printer's. A script that does not
  /// parse stays as it is. Cost: that of checking it once.
  package static func of(_ source: Source, into language: Language) -> Source {
    let parsed = ParsedScript.parse(source)
    guard parsed.diagnostics.isEmpty else { return source }
    let translation = Checker.translate(
      parsed.script, Translation(of: source, into: language), in: source)
    return source.applying(translation.edits)
  }

  private var edits: [Diagnostic.Edit] {
    words.compactMap { span, word in word.map { Diagnostic.Edit(span, $0) } }
      .sorted { $0.span.start < $1.span.start }
  }

  /// Takes up what a name is called; where two uses of one name differ, as in the body of a function
  /// called for two enumerations, it stays.
  mutating func put(_ word: String, for span: Span, in source: Source) {
    guard isScript(source) else { return }
    if let earlier = words[span], earlier != word { return keep(span, in: source) }
    words[span] = word
  }

  /// Lets a name stay as it is written.
  mutating func keep(_ span: Span, in source: Source) {
    if isScript(source) { words[span] = .some(nil) }
  }

  private func isScript(_ source: Source) -> Bool {
    source.name == script.name && source.bytes == script.bytes
  }
}

extension Checker {
  fileprivate static func translate(
    _ script: Script, _ translation: Translation, in source: Source
  ) -> Translation {
    var checker = Checker(source: source, environment: Environment())
    checker.translation = translation
    checker.isDry = true
    _ = checker.check(script)
    return checker.translation ?? translation
  }

  /// Notes the name of a column, which must be the same column in each of the tables.
  mutating func translate(
    _ name: Name, columnOf tables: [Relation], expecting type: ColumnType? = nil
  ) {
    guard let language = translation?.language else { return }
    var words: Set<String> = []
    for table in tables {
      guard let index = table.index(of: name.text) else { return }
      let word = table.columns[index].label(in: language)
      guard !table.isUncertain, table.index(of: word) == index else { return keep(name) }
      words.insert(word)
    }
    guard let word = words.first, words.count == 1 else { return keep(name) }
    // Beside an enumerated column the word would be taken for one of its values.
    if case .enumeration(let enumeration) = type,
      Vocabulary.entry(spelled: word, in: .value, scope: enumeration.rawValue) != nil
    {
      return keep(name)
    }
    put(Self.written(word), for: name)
  }

  /// Notes an enumerated value.
  mutating func translate(_ name: Name, valueOf enumeration: Enumeration) {
    translate(name, in: .value, scope: enumeration.rawValue) { checker, word in
      let (old, new) = (name, Name(word, name.span))
      if let call = checker.expansion.call {
        return call.argument(new) == nil
          && (call.function.values[word] == nil || call.function.values[old.text] != nil)
      }
      // A word with a meaning of its own does not take one from what stands beside it.
      return !checker.hasOwnMeaning(new) || checker.hasOwnMeaning(old)
    }
  }

  private func hasOwnMeaning(_ name: Name) -> Bool {
    relation.index(of: name.text) != nil || bound(name) != nil
  }

  /// Notes the name of a function, an aggregate or a window.
  mutating func translate(function name: Name) {
    guard translation != nil else { return }
    let categories: [VocabularyEntry.Category] = [.aggregate, .window, .function]
    let category = categories.first { Vocabulary.entry(spelled: name.text, in: $0) != nil }
    guard let category else { return keep(name) }
    translate(name, in: category) { _, word in
      word == name.text
        || categories.first { Vocabulary.entry(spelled: word, in: $0) != nil } == category
    }
  }

  /// Notes a word of the vocabulary, if its other spelling stands for it here.
  mutating func translate(
    _ name: Name, in category: VocabularyEntry.Category, scope: String? = nil,
    where isSame: (Checker, String) -> Bool = { _, _ in true }
  ) {
    guard let language = translation?.language,
      let entry = Vocabulary.entry(spelled: name.text, in: category, scope: scope)
    else { return }
    let word = entry.spelling(in: language)
    guard category == .type || Printer.isPlain(word), isSame(self, word) else { return keep(name) }
    put(word, for: name)
  }

  private mutating func put(_ word: String, for name: Name) {
    translation?.put(word, for: name.span, in: source)
  }

  private mutating func keep(_ name: Name) {
    translation?.keep(name.span, in: source)
  }
}
