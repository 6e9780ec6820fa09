/// The canonical names of statistics that reports call by several.
///
/// Only names of one statistic stand together: 全社会固定资产投资 counts more than 固定资产投资, and
/// 农民人均纯收入 is not 农村居民人均可支配收入, so they are not joined. The revenue names are one by
/// the renaming in the state budget (一般预算 until 2011, 公共财政预算 until 2014, then 一般公共预算,
/// 预算法 as revised in 2014).
package enum IndicatorNames {
  /// The canonical form of a name, its scope words (全市, 全年) and blanks taken off. In the report
  /// of the whole country the product is 国内生产总值.
  package static func canonical(_ name: some StringProtocol, isNational: Bool = false) -> String {
    let words = String(name).compactScalars
    var bare = scope.strippedPrefixes(of: words[...])
    bare = fillers.strippedSuffixes(of: bare)
    if bare.isEmpty { bare = words[...] }
    let text = String(bare)
    let codes = [Code](text)
    guard let match = table.match(codes, at: 0, limit: codes.count), match.range == codes.indices
    else { return text }
    let found = match.sense
    return isNational && found == "地区生产总值" ? "国内生产总值" : found
  }

  /// The names under which a ledger may have what a name means: the product of the whole country
  /// is 国内生产总值 there, and that of a place 地区生产总值.
  package static func ledgerNames(of name: String) -> [String] {
    let names = [canonical(name), canonical(name, isNational: true)]
    return names[0] == names[1] ? [names[0]] : names
  }

  private static let scope = Phrases(
    """
    全市 全区 全县 全省 全州 全国 全盟 全旗 全镇 全乡 我市 我区 我县 我省 我国 全年 当年 去年 今年 本年
    预计 实现 完成 达到 累计 其中 年均 力争 确保 预期
    """
  )

  private static let fillers = Phrases("完成 达到 实现 总量达到 预计 累计 达 为 增长 年均 确保 力争")

  /// One line a statistic: the canonical name, then the others.
  private static let table = Lexicon.synonyms(
    """
    地区生产总值 生产总值 国内生产总值 GDP 地区生产总值（GDP） 国内生产总值（GDP） 生产总值（GDP） 经济总量 地区GDP GDP总量 地区生产总值总量 生产总值总量
    人均地区生产总值 人均生产总值 人均GDP 人均国内生产总值
    规模以上工业增加值 规上工业增加值 规模工业增加值 规模以上工业企业增加值 规模以上工业完成增加值
    固定资产投资 固投 固定资产投资额 固定资产投资总额 固定资产投资（不含农户）
    全社会固定资产投资 全社会固定资产投资额 全社会固定资产投资总额
    社会消费品零售总额 社消零 社零总额 社消零总额 社会消费品零售额 社会商品零售总额
    一般公共预算收入 公共财政预算收入 地方一般公共预算收入 地方财政一般预算收入 一般预算收入 财政一般预算收入 地方公共财政预算收入 公共预算收入 地方一般预算收入 地方财政收入
    一般公共预算支出 公共财政预算支出 财政一般预算支出 一般预算支出 地方财政一般预算支出
    进出口总额 进出口总值 外贸进出口总额 外贸进出口总值 货物进出口总额 外贸进出口 进出口额 进出口
    居民消费价格指数 居民消费价格 CPI 居民消费价格总水平 居民消费价格涨幅 居民消费价格指数涨幅 居民消费价格指数（CPI） 居民消费价格总水平涨幅
    居民人均可支配收入 全体居民人均可支配收入 城乡居民人均可支配收入
    城镇居民人均可支配收入 城镇常住居民人均可支配收入 城市居民人均可支配收入
    农村居民人均可支配收入 农村常住居民人均可支配收入 农民人均可支配收入
    农民人均纯收入 农村居民人均纯收入
    研发经费投入强度 研发投入强度 全社会研发投入强度 全社会研发经费投入强度 R&D经费投入强度 R&D投入强度 研究与试验发展经费投入强度 全社会研究与试验发展经费投入强度
    单位地区生产总值能耗 单位生产总值能耗 单位GDP能耗 万元生产总值能耗 万元GDP能耗 万元地区生产总值能耗 单位国内生产总值能耗
    常住人口城镇化率 城镇化率
    实际利用外资 实际利用外资额 实际使用外资 实际吸收外资
    """
  )
}
