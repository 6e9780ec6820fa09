internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// A new session, with what the command line gives its parameters.
  static func session(_ ledger: Ledger, _ options: OutputSettings) -> Session {
    var session = Session(ledger: ledger)
    session.limits = options.limits
    Parameters.give(options.parameters, to: &session)
    return session
  }

  /// `.param`: lists the parameters, shows one, or gives one its value.
  func parameter(_ command: DotCommand) {
    let parameters = session.parameters
    let language = language(of: command)
    guard let name = command.arguments.first.map({ $0.filter { $0 != "$" } }) else {
      var listing = Listing()
      for parameter in parameters { listing.add(row(parameter)) }
      if !parameters.isEmpty { return show(listing.text) }
      return tell(
        language == .chinese
          ? "没有参数；参数 年份：期间 ＝ 2021 声明一个"
          : "there are no parameters; param year: period = 2021 declares one")
    }
    let value = command.arguments.dropFirst().joined(separator: " ")
    let declared = parameters.first { $0.name == name }
    if value.isEmpty {
      guard let declared else {
        return complain(
          TerminalText.visible(
            Parameters.unknown(name, among: parameters.map(\.name))[language]))
      }
      return show(row(declared).joined(separator: "  "))
    }
    // One that is not declared is kept for a script, unless it is likely a slip.
    let isSlip = NearestName(name).slip(among: parameters.map(\.name)) != nil
    if declared == nil, isSlip {
      return complain(
        TerminalText.visible(Parameters.unknown(name, among: parameters.map(\.name))[language]))
    }
    do throws(ParameterError) {
      try session.setParameter(name, to: value)
      if declared == nil { tell(TerminalText.visible(Self.kept(name, language))) }
    } catch {
      complain(TerminalText.visible(error.message[language]))
    }
  }

  private func row(_ parameter: ScriptParameter) -> [String] {
    [parameter.name, parameter.type, parameter.value ?? "–"].map(TerminalText.visible)
  }

  private static func kept(_ name: String, _ language: Language) -> String {
    language == .chinese
      ? "留给声明 \(name) 的脚本" : "kept for a script that declares \(name)"
  }

  /// Asks for the values a script is going to miss. Where no answer comes, the script tells; Ctrl-C
  /// gives the script up: false.
  func askForParameters(of source: Source, _ editor: inout LineEditor) -> Bool {
    guard !isStarting else { return true }
    for parameter in session.parameters(of: source) where parameter.value == nil {
      asking: while true {
        switch editor.readLine(prompt: Parameters.question(parameter)) {
        case .interrupted: return false
        case .endOfInput: return true
        case .edit: continue
        case .line(let answer):
          if answer.allSatisfy(\.isWhitespace) { return true }
          if let problem = session.problem(with: answer, for: parameter) {
            let language = options.lang ?? source.language
            tell(TerminalText.visible(problem[language]))
          } else {
            try? session.setParameter(parameter.name, to: answer)
            break asking
          }
        }
      }
    }
    return true
  }
}
