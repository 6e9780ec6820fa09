import Glibc

/// The Python that has other readers: what DAJUAN_PYTHON names, or `python3`.
enum Python {
  static let interpreter = getenv("DAJUAN_PYTHON").map { String(cString: $0) } ?? "python3"

  /// Whether it has modules; without any, whether there is one at all.
  static func has(_ modules: String...) -> Bool {
    let program =
      "import importlib.util as i, sys; sys.exit(not all(map(i.find_spec, sys.argv[1:])))"
    let words = ([interpreter, "-c", program] + modules).map { "'\($0)'" }.joined(separator: " ")
    return system(words + " 2> /dev/null") == 0
  }
}
