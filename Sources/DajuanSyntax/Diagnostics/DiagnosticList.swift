/// Diagnostics as they are found, up to a limit: damaged input must not fill the memory.
struct DiagnosticList: Sendable {
  private(set) var found: [Diagnostic] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether nothing more is recorded.
  var isFull: Bool { found.count > limit }

  /// Records a diagnostic, unless there are too many already.
  mutating func report(_ diagnostic: Diagnostic) {
    if !isFull { found.append(diagnostic) }
  }

  /// What was found, in the order of the source.
  var sorted: [Diagnostic] {
    found.enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
  }
}
