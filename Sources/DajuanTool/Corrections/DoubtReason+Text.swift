internal import DajuanReports
internal import DajuanSyntax

extension Doubt.Reason {
  /// What a person is told.
  var text: Bilingual { Bilingual(rawValue, chinese) }

  private var chinese: String {
    switch self {
    case .subjectElsewhere: "主体不在句中"
    case .noPeriod: "没有找到期间"
    case .noSubject: "没有找到所计的是什么"
    case .article: "“一”可能不是数"
    case .qualifying: "只是修饰后文"
    case .generalSubject: "主体是泛称"
    case .longSubject: "主体不止是名称"
    case .kindByUnit: "没有表明类别的词，只凭单位"
    case .suppliedUnit: "数的后面没有写单位"
    case .toldInPlan: "在部署中顺带提到"
    case .numberWord: "数是用文字写的"
    case .sharedSubject: "主体由几项分用"
    case .mixedKind: "主体中有几类词"
    case .oddUnit: "单位少见"
    case .largeShare: "占比超过 100%"
    case .otherNature: "句子与所在部分对是否完成说法不一"
    case .noSection: "不在任何标题下"
    case .manyFigures: "句中的数很多"
    }
  }
}
