// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

internal import CDajuan
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

@c @implementation
public func dajuan_result_row_count(_ result: OpaquePointer?) -> Int64 {
  Handles.result(result).map { Int64($0.result.table.count) } ?? -1
}

@c @implementation
public func dajuan_result_column_count(_ result: OpaquePointer?) -> Int32 {
  Handles.result(result).map { Int32($0.result.table.columns.count) } ?? -1
}

@c @implementation
public func dajuan_result_column_name(
  _ result: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(result, column) { $0.name }
}

@c @implementation
public func dajuan_result_column_chinese(
  _ result: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(result, column) { $0.chinese }
}

@c @implementation
public func dajuan_result_column_type(
  _ result: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(result, column) { $0.type.word }
}

@c @implementation
public func dajuan_result_column_unit(
  _ result: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(result, column) { $0.unit?.name }
}

private func columnText(
  _ result: OpaquePointer?, _ column: Int32, _ make: (ResultColumn) -> String?
) -> UnsafePointer<CChar>? {
  guard let resource = Handles.result(result) else { return nil }
  return resource.texts.text(of: resource.result.columns, column, make)
}

@c @implementation
public func dajuan_result_undecided_by_bounds(_ result: OpaquePointer?) -> Int64 {
  Handles.result(result).map { Int64($0.result.undecidedByBounds) } ?? -1
}

@c @implementation
public func dajuan_result_undecided_by_missing(_ result: OpaquePointer?) -> Int64 {
  Handles.result(result).map { Int64($0.result.undecidedByMissing) } ?? -1
}

@c @implementation
public func dajuan_result_undecided_by_unit(_ result: OpaquePointer?) -> Int64 {
  Handles.result(result).map { Int64($0.result.undecidedByUnit) } ?? -1
}

// MARK: Values

@c @implementation
public func dajuan_result_text(
  _ result: OpaquePointer?, _ row: Int64, _ column: Int32
) -> UnsafePointer<CChar>? {
  guard let (resource, row, column) = cell(result, row, column),
    let text = resource.result.text(row: row, column: column)
  else { return nil }
  return resource.texts.text(text) { text }
}

@c @implementation
public func dajuan_result_lower(
  _ result: OpaquePointer?, _ row: Int64, _ column: Int32,
  _ value: UnsafeMutablePointer<Double>?
) -> Bool {
  end(result, row, column, value) { $0.lower }
}

@c @implementation
public func dajuan_result_upper(
  _ result: OpaquePointer?, _ row: Int64, _ column: Int32,
  _ value: UnsafeMutablePointer<Double>?
) -> Bool {
  end(result, row, column, value) { $0.upper }
}

private func end(
  _ result: OpaquePointer?, _ row: Int64, _ column: Int32,
  _ value: UnsafeMutablePointer<Double>?, _ end: (Interval) -> Number?
) -> Bool {
  guard let (resource, row, column) = cell(result, row, column),
    case .quantity(let quantity) = resource.result.table[row, column],
    let number = end(quantity.interval)
  else { return false }
  value?.pointee = number.doubleValue
  return true
}

private func cell(
  _ result: OpaquePointer?, _ row: Int64, _ column: Int32
) -> (ResultResource, Int, Int)? {
  guard let resource = Handles.result(result) else { return nil }
  let table = resource.result.table
  guard row >= 0, row < Int64(table.count), table.columns.indices.contains(Int(column)) else {
    return nil
  }
  return (resource, Int(row), Int(column))
}

// MARK: Whole answers

@c @implementation
public func dajuan_result_render(
  _ result: OpaquePointer?, _ format: UnsafePointer<CChar>?, _ language: UnsafePointer<CChar>?,
  _ width: Int32, _ cancellation: OpaquePointer?,
  _ text: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> Int32 {
  text?.pointee = nil
  guard let resource = Handles.result(result) else { return DAJUAN_BAD_HANDLE }
  let bounds: CallBounds
  do throws(CallBounds.BadCall) {
    bounds = try CallBounds(nil, cancellation)
  } catch { return error.status }
  guard let text, let format = Arguments.string(format).flatMap({ OutputFormat(rawValue: $0) }),
    format != .arrow, let language = Arguments.language(language), width >= 0
  else { return DAJUAN_BAD_ARGUMENT }
  let options = RenderOptions(
    format: format, language: language, maximumWidth: width == 0 ? nil : Int(width))
  text.pointee = resource.renderings.text(
    "\(format) \(language?.rawValue ?? "") \(width)"
  ) {
    var shown = ""
    let isWhole = resource.result.write(options, to: &shown) {
      bounds.cancellation?.isRequested ?? false
    }
    return isWhole ? shown : nil
  }
  return text.pointee == nil ? DAJUAN_CANCELLED : DAJUAN_OK
}
