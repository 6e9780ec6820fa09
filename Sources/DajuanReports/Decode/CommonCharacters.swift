/// The commonest characters of reports, by which one reading of the same bytes is told from another.
enum CommonCharacters {
  /// The share of a text's characters beyond ASCII that are common ones.
  static func share(of scalars: [UInt32]) -> Double {
    var (found, total) = (0, 0)
    for scalar in scalars.prefix(20_000) where scalar >= 0x80 {
      total += 1
      if scalar <= 0xFFFF, set.contains(Code(scalar)) { found += 1 }
    }
    return total == 0 ? 0 : Double(found) / Double(total)
  }

  /// Simplified and traditional forms alike, and the punctuation between them.
  private static let set = CodeSet(
    "，。、；：的一是在不了和有大中上年市人民工作新全产產业業发發展经經济濟社会會建设設国國个個万萬亿億元"
      + "增长長城乡鄉农農村生活加强強实實施推进進改革开開放项項目重点點企服务務安政府区區县縣达達到今为為以"
  )
}
