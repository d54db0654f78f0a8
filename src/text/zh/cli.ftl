# 配置文件
config-not-text = { $file }:{ $line }:{ $column }：文件不是UTF-8文本
config-syntax = { $file }:{ $line }:{ $column }：不是可读的TOML（{ $reason }）
config-unknown-language = { $variable }：“{ $value }”不是本程序的语言；可用语言：{ $known }
config-unknown-field = { $file }:{ $line }:{ $column }：没有“{ $field }”这一设置；可用的设置：{ $known }
config-wrong-type = { $file }:{ $line }:{ $column }：“{ $field }”须为带引号的字符串
config-wrong-value = { $file }:{ $line }:{ $column }：“{ $field }”不能为“{ $value }”；可用的值：{ $known }
config-keys-no-table = { $file }:{ $line }:{ $column }：“keys”须为表：逐一列出命令及其按键
config-wrong-key = { $file }:{ $line }:{ $column }：“{ $command }”的按键须为带引号的字符串或其列表

# 帮助
cli-about = 《联合国反腐败公约》国别审议所确定的技术援助需求登记册
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-everywhere = 通用选项
cli-after = 不带命令时，程序在终端中打开。退出状态：0表示完成；1表示未能完成或检查未通过；2表示命令行或筛选条件无法读取；65表示文件损坏或不是此版本的登记册；75表示他人已先行更改。
cli-needs = 列出需求
cli-states = 列出国家
cli-reviews = 列出审议
cli-activities = 列出已提供或计划提供的援助
cli-focal-points = 列出协调人、顾问和干事
cli-organisations = 列出组织
cli-count = 按一个或多个字段统计需求、国家或审议
cli-figure = 绘制秘书处说明中的各图，可用任何日期和任何筛选条件
cli-trend = 历年总数：登记册的数字与已公布的数字并列
cli-connections = 显示哪些条款的需求同时出现，以及与随机期望的差距
cli-verify = 将每个已公布的数字与登记册比较；有不符时返回失败状态
cli-set = 更改需求的处理字段；要么全部生效，要么均不更改
cli-handover = 将一人负责的需求移交给另一人；要么全部生效，要么均不更改
cli-log = 显示何人何时更改了什么，最新的在前
cli-frame = 不使用终端绘制一个屏幕
cli-new = 新建只含参考资料的空登记册
cli-sample = 生成示例登记册
cli-backup = 将登记册复制到新文件，他人写入时亦可
cli-restore = 用备份取代登记册；此时不得有程序打开登记册
cli-check = 检查登记册是否完好
cli-completions = 输出命令行外壳的补全脚本
cli-man = 输出手册页
cli-arg-db = 登记册文件；也可用TA_TUI_DB；未给出时使用内置示例登记册的个人副本
cli-arg-as = 操作者：协调人、顾问或干事的代码或职位；也可用TA_TUI_AS；记入每项更改（缺省：本系统账户名）
cli-arg-read-only = 不作任何写入
cli-arg-no-names = 所有输出以“一个国家”代替国名；只读
cli-arg-as-of = 登记册在该日、该月或该年结束时的状态；只读
cli-arg-since = 与较早的日、月或年比较：当时的数目和此后的增幅
cli-arg-no-watch = 不每秒检查他人的更改
cli-arg-lang = 语言：en或zh；否则依次看TA_TUI_LANG、配置文件、区域设置
cli-arg-ascii = 用ASCII字符绘制边框、条形和符号，文本中的文字不变；未给出时依配置文件，或依所指明字符集不是UTF-8的区域设置
cli-arg-help = 显示本帮助
cli-arg-version = 显示版本
cli-arg-filter = 按筛选语言选取记录：chapter:V region:african -focal:any "asset declaration"
cli-arg-format = 输出格式：table（默认）、csv或json；csv和json的列名和值为英文
cli-arg-columns = 各列名称，以逗号连接；all表示全部
cli-arg-sort = 排序所依的列；-NAME或NAME:desc为降序
cli-arg-limit = 最多行数
cli-count-by = 统计所依的字段，以逗号连接
cli-count-measure = 统计对象：needs（默认）、states或reviews
cli-figure-which = 图的编号，1至7，或all
cli-figure-measure = 统计对象：needs或states；缺省与秘书处说明相同
cli-figure-beside = 两个日期的条形上下并列，而不重叠
cli-trend-format = 输出格式：text（默认）、csv或json
cli-figure-format = 输出格式：text（默认）、csv、json，或供文件使用的图片：svg或png
cli-figure-out = 图片保存位置：单图为一个文件（名称以.svg或.png结尾），或一个文件夹，其中依次为figure-1.svg等；同名文件将被替换
cli-figure-font = 图片所用的已安装字体，代替内置字体（内置字体含拉丁、希腊和西里尔字母）
cli-connections-by = 配对单位：同一需求（need，默认）或同一国家（state）
cli-connections-min = 只列出不少于此数的条款对；缺省全部列出，按倍数排序时少于5的排在最后
cli-connections-sort = count（默认）：次数最多的在前；lift：倍数最高的在前
cli-connections-format = 输出格式：text（默认）、csv或json
cli-connections-min-zero = --min须为1或更大
cli-verify-ledger = 含更多已公布数字的数字清单文件，例如秘书处下一份说明的；各列见docs/ledger.md
cli-verify-format = 输出格式：text（默认）或json
cli-set-change = 需求编号（“-”表示从标准输入读取）和要设置的字段：priority、horizon、response、focal、notes、projected（日期）、theme、duplicate（需求编号）；none清空字段；“theme+=名称”和“theme-=名称”分别增加和去掉一个主题
cli-set-note = 理由，随更改一并记录
cli-set-if-version = 仅当自该版本以来无人更改过这些字段时才写入
cli-set-new-themes = 登记册中尚无的主题也一并建立
cli-handover-from = 现负责人的代码；none表示未指派
cli-handover-to = 新负责人的代码；none表示未指派
cli-handover-dry-run = 只显示将移交哪些需求
cli-log-who = 只显示此人（代码或职位）所作的更改
cli-log-since = 只显示该日（UTC）及以后，例如2019-09-30；或today
cli-log-until = 只显示该日及以前
cli-frame-size = 屏幕的列数和行数，如120x40（默认80x24）
cli-frame-keys = 先按的按键
cli-frame-format = 输出格式：text（默认）、ansi或svg
cli-new-file = 新文件
cli-sample-file = 新文件
cli-sample-needs = 需求数目；缺省与秘书处2019年的说明一致
cli-sample-seed = 随机种子；相同种子生成相同的登记册
cli-backup-file = 新文件；不覆盖已有文件
cli-restore-file = 备份文件；先行检查，不作更改
cli-completions-shell = bash、elvish、fish、powershell或zsh

# 命令行错误
cli-usage-unknown = 没有选项“{ $argument }”
cli-usage-no-value = { $argument }缺少值
cli-usage-not-one-of = “{ $value }”不是{ $argument }的可用值：{ $known }
cli-usage-value = “{ $value }”无法作为{ $argument }读取
cli-usage-too-many = 多余的参数“{ $value }”
cli-usage-twice = { $argument }不能用于此处，或只能使用一次
cli-usage-missing = 缺少{ $argument }
cli-usage-not-text = 有参数不是UTF-8文本
cli-usage-unreadable = 命令行无法读取
cli-usage-see = 见{ $command }
cli-nearest = 是否为“{ $word }”？

# 过程与结果
cli-failure = ta-tui：{ $message }
cli-illustrative = 本登记册中的需求为示例。
cli-no-names = 已隐去国名。
cli-no-names-not-here = --no-names仅用于读取：列表、统计、图表、日志、屏幕。此时不作更改，也不复制。
cli-no-names-one = --no-names：每次只能按区域组或国家组别之一查询，组别只用一次；合用可能暴露某一国家。
cli-no-names-person = --no-names：没有此名称；`ta-tui focal-points --no-names`列出可用名称。
cli-no-names-filter = --no-names：不能按国名查询国家。
cli-nameless-states = { $number ->
   *[other] { $count }个国家
  }
cli-as-of = 截至{ $day }。
cli-since = 自{ $day }以来的增幅。
cli-as-of-not-here = --as-of仅用于读取：列表、统计、日志、屏幕。较早日期的登记册不能更改或复制。
cli-as-of-not-verify = 每个已公布的数字按其自身日期核对；此命令不用--as-of
cli-file-missing = { $file }：没有此文件或目录
cli-file-denied = { $file }：没有权限
cli-file-exists = { $file }：已存在，未作更改
cli-file-read-only = { $file }：磁盘为只读
cli-file-full = { $file }：磁盘已满
file-unreadable = { $file }：无法读取文件（{ $reason }）
file-irregular = { $file }：这是目录、管道或设备，没有读取；请指定普通文件
file-too-large = { $file }：大于{ $limit } MiB，没有读取；请指定较小的文件
cli-file-failed = { $file }：{ $reason }
cli-output-failed = 无法写入输出（{ $reason }）

# 各图的图片
picture-only = { $option }用于图片：--format svg或png
picture-several = 多张图片须各用一个文件：用--out FOLDER指定文件夹，或只要一张图；文件夹中依次为figure-1.{ $format }等
picture-terminal = PNG图片无法在终端上显示：请用> FILE.png或--out FILE.png写入文件
picture-ending = { $file }的结尾与图片格式{ $format }不符
picture-font-unknown = 没有安装字体“{ $font }”
picture-font-missing = 没有找到含有“{ $characters }”的字体；已查找：{ $names }。请安装其中之一（Debian软件包{ $package }），或用--font NAME指定含有这些字符的已安装字体。
picture-failed = 无法绘制图片（{ $reason }）

cli-no-home = 没有可存放示例登记册的主目录；请用--db FILE指定登记册
cli-sample-copied = 内置示例登记册已复制到{ $file }：其中的需求为示例。使用其他登记册：--db FILE
cli-sample-used = 这是内置示例登记册的个人副本{ $file }：其中的需求为示例。使用其他登记册：--db FILE
cli-new-made = 已新建{ $file }：只含参考资料，尚无需求。
cli-sample-progress = { $done }/{ $all }项需求
cli-sample-made = 已生成{ $file }，其中的需求为示例。
cli-backup-made = { $file }是登记册的副本。
cli-restore-made = { $file }现在的内容与{ $other }相同。
cli-restore-kept = 原来的登记册保存为{ $other }。
cli-restore-no-db = 未恢复任何内容：请用--db FILE指明要由备份取代的登记册。
cli-check-sound = { $file }：完好；提示{ $remarks }项
cli-check-faults = { $file }：问题{ $faults }项，提示{ $remarks }项
cli-check-fault = 问题：{ $what }{ $advice }
cli-check-remark = 提示：{ $what }{ $advice }
cli-check-more = …另有同类{ $count }项
cli-check-failed = { $file }：检查发现{ $count }项问题
cli-unknown-column = 没有“{ $column }”列；可用的列：{ $known }
cli-count-unknown = 没有字段“{ $field }”；可用于统计的字段：{ $known }
cli-count-uncountable = 不能按“{ $field }”统计；可用于统计的字段：{ $known }
cli-count-ambiguous = “{ $field }”可能是字段“{ $first }”或“{ $second }”
cli-count-fields = 最多{ $most }个字段，且不得重复
cli-set-nothing = 无需更改：已是这些值。
cli-set-twice = “{ $field }”重复设置
cli-set-no-id = “{ $word }”既不是需求编号，也不是“字段=值”
cli-set-no-field = 没有要设置的内容：请写“字段=值”
cli-set-no-line = 标准输入中没有需求编号；未作更改。
cli-set-nobody-works = focal=me指操作者：请用--as指明
cli-set-no-need = 没有指定需求
cli-set-bad-line = 标准输入第{ $line }行不是需求编号：“{ $word }”
cli-set-unknown-line = 标准输入第{ $line }行：没有编号为{ $need }的需求
cli-set-more-lines = { $count ->
   *[other] 另有{ $count }行
}
cli-set-long-line = 标准输入第{ $line }行超过{ $most } KiB；已停止读取
cli-set-stopped = 在第{ $line }行停止读取：这不是需求清单。请每行写一个编号
cli-set-unchanged = 未作更改；请改正这些行后再试
cli-set-too-many = 标准输入中的需求超过{ $most }项；未作更改。请分几次提供
cli-set-no-input = 无法读取标准输入（{ $reason }）；未作更改
cli-set-unprinted = 更改已写入（日志第{ $batch }号，{ $count }个字段），但无法打印。请勿重复；可用ta-tui log查看
cli-set-conflicts = { $count ->
   *[other] 有{ $count }项更改与他人的更改冲突；未写入任何内容
}
cli-set-no-list = “{ $field }”只有一个值：请写“{ $field }=值”
cli-no-person = 本登记册中无人称为“{ $value }”。`ta-tui focal-points`列出所有人及其代码。
cli-several-people = “{ $value }”可指{ $names }{ $more ->
        [0] {""}
       *[other] {" "}等，另有{ $more }人
    }；请多写几个字或写代码
cli-set-no-day = “{ $value }”不是日期：请写成2027-03-01、2027-03或2027（取其末日），或+6m
cli-set-no-number = “{ $value }”不是需求编号
cli-set-new-theme = 尚无主题“{ $value }”；用--new-themes建立
cli-handover-would = { $count ->
   *[other] { $count }项需求将由{ $from }移交给{ $to }
}
cli-handover-none = { $from }不负责其中任何需求；未作更改。
cli-handover-same = 两者相同，无需移交。
cli-handover-done = { $count ->
   *[other] { $count }项需求已由{ $from }移交给{ $to }；可用一次撤销恢复
}
cli-set-unknown-field = 没有可设置的字段“{ $field }”；可用的字段：{ $known }
cli-set-unknown-value = “{ $value }”不是字段“{ $field }”的值；可用的值：{ $known }

# 列标题
column-id = 编号
column-state = 国家
column-iso3 = 代码
column-region = 区域组
column-cycle = 周期
column-chapter = 章
column-articles = 条款
column-category = 类别
column-themes = 主题
column-priority = 优先程度
column-horizon = 时段
column-response = 应对情况
column-focal-point = 协调人
column-identified = 确定日期
column-text = 需求
column-review = 审议步骤
column-version = 版本
column-projected = 预计日期
column-duplicate = 所重复的需求
column-ldc = 最不发达
column-lldc = 内陆
column-sids = 小岛屿
column-party = 缔约国
column-party-since = 成为缔约国日期
column-adviser = 顾问
column-needs = 需求数
column-reviews = 审议数
column-states = 国家
column-reached = 已达步骤
column-started = 启动日期
column-completed = 完成日期
column-reviewers = 审议缔约国
column-stakeholders = 外部利益攸关方
column-joint-meeting = 联席会议
column-code = 代码
column-kind = 类型
column-level = 层级
column-description = 描述
column-status = 状态
column-when = 时间
column-unnamed-states = 未具名国家
column-providers = 提供者
column-partners = 合作伙伴
column-donors = 捐助方
column-name = 名称
column-role = 作用
column-activities = 活动数
column-post = 职位
column-earlier = 此前
column-growth = 增幅
column-figure = 编号
column-paragraph = 段次
column-about = 内容
column-published = 已公布
column-computed = 登记册
column-verdict = 结论
column-remark = 备注
column-at = 时间（UTC）
column-who = 操作者
column-need = 编号
column-field = 字段
column-before = 更改前
column-after = 更改后
column-note = 理由
column-batch = 批次
column-notes = 备注

# 参数值的名称
cli-value-filter = 筛选条件
cli-value-file = 文件
cli-value-file-or-folder = 文件|文件夹
cli-value-name = 名称
cli-value-names = 列名
cli-value-date = 日期
cli-value-day = 日
cli-value-lang = 语言
cli-value-format = 格式
cli-value-number = 数目
cli-value-fields = 字段
cli-value-measure = 对象
cli-value-change = 需求编号|字段=值
cli-value-text = 文字
cli-value-from = 原负责人
cli-value-to = 新负责人
cli-value-size = 尺寸
cli-value-keys = 按键
cli-value-backup = 备份
cli-value-seed = 种子
cli-value-shell = 外壳
cli-value-command = 命令
cli-value-by = 单位
cli-value-order = 次序
