internal import ArgumentParser
internal import DajuanLedger
internal import Glibc

/// The manual page, made of what the commands declare of themselves.
///
/// In mdoc(7), which man-db and mandoc render. The plugin of ArgumentParser loses all that is not ASCII,
/// leaves the layout of examples to chance, and takes another build of the whole package.
struct ManualPage {
  private let command: JSONValue
  private var mdoc = MdocText()

  /// Reads what a command declares of itself and of its subcommands.
  init(of command: any ParsableCommand.Type) {
    let description = try? JSONReader.value(of: Array(command._dumpHelp().utf8))
    self.command = description?["command"] ?? .null
  }

  /// The page.
  var text: String {
    var page = self
    page.write()
    return page.mdoc.text
  }

  private mutating func write() {
    let name = command["commandName"]?.string ?? ""
    mdoc.request("Dd", [Self.date])
    mdoc.request("Dt", [name.uppercased(), "1"])
    mdoc.request("Os")
    mdoc.request("Sh", ["NAME"])
    mdoc.request("Nm", [name])
    mdoc.request("Nd", [Self.sentence(command["abstract"])])
    mdoc.request("Sh", ["SYNOPSIS"])
    writeSynopsis(command)
    for subcommand in subcommands { writeSynopsis(subcommand) }
    mdoc.request("Sh", ["DESCRIPTION"])
    let (text, statuses) = Self.parted(command["discussion"]?.string ?? "")
    mdoc.paragraphs(text)
    mdoc.request("Sh", ["OPTIONS"])
    writeOptions(command, except: [])
    mdoc.request("Sh", ["COMMANDS"])
    let general = Set(arguments(of: command).compactMap(Self.preferredName))
    for subcommand in subcommands { write(subcommand, except: general) }
    writeSurroundings()
    if let statuses {
      mdoc.request("Sh", ["EXIT STATUS"])
      mdoc.paragraphs(statuses)
    }
  }

  private var subcommands: [JSONValue] {
    (command["subcommands"]?.array ?? []).filter {
      $0["shouldDisplay"] != .bool(false) && $0["commandName"]?.string != "help"
    }
  }

  private func arguments(of command: JSONValue) -> [JSONValue] {
    (command["arguments"]?.array ?? []).filter { $0["shouldDisplay"] != .bool(false) }
  }

  // MARK: Commands

  private mutating func writeSynopsis(_ command: JSONValue) {
    let name = self.command["commandName"]?.string ?? ""
    let own = command["commandName"]?.string ?? ""
    mdoc.request("Nm", [name])
    if own != name { mdoc.request("Cm", [own]) }
    mdoc.request("Op", ["Ar", "option ..."])
    for argument in arguments(of: command) where Self.preferredName(argument) == nil {
      let value = argument["valueName"]?.string ?? ""
      let words = ["Ar", argument["isRepeating"] == .bool(true) ? value + " ..." : value]
      if argument["isOptional"] == .bool(true) {
        mdoc.request("Op", words)
      } else {
        mdoc.request(words[0], [words[1]])
      }
    }
  }

  private mutating func write(_ command: JSONValue, except known: Set<String>) {
    mdoc.request("Ss", [command["commandName"]?.string ?? ""])
    mdoc.paragraphs(command["abstract"]?.string ?? "")
    if let discussion = command["discussion"]?.string {
      mdoc.request("Pp")
      mdoc.paragraphs(discussion)
    }
    writeOptions(command, except: known)
  }

  /// The options as a list, but for those that have been told of.
  private mutating func writeOptions(_ command: JSONValue, except known: Set<String>) {
    let arguments = arguments(of: command).filter { argument in
      Self.preferredName(argument).map { !known.contains($0) && $0 != "help" } ?? true
    }
    if arguments.isEmpty { return }
    mdoc.request("Bl", ["-tag", "-width", "Ds"])
    for argument in arguments {
      var words = Self.names(argument)
      let isFlag = argument["kind"]?.string == "flag"
      if !isFlag { words += ["Ar", argument["valueName"]?.string ?? ""] }
      mdoc.request("It", words)
      mdoc.paragraphs(argument["abstract"]?.string ?? "")
      if let values = argument["allValues"]?.array?.compactMap(\.string), !values.isEmpty {
        mdoc.paragraphs("One of " + values.joined(separator: ", ") + ".")
      }
    }
    mdoc.request("El")
  }

  private static func preferredName(_ argument: JSONValue) -> String? {
    argument["preferredName"]?["name"]?.string
  }

  /// `Fl l , Fl -ledger`; nothing for one without a name.
  private static func names(_ argument: JSONValue) -> [String] {
    let names = (argument["names"]?.array ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.string else { return nil }
      return name["kind"]?.string == "long" ? "-" + text : text
    }
    return Array(
      names.sorted { ($0.count, $0) < ($1.count, $1) }.map { ["Fl", $0] }.joined(separator: [","]))
  }

  // MARK: Around

  private mutating func writeSurroundings() {
    mdoc.request("Sh", ["ENVIRONMENT"])
    mdoc.request("Bl", ["-tag", "-width", "Ds"])
    for (name, text) in Self.variables {
      mdoc.request("It", ["Ev", name])
      mdoc.paragraphs(text)
    }
    mdoc.request("El")
    mdoc.request("Sh", ["FILES"])
    mdoc.request("Bl", ["-tag", "-width", "Ds"])
    for (path, text) in Self.files {
      mdoc.request("It", ["Pa", path])
      mdoc.paragraphs(text)
    }
    mdoc.request("El")
  }

  private static let variables = [
    ("DAJUAN_HISTORY", "The file of the statements entered in the REPL; empty for none."),
    (
      "DAJUAN_PAGER , PAGER",
      "What shows answers taller than the screen; an empty DAJUAN_PAGER prints them instead."
    ),
    ("NO_COLOR", "Set to anything, colours nothing."),
    (
      "LC_ALL , LC_MESSAGES , LANG",
      "The language in which explain, ingest and review speak, unless --lang says."
    ),
  ]

  private static let files = [
    ("~/.local/state/dajuan/history", "The statements entered; XDG_STATE_HOME moves it."),
    ("~/.config/dajuan/settings", "What .set keeps; XDG_CONFIG_HOME moves it."),
  ]

  /// The description without the paragraph on exit statuses, and that.
  private static func parted(_ text: String) -> (text: String, statuses: String?) {
    var rest: [String] = []
    var statuses: String?
    for paragraph in MdocText.paragraphs(of: text) {
      let start = "Exit status: "
      if paragraph.hasPrefix(start) {
        statuses = String(paragraph.dropFirst(start.count))
      } else {
        rest.append(paragraph)
      }
    }
    return (rest.joined(separator: "\n\n"), statuses)
  }

  private static func sentence(_ text: JSONValue?) -> String {
    let text = text?.string ?? ""
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The day the page is made, or that of SOURCE_DATE_EPOCH, so that builds can be told to agree.
  private static var date: String {
    var now = time(nil)
    if let given = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: given)) {
      now = seconds
    }
    var parts = tm()
    gmtime_r(&now, &parts)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(months[Int(parts.tm_mon)]) \(parts.tm_mday), \(parts.tm_year + 1900)"
  }
}
