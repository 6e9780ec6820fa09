internal import Dajuan
internal import DajuanSyntax

/// The one line that helps after a mistake, where the message itself has no cure: how the operator is
/// written, what lists the names there are, or the page on the mistake's code.
struct MistakeHints {
  private var told: Set<String> = []

  /// The line, or nothing: where the message says what to write, and where the same was told before.
  mutating func hint(after error: ScriptError, in language: Language) -> String? {
    let mistakes = error.diagnostics.filter { $0.severity == .error }
    guard let mistake = mistakes.first, mistake.suggestion == nil, !error.isCancelled,
      !error.isFailedCheck
    else { return nil }
    let isChinese = language == .chinese
    let word: String
    var line = ""
    if let list = Self.lists[mistake.code] {
      word = list.english
      line = list[language]
    } else if let entry = Self.operatorToldOf(by: mistake, in: error.source) {
      word = entry.spelling(in: language)
      line = (isChinese ? "写法：" : "it is written: ") + (entry.signature?[language] ?? "")
      line += isChinese ? "；更多：.帮助 \(word)" : "; .help \(word) tells more"
    } else {
      word = mistake.code.rawValue
      line = isChinese ? "更多：.帮助 \(word)" : ".help \(word) tells more"
    }
    return told.insert(word).inserted ? line : nil
  }

  /// What lists the names there are, where one is unknown and like no other.
  private static let lists: [DiagnosticCode: Bilingual] = [
    .unknownTable: Bilingual(".tables lists the tables", ".表 列出各表"),
    .unknownColumn: Bilingual(".schema lists the columns", ".结构 列出各列"),
    .unknownOperator: Bilingual(".help operators lists them", ".帮助 操作 列出各操作"),
    .unknownFunction: Bilingual(".help functions lists them", ".帮助 函数 列出各函数"),
    .unknownUnit: Bilingual(".help units tells of units", ".帮助 量词 讲单位"),
  ]

  /// The operator that a mistake of grammar stands in.
  private static func operatorToldOf(
    by mistake: Diagnostic, in source: Source
  ) -> VocabularyEntry? {
    guard mistake.code.rawValue.hasPrefix("DJ01") else { return nil }
    let words = LexedSource.lex(source).tokens.filter { $0.span.start < mistake.span.start }
    guard let bar = words.lastIndex(where: { $0.kind == .pipe }), bar + 1 < words.count else {
      return nil
    }
    return Vocabulary.entry(spelled: source.text(words[bar + 1].span), in: .operator)
  }
}
