/// One question, asked of every engine in its own language.
struct EngineQuery {
  let name: String
  /// What the columns of the answer hold.
  let columns: [ResultColumn]
  /// The question to Dajuan.
  let dajuan: String
  /// The question to DuckDB, whose numbers are DECIMAL(18, 4).
  let duckdb: String
  /// The question to SQLite, whose numbers are whole ten-thousandths.
  let sqlite: String
  /// The columns of the index that helps SQLite most, in order.
  let index: String
  // polars is asked in Python: Peers/engine-polars.py has the question under the same name.

  /// The columns that every engine has of a quantity: its ends, empty where there is no limit.
  enum ResultColumn: String, Codable {
    case text
    case count
    /// An exact number.
    case exact
    /// A quotient, equal where it is within 1e-9 of its size.
    case quotient
    /// Two columns, the ends of an exact interval.
    case interval
    /// Two columns, the ends of an interval of quotients.
    case quotients

    /// What each column of a result file is.
    var cells: [ResultColumn] {
      switch self {
      case .interval: [.exact, .exact]
      case .quotients: [.quotient, .quotient]
      default: [self]
      }
    }
  }
}
