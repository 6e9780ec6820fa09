internal import CEditline
internal import Glibc

/// What the terminfo database knows of a kind of terminal, as far as it matters here.
struct TerminalDescription: Equatable {
  /// Whether it moves its cursor and erases as ECMA-48 says, which is all that is written to it.
  var movesCursor = false
  /// How many colours it has.
  var colors = 0

  /// Looks a value of `TERM` up; `nil` for none, and for one the database does not know. Cost: reads
  /// the description's file.
  init?(term: String?) {
    guard let term, !term.isEmpty, tgetent(nil, term) == 1 else { return nil }
    movesCursor = tgetstr("ce", nil).map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
    colors = max(0, Int(tgetnum("Co")))
  }
}
