public import DajuanSyntax

/// Why a script did not run, or did not run to its end.
public struct ScriptError: Error, Sendable {
  /// What is wrong, in the order of the text.
  public let diagnostics: [Diagnostic]
  /// The text the diagnostics' places are in.
  public let source: Source
  /// Whether queries had begun to run. Before that, nothing of the script took effect.
  public let isRunTime: Bool
  /// The first rows that a check (`assert`) found to fail, each after the answer it gave; `nil`
  /// where it was no check that stopped the script.
  public var failingRows: QueryResult?

  package init(
    diagnostics: [Diagnostic], source: Source, isRunTime: Bool, failingRows: QueryResult? = nil
  ) {
    (self.diagnostics, self.source) = (diagnostics, source)
    (self.isRunTime, self.failingRows) = (isRunTime, failingRows)
  }

  /// Whether the data failed a check, the query being right.
  public var isFailedCheck: Bool { diagnostics.contains { $0.code == .failedCheck } }

  /// Whether the caller asked to stop.
  public var isCancelled: Bool { diagnostics.contains { $0.code == .cancelled } }
}
