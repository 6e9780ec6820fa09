/// The words of a statement, kept as a range of the text they stand in: most readers of a report
/// never ask for them, and a string of every sentence costs as much as finding its figures.
struct StatementWords: Sendable, Hashable {
  /// A text as given and where its normalised characters came from, shared by its statements.
  final class Source: Sendable {
    let scalars: [UInt32]
    let origin: [Int32]
    let replaced: ReplacedScalars

    init(scalars: [UInt32], origin: [Int32], replaced: ReplacedScalars = .init()) {
      self.scalars = scalars
      self.origin = origin
      self.replaced = replaced
    }
  }

  let source: Source
  let range: Range<Int>

  init(source: Source, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// Words of their own.
  init(_ text: String) {
    let scalars = text.unicodeScalars.map(\.value)
    source = Source(scalars: scalars, origin: scalars.indices.map(Int32.init))
    range = 0..<scalars.count
  }

  /// The words as a string. Cost: linear in their number.
  var text: String { Manuscript.text(source.scalars, source.origin, source.replaced, range) }

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
