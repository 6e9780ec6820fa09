/// How parts of a place (板块) are called: a name and a word for what it is.
enum ZoneWords {
  /// The length of the zone a text begins with (二七新区, 马寨产业集聚区, 高新区), or 0.
  ///
  /// The words for zones of any kind carry a proper name of one to six characters, or stand alone
  /// where there is but one in a place. A common noun before them (乡村振兴示范区) is a sort of zone,
  /// not one of them.
  static func prefix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    var end = min(text.count, 14)
    while end >= 3 {
      let candidate = text.prefix(end)
      if alone.contain(candidate) { return end }
      let length = kinds.suffix(of: candidate)
      let name = candidate.dropLast(length)
      let isName =
        (1...6).contains(name.count) && !sorts.occur(in: name) && !strangers.occur(in: name)
      if length > 0, isName, !continuations.contains(text.dropFirst(end).first ?? " ") {
        return end
      }
      end -= 1
    }
    return 0
  }

  /// Whether a text is a zone or a place as a whole.
  static func isPlace(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (2...20).contains(text.count), !strangers.occur(in: text) else { return false }
    return kinds.suffix(of: text) > 0 || settlements.suffix(of: text) > 0 || alone.contain(text)
  }

  private static let kinds = Phrases(
    """
    新区 开发区 产业开发区 技术开发区 经济开发区 经济技术开发区 高新技术产业开发区 园区 产业园区
    工业园区 产业集聚区 集聚区 经开区 高新区 示范区 先行区 试验区 实验区 保税区 综保区 自贸区 港区
    生态区 度假区 风景区 景区 商务区 片区 街道 合作区 先导区 商圈 试点区 科技城 新城 管理区
    """
  )

  private static let alone = Phrases(
    "经开区 高新区 航空港区 综保区 自贸区 中心城区 主城区 经济开发区 保税区 港区"
  )

  private static let settlements = Phrases("省 市 县 区 旗 盟 州 镇 乡 村 街 社区 街区 步行街 古镇 古城 路 港")

  /// What makes the words before a kind a sort of zone rather than a name.
  private static let sorts = Phrases(
    """
    级 乡村 农业 工业 物流 旅游 文化 国家 现代 重点 老旧 城市 温暖 全域 各类 所有 产业 生态 试点 示范 特色
    """
  )

  /// What no name of a place holds: verbs, particles, counts.
  private static let strangers = Phrases(
    """
    新增 新建 建成 建设 打造 创建 推进 推动 加快 实施 全面 全市 全省 全区 全县 全国 每 该 等 、 和 与 及 的 了
    在 把 将 对 为 以 支持 选择 改造 提升 培育 发展 完成 获 一批 个 ， 两 多 持续 被 企业 项目 街巷
    0 1 2 3 4 5 6 7 8 9
    """
  )

  /// Scalars after a kind that make the word a longer one: 街道办, 园区化.
  private static let continuations: Scalars = [
    "化", "级", "型", "类", "域", "间", "等", "、", "和", "及", "与",
  ]
}
