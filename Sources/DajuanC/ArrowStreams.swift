// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import CDajuan
internal import Dajuan
internal import DajuanLedger
internal import Glibc

/// An answer on its way out: one batch, then the end.
private final class StreamState {
  let columns: [ArrowMemory]
  let rows: Int
  var isOver = false

  init(_ result: QueryResult) {
    columns = (result.arrowColumns() ?? []).map(ArrowMemory.init)
    rows = result.table.count
  }

  static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> StreamState? {
    guard let stream, stream.pointee.release != nil, let data = stream.pointee.private_data else {
      return nil
    }
    return Unmanaged<StreamState>.fromOpaque(data).takeUnretainedValue()
  }
}

@c @implementation
public func dajuan_result_stream(
  _ result: OpaquePointer?, _ stream: UnsafeMutablePointer<ArrowArrayStream>?
) -> Int32 {
  guard let resource = Handles.result(result) else { return DAJUAN_BAD_HANDLE }
  guard let stream else { return DAJUAN_BAD_ARGUMENT }
  stream.pointee = ArrowArrayStream(
    get_schema: { stream, schema in
      guard let state = StreamState.of(stream), let schema else { return EINVAL }
      schema.pointee = ArrowSchema(state.columns)
      return 0
    },
    get_next: { stream, array in
      guard let state = StreamState.of(stream), let array else { return EINVAL }
      // An array that is released already tells the end.
      array.pointee = state.isOver ? ArrowArray() : ArrowArray(state.columns, rows: state.rows)
      state.isOver = true
      return 0
    },
    get_last_error: { _ in nil },
    release: { stream in
      guard let stream, stream.pointee.release != nil else { return }
      let state = stream.pointee.private_data
      stream.pointee.release = nil
      stream.pointee.private_data = nil
      if let state { Unmanaged<StreamState>.fromOpaque(state).release() }
    },
    private_data: Unmanaged.passRetained(StreamState(resource.result)).toOpaque())
  return DAJUAN_OK
}
