// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import CDajuan
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

@c @implementation
public func dajuan_compile(
  _ ledger: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int64,
  _ limits: UnsafePointer<dajuan_limits>?, _ cancellation: OpaquePointer?,
  _ query: UnsafeMutablePointer<OpaquePointer?>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  query?.pointee = nil
  guard let resource = Handles.ledger(ledger) else { return DAJUAN_BAD_HANDLE }
  guard let query, let bytes = Arguments.bytes(text, length) else { return DAJUAN_BAD_ARGUMENT }
  let bounds: CallBounds
  do throws(CallBounds.BadCall) {
    bounds = try CallBounds(limits, cancellation)
  } catch { return error.status }
  return attempt(error) { () throws(ScriptError) in
    let compiled = try resource.evaluator.compile(
      Source(name: "query", bytes: bytes), limits: bounds.limits,
      cancellation: bounds.cancellation)
    query.pointee = Handles.add(.query(QueryResource(compiled, bounds)))
  }
}

@c @implementation
public func dajuan_query_copy(
  _ query: OpaquePointer?, _ copy: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  copy?.pointee = nil
  guard let resource = Handles.query(query) else { return DAJUAN_BAD_HANDLE }
  guard let copy else { return DAJUAN_BAD_ARGUMENT }
  copy.pointee = Handles.add(.query(QueryResource(resource.query, resource.bounds)))
  return DAJUAN_OK
}

// MARK: Columns

@c @implementation
public func dajuan_query_column_count(_ query: OpaquePointer?) -> Int32 {
  Handles.query(query).map { Int32($0.query.columns.count) } ?? -1
}

@c @implementation
public func dajuan_query_column_name(
  _ query: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(query, column) { $0.name }
}

@c @implementation
public func dajuan_query_column_chinese(
  _ query: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(query, column) { $0.chinese }
}

@c @implementation
public func dajuan_query_column_type(
  _ query: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(query, column) { $0.type.word }
}

@c @implementation
public func dajuan_query_column_unit(
  _ query: OpaquePointer?, _ column: Int32
) -> UnsafePointer<CChar>? {
  columnText(query, column) { $0.unit?.name }
}

private func columnText(
  _ query: OpaquePointer?, _ column: Int32, _ make: (ResultColumn) -> String?
) -> UnsafePointer<CChar>? {
  guard let resource = Handles.query(query) else { return nil }
  return resource.texts.text(of: resource.query.columns, column, make)
}

// MARK: Parameters

@c @implementation
public func dajuan_query_parameter_count(_ query: OpaquePointer?) -> Int32 {
  Handles.query(query).map { Int32($0.query.parameters.count) } ?? -1
}

@c @implementation
public func dajuan_query_parameter_name(
  _ query: OpaquePointer?, _ parameter: Int32
) -> UnsafePointer<CChar>? {
  parameterText(query, parameter) { $0.name }
}

@c @implementation
public func dajuan_query_parameter_type(
  _ query: OpaquePointer?, _ parameter: Int32
) -> UnsafePointer<CChar>? {
  parameterText(query, parameter) { $0.type }
}

@c @implementation
public func dajuan_query_parameter_value(
  _ query: OpaquePointer?, _ parameter: Int32
) -> UnsafePointer<CChar>? {
  parameterText(query, parameter) { $0.value }
}

private func parameterText(
  _ query: OpaquePointer?, _ parameter: Int32, _ make: (ScriptParameter) -> String?
) -> UnsafePointer<CChar>? {
  guard let resource = Handles.query(query) else { return nil }
  return resource.texts.text(of: resource.query.parameters, parameter, make)
}

// MARK: Values

@c @implementation
public func dajuan_bind_text(
  _ query: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?,
  _ length: Int64, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let value = Arguments.value(value, length) else { return refused(query, error) }
  return bind(query, name, .text(value), error)
}

@c @implementation
public func dajuan_bind_number(
  _ query: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ value: Double,
  _ unit: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard value.isFinite, let unit = named(unit) else { return refused(query, error) }
  // As it is printed, like a number in a query: 5.14亿元 is what a report says, and not a little more.
  let number = Decimal(value).map { Number.exact($0) } ?? .binary(value)
  return bind(query, name, .quantity(Quantity(number, unit)), error)
}

@c @implementation
public func dajuan_bind_integer(
  _ query: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ value: Int64,
  _ unit: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let unit = named(unit) else { return refused(query, error) }
  return bind(query, name, .quantity(Quantity(Number(Int(value)), unit)), error)
}

@c @implementation
public func dajuan_bind_missing(
  _ query: OpaquePointer?, _ name: UnsafePointer<CChar>?,
  _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  bind(query, name, .missing, error)
}

/// A unit by its name; that of a plain number for none.
private func named(_ unit: UnsafePointer<CChar>?) -> Unit? {
  Arguments.string(unit).map { $0.isEmpty ? .some(.none) : Unit.named($0) } ?? .some(.none)
}

private func refused(
  _ query: OpaquePointer?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  return Handles.query(query) == nil ? DAJUAN_BAD_HANDLE : DAJUAN_BAD_ARGUMENT
}

private func bind(
  _ query: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ value: Value,
  _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  guard let resource = Handles.query(query) else { return DAJUAN_BAD_HANDLE }
  guard let name = Arguments.string(name) else { return DAJUAN_BAD_ARGUMENT }
  return attempt(error) { () throws(ScriptError) in
    let bounds = resource.bounds
    resource.replace(
      with: try resource.query.bound(
        to: [name: value], limits: bounds.limits, cancellation: bounds.cancellation))
  }
}
