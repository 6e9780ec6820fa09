import DajuanLedger
public import DajuanSyntax

extension ScriptError: CustomStringConvertible {
  /// What is wrong, in English.
  public var description: String { text() }

  /// Everything that is wrong, as a reader meets it; for a failed check with the first rows that
  /// failed. `maximumWidth` is that of the terminal, in columns.
  public func text(
    language: Language = .english, usesColor: Bool = false, maximumWidth: Int? = nil
  ) -> String {
    var text = diagnostics.map {
      $0.text(
        in: source, language: language, usesColor: usesColor, maximumWidth: maximumWidth)
    }.joined()
    guard let failingRows else { return text }
    text += "\n"
    failingRows.write(
      RenderOptions(language: language, maximumWidth: maximumWidth, usesColor: usesColor),
      to: &text)
    return text
  }

  /// Everything that is wrong, as JSON objects, one a line; after a failed check another one,
  /// `{"failing_rows":[…]}`, whose columns have their English names.
  public func json(language: Language = .english) -> String {
    var text = diagnostics.map { $0.json(in: source, language: language) + "\n" }.joined()
    guard let failingRows else { return text }
    var rows = ""
    failingRows.write(RenderOptions(format: .jsonl), to: &rows)
    let lines = rows.split(separator: "\n").map { String($0) }
    text += JSONText.object([("failing_rows", JSONText.array(lines))]) + "\n"
    return text
  }
}
