internal import Dajuan
internal import DajuanSyntax

/// A command of the REPL itself: a line that starts with a dot, of any width.
struct DotCommand {
  /// The commands there are.
  enum Name: String, CaseIterable {
    case help
    case tour
    case examples
    case tables
    case schema
    case mode
    case width
    case timer
    case lang
    case set
    case output
    case once
    case open
    case ingest
    case ledger
    case cite
    case read
    case param
    case explain
    case edit
    case history
    case quit

    /// The Chinese spelling.
    var chinese: String {
      switch self {
      case .help: "帮助"
      case .tour: "导览"
      case .examples: "示例"
      case .tables: "表"
      case .schema: "结构"
      case .mode: "格式"
      case .width: "宽度"
      case .timer: "计时"
      case .lang: "语言"
      case .set: "设置"
      case .output: "输出"
      case .once: "一次"
      case .open: "打开"
      case .ingest: "收录"
      case .ledger: "台账"
      case .cite: "出处"
      case .read: "读取"
      case .param: "参数"
      case .explain: "解释"
      case .edit: "编辑"
      case .history: "历史"
      case .quit: "退出"
      }
    }

    /// What it takes.
    var parameters: String {
      switch self {
      case .help: "[word]"
      case .examples: "[number]"
      case .schema: "[table]"
      case .mode: "[format]"
      case .width: "[columns]"
      case .timer: "[on|off|auto]"
      case .lang: "[en|zh|auto]"
      case .set: "[name [value]]"
      case .output: "[file]"
      case .once: "file"
      case .open: "[file …]"
      case .ingest: "files [--into ledger]"
      case .cite: "[row]"
      case .read: "file"
      case .param: "[name [value]]"
      case .explain: "[phase] [query]"
      case .edit: "[number | text]"
      case .history: "[count]"
      case .tour, .tables, .ledger, .quit: ""
      }
    }

    /// What it does in a clause: the first of its gloss, short enough for a list of 80 columns.
    var brief: Bilingual {
      func first(_ text: String) -> String {
        String(text.prefix { $0 != ";" && $0 != "；" })
      }
      return Bilingual(first(gloss.english), first(gloss.chinese))
    }

    /// What it does, in clauses of which the first says most.
    var gloss: Bilingual {
      switch self {
      case .help: Bilingual("help, or help on a word: .help where", "帮助，或某个词的帮助：.帮助 筛选")
      case .tour: Bilingual("a walk through the bundled report", "走一遍自带的报告")
      case .examples: Bilingual("questions to try, or one of them asked", "可以试的问题，或问其中一个")
      case .tables: Bilingual("the tables and how many rows they have", "各表及其行数")
      case .schema: Bilingual("the columns of the tables, or of one", "各表或某表的列")
      case .mode:
        Bilingual("shows or sets how answers are written", "查看或设置答案的格式")
      case .width:
        Bilingual("shows or sets the width of answers", "查看或设置表和图的宽度")
      case .timer: Bilingual("shows or sets whether the time is told", "查看或设置是否显示用时")
      case .lang:
        Bilingual("shows or sets the language of messages", "查看或设置表头和消息的语言")
      case .set:
        Bilingual(
          "lists the settings, or keeps a choice; .set pager off",
          "列出设置，或选定并保存一项；.设置 分页 关")
      case .output:
        Bilingual(
          "answers go to a file; in the format of its name; without one, back here",
          "答案写入文件；格式随文件名；不给文件则回到终端")
      case .once: Bilingual("the next answer goes to a file", "下一个答案写入文件")
      case .open:
        Bilingual(
          "asks these reports or ledgers; without a file, the bundled report",
          "改查这些报告或台账；不给文件则回到自带报告")
      case .ingest:
        Bilingual(
          "takes reports into a ledger and opens it; without --into, the open one",
          "把报告收进台账并打开它；不写 --into 则收进正打开的")
      case .ledger: Bilingual("what is open, and how much is in it", "正打开的是什么，里面有多少")
      case .cite:
        Bilingual(
          "the sentence behind a row; of the last answer, counted from 1",
          "上一答案某行依据的语句，行从 1 数起")
      case .read: Bilingual("runs a script of queries and commands", "运行查询与命令的脚本")
      case .param:
        Bilingual("shows parameters, or gives one a value", "查看参数，或给参数赋值")
      case .explain:
        Bilingual(
          "what becomes of a query, or the last; its plan, or another phase",
          "某条或上一条查询怎样执行；其计划，或其他阶段")
      case .edit:
        Bilingual(
          "opens the last statement, or another; in $VISUAL or $EDITOR, as Ctrl-X Ctrl-E does",
          "编辑上一条或另一条语句；用 $VISUAL 或 $EDITOR，同 Ctrl-X Ctrl-E")
      case .history: Bilingual("the statements entered last, numbered", "最近输入的语句，附编号")
      case .quit: Bilingual("leaves; so does Ctrl-D", "退出，同 Ctrl-D")
      }
    }
  }

  /// The word after the dot.
  let word: String
  /// The words after it; quotes hold blanks together.
  let arguments: [String]
  /// All that stands behind the word, as typed.
  let rest: Substring
  /// The last word, which is still being typed where the line is not whole.
  let last: LastWord

  /// A word at the end of a line.
  struct LastWord {
    /// Without its quotation marks; empty after a blank.
    var text = ""
    /// Where it begins, in Unicode scalars of the line.
    var start: Int
    /// The quotation mark that is open in it.
    var quote: Character?
  }

  /// The command the word means; `nil` for an unknown one.
  var name: Name? {
    if word == "exit" { return .quit }
    return Name.allCases.first { $0.rawValue == word || $0.chinese == word }
  }

  /// Reads a line that starts with a dot; `nil` for any other.
  init?(_ line: String) {
    let text = line.drop(while: \.isWhitespace)
    guard let dot = text.first, ".．。".contains(dot) else { return nil }
    var words: [String] = []
    var place = line.unicodeScalars.count - text.unicodeScalars.count + dot.unicodeScalars.count
    var word = LastWord(start: place)
    for character in text.dropFirst() {
      place += character.unicodeScalars.count
      if let end = word.quote {
        if character == end { word.quote = nil } else { word.text.append(character) }
      } else if character == "\"" || character == "'" {
        word.quote = character
      } else if character.isWhitespace {
        if !word.text.isEmpty { words.append(word.text) }
        word = LastWord(start: place)
      } else {
        word.text.append(character)
      }
    }
    if !word.text.isEmpty { words.append(word.text) }
    last = word
    rest = text.dropFirst().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    self.word = words.first ?? ""
    arguments = Array(words.dropFirst())
  }
}
