import DajuanLedger

/// How long a query took, in words.
package enum QueryTime {
  /// A time, rounded to what matters: `0.4 ms`, `35 ms`, `1.24 s`.
  package static func text(_ time: Duration) -> String {
    let (seconds, fraction) = time.components
    let microseconds = seconds * 1_000_000 + fraction / 1_000_000_000_000
    func places(_ value: Int64, _ digits: Int) -> String {
      Decimal(coefficient: Int128(value), exponent: Int32(-digits)).description
    }
    if microseconds < 9_950 { return places((microseconds + 50) / 100, 1) + " ms" }
    if microseconds < 999_500 { return places((microseconds + 500) / 1000, 0) + " ms" }
    if microseconds < 99_995_000 { return places((microseconds + 5000) / 10_000, 2) + " s" }
    return places((microseconds + 500_000) / 1_000_000, 0) + " s"
  }
}
