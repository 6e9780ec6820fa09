/// A query that is asked for a person, as if it had been typed.
enum ShownQuery {
  /// The query behind the prompt, or behind other words, in lines.
  static func text(_ query: String, behind prompt: String = "dajuan> ", width: Int) -> String {
    let lines = Paragraph.lines(query, width: max(8, width - prompt.count), keepsWords: true)
    return prompt + lines.joined(separator: "\n" + String(repeating: " ", count: prompt.count))
  }
}
