## 导出列表、空白表格和整个登记册

cli-export = 将列表、空白表格或整个登记册写入文件
more-cli-export = needs、reviews、states、people和activities是列表，可用筛选条件缩小范围；文件名的结尾决定类型：.csv、.xlsx、.json、.jsonl或.md。template是需求的空白表格（.xlsx），register将每个数据表以CSV写入一个文件夹。文件要么完整出现，要么不出现；除非使用--force，否则不会取代已有文件。详见docs/exchange.md。
cli-export-what = 列表、template或register
cli-export-out = 文件，-为标准输出
cli-export-format = 用于-：csv、xlsx、json、jsonl或md
cli-export-columns = 各列名称，以逗号连接；默认同--full
cli-export-full = 写出每个字段，可再导入
cli-export-force = 取代已有的内容
cli-export-bom = CSV以字节顺序标记开头，供Excel用

export-no-format = 标准输出没有可说明格式的结尾：请写明格式，例如--format csv
export-no-ending = { $file }必须以下列之一结尾：{ $known }
export-other-ending = { $file }的结尾与--format不一致：请不写--format
export-of-lists = { $option }用于列表，不用于空白表格或登记册
export-terminal = 工作簿无法在终端上显示：请用--out FILE.xlsx或> FILE.xlsx写入文件
export-there = { $file }已存在；未写入任何内容。请另取名称，或用--force取代
export-onto-register = { $file }是登记册或其他SQLite文件，或属于这样的文件：导出从不取代它。未写入任何内容；请另取名称
export-onto-no-file = { $file }是文件夹、管道、设备或套接字，导出从不取代它。未写入任何内容；请另取名称，或用--out -写到标准输出
export-stopped = { $file }未写出：导出已停止
export-nothing-left = 未留下文件的任何部分；请在有空间且可写入之处重试
export-made = { $rows ->
   *[other] 已将{ $rows }行写入{ $file }
}
export-progress = { $rows }行
export-shortened = { $count ->
   *[other] { $count }段文字超过工作簿单元格的上限（32,767个字符），已截断；CSV和JSON保留全文
}
export-cut = [……已截断：单元格容纳不下；CSV和JSON中有全文]
export-about-register = 登记册
export-about-filter = 筛选
export-about-all = 全部
export-about-day = 截至
export-about-remark = 说明

export-template-ending = 空白表格是工作簿：文件名必须以.xlsx结尾
export-template-made = 已将空白表格写入{ $file }
export-template-categories = 第{ $cycle }周期的类别
export-template-example = 就境外资产追查对调查人员进行培训（导入时略去此行）

export-register-no-output = 登记册写入文件夹：请用--out FOLDER指定
export-register-there = { $folder }不是空文件夹；未写入任何内容。请指定新文件夹；--force可取代先前导出到该处的登记册
export-register-made = 已将登记册写入{ $folder }：{ $tables }个数据表，{ $rows }行
import-register-no-db = 请用--db FILE指定新登记册
import-register-made = 已生成登记册{ $file }：{ $rows }行
import-progress = { $rows }行

archive-unreadable = 无法读取{ $place }（{ $words }）；未生成登记册
archive-no-file = { $place }是文件夹、管道、设备或套接字，不是文件；未建立登记册
archive-no-package = { $place }不是ta-tui所导出登记册的说明（{ $words }）；未生成登记册
archive-schema = { $place }所属登记册的结构版本为{ $found }，本程序为{ $known }；未生成登记册。请使用写出该文件夹的ta-tui版本
archive-table = { $place }未恰好一次且正确地说明数据表{ $table }；未生成登记册
archive-names = { $place }没有应有的列名（{ $names }）；未生成登记册
archive-form = { $place }不是导出时的CSV（{ $words }）；未生成登记册
archive-value = { $place }：“{ $value }”不能是{ $column }的值；未生成登记册
archive-rule = { $place }违反登记册的规则（{ $words }）；未生成登记册
archive-reference = { $place }：{ $column }所指的{ $table }中的行不存在；未生成登记册
archive-changed = { $place }与导出时不同：此后有人改动过；未生成登记册
archive-rows = { $place }：文件有{ $found }行，导出时为{ $told }行；未生成登记册
