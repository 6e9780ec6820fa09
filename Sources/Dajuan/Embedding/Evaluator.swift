public import DajuanLedger
public import DajuanSyntax

/// Compiles queries for a program that holds a ledger.
///
/// ```swift
/// let evaluator = Evaluator(ledger: try .bundled())
/// let query = try evaluator.compile("param floor: percent; indicators | where growth >= $floor")
/// for row in try query.run(["floor": .text("8%")]).rows { print(row["name"]) }
/// ```
///
/// Unlike a ``Session``, which a person talks to and which keeps what was named, an evaluator changes
/// nothing by what it is asked: any number of threads may use one, and what it compiled.
public struct Evaluator: Sendable {
  /// The ledger that queries are compiled for and asked of.
  public private(set) var ledger: Ledger
  /// What the program adds to the language.
  public let host: Host
  /// What every text is compiled in.
  private(set) var environment: Environment
  /// What a text may ask of the compiler.
  public var syntaxLimits = SyntaxLimits.default
  /// What a query may use while it runs, unless the run says otherwise.
  public var limits = QueryLimits.default

  /// Makes an evaluator. Cost: none; the ledger is not read.
  public init(ledger: Ledger, host: Host = .none) {
    self.ledger = ledger
    self.host = host
    environment = Environment(ledger: ledger, host: host)
  }

  /// The same evaluator for another ledger.
  func asking(_ ledger: Ledger) -> Evaluator {
    var other = self
    other.ledger = ledger
    other.environment = Environment(ledger: ledger, host: host)
    return other
  }

  /// Compiles a text with one query: what its answer is going to look like is known then, and whether
  /// it can be answered at all.
  ///
  /// Before the query the text may name values, functions and other queries (`let`, `def`), and declare
  /// parameters (`param`), which need no value yet.
  ///
  /// - Parameters:
  ///   - text: The query, in Chinese or English.
  ///   - name: What the text is called in diagnostics.
  ///   - limits: What the run that a `pivot` needs may use; `nil` for ``limits``.
  ///   - cancellation: Ends that run, from another thread.
  /// - Returns: The query.
  /// - Throws: ``ScriptError`` with everything that is wrong with it, or with what stopped that run.
  ///
  /// Cost: linear in the text, some microseconds for a line. A `pivot` runs the query before it, to find
  /// its columns.
  public func compile(
    _ text: String, name: String = "query", limits: QueryLimits? = nil,
    cancellation: Cancellation? = nil
  ) throws(ScriptError) -> CompiledQuery {
    try compile(Source(name: name, text), limits: limits, cancellation: cancellation)
  }

  /// The same of a text in memory, which need not be valid.
  public func compile(
    _ source: Source, limits: QueryLimits? = nil, cancellation: Cancellation? = nil
  ) throws(ScriptError) -> CompiledQuery {
    try StackRoom.call { () throws(ScriptError) in
      try CompiledQuery(source, self, limits ?? self.limits, cancellation)
    }
  }

  /// Finds everything that is wrong with a script or odd in it: what an editor underlines.
  ///
  /// Nothing runs but what a `pivot` needs to find its columns; where that is stopped, what depends on
  /// them is passed over.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - limits: What such a run may use; `nil` for ``limits``.
  ///   - cancellation: Ends it from another thread.
  /// - Returns: The mistakes and warnings in the order of the text, with places in bytes of it.
  public func check(
    _ source: Source, limits: QueryLimits? = nil, cancellation: Cancellation? = nil
  ) -> [Diagnostic] {
    var session = session
    session.limits = limits ?? self.limits
    return session.check(source) { cancellation?.isRequested ?? false }
  }

  /// The words that may stand at a cursor: see ``Session/candidates(in:at:language:)``.
  public func candidates(
    in text: String, at cursor: Int, language: Language = .english
  ) -> CandidateList {
    session.candidates(in: text, at: cursor, language: language)
  }

  /// Lays a script out anew, as `dajuan fmt` does.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - language: The language its words are to be put in; `nil` leaves each as it is.
  /// - Returns: The text; `nil` where it has a mistake.
  public func formatted(_ source: Source, in language: Language? = nil) -> String? {
    StackRoom.call {
      let worded = language.map { Translation.of(source, into: $0) } ?? source
      let layout = Printer.Options(language: language ?? .english, keepsLanguage: language == nil)
      return Printer.format(worded, layout)
    }
  }

  /// The tables a query can start from, the host's among them, with their columns.
  public var tables: [TableDescription] {
    Entity.allCases.map { TableDescription($0) } + host.tables.map { TableDescription($0) }
  }

  /// A conversation with the same ledger and host.
  public var session: Session {
    var session = Session(ledger: ledger, host: host)
    session.limits = limits
    return session
  }
}
