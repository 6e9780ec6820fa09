/// What a text may ask of the lexer and the parser before it becomes an ordinary error.
public struct SyntaxLimits: Hashable, Sendable {
  /// The longest text, in bytes.
  public var sourceBytes: Int

  /// The deepest nesting of brackets and prefix operators.
  public var nesting: Int

  /// The most operators in one expression; it bounds the depth of the tree.
  public var operators: Int

  /// The most diagnostics that are shown; the parser keeps one more, which tells that there are.
  public var diagnostics: Int

  /// Limits, each with the default of `default`.
  public init(
    sourceBytes: Int = 16 << 20,
    nesting: Int = 256,
    operators: Int = 512,
    diagnostics: Int = 200
  ) {
    self.sourceBytes = sourceBytes
    self.nesting = nesting
    self.operators = operators
    self.diagnostics = diagnostics
  }

  /// 16 MiB of text, 256 levels, 512 operators, 200 diagnostics.
  public static let `default` = SyntaxLimits()
}
