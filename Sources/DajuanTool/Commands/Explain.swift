internal import ArgumentParser
internal import Dajuan
internal import DajuanSyntax
internal import TerminalText

/// `dajuan explain CODE`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells more about a mistake by its code, with an example and its cure.",
    discussion:
      "Without a code, lists all of them. The language is that of the locale, unless --lang says."
  )

  @OptionGroup var messages: MessageOptions

  @Argument(
    help: "The code in the brackets of a message, such as DJ0301.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  mutating func run() throws {
    let language = messages.languages.language
    let output = FileOutput.standardOutput()
    guard let code else {
      for explanation in Explanation.all { output.write(explanation.line(in: language) + "\n") }
      return try output.finish()
    }
    guard let explanation = Explanation.of(code) else {
      let name = code.uppercased()
      let nearest = NearestName(name).best(among: DiagnosticCode.allCases.map(\.rawValue))
      let help = nearest.map { "did you mean \($0)?" } ?? "`dajuan explain` lists all"
      throw ValidationError(TerminalText.visible("there is no code \(code); \(help)"))
    }
    output.write(explanation.text(in: language))
    try output.finish()
  }
}
