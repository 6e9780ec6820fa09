// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

internal import CDajuan
internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import Glibc

@c @implementation
public func dajuan_version() -> UnsafePointer<CChar>? { Library.version.text("") { Library.text } }

@c @implementation
public func dajuan_interface_version() -> Int32 { DAJUAN_INTERFACE_VERSION }

@c @implementation
public func dajuan_free(_ handle: UnsafeRawPointer?) { Handles.free(handle) }

@c @implementation
public func dajuan_handle_count() -> Int64 { Int64(Handles.count) }

@c @implementation
public func dajuan_open(
  _ path: UnsafePointer<CChar>?, _ ledger: UnsafeMutablePointer<OpaquePointer?>?,
  _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  error?.pointee = nil
  guard let ledger else { return DAJUAN_BAD_ARGUMENT }
  ledger.pointee = nil
  do {
    let (opened, warnings) =
      try Arguments.string(path).map { try Ledger.open($0) } ?? (Ledger.bundled(), [])
    let resource = LedgerResource(Evaluator(ledger: opened), warnings)
    ledger.pointee = Handles.add(.ledger(resource))
    return DAJUAN_OK
  } catch let problem {
    let text = String(describing: problem)
    report(.other(Bilingual(text)), error)
    return DAJUAN_NO_FILE
  }
}

@c @implementation
public func dajuan_warnings(_ ledger: OpaquePointer?) -> UnsafePointer<CChar>? {
  guard let resource = Handles.ledger(ledger) else { return nil }
  return resource.texts.text("warnings") { resource.warnings.joined(separator: "\n") }
}

@c @implementation
public func dajuan_tables(_ ledger: OpaquePointer?) -> UnsafePointer<CChar>? {
  guard let resource = Handles.ledger(ledger) else { return nil }
  return resource.texts.text("tables") {
    JSONText.array(
      resource.evaluator.tables.map { table in
        JSONText.object([
          ("name", JSONText.string(table.name)), ("chinese", JSONText.string(table.chinese)),
          ("columns", JSONText.array(table.columns.map(\.json))),
        ])
      })
  }
}

extension ResultColumn {
  fileprivate var json: String {
    JSONText.object(
      [
        ("name", JSONText.string(name)), ("chinese", JSONText.string(chinese)),
        ("type", JSONText.string(type.word)),
      ] + (unit.map { [("unit", JSONText.string($0.name))] } ?? []))
  }
}

extension ColumnType {
  /// One word for the type.
  var word: String {
    switch self {
    case .text: "text"
    case .enumeration: "enumeration"
    case .quantity: "quantity"
    case .period: "period"
    case .truth: "truth"
    case .source: "source"
    }
  }
}

/// What the library says of itself.
private enum Library {
  static let version = LastingTexts()
  static let text = ToolVersion.text
}
