// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import CDajuan
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

@c @implementation
public func dajuan_text_bytes(_ text: OpaquePointer?) -> UnsafePointer<CChar>? {
  Handles.text(text)?.bytes
}

@c @implementation
public func dajuan_text_length(_ text: OpaquePointer?) -> Int64 {
  Handles.text(text).map { Int64($0.count) } ?? -1
}

@c @implementation
public func dajuan_check(
  _ ledger: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int64,
  _ language: UnsafePointer<CChar>?, _ limits: UnsafePointer<dajuan_limits>?,
  _ cancellation: OpaquePointer?, _ json: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  json?.pointee = nil
  guard let resource = Handles.ledger(ledger) else { return DAJUAN_BAD_HANDLE }
  let bounds: CallBounds
  do throws(CallBounds.BadCall) {
    bounds = try CallBounds(limits, cancellation)
  } catch { return error.status }
  guard let json, let bytes = Arguments.bytes(text, length),
    let language = Arguments.language(language)
  else { return DAJUAN_BAD_ARGUMENT }
  let source = Source(name: "query", bytes: bytes)
  let found = resource.evaluator.check(
    source, limits: bounds.limits, cancellation: bounds.cancellation
  ).map {
    $0.json(in: source, language: language ?? source.language) + "\n"
  }.joined()
  json.pointee = Handles.add(.text(TextResource(found)))
  return DAJUAN_OK
}

@c @implementation
public func dajuan_complete(
  _ ledger: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int64, _ cursor: Int64,
  _ language: UnsafePointer<CChar>?, _ json: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  json?.pointee = nil
  guard let resource = Handles.ledger(ledger) else { return DAJUAN_BAD_HANDLE }
  guard let json, let bytes = Arguments.bytes(text, length), cursor >= 0,
    let language = Arguments.language(language)
  else { return DAJUAN_BAD_ARGUMENT }
  let list = resource.evaluator.candidates(
    in: String(decoding: bytes, as: UTF8.self), at: Int(cursor), language: language ?? .english)
  let candidates = list.candidates.map {
    JSONText.object([
      ("text", JSONText.string($0.text)), ("kind", JSONText.string($0.kind.name(in: .english))),
      ("gloss", JSONText.string($0.gloss)),
    ])
  }
  let found = JSONText.object([
    ("start", String(list.replacing.lowerBound)), ("end", String(list.replacing.upperBound)),
    ("candidates", JSONText.array(candidates)),
  ])
  json.pointee = Handles.add(.text(TextResource(found)))
  return DAJUAN_OK
}

@c @implementation
public func dajuan_format(
  _ ledger: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int64,
  _ language: UnsafePointer<CChar>?, _ formatted: UnsafeMutablePointer<OpaquePointer?>?,
  _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  formatted?.pointee = nil
  guard let resource = Handles.ledger(ledger) else { return DAJUAN_BAD_HANDLE }
  guard let formatted, let bytes = Arguments.bytes(text, length),
    let language = Arguments.language(language)
  else { return DAJUAN_BAD_ARGUMENT }
  let source = Source(name: "query", bytes: bytes)
  guard let laid = resource.evaluator.formatted(source, in: language) else {
    // Nothing is to run for it.
    let stopped = Cancellation()
    stopped.request()
    let mistakes = resource.evaluator.check(source, cancellation: stopped).filter {
      $0.severity == .error
    }
    report(
      .script(ScriptError(diagnostics: mistakes, source: source, isRunTime: false)), error)
    return DAJUAN_WRONG_QUERY
  }
  formatted.pointee = Handles.add(.text(TextResource(laid)))
  return DAJUAN_OK
}
