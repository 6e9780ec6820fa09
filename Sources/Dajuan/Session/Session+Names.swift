package import DajuanSyntax

// What a person has named.
extension Session {
  /// What a name of the session's own stands for, as a person wrote it; `nil` for a name it has not
  /// made, and for functions, which ``functions`` has.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - language: The language of the words for it.
  /// - Returns: What kind of thing it is, in a line.
  package func summary(ofName name: String, in language: Language) -> String? {
    guard let binding = environment.bindings[name] else { return nil }
    let isChinese = language == .chinese
    switch binding {
    case .query(let query):
      let columns = query.relation.columns.map { $0.label(in: language) }
      return (isChinese ? "查询，列：" : "a query; its columns: ")
        + columns.joined(separator: isChinese ? "，" : ", ")
    case .value(let formula):
      let type = formula.type?.summary[language] ?? ""
      return (isChinese ? "值" : "a value") + (type.isEmpty ? "" : (isChinese ? "，" : ", ") + type)
    }
  }

  /// The names that `let` and `param` have made.
  package var names: [String] { environment.bindings.keys.sorted() }
}
