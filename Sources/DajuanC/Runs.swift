// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import CDajuan
internal import Dajuan
internal import DajuanSyntax

@c @implementation
public func dajuan_limits_default() -> dajuan_limits {
  let limits = QueryLimits.default
  return dajuan_limits(
    seconds: Int64(limits.seconds), rows: Int64(limits.rows), bytes: Int64(limits.bytes),
    threads: Int64(limits.threads ?? 0))
}

@c @implementation
public func dajuan_cancellation_new(
  _ cancellation: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let cancellation else { return DAJUAN_BAD_ARGUMENT }
  cancellation.pointee = Handles.add(.cancellation(CancellationResource()))
  return DAJUAN_OK
}

@c @implementation
public func dajuan_cancel(_ cancellation: OpaquePointer?) -> Int32 {
  guard let resource = Handles.cancellation(cancellation) else { return DAJUAN_BAD_HANDLE }
  resource.cancellation.request()
  return DAJUAN_OK
}

@c @implementation
public func dajuan_run(
  _ query: OpaquePointer?, _ limits: UnsafePointer<dajuan_limits>?, _ cancellation: OpaquePointer?,
  _ result: UnsafeMutablePointer<OpaquePointer?>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  result?.pointee = nil
  guard let resource = Handles.query(query) else { return DAJUAN_BAD_HANDLE }
  let bounds: CallBounds
  do throws(CallBounds.BadCall) {
    bounds = try CallBounds(limits, cancellation)
  } catch { return error.status }
  guard let result else { return DAJUAN_BAD_ARGUMENT }
  return attempt(error) { () throws(ScriptError) in
    let answer = try resource.query.run(limits: bounds.limits, cancellation: bounds.cancellation)
    result.pointee = Handles.add(.result(ResultResource(answer)))
  }
}
