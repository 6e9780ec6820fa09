import DajuanLedger

/// A sort of fact: what the facts of one unit, role and kind have in common.
///
/// The shares are those of 70 work reports of four places (13,159 facts); the middles and spreads are
/// of the same reports, the amounts brought down to the size of a district.
struct FactForm {
  /// Of a thousand facts.
  let share: Double
  let unit: String
  /// The unit of the few facts that use another one for the same thing.
  let otherUnit: String
  let role: Role
  let kind: Kind
  /// What follows the field's name in a subject; each word makes an indicator of its own.
  let words: [String]
  /// The word of the column `measure`, or nothing.
  var measure: String?
  let size: Size

  /// How large the numbers are.
  enum Size {
    /// The decimal logarithm has this middle and spread; whole numbers.
    case counted(Double, Double)
    /// The number itself has this middle and spread; one decimal.
    case even(Double, Double)
  }

  static let all: [FactForm] = [
    .init(
      share: 142, unit: "%", otherUnit: "倍", role: .growth, kind: .indicator,
      words: ["产值 增长", "投资 增长", "收入 增长", "销售额 增长", "税收 增长"], measure: "增长",
      size: .even(9, 9)),
    .init(
      share: 75, unit: "%", otherUnit: "百分点", role: .share, kind: .indicator,
      words: ["产值占比", "达标率", "投资占比"], measure: "占比", size: .even(60, 20)),
    .init(
      share: 16, unit: "%", otherUnit: "百分点", role: .share, kind: .livelihood,
      words: ["覆盖率"], size: .even(85, 8)),
    .init(
      share: 90, unit: "元", otherUnit: "美元", role: .level, kind: .indicator,
      words: ["产值", "收入", "销售额", "税收"], size: .counted(9.6, 0.8)),
    .init(
      share: 25, unit: "元", otherUnit: "美元", role: .level, kind: .project,
      words: ["投资"], size: .counted(9.2, 0.7)),
    .init(
      share: 17, unit: "元", otherUnit: "美元", role: .level, kind: .livelihood,
      words: ["补助资金"], size: .counted(7.5, 0.7)),
    .init(
      share: 8, unit: "元", otherUnit: "美元", role: .threshold, kind: .project,
      words: ["重点项目 投资"], measure: "投资", size: .counted(8.3, 0.3)),
    .init(
      share: 8, unit: "元", otherUnit: "美元", role: .change, kind: .indicator,
      words: ["新增税收"], measure: "新增", size: .counted(7.8, 0.6)),
    .init(
      share: 60, unit: "个", otherUnit: "项", role: .level, kind: .project,
      words: ["重点项目", "签约项目", "开工项目"], size: .counted(1.5, 0.4)),
    .init(
      share: 40, unit: "个", otherUnit: "家", role: .level, kind: .indicator,
      words: ["平台", "基地"], size: .counted(1.3, 0.4)),
    .init(
      share: 39, unit: "个", otherUnit: "处", role: .level, kind: .livelihood,
      words: ["服务站", "站点"], size: .counted(1.6, 0.5)),
    .init(
      share: 74, unit: "家", otherUnit: "个", role: .level, kind: .indicator,
      words: ["企业", "高新企业", "规模企业"], size: .counted(2, 0.6)),
    .init(
      share: 50, unit: "人", otherUnit: "人次", role: .level, kind: .livelihood,
      words: ["帮扶人数", "培训人数"], measure: "人数", size: .counted(4, 0.7)),
    .init(
      share: 19, unit: "人", otherUnit: "人次", role: .level, kind: .indicator,
      words: ["从业人数"], measure: "人数", size: .counted(4.3, 0.5)),
    .init(
      share: 24, unit: "亩", otherUnit: "公顷", role: .level, kind: .project,
      words: ["用地"], size: .counted(3.8, 0.5)),
    .init(
      share: 22, unit: "公里", otherUnit: "米", role: .level, kind: .project,
      words: ["管线"], size: .counted(1.9, 0.5)),
    .init(
      share: 20, unit: "项", otherUnit: "个", role: .level, kind: .other,
      words: ["改革任务"], size: .counted(1.6, 0.4)),
    .init(
      share: 16, unit: "户", otherUnit: "家", role: .level, kind: .livelihood,
      words: ["帮扶户数"], size: .counted(3.4, 0.6)),
    .init(
      share: 16, unit: "件", otherUnit: "起", role: .level, kind: .livelihood,
      words: ["办结事项"], size: .counted(2.2, 0.7)),
    .init(
      share: 16, unit: "吨", otherUnit: "斤", role: .level, kind: .indicator,
      words: ["产量"], size: .counted(4.8, 0.8)),
    .init(
      share: 16, unit: "百分点", otherUnit: "%", role: .change, kind: .indicator,
      words: ["占比提高"], measure: "提高", size: .even(2.4, 1.5)),
    .init(
      share: 15, unit: "所", otherUnit: "个", role: .level, kind: .livelihood,
      words: ["机构"], size: .counted(1.3, 0.4)),
    .init(
      share: 15, unit: "平方米", otherUnit: "平方公里", role: .level, kind: .project,
      words: ["建筑面积"], size: .counted(5.3, 0.5)),
    .init(
      share: 15, unit: "条", otherUnit: "项", role: .level, kind: .project,
      words: ["线路"], size: .counted(1.4, 0.4)),
    .init(
      share: 14, unit: "套", otherUnit: "户", role: .level, kind: .livelihood,
      words: ["安置房"], size: .counted(3.4, 0.5)),
    .init(
      share: 13, unit: "位", otherUnit: "个", role: .rank, kind: .other,
      words: ["位次"], measure: "位次", size: .counted(0.6, 0.4)),
    .init(
      share: 10, unit: "美元", otherUnit: "元", role: .level, kind: .indicator,
      words: ["利用外资"], size: .counted(7.7, 0.6)),
    .init(
      share: 9, unit: "人次", otherUnit: "人", role: .level, kind: .livelihood,
      words: ["服务人次"], measure: "人次", size: .counted(5.2, 0.7)),
    .init(
      share: 7, unit: "倍", otherUnit: "%", role: .multiple, kind: .indicator,
      words: ["五年增幅"], measure: "增长", size: .even(2.5, 0.8)),
    .init(
      share: 7, unit: "千瓦", otherUnit: "千伏", role: .level, kind: .indicator,
      words: ["装机容量"], size: .counted(4.8, 0.6)),
    .init(
      share: 6, unit: "年", otherUnit: "个月", role: .duration, kind: .other,
      words: ["期限"], measure: "期限", size: .counted(0.5, 0.2)),
    .init(
      share: 5, unit: "张", otherUnit: "个", role: .level, kind: .livelihood,
      words: ["床位"], size: .counted(2.4, 0.5)),
    .init(
      share: 4, unit: "座", otherUnit: "处", role: .level, kind: .project,
      words: ["场馆"], size: .counted(1, 0.4)),
  ]
}
