/// A source and the stages its rows flow through.
package struct Pipeline: Sendable {
  package let source: PipelineSource
  package let stages: [Stage]
  package let span: Span

  package init(source: PipelineSource, stages: [Stage], span: Span) {
    self.source = source
    self.stages = stages
    self.span = span
  }
}

/// Where a pipeline's rows come from.
package indirect enum PipelineSource: Sendable {
  /// An entity or a name bound by `let`.
  case name(Name)

  /// `_`: the last result.
  case lastResult(Span)

  /// Nothing before the first `|`: the last query goes on. The span is empty, before the bar.
  case previous(Span)

  /// A pipeline in parentheses; the span includes them.
  case parenthesised(Pipeline, Span)

  /// No source could be read; its diagnostic exists already.
  case missing(Span)

  package var span: Span {
    switch self {
    case .name(let name): name.span
    case .lastResult(let span), .previous(let span), .missing(let span): span
    case .parenthesised(_, let span): span
    }
  }
}
