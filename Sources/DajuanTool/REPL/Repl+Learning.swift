internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

// Finding one's way: help, examples, the tour.
extension Repl {
  /// `.help`: the overview, or a page on a word.
  func showHelp(_ command: DotCommand) {
    let help = Help(language: language(of: command), session: session, width: Terminal.width)
    showPaged(help.text(on: command.arguments.joined(separator: " ")))
  }

  /// `.examples`: the questions there are, or one of them, shown and asked. It is remembered as if it
  /// had been typed, so that the key for the statement before brings it back.
  func showExamples(_ command: DotCommand, _ editor: inout LineEditor) {
    let language = language(of: command)
    let isChinese = language == .chinese
    guard let word = command.arguments.first else {
      return show(Self.examples(language, width: Terminal.width, isBundled: opened.paths.isEmpty))
    }
    let count = ExampleQuestion.all.count
    guard let number = Int(word), (1...count).contains(number) else {
      return tell(
        isChinese
          ? "示例从 1 到 \(count)，没有 \(TerminalText.visible(word))"
          : "examples are 1 to \(count); there is no \(TerminalText.visible(word))")
    }
    let example = ExampleQuestion.all[number - 1]
    let query = example.query[language]
    show("\(number)  \(example.title[language])")
    show(ShownQuery.text(query, width: Terminal.width))
    editor.remember(query)
    let source = Source(name: "query", query)
    lastAsked = (session, source)
    answer(source, &editor)
  }

  private static func examples(_ language: Language, width: Int, isBundled: Bool) -> String {
    let isChinese = language == .chinese
    var listing = Listing()
    for (index, example) in ExampleQuestion.all.enumerated() {
      listing.add(["\(index < 9 ? " " : "")\(index + 1)", example.title[language]])
    }
    let lines = [
      isChinese ? "试试这些：.示例 3 问第三个。" : "To try: .examples 3 asks the third.",
      listing.text(width: width),
    ]
    let note =
      isChinese
      ? "它们为自带的报告而写；在打开着的台账上也能问，答案自是不同。"
      : "They were made for the bundled report; what is open answers them, too, in its own way."
    return (lines + (isBundled ? [] : [note])).joined(separator: "\n")
  }

  /// `.tour`: a walk through the bundled report, whatever is open.
  func walk(_ language: Language) {
    guard var tour = TourDialogue(language, usesColor: rendering.usesColor, output) else { return }
    tour.run(isElsewhere: !opened.paths.isEmpty)
    // Ctrl-C that ended the tour is not meant for what comes next.
    Interrupts.clear()
  }
}
