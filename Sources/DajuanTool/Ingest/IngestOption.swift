internal import Dajuan
internal import DajuanSyntax

/// An option of `dajuan ingest` and of `.ingest`: what the parser's help, completion and the Chinese help
/// tell of it.
enum IngestOption: String, CaseIterable {
  case into
  case year
  case place
  case jobs
  case dryRun = "dry-run"
  case format
  case lang
  case quiet
  case help

  /// What stands behind it.
  enum Value: Equatable {
    case nothing
    case folder
    /// One of these, which are such things.
    case word([String], Bilingual)
    /// A whole number of this range.
    case number(ClosedRange<Int>, Bilingual)
    /// Something that only whoever types knows.
    case free(Bilingual)
  }

  /// The formats there are for what became of the files.
  static let formats = [OutputFormat.table, .json]

  /// The years of delivery there can be.
  static let years = 1...9999
  /// How many reports may be read at a time.
  static let jobCounts = 1...256

  /// As it is typed.
  var word: String { "--" + rawValue }

  /// What stands behind it.
  var value: Value {
    switch self {
    case .into: .folder
    case .year: .number(Self.years, Bilingual("year", "年份"))
    case .place: .free(Bilingual("place", "地方"))
    case .jobs: .number(Self.jobCounts, Bilingual("number", "数目"))
    case .format: .word(Self.formats.map(\.rawValue), Bilingual("format", "格式"))
    case .lang: .word(Language.allCases.map(\.rawValue), Bilingual("language", "语言"))
    case .dryRun, .quiet, .help: .nothing
    }
  }

  /// What it does, in clauses of which the first says most.
  var gloss: Bilingual {
    switch self {
    case .into:
      Bilingual("the ledger's folder; made where it is missing", "台账文件夹；没有就新建")
    case .year:
      Bilingual(
        "the year of delivery: it reviews the year before; left out, it is read from the text",
        "作报告的年份，回顾的是上一年；不给则从文中读出")
    case .place:
      Bilingual(
        "the place the report is of; left out, it is read from the text",
        "报告属于哪个地方；不给则从文中读出")
    case .jobs:
      Bilingual(
        "how many reports are read at a time; by default, as many as there are processors",
        "同时读几份；默认与处理器同数")
    case .dryRun: Bilingual("reads and tells, and writes nothing", "只读只说，什么也不写")
    case .format:
      Bilingual("how it is told: a table, or json for programs", "怎样说明：table，或供程序读的 json")
    case .lang:
      Bilingual(
        "the language of what is told; by default that of the locale", "说明所用的语言；默认随语言环境")
    case .quiet:
      Bilingual("leaves the progress bar and what went well untold", "不显示进度，也不说顺利的")
    case .help: Bilingual("tells what it takes", "说明用法")
    }
  }

  /// The first clause of the gloss, short enough for a list.
  var brief: Bilingual {
    func first(_ text: String) -> String { String(text.prefix { !";；:：".contains($0) }) }
    return Bilingual(first(gloss.english), first(gloss.chinese))
  }

  /// What stands behind it, in a word.
  var kind: Bilingual {
    switch value {
    case .nothing: Bilingual("")
    case .folder: Bilingual("folder", "文件夹")
    case .word(let choices, _): Bilingual(choices.joined(separator: "|"))
    case .number(_, let name), .free(let name): name
    }
  }

  /// The English gloss as a sentence.
  var sentence: String {
    gloss.english.prefix(1).uppercased() + gloss.english.dropFirst() + "."
  }
}
