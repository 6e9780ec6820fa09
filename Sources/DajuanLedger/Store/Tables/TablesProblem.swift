/// Why the tables of a ledger cannot be used, and its texts are to be read.
package enum TablesProblem: Error, Hashable {
  /// There are none.
  case missing
  /// They were made of something else: a part of a sentence.
  case outdated(String)
  /// One of them is gone or damaged.
  case damaged(file: String, reason: String)

  /// One line, with the way out.
  package func description(folder: String) -> String {
    let remedy = "`dajuan verify --rebuild \(folder)` writes them anew"
    return switch self {
    case .missing: "\(folder): it has no tables yet, and its texts are read; \(remedy)"
    case .outdated(let reason):
      "\(folder): its tables are \(reason), and its texts are read; \(remedy)"
    case .damaged(let file, let reason):
      "\(file): \(reason); the texts are read instead, and \(remedy)"
    }
  }
}

extension TablesProblem {
  /// What is wrong with a table's file.
  init(_ error: StoreError) {
    if case .damaged(let file, let reason) = error {
      self = .damaged(file: file, reason: reason)
    } else {
      self = .damaged(file: "", reason: error.description)
    }
  }
}
