internal import Dajuan
internal import DajuanSyntax
internal import Glibc
internal import Synchronization

/// Texts handed out, which last as long as what they were asked of. The same text under the same key is
/// handed out once. Keys are the same byte for byte: to Swift a character and what it is composed of are too.
final class LastingTexts: Sendable {
  private struct Text: @unchecked Sendable {
    let start: UnsafeMutablePointer<CChar>
  }

  private let texts = Mutex<[[UInt8]: Text]>([:])

  deinit {
    texts.withLock { texts in
      for text in texts.values { free(text.start) }
    }
  }

  /// The text of a key, made when it is first asked for; `nil` where it is not made.
  func text(_ key: String, _ make: () -> String?) -> UnsafePointer<CChar>? {
    let key = Array(key.utf8)
    if let known = texts.withLock({ $0[key] }) { return UnsafePointer(known.start) }
    guard let copy = make().flatMap(Self.copy) else { return nil }
    let made = Text(start: copy)
    let kept = texts.withLock { texts in
      let kept = texts[key] ?? made
      texts[key] = kept
      return kept
    }
    // Another thread was first.
    if kept.start != made.start { free(made.start) }
    return UnsafePointer(kept.start)
  }

  /// A text that ends in a zero byte, and has U+FFFD for each that it would end in too early.
  private static func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    var scalars = text.unicodeScalars
    if text.utf8.contains(0) {
      scalars = String.UnicodeScalarView(scalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })
    }
    return String(scalars).withCString { strdup($0) }
  }
}

extension LastingTexts {
  /// A text of a column or parameter, by its place; `nil` where there is none of either.
  func text<Item>(
    of items: [Item], _ place: Int32, _ make: (Item) -> String?
  ) -> UnsafePointer<CChar>? {
    guard items.indices.contains(Int(place)), let text = make(items[Int(place)]) else { return nil }
    return self.text(text) { text }
  }
}

final class LedgerResource: Sendable {
  let evaluator: Evaluator
  /// What a person should know of it.
  let warnings: [String]
  let texts = LastingTexts()

  init(_ evaluator: Evaluator, _ warnings: [String]) {
    (self.evaluator, self.warnings) = (evaluator, warnings)
  }
}

final class QueryResource: Sendable {
  private let state: Mutex<CompiledQuery>
  /// What it was compiled within, and what binding a value to it is.
  let bounds: CallBounds
  let texts = LastingTexts()

  init(_ query: CompiledQuery, _ bounds: CallBounds) {
    state = Mutex(query)
    self.bounds = bounds
  }

  /// The query with the values it has now.
  var query: CompiledQuery { state.withLock { $0 } }

  func replace(with query: CompiledQuery) { state.withLock { $0 = query } }
}

final class ResultResource: Sendable {
  let result: QueryResult
  /// Its cells and what its columns are called.
  let texts = LastingTexts()
  /// The whole answer in a format.
  let renderings = LastingTexts()

  init(_ result: QueryResult) { self.result = result }
}

/// A text that is handed out under a handle of its own.
final class TextResource: Sendable {
  var count: Int { text.count - 1 }
  /// With a zero byte behind it, and maybe others within.
  private nonisolated(unsafe) let text: UnsafeMutableBufferPointer<CChar>

  init(_ text: String) {
    let bytes = text.utf8CString
    self.text = .allocate(capacity: bytes.count)
    _ = self.text.initialize(from: bytes)
  }

  deinit { text.deallocate() }

  var bytes: UnsafePointer<CChar>? { UnsafePointer(text.baseAddress) }
}

final class CancellationResource: Sendable {
  let cancellation = Cancellation()
}

final class ErrorResource: Sendable {
  enum Problem: Sendable {
    case script(ScriptError)
    /// Something without a place in a text.
    case other(Bilingual)
  }

  let problem: Problem
  let texts = LastingTexts()

  init(_ problem: Problem) { self.problem = problem }
}
