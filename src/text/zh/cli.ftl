# 配置文件
config-not-text = { $file }:{ $line }:{ $column }：文件不是 UTF-8 文本
config-syntax = { $file }:{ $line }:{ $column }：不是可读的 TOML（{ $reason }）
config-unquoted = { $file }:{ $line }:{ $column }：请写作 { $name } = "{ $word }"，须加引号；在此之前不读取该文件
config-unknown-level = { $variable }：“{ $value }”不是日志级别；可用级别：{ $known }。不写日志。
config-unknown-language = { $variable }：“{ $value }”不是本程序的语言；可用语言：{ $known }
config-unknown-field = { $file }:{ $line }:{ $column }：没有“{ $field }”这一设置；可用的设置：{ $known }
config-wrong-type = { $file }:{ $line }:{ $column }：“{ $field }”须为引号中的一个词
config-wrong-value = { $file }:{ $line }:{ $column }：“{ $field }”不能为“{ $value }”；可用的值：{ $known }
config-keys-no-table = { $file }:{ $line }:{ $column }：“keys”须为表：逐一列出命令及其按键
config-wrong-key = { $file }:{ $line }:{ $column }：“{ $command }”的按键须为引号中的词，一个或一个列表

# 帮助
cli-about = 《联合国反腐败公约》审议中查明的技术援助需求登记册
more-cli-about = 不带命令时，程序在终端中打开；筛选条件限定所显示的内容。
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-after = 详细说明和示例：{ $command }
cli-needs = 列出需求
cli-states = 列出国家
cli-reviews = 列出审议
cli-activities = 列出已提供或计划提供的援助
cli-focal-points = 列出协调人、顾问和干事
cli-organisations = 列出组织
cli-count = 按一个或多个字段统计需求、国家或审议
cli-figure = 绘制说明中的各图，可用任何日期和任何筛选条件
cli-trend = 历年总数，与已公布的数字并列
cli-connections = 显示哪些条款同时被需要，以及与随机的差别
cli-verify = 将每个已公布的数字与登记册比较
more-cli-verify = 有不符时以失败结束。
cli-set = 修改需求的分流字段，全部成功或全部不改
cli-handover = 将一人负责的需求移交给另一人
more-cli-handover = 一次全部移交，否则全部不作；撤销一次即可收回。
cli-log = 显示何人何时修改了什么，最新的在前
cli-frame = 不使用终端绘制一个屏幕
cli-new = 新建只含参考资料的空登记册
cli-sample = 生成示例登记册
cli-backup = 将登记册复制到新文件，他人写入时亦可
cli-restore = 用备份取代登记册；先检查备份
more-cli-restore = 此时不得有程序打开登记册。原有内容保存在旁。
cli-check = 检查登记册是否完好
cli-completions = 输出命令行外壳的补全脚本
cli-man = 输出手册页
cli-arg-db = 登记册文件；否则为示例登记册的个人副本
more-cli-arg-db = 也可用 TA_TUI_DB。两者均未给出时，使用内置示例登记册的个人副本。
cli-arg-as = 由谁操作：人员的代码或职位
more-cli-arg-as = 协调人、顾问或干事；ta-tui focal-points 列出所有人。记入每项改动。也可用 TA_TUI_AS；两者均未给出时，记入本系统上的账户名。
cli-arg-read-only = 不作任何写入
cli-arg-no-names = 不点名任何国家；只读
more-cli-arg-no-names = 所有输出以“一个国家”代替国名。
cli-arg-as-of = 登记册在该日结束时的状态；只读
more-cli-arg-as-of = 可写日、月或年：2019-09-30、2019-09 或 2019，均以结束时为准。
cli-arg-since = 与较早的一天比较
more-cli-arg-since = 可写日、月或年：显示其结束时的数目和此后的增幅。
cli-arg-no-watch = 不查看他人所作的修改
more-cli-arg-no-watch = 未给出时，程序每秒查看一次。
cli-arg-lang = 语言：en 或 zh
more-cli-arg-lang = 未给出时依次看 TA_TUI_LANG、配置文件、区域设置。
cli-arg-ascii = 用 ASCII 字符绘制边框、条形和符号
more-cli-arg-ascii = 文本中的文字不变。未给出时依配置文件，否则依所指明字符集不是 UTF-8 的区域设置。
cli-arg-help = 帮助：-h 为简要说明，--help 附示例
cli-arg-version = 显示版本
cli-arg-filter = 按筛选语言选取记录
more-cli-arg-filter = 例如：chapter:V region:african -focal:any "asset declaration"。说明见 ta-tui help filter。
cli-arg-format = 输出格式：table（默认）、csv 或 json
cli-arg-columns = 各栏名称，以逗号连接；all 表示全部
more-cli-arg-columns = 各栏见 ta-tui help columns。
cli-arg-sort = 排序所依的栏；-NAME 为降序
more-cli-arg-sort = NAME:desc 亦为降序。
cli-arg-limit = 最多行数
cli-count-by = 统计所依的字段，以逗号连接
cli-count-measure = 统计对象：needs（默认）、states 或 reviews
cli-figure-which = 图的编号，1 至 7，或 all
cli-figure-measure = 统计对象：needs 或 states
more-cli-figure-measure = 未给出时与说明相同。
cli-figure-beside = 两个日期的条形上下排列
more-cli-figure-beside = 未给出时前后相接。
cli-trend-format = 输出形式：text（默认）、csv 或 json
cli-figure-format = 输出格式：text、csv、json、svg 或 png
more-cli-figure-format = 默认为 text；svg 和 png 为供文件使用的图片。
cli-figure-out = 图片的去处：文件或文件夹
more-cli-figure-out = 单图写入一个文件，名称以 .svg 或 .png 结尾；文件夹中依次为 figure-1.svg 等。同名文件将被替换。
cli-figure-font = 图片所用的已安装字体
more-cli-figure-font = 代替内置字体；内置字体含拉丁、希腊和西里尔字母。
cli-connections-by = 什么同时涉及两条：need 或 state
more-cli-connections-by = need（默认）：同一需求；state：同一国家。
cli-connections-min = 只列出至少有这么多的条款对
more-cli-connections-min = 未给出时全部列出，按倍数排列时少于 5 的排在最后。
cli-connections-sort = 次序：count（默认）或 lift
more-cli-connections-sort = count：最多的在前；lift：高出随机最多的在前。
cli-connections-format = 输出格式：text（默认）、csv或json
cli-connections-min-zero = --min 须为1或更大
cli-verify-ledger = 含更多已公布数字的文件
more-cli-verify-ledger = 例如下一份说明的；各栏见 docs/ledger.md。
cli-verify-format = 输出格式：text（默认）或json
cli-set-change = 需求编号和要设置的字段
more-cli-set-change = - 表示从标准输入读取编号。字段：priority、horizon、response、focal、notes、projected（日期）、theme、duplicate（需求编号）。none 清空字段；theme+=名称 和 theme-=名称 分别增加和去掉一个主题。
cli-set-note = 理由，随修改一并记录
cli-set-if-version = 仅当自该版本以来未被更改
more-cli-set-if-version = 自该版本以来有人更改过其中任一字段时，不写入任何内容，退出状态为 75。
cli-set-new-themes = 尚无的主题也一并建立
cli-handover-from = 现由谁负责（代码）；none 表示无人
cli-handover-to = 改由谁负责（代码）；none 表示无人
cli-handover-dry-run = 只显示将移交哪些需求
cli-log-who = 只显示此人所作的更改
more-cli-log-who = 写代码或姓名。
cli-log-since = 只显示该日及以后；可写 today
more-cli-log-since = 按 UTC，例如 2019-09-30。
cli-log-until = 只显示该日及以前
cli-frame-size = 屏幕的列数和行数，默认 80x24
cli-frame-keys = 先按的键
more-cli-frame-keys = 字符照写，键名放在尖括号中：4/chapter:V<Enter>。各键见 ta-tui help keys。
cli-frame-format = 输出格式：text（默认）、ansi 或 svg
cli-new-file = 新文件
cli-sample-file = 新文件
cli-sample-needs = 需求数目
more-cli-sample-needs = 未给出时与 2019 年说明一致。
cli-sample-seed = 相同的数生成相同的登记册
cli-backup-file = 新文件；不覆盖已有文件
cli-restore-file = 备份文件；先行检查，不作改动
cli-completions-shell = bash、elvish、fish、powershell 或 zsh

# 打开屏幕的位置
cli-need = 在屏幕上打开一项需求的页面
cli-need-id = 需求编号
cli-arg-screen = 要打开的屏幕
more-cli-arg-screen = overview、states、reviews、needs、triage 或 figures，也可写屏幕上的名称；可再加筛选条件。
cli-arg-view = 要打开的已存视图，写名称或按键
more-cli-arg-view = 自己的、共用的或程序自带的视图（在屏幕上按 O 列出）；可再加筛选条件。
cli-no-screen = 没有屏幕“{ $value }”；可用的屏幕：{ $known }
start-no-view = 没有已存视图“{ $name }”；可用的视图：{ $known }

# 帮助
cli-help = 说明一个命令、筛选语言、各栏或按键
more-cli-help = 不带词时，显示程序的帮助。
cli-help-topic = 命令，或 filter、columns、keys
cli-config = 显示各项设置及其来源
more-cli-config = 配置文件为 $XDG_CONFIG_HOME/ta-tui/config.toml；说明见 docs/configuration.md。
cli-config-what = 显示内容：show（默认）、path 或 template
more-cli-config-what = show：文件，以及每项设置的值和来源；path：仅文件路径；template：列有全部设置和按键、可供编辑的文件。
cli-no-command = 没有命令“{ $word }”
cli-search-for = 如要在文本中搜索该词：ta-tui -- { $word }
cli-heading-globals = 通用选项
cli-heading-examples = 示例
cli-heading-status = 退出状态
cli-heading-environment = 环境变量
cli-heading-files = 文件
cli-status-done = 完成
cli-status-failed = 未能完成，或检查未通过
cli-status-usage = 命令行或筛选条件无法读取
cli-status-bad-data = 文件损坏，或不是此版本的登记册
cli-status-conflict = 他人已先行修改；未作任何写入
variable-db = 登记册文件，未给出 --db 时使用
variable-as = 由谁操作，未给出 --as 时使用
variable-lang = 语言：en 或 zh，未给出 --lang 时使用
variable-log = error、warn、info 或 debug：按此级别写日志
variable-lc-all = 区域设置：别处未指明时决定语言；所指明字符集不是 UTF-8 时使用 ASCII 符号
variable-lc-messages = 语言，LC_ALL 为空时使用
variable-lc-ctype = 字符集，LC_ALL 为空时使用
variable-locale = 语言和字符集，其他变量为空时使用
variable-no-color = 设置后不用颜色
variable-colorfgbg = 终端的颜色，用于配色 auto
variable-term = 终端类型；dumb 不能显示屏幕
variable-ssh = 设置后，为按键的到达留出更多时间
variable-config-home = 设置所在的文件夹，未设置时为 ~/.config
variable-data-home = 数据所在的文件夹，未设置时为 ~/.local/share
variable-state-home = 日志所在的文件夹，未设置时为 ~/.local/state
variable-home = 主文件夹，以上变量未设置时使用
file-settings = 设置
file-sample = 内置示例登记册的个人副本
file-log = 日志，由 TA_TUI_LOG 启用
file-log-before = 日志过长之前的内容
filter-help-about = 筛选条件决定显示和统计哪些需求。屏幕上（/）、命令行和已存视图中的写法相同。
filter-help-field = 字段、冒号、值
filter-help-and = 空格表示“和”
filter-help-or = 逗号表示“或”
filter-help-not = 前面加连字符表示“非”
filter-help-range = 从一个值到另一个值
filter-help-compare = 有次序的字段还可用 >、< 和 <=
filter-help-none = 字段为空
filter-help-any = 字段有值
filter-help-word = 在文本中搜索一个词
filter-help-phrase = 引号中的词按原样搜索
filter-help-head-field = 字段
filter-help-head-name = 名称
filter-help-head-example = 示例
filter-help-head-values = 值
filter-help-more = 值可写代码或名称，可用本程序的任何语言；没有其他值以同样方式开头时可缩写。含空格的名称放在引号中。在命令行中，含有引号、< 或 > 的筛选条件应整个放在单引号中。
columns-help-about = 各列表的栏，用于 --columns 和 --sort。带 * 的栏在表格中默认显示；csv 和 json 含全部各栏。
keys-help-about = 屏幕的按键；? 显示当前位置的按键。可在配置文件中为命令另设按键。

# 设置
cli-log-unwritable = { $file }：无法写日志（{ $reason }）
cli-version = SQLite { $sqlite }
    数据结构 { $schema }
cli-config-no-home = 没有主目录，因此没有配置文件
setting-language = 语言。未设置时依区域设置，否则为英文。
setting-theme = 颜色。auto 依终端所报告的背景。
setting-signs = 边框、条形和标记所用的符号。auto 依区域设置。
setting-start = 首先显示的内容：总数、没有协调人的需求，或自己的队列（需 --as）。
config-template-about = ta-tui 的设置。以单个 # 开头的各行为未设置时的值；去掉 # 即可修改。
config-template-keys = 各命令的按键。所设的按键在同一位置不再有其他含义；[] 取消命令的按键。
origin-option = 选项
origin-variable = 环境变量
origin-file = 文件
origin-default = 默认
column-setting = 设置
column-value = 值
column-from = 来源
column-where = 位置

# 命令行错误
cli-usage-unknown = 没有选项“{ $argument }”
cli-usage-no-value = { $argument } 缺少值
cli-usage-not-one-of = “{ $value }”不是 { $argument } 的可用值：{ $known }
cli-usage-value = “{ $value }”无法作为 { $argument } 读取
cli-usage-too-many = 多余的词“{ $value }”
cli-usage-twice = { $argument } 不能用于此处或不能重复给出
cli-usage-missing = 缺少 { $argument }
cli-usage-not-text = 有参数不是 UTF-8 文本
cli-usage-unreadable = 命令行无法读取
cli-usage-see = 见 { $command }
cli-nearest = 是否为“{ $word }”？

# 过程与结果
cli-failure = ta-tui：{ $message }
cli-illustrative = 本登记册中的需求为示例。
cli-no-names = 不点名任何国家。
cli-no-names-not-here = --no-names仅用于读取：列表、统计、图表、日志、屏幕。此时不作更改，也不复制。
cli-no-names-one = --no-names：一次只能问区域或国家组别，且组别只问一次；合在一起可能暴露一个国家。
cli-no-names-person = --no-names：此处无人如此称呼；`ta-tui focal-points --no-names` 列出各人的称呼。
cli-no-names-filter = --no-names：不能按国名查询国家。
cli-nameless-states = { $number ->
   *[other] { $count }个国家
  }
cli-as-of = 截至{ $day }。
cli-since = 自{ $day }以来的增幅。
cli-as-of-not-here = --as-of仅用于读取：列表、统计、日志、屏幕。过去不能更改，也不能复制。
cli-as-of-not-verify = 每个已公布的数字按其自身日期核对；此命令不用--as-of
cli-file-missing = { $file }：没有此文件或目录
cli-file-denied = { $file }：没有权限
cli-file-exists = { $file }：已存在，未作改动
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

cli-no-home = 没有可存放示例登记册的主目录；请用 --db FILE 指定登记册
cli-sample-copied = 内置示例登记册已复制到 { $file }：其中的需求为示例。使用其他登记册：--db FILE
cli-sample-used = 这是内置示例登记册的个人副本 { $file }：其中的需求为示例。使用其他登记册：--db FILE
cli-new-made = 已新建 { $file }：只含参考资料，尚无需求。
cli-sample-progress = { $done }/{ $all } 项需求
cli-sample-made = 已生成 { $file }，其中的需求为示例。
cli-backup-made = { $file } 是登记册的副本。
cli-restore-made = { $file } 现在的内容与 { $other } 相同。
cli-restore-kept = 原来的登记册保存为 { $other }。
cli-restore-no-db = 未恢复任何内容：请用 --db FILE 指明要由备份取代的登记册。
cli-check-sound = { $file }：完好；提示 { $remarks } 项
cli-check-faults = { $file }：问题 { $faults } 项，提示 { $remarks } 项
cli-check-fault = 问题：{ $what }{ $advice }
cli-check-remark = 提示：{ $what }{ $advice }
cli-check-more = …另有同类 { $count } 项
cli-check-failed = { $file }：检查发现 { $count } 项问题
cli-unknown-column = 没有“{ $column }”栏；可用的栏：{ $known }
cli-count-unknown = 没有字段“{ $field }”；可用于统计的字段：{ $known }
cli-count-uncountable = 不能按“{ $field }”统计；可用于统计的字段：{ $known }
cli-count-ambiguous = “{ $field }”可能是字段 { $first } 或 { $second }
cli-count-fields = 最多 { $most } 个字段，且不得重复
cli-set-nothing = 无需修改：已是这些值。
cli-set-twice = “{ $field }”重复设置
cli-set-no-id = “{ $word }”既不是需求编号，也不是 字段=值
cli-set-no-field = 没有要设置的内容：请写 字段=值
cli-set-no-line = 标准输入中没有需求编号；未作更改。
cli-set-nobody-works = focal=me 指操作者：请用 --as 指明
cli-set-no-need = 没有指定需求
cli-set-bad-line = 标准输入第 { $line } 行不是需求编号：“{ $word }”
cli-set-unknown-line = 标准输入第 { $line } 行：没有编号为 { $need } 的需求
cli-set-more-lines = { $count ->
   *[other] 另有 { $count } 行
}
cli-set-long-line = 标准输入第 { $line } 行超过 { $most } KiB；已停止读取
cli-set-stopped = 在第 { $line } 行停止读取：这不是需求清单。请每行写一个编号
cli-set-unchanged = 未作更改；请改正这些行后再试
cli-set-too-many = 标准输入中的需求超过 { $most } 项；未作更改。请分几次提供
cli-set-no-input = 无法读取标准输入（{ $reason }）；未作更改
cli-set-unprinted = 更改已写入（日志第 { $batch } 号，{ $count } 个字段），但无法打印。请勿重复；可用 ta-tui log 查看
cli-set-conflicts = { $count ->
   *[other] 有 { $count } 项更改已被他人抢先；未写入任何内容
}
cli-set-no-list = { $field } 只有一个值：请写 { $field }=值
cli-no-person = 本登记册中无人称为“{ $value }”。`ta-tui focal-points` 列出所有人及其代码。
cli-several-people = “{ $value }”可指 { $names }{ $more ->
        [0] {""}
       *[other] {" "}等，另有 { $more } 人
    }；请多写几个字或写代码
cli-set-no-day = “{ $value }”不是日期：请写成 2027-03-01、2027-03 或 2027（取其末日），或 +6m
cli-set-no-number = “{ $value }”不是需求编号
cli-set-new-theme = 尚无主题“{ $value }”；用 --new-themes 建立
cli-handover-would = { $count ->
   *[other] { $count } 项需求将由 { $from } 移交给 { $to }
}
cli-handover-none = { $from } 不负责其中任何需求；未作更改。
cli-handover-same = 两个名称所指相同；无可移交。
cli-handover-done = { $count ->
   *[other] { $count } 项需求已由 { $from } 移交给 { $to }；一次撤销即可全部收回
}
cli-set-unknown-field = 没有可设置的字段“{ $field }”；可用的字段：{ $known }
cli-set-unknown-value = “{ $value }”不是 { $field } 的值；可用的值：{ $known }

# 栏目标题
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
column-horizon = 时间范围
column-response = 应对情况
column-focal-point = 协调人
column-identified = 查明日期
column-text = 需求
column-review = 审议步骤
column-version = 版本
column-projected = 预计日期
column-duplicate = 重复于
column-ldc = 最不发达
column-lldc = 内陆
column-sids = 小岛屿
column-party = 缔约国
column-party-since = 缔约日期
column-adviser = 顾问
column-needs = 需求数
column-reviews = 审议数
column-states = 国家
column-reached = 已达步骤
column-started = 启动日期
column-completed = 完成日期
column-reviewers = 审议国
column-stakeholders = 利益攸关方
column-joint-meeting = 联席会议
column-code = 代码
column-kind = 类型
column-level = 层级
column-description = 说明
column-status = 状态
column-when = 时间
column-unnamed-states = 未列名国家
column-providers = 提供方
column-partners = 伙伴
column-donors = 捐助方
column-name = 名称
column-role = 作用
column-activities = 活动数
column-post = 职位
column-earlier = 此前
column-growth = 增幅
column-figure = 数字
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
column-before = 修改前
column-after = 修改后
column-note = 说明
column-batch = 批次
column-notes = 备注
