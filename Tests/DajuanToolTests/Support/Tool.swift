import Glibc

/// The program under test.
enum Tool {
  /// The binary that was built together with these tests.
  ///
  /// `DAJUAN_TOOL` names another one. Else it stands beside the test bundle, which is this
  /// process; where a helper has loaded the bundle, it is under the package's `.build`.
  static let path: Result<String, NotFound> = {
    var candidates: [String] = []
    if let path = getenv("DAJUAN_TOOL") { candidates.append(String(cString: path)) }
    for argument in [executable()] + CommandLine.arguments {
      guard let slash = argument.lastIndex(of: "/") else { continue }
      candidates.append(argument[..<slash] + "/dajuan")
    }
    var folder = #filePath[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = folder[..<slash]
      guard access(folder + "/Package.swift", R_OK) == 0 else { continue }
      for configuration in ["debug", "release"] {
        candidates.append(folder + "/.build/\(configuration)/dajuan")
      }
      break
    }
    for path in candidates where access(path, X_OK) == 0 { return .success(path) }
    return .failure(NotFound(candidates: candidates))
  }()

  struct NotFound: Error, CustomStringConvertible {
    let candidates: [String]
    var description: String {
      "no dajuan among \(candidates.joined(separator: ", ")); DAJUAN_TOOL can name one"
    }
  }

  private static func executable() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map {
        readlink("/proc/self/exe", $0, 4096)
      } ?? 0
    }
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }
}
