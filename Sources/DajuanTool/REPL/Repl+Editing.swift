internal import Dajuan
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// Whether Enter ends a text: a command is one line, but for the query behind `.explain`; a
  /// statement goes on as long as the parser could use more of it.
  static func isWhole(_ text: String) -> Bool {
    guard let command = DotCommand(text) else { return !Session.isIncomplete(text) }
    return command.name != .explain || !Session.isIncomplete(ExplainRequest(command.rest).query)
  }

  /// `.edit`: what the person makes, in an editor, of the text behind the command, of the entry of the
  /// history with that number, or of the statement entered last. `nil` after saying why there is
  /// none.
  func edited(_ command: DotCommand, entries: [String]) -> String? {
    let argument = String(command.rest.drop(while: \.isWhitespace))
    guard let number = Int(argument) else {
      let last = entries.last { DotCommand($0)?.name != .edit }
      return edited(argument.isEmpty ? last ?? "" : argument, language(of: command))
    }
    guard entries.indices.contains(number - 1) else {
      complain(
        language(of: command) == .chinese
          ? "历史中没有第 \(number) 条；见 .历史" : "the history has no entry \(number); see .history")
      return nil
    }
    return edited(entries[number - 1], language(of: command))
  }

  /// What the person makes of a text in an editor; the text itself after saying why nothing.
  func edited(_ text: String, _ language: Language) -> String {
    output.flush()
    do throws(ExternalEditor.Failure) {
      return try ExternalEditor.edit(text)
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
      return text
    }
  }

  /// `.history`: the entries last entered, with the numbers that `.edit` takes.
  func showHistory(_ command: DotCommand, entries: [String]) {
    let word = command.arguments.first ?? "20"
    guard let count = Int(word), count >= 0 else {
      return complain(
        TerminalText.visible(
          language(of: command) == .chinese
            ? ".历史 后面写条数，\(word) 不是" : ".history takes how many to list, and not \(word)"))
    }
    let width = String(entries.count).utf8.count
    for (number, entry) in zip(1..., entries).suffix(count) {
      let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let mark = index == 0 ? String(number) : ""
        let blanks = String(repeating: " ", count: width - mark.utf8.count)
        show(blanks + mark + "  " + TerminalText.visible(String(line)))
      }
    }
  }
}
