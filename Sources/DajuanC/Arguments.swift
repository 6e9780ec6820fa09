internal import CDajuan
internal import Dajuan
internal import DajuanSyntax
internal import Glibc

/// What comes in from C.
enum Arguments {
  /// The bytes of a text with a length, or up to its zero byte where that is -1; `nil` for none, and for
  /// a length that makes no sense or passes a limit, which is found before anything is copied.
  static func bytes(
    _ text: UnsafePointer<CChar>?, _ length: Int64, limit: Int = SyntaxLimits.default.sourceBytes
  ) -> [UInt8]? {
    guard let text, length >= -1 else { return nil }
    // One byte more than the limit is enough for whoever tells that it is passed.
    let most = limit + 1
    let count = length < 0 ? strnlen(text, most) : Int(min(length, Int64(most)))
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// A value, with its length as above; `nil` too where it is no UTF-8 or longer than a query may be, as
  /// nothing of it may be left out or put in its place.
  static func value(_ text: UnsafePointer<CChar>?, _ length: Int64) -> String? {
    guard let bytes = bytes(text, length), bytes.count <= SyntaxLimits.default.sourceBytes else {
      return nil
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A text that ends in a zero byte.
  static func string(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }

  /// `en`, `zh`, or none; the outer `nil` for anything else.
  static func language(_ text: UnsafePointer<CChar>?) -> Language?? {
    guard let text else { return .some(nil) }
    guard let language = Language(rawValue: String(cString: text)) else { return nil }
    return .some(language)
  }
}

/// The limits and the cancellation of a call; those left out are the default and none.
struct CallBounds: Sendable {
  var limits = QueryLimits.default
  var cancellation: Cancellation?

  /// Puts the two together; what is wrong with them is thrown.
  init(
    _ limits: UnsafePointer<dajuan_limits>?, _ cancellation: OpaquePointer?
  ) throws(BadCall) {
    if let cancellation {
      guard let resource = Handles.cancellation(cancellation) else { throw .handle }
      self.cancellation = resource.cancellation
    }
    if let limits {
      guard let given = QueryLimits(limits.pointee) else { throw .argument }
      self.limits = given
    }
  }

  /// What cannot be done with a call.
  enum BadCall: Error {
    case handle, argument

    var status: dajuan_status {
      switch self {
      case .handle: DAJUAN_BAD_HANDLE
      case .argument: DAJUAN_BAD_ARGUMENT
      }
    }
  }
}

extension QueryLimits {
  /// The limits of a run; `nil` for a number below zero.
  init?(_ limits: dajuan_limits) {
    self = .default
    guard limits.seconds >= 0, limits.rows >= 0, limits.bytes >= 0, limits.threads >= 0 else {
      return nil
    }
    // The sum of the deadline must stay a time.
    if limits.seconds > 0 { seconds = Int(min(limits.seconds, 1 << 31)) }
    if limits.rows > 0 { rows = Int(limits.rows) }
    if limits.bytes > 0 { bytes = Int(limits.bytes) }
    if limits.threads > 0 { threads = Int(min(limits.threads, 1024)) }
  }
}

extension ScriptError {
  /// What kind of thing went wrong.
  var status: dajuan_status {
    if isCancelled { return DAJUAN_CANCELLED }
    if isFailedCheck { return DAJUAN_FAILED_CHECK }
    let stops: [DiagnosticCode] = [
      .tooLong, .tooMuchMemory, .tooManyRows, .tooManyColumns, .answerTooLong,
    ]
    return diagnostics.contains { stops.contains($0.code) } ? DAJUAN_STOPPED : DAJUAN_WRONG_QUERY
  }
}

/// Gives an error to who asked for it.
func report(
  _ error: ErrorResource.Problem, _ place: UnsafeMutablePointer<OpaquePointer?>?
) {
  place?.pointee = Handles.add(.error(ErrorResource(error)))
}

/// Does what may be a mistake of the query; gives the error to who asked for it.
func attempt(
  _ place: UnsafeMutablePointer<OpaquePointer?>?, _ body: () throws(ScriptError) -> Void
) -> dajuan_status {
  do throws(ScriptError) {
    try body()
    return DAJUAN_OK
  } catch {
    report(.script(error), place)
    return error.status
  }
}
