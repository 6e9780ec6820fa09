/// How exactly a report states a quantity: the sense of its bound word.
///
/// 以上, 以下 and 以内 include the number itself and 超过, 不满 do not
/// (中华人民共和国民法典, article 1259).
public enum Bound: String, CaseIterable, Hashable, Sendable {
  /// A plain figure.
  case exact
  /// 以上, 至少, 不低于: the number or more.
  case atLeast = "at_least"
  /// 超, 超过, 突破, 逾, 余, 多: more than the number.
  case moreThan = "more_than"
  /// 以内, 不超过, 以下: the number or less.
  case atMost = "at_most"
  /// 近, 不足: less than the number.
  case lessThan = "less_than"
  /// 左右, 约: near the number.
  case about
  /// A—B: from one number to another.
  case range
}
