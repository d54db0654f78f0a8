# 导入文件各行判定的理由。前面写有行和列。
import-no-value = 缺少{ $other }
import-unknown-state = 没有名为“{ $value }”的国家
import-unknown-state-near = 没有名为“{ $value }”的国家。最接近的是：{ $other }
import-territory = “{ $value }”不是本登记册中的国家
import-part-of-state = “{ $value }”是{ $other }的一部分；请写国名
import-count-of-states = “{ $value }”只计国家数目而不点名：这不是一项需求
import-not-an-article = “{ $other }”不是条款编号；公约中涉及需求的条款为第5条至第62条
import-not-a-chapter = “{ $value }”不是章；章为第二章至第六章
import-not-a-date = “{ $value }”不是日期；请按所知的精确程度书写：2019、2019-05或2019-05-03
import-other-cycle = “{ $value }”是另一周期的类别；本行属于第{ $other }周期
import-unknown-category = 没有名为“{ $value }”的类别
import-unknown-category-near = 没有名为“{ $value }”的类别。最接近的是：{ $other }
import-refused = 无法读取“{ $value }”
import-cell-error = 此单元格的公式得出“{ $value }”
import-no-result = 文件中有此单元格的公式而没有其结果；请在电子表格程序中打开并保存
import-structure = “{ $value }”是一个对象；本列应为文本、数字或列表
import-unclosed = 第{ $other }行的引号没有闭合：“{ $value }”
import-asked-state = “{ $value }”可指两个国家；建议：{ $other }
import-not-a-party = { $other }不是公约缔约国；建议：作为非缔约国加入
import-several-states = “{ $value }”写有几个国家；建议：每个国家一项需求（{ $other }）
import-one-state-twice = “{ $value }”两次写有{ $other }；建议：取一次
import-name-and-code = 国名“{ $value }”与代码所指的国家不同；建议：{ $other }
import-state-in-text = 国名在文本之中；建议：{ $other }
import-paragraph-in-text = 文本以段次开头；建议：{ $other }
import-no-state = 没有写明国家；建议：未点名的国家
import-article-as-date = 电子表格程序把条款变成了“{ $value }”；建议：{ $other }
import-other-chapter = “{ $value }”不是这些条款所在的章；建议：取条款所在的章
import-cycle-of-articles = 这些条款不在第{ $value }周期审议；建议：第{ $other }周期
import-two-cycles = 没有写明周期，而条款分属两个周期；建议：第{ $other }周期
import-day-or-month = 本列中“{ $value }”的日和月可有两种读法；建议：{ $other }
import-number-as-date = “{ $value }”是电子表格程序计日的数字；建议：{ $other }
import-ahead = “{ $value }”在将来；建议：不写日期
import-new-theme = 没有名为“{ $value }”的主题；建议：新建
import-more-cells = 本行的单元格多于标题：“{ $value }”；建议：略去
import-filled-down = 单元格为空；建议：“{ $value }”，取自第{ $other }行
import-illustrative = 本行为示例数据；建议：仍作示例
import-guessed-encoding = 文件的编码是推测的：请看“{ $value }”是否正确
import-footnote-mark = 已去掉“{ $value }”的脚注标记
import-cleaned = 已从“{ $value }”中去掉看不见或会起作用的字符
import-apostrophe = 已去掉“{ $value }”前的撇号
import-merged = “{ $value }”在合并的单元格中
import-paragraphs = “{ $value }”中的款项保留在备注中
import-list-in-cell = 单元格中有{ $other }项的列表：可作为同样多的需求
import-cycle-taken = 没有写明周期：取条款所审议的第{ $other }周期
import-no-review = 没有写明周期，也无从推知：该需求不属于任何审议
import-title = 在标题行之前
import-heading = 标题行
import-blank = 空行
import-total = 合计
import-table-note = 表注
import-row-over-others = 写的是以下各行的共同之处
import-example = 模板中的示例
import-counts = 交叉表中的数目
# 各列的含义。
import-map-toml = 无法读取列的含义：{ $words }。没有写入任何内容。
import-map-other-list = 列的含义是为{ $own }写的，而文件作为{ $target }导入。没有写入任何内容。
import-map-meaning = 列的含义中有“{ $code }”，此列表的列没有这种含义。没有写入任何内容。
import-map-reason = 列的含义中接受了“{ $code }”，它不是带有建议的理由。没有写入任何内容。
# 关于整个文件的说明。
import-cross-table = 这是两个字段交叉的计数表：其中没有可导入的记录。
import-no-rows = 标题行之后没有内容。
import-no-headings = 没有找到标题行。{ $count ->
    [0] 按内容也没有认出任何一列。
   *[other] 按内容认出的列：{ $columns }。
  }
import-by-content = { $count ->
   *[other] 按内容认出的列：{ $columns }。
  }
import-column-by-content = { $column }：{ $field }（{ $share }%）
import-means-cycle = 周期
import-columns-again = { $count ->
   *[other] 前面的列已有同样的含义，故略去：{ $columns }。
  }
import-columns-unlike = { $count ->
   *[other] 没有单元格是标题所指字段的值，故略去：{ $columns }。
  }
import-columns-of-rights = 导入不授予权限，已略去：{ $columns }。
import-columns-left-out = { $count ->
   *[other] { $count }列没有含义，故略去：{ $columns }。
  }
