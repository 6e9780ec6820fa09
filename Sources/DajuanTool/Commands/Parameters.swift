internal import ArgumentParser
internal import Dajuan
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// What scripts are given with `--param`, and what a person is asked for.
enum Parameters {
  /// Refuses a `--param` that none of the scripts declares.
  static func checkNames(
    _ given: [GivenParameter], in sources: [Source], _ session: Session
  ) throws {
    if given.isEmpty { return }
    let names = sources.flatMap { session.parameters(of: $0) }.map(\.name)
    for parameter in given where !names.contains(parameter.name) {
      throw ValidationError(TerminalText.visible(unknown(parameter.name, among: names).english))
    }
  }

  /// What is said of a name that no parameter has.
  static func unknown(_ name: String, among names: [String]) -> Bilingual {
    let help =
      if let nearest = NearestName(name).best(among: names) {
        Bilingual("did you mean \(nearest)?", "是不是 \(nearest)？")
      } else if names.isEmpty {
        Bilingual("the script declares none", "脚本没有声明参数")
      } else {
        Bilingual(
          "there are " + names.joined(separator: ", "), "有 " + names.joined(separator: "、"))
      }
    return Bilingual(
      "there is no parameter \(name); \(help.english)", "没有参数 \(name)；\(help.chinese)")
  }

  /// Gives a session what the command line says; a value of another type is told by the script.
  static func give(_ given: [GivenParameter], to session: inout Session) {
    for parameter in given { try? session.setParameter(parameter.name, to: parameter.value) }
  }

  /// Asks the person at the terminal, if there is one, for the values a script is going to miss.
  /// Where no answer comes, the script says what is missing; Ctrl-C throws the exit code.
  static func ask(for source: Source, _ session: inout Session, _ language: Language?) throws {
    guard Terminal.canAsk else { return }
    let language = language ?? source.language
    let errors = FileOutput.standardError()
    for parameter in session.parameters(of: source) where parameter.value == nil {
      while true {
        let typed = TypedLine.next {
          errors.write(question(parameter))
          errors.flush()
        }
        if typed == .interrupt {
          errors.write("\n")
          errors.flush()
          throw ExitCode(130)
        }
        guard case .text(let answer) = typed, !answer.allSatisfy(\.isWhitespace) else { break }
        guard let problem = session.problem(with: answer, for: parameter) else {
          try? session.setParameter(parameter.name, to: answer)
          break
        }
        errors.write(TerminalText.visible(problem[language]) + "\n")
      }
    }
  }

  /// What stands before an answer: `year (period): `.
  static func question(_ parameter: ScriptParameter) -> String {
    TerminalText.visible("\(parameter.name) (\(parameter.type)): ")
  }
}
