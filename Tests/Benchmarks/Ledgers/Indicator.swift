import Foundation

/// What a subject of the made ledger is: a form of fact in a field.
struct Indicator {
  let name: String
  let form: FactForm
  /// The field the report tells it under.
  let field: Int

  static let fields = [
    "工业", "农业", "服务业", "旅游", "物流", "外贸", "科技", "建筑业", "能源", "电力", "交通", "水利",
    "环保", "园林", "住房", "教育", "卫生", "医疗", "养老", "社保", "就业", "文化", "体育", "民政", "消防",
    "金融", "信息", "新材料", "装备", "食品", "纺织", "化工", "粮食", "畜牧", "林业", "渔业", "商贸", "餐饮",
    "会展", "电商",
  ]

  /// The 400 indicators, the most told first.
  ///
  /// Each takes the form that lacks most of its share by then, so that the forms have their shares
  /// although some indicators are told much more often than others.
  static let all: [Indicator] = {
    var shares = [Double](repeating: 0, count: FactForm.all.count)
    var made = [Int](repeating: 0, count: FactForm.all.count)
    let total = FactForm.all.reduce(0) { $0 + $1.share }
    let weights = (0..<400).map(weight)
    let sum = weights.reduce(0, +)
    return weights.map { weight in
      let lacks = shares.indices.map { FactForm.all[$0].share / total - shares[$0] }
      let next = shares.indices.reduce(0) { lacks[$1] > lacks[$0] ? $1 : $0 }
      shares[next] += weight / sum
      let form = FactForm.all[next]
      // 17 goes with 40, so that each field comes once before any comes twice.
      let field = (made[next] * 17 + next * 7) % fields.count
      let word = form.words[(made[next] + made[next] / fields.count) % form.words.count]
      made[next] += 1
      return Indicator(name: fields[field] + word, form: form, field: field)
    }
  }()

  /// How often the indicator of a rank is told, up to a factor: the subjects of the 70 reports that
  /// come most often go down about as the power −0.65 of their rank.
  static func weight(_ rank: Int) -> Double { pow(Double(rank) + 3, -0.65) }
}
