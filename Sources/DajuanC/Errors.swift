// Names are those of dajuan.h, which says what each function does.
// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

internal import CDajuan
internal import Dajuan
internal import DajuanSyntax

@c @implementation
public func dajuan_error_code(_ error: OpaquePointer?) -> UnsafePointer<CChar>? {
  guard let resource = Handles.error(error) else { return nil }
  return resource.texts.text("code") {
    if case .script(let script) = resource.problem {
      script.first?.code.rawValue ?? ""
    } else {
      ""
    }
  }
}

@c @implementation
public func dajuan_error_text(
  _ error: OpaquePointer?, _ language: UnsafePointer<CChar>?
) -> UnsafePointer<CChar>? {
  guard let resource = Handles.error(error), let language = Arguments.language(language) else {
    return nil
  }
  return resource.texts.text("text \(language?.rawValue ?? "")") {
    switch resource.problem {
    case .script(let script): script.text(language: language ?? script.source.language)
    case .other(let text): text[language ?? .english]
    }
  }
}

@c @implementation
public func dajuan_error_json(
  _ error: OpaquePointer?, _ language: UnsafePointer<CChar>?
) -> UnsafePointer<CChar>? {
  guard let resource = Handles.error(error), let language = Arguments.language(language) else {
    return nil
  }
  return resource.texts.text("json \(language?.rawValue ?? "")") {
    switch resource.problem {
    case .script(let script): script.json(language: language ?? script.source.language)
    case .other: ""
    }
  }
}

extension ScriptError {
  /// The first mistake; a warning before it stopped nothing.
  fileprivate var first: Diagnostic? {
    diagnostics.first { $0.severity == .error } ?? diagnostics.first
  }
}
