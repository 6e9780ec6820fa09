public import ArgumentParser
public import Dajuan
public import DajuanSyntax

extension OutputFormat: ExpressibleByArgument {
  /// The format of a name in either language.
  public init?(argument: String) { self.init(named: argument) }
}
extension Language: ExpressibleByArgument {}
extension MessageSettings.Color: ExpressibleByArgument {}
extension MessageSettings.DiagnosticFormat: ExpressibleByArgument {}
extension Session.Phase: ExpressibleByArgument {}

extension QueryLimits: ExpressibleByArgument {
  /// Reads `time=60s,rows=1000000,memory=2GB`; what is not named keeps its default.
  public init?(argument: String) {
    self.init()
    do { try set(argument) } catch { return nil }
  }

  /// The limits as help shows them.
  public var defaultValueDescription: String {
    "time=\(seconds)s,rows=\(rows),memory=\(bytes >> 30)GB"
  }
}

/// `name=value`: what a script's parameter is given.
struct GivenParameter: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      sign > argument.startIndex
    else { return nil }
    name = argument[..<sign].filter { !$0.isWhitespace && $0 != "$" }
    value = String(argument[argument.index(after: sign)...])
  }
}

/// The options of every command that reads a ledger.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: [.long, .customShort(PlainLine.ledger)],
    help: ArgumentHelp(
      "A report, or a ledger's folder, to ask instead of the bundled report; may be given several "
        + "times.",
      valueName: "file"), completion: .file())
  var ledger: [String] = []
}

/// The language that a command speaks.
///
/// The parser lets `dajuan` itself take the option, wherever it stands, and hands it on to a command whose
/// group is of the same type.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: """
      The language of headings and messages; by default the query's own, or without a query that of \
      the locale.
      """)
  var lang: Language?

  /// The language of a command that reads no query.
  var language: Language { lang ?? .ofLocale }
}

/// The options of every command that reads queries.
struct MessageOptions: ParsableArguments {
  @Option(help: "How mistakes are written, to standard error.")
  var diagnostics = MessageSettings().diagnostics

  @OptionGroup var languages: LanguageOptions

  @Option(help: "When to colour.")
  var color = MessageSettings().color

  var lang: Language? { languages.lang }

  var settings: MessageSettings {
    MessageSettings(diagnostics: diagnostics, lang: lang, color: color)
  }
}

/// How what a command finds is written.
struct FormatOptions: ParsableArguments {
  @Option(help: "How answers are written; a table by default.")
  var format: OutputFormat?

  /// Refuses the formats that a command does not write.
  func check(_ formats: OutputFormat..., command: String) throws {
    guard let format, !formats.contains(format) else { return }
    let words = formats.map(\.rawValue).joined(separator: " or ")
    throw ValidationError("\(command) writes \(words), not \(format.rawValue)")
  }
}

/// The options every command that answers queries has.
///
/// What another command shares is a group of its own: the parser finds an option wherever it stands
/// on the line, and hands the group on.
struct OutputOptions: ParsableArguments {
  @OptionGroup var ledgers: LedgerOptions
  @OptionGroup var messages: MessageOptions

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "A value for a script's `param`, such as year=2021; may be given several times.",
      valueName: "name=value"))
  var parameters: [GivenParameter] = []

  @OptionGroup var formats: FormatOptions

  @Flag(
    name: .customLong("csv-guard"),
    help: "Puts a ' before words in CSV and TSV that a spreadsheet would run as a formula.")
  var guardsFormulas = false

  @Option(
    help: ArgumentHelp(
      "Where answers go instead of standard output, in the format of its name unless --format gives "
        + "one; charts go to a file .svg as SVG.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What a query may use, such as time=60s,rows=1000000,memory=2GB,threads=2.",
      valueName: "limits"))
  var limits = OutputSettings().limits

  @Option(
    help: ArgumentHelp(
      "Shows what becomes of the queries instead of their answers: tokens, tree, checked (columns and "
        + "types), plan, or analyze: the plan after a run, with rows and times.",
      valueName: "phase"))
  var explain: Session.Phase?

  var settings: OutputSettings {
    OutputSettings(
      ledgers: ledgers.ledger, messages: messages.settings, parameters: parameters,
      format: formats.format, guardsFormulas: guardsFormulas, output: output, limits: limits,
      explain: explain)
  }
}
