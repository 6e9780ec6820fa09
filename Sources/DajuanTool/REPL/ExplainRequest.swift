internal import Dajuan
internal import DajuanSyntax

/// What follows `.explain`: a phase, or none, and a query, or none.
struct ExplainRequest {
  let phase: Session.Phase
  /// The query as it was typed, without blanks before it.
  let query: String
  /// Whether the first word is still being typed, so that it may become a phase or begin the query.
  let isFirstWord: Bool

  /// Reads what stands behind the command's word.
  init(_ rest: Substring) {
    let text = rest.drop(while: \.isWhitespace)
    let word = text.prefix { !$0.isWhitespace && !"|｜".contains($0) }
    isFirstWord = word.endIndex == text.endIndex
    let named = Session.Phase.allCases.first { $0.rawValue == word || $0.chinese == word }
    phase = named ?? .plan
    query = String(named == nil ? text : text[word.endIndex...].drop(while: \.isWhitespace))
  }
}

extension Session.Phase {
  /// The Chinese spelling.
  var chinese: String {
    switch self {
    case .tokens: "词"
    case .tree: "语法树"
    case .checked: "检查"
    case .plan: "计划"
    case .analyze: "实测"
    }
  }

  var gloss: Bilingual {
    switch self {
    case .tokens: Bilingual("the words and signs", "词与符号")
    case .tree: Bilingual("the tree they make", "由它们组成的语法树")
    case .checked: Bilingual("the columns of the answer", "答案的列")
    case .plan: Bilingual("what is to be done; not run", "要做的各步；不运行")
    case .analyze: Bilingual("the plan after a run, with rows and times", "运行后的各步，附行数与用时")
    }
  }
}
