internal import Dajuan
internal import DajuanSyntax

extension OutputFormat {
  /// What it is, for a list.
  var gloss: Bilingual {
    switch self {
    case .table: Bilingual("columns under headings", "表头下各列")
    case .box: Bilingual("the same with lines around the cells", "同上，格子加线")
    case .line: Bilingual("a block a row, a column a line", "一行一段，每列占一行")
    case .csv: Bilingual("comma-separated values", "逗号分隔")
    case .tsv: Bilingual("tab-separated values", "制表符分隔")
    case .json: Bilingual("an array of objects", "对象的数组")
    case .jsonl: Bilingual("an object a line", "一行一个对象")
    case .markdown: Bilingual("a table of Markdown", "Markdown 表格")
    case .html: Bilingual("a table of HTML", "HTML 表格")
    case .arrow: Bilingual("an Apache Arrow file, into a file only", "Apache Arrow 文件，只写入文件")
    }
  }
}
