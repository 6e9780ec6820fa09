/// A command line of nothing but `-c QUERY` and `-l FILE`, each any number of times, or of nothing
/// at all.
///
/// The parser of command lines looks over every option and subcommand there is, which takes longer
/// than to read the report and answer a query. A plain line is what it would make of it, with less
/// work; any other line, and any mistake, is the parser's.
struct PlainLine {
  /// The letters of the options, as `DajuanCommand` declares them.
  static let (query, ledger): (Character, Character) = ("c", "l")

  private(set) var queries: [String] = []
  private var ledgers: [String] = []

  /// What the parser makes of the line, but for the queries.
  var settings: OutputSettings { OutputSettings(ledgers: ledgers) }

  /// Reads the arguments after the program's name; `nil` where they are no plain line.
  init?(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let option = rest.next() {
      guard option.utf8.count == 2, option.first == "-", let value = rest.next(),
        let first = value.utf8.first, first != UInt8(ascii: "-")
      else { return nil }
      switch option.last {
      case Self.query: queries.append(value)
      case Self.ledger: ledgers.append(value)
      default: return nil
      }
    }
  }
}
