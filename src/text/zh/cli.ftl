# 配置文件
config-not-text = { $file }:{ $line }:{ $column }：文件不是UTF-8文本
config-syntax = { $file }:{ $line }:{ $column }：不是可读的TOML（{ $reason }）
config-unquoted = { $file }:{ $line }:{ $column }：请写作{ $name } = "{ $word }"，须加引号；在此之前不读取该文件
config-unknown-level = { $variable }：“{ $value }”不是日志级别；可用级别：{ $known }。不写日志。
config-unknown-language = { $variable }：“{ $value }”不是本程序的语言；可用语言：{ $known }
config-unknown-field = { $file }:{ $line }:{ $column }：没有“{ $field }”这一设置；可用的设置：{ $known }
config-no-flag = { $file }:{ $line }:{ $column }：“{ $field }”须为true或false，不带引号
config-wrong-type = { $file }:{ $line }:{ $column }：“{ $field }”须为带引号的字符串
config-wrong-value = { $file }:{ $line }:{ $column }：“{ $field }”不能为“{ $value }”；可用的值：{ $known }
config-colours-no-table = { $file }:{ $line }:{ $column }：“colours”须为表：逐一列出名称及其颜色
config-unknown-colour = { $file }:{ $line }:{ $column }：没有名为“{ $name }”的颜色；可用的名称：{ $known }
config-wrong-colour = { $file }:{ $line }:{ $column }：“{ $name }”的颜色不能为{ $value }；请写作"#rrggbb"、0至255之间的数字或以下之一：{ $known }
config-keys-no-table = { $file }:{ $line }:{ $column }：“keys”须为表：逐一列出命令及其按键
config-wrong-key = { $file }:{ $line }:{ $column }：“{ $command }”的按键须为带引号的字符串或其列表

# 帮助
cli-about = 《联合国反腐败公约》国别审议所确定的技术援助需求登记册
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
cli-people = 按职位列出负责需求的人员
more-cli-people = “people add FIELD=VALUE…”新建职位；“people role PERSON ROLE”授予角色（reader、focal-point、adviser、officer、administrator，none表示职位类别所对应的角色）；“people retire PERSON [until=DATE]”结束任职；“people key add PERSON KEY”和“people key remove PERSON FINGERPRINT”管理此人通过SSH登录所用的公钥。
cli-people-usage = { $change ->
    [add] people add需要字段值，例如“ta-tui people add code=officer-2 kind=officer post.en=Officer”
    [role] people role需要人员和角色，例如“ta-tui people role fp-gh reader”
    [retire] people retire需要人员，如非当天还需日期，例如“ta-tui people retire fp-gh until=2027-03”
   *[key] people key需要add或remove、人员和密钥，例如“ta-tui people key add fp-gh ssh-ed25519 AAAA…”
}
cli-people-no-role = “{ $role }”不是角色；角色有：{ $known }
cli-people-no-key = { $code }没有密钥“{ $key }”；“ta-tui show person { $code }”列出现有密钥。未写入任何内容。
cli-key-private = 这是私钥，只有其所有者可以持有：请生成新的密钥对，并提供以.pub结尾的文件中的公钥。未写入任何内容。
cli-key-not-public = 这不是可接受的公钥：请按.pub文件写出类型（ssh-ed25519、ecdsa-sha2-nistp256、ssh-rsa、sk-ssh-ed25519@openssh.com等）和密钥。未写入任何内容。
cli-key-options = 密钥之前有选项：请按.pub文件只写类型和密钥；选项由“ta-tui ssh-keys”添加。未写入任何内容。
cli-sessions = 列出打开的会话，或结束其中一个
more-cli-sessions = “sessions end ID”标记一个会话；该会话在一秒内结束，正在输入的内容保留为草稿。
cli-sessions-words = end一词和会话编号
cli-sessions-usage = sessions不带参数，或带end和会话编号，例如“ta-tui sessions end 12”
cli-sessions-no-number = “{ $word }”不是会话编号；“ta-tui sessions”列出所有会话
cli-sessions-nobody = 没有打开的会话。
cli-sessions-ended = 会话{ $session }已标记为结束，将在一秒内结束。
cli-ssh-keys = 为人员的密钥输出authorized_keys中的各行
more-cli-ssh-keys = 每一行只允许密钥所有者以自己的名义启动会话：不能执行其他命令，不能访问文件，不能转发。
cli-ssh-keys-none = 尚无人有密钥；用“ta-tui people key add PERSON KEY”添加。
cli-people-retired = 只列已不再任职的职位
cli-people-held = 只列在任的职位
cli-list-kind = 只列这些种类的记录
more-cli-list-kind = 可用逗号分隔多个；写其他词时会列出全部种类。
cli-list-unknown-kind = “{ $kind }”不是此清单中记录的种类；可用的种类：{ $known }
cli-organisations = 列出组织
cli-documents = 列出需求和活动所引文件
cli-platforms = 列出区域平台
cli-themes = 列出需求和活动的主题
cli-show = 显示一条记录的全部字段和历史
cli-show-no-need = “{ $number }”不是需求编号。
more-cli-show = 显示其清单所列的属性、ta-tui edit所用的字段以及每次更改：何人、何时、更改前后、批次以及是否已撤销。以数据输出时为只含一项的列表。已作废的记录也会显示，并注明何人因何作废。不写种类时，数字为需求编号，代码或名称为第一条具有该名称的记录。
cli-show-which = 显示什么：种类及该类记录，或仅一个词
more-cli-show-which = 记录用编号、代码、文号或名称指定；审议也可用国家和周期，如"SYC 2"，匹配用需求和活动，如12/A034。种类：{ $kinds }。使用--no-names时：need、activity、organisation、platform和document。
cli-show-unknown-kind = 没有记录种类“{ $kind }”；种类有{ $known }
cli-show-no-record = 没有记录“{ $word }”。请同时写明种类：ta-tui show KIND ID
cli-show-nameless = --no-names：不单独显示{ $kind }；可显示的内容见各清单
cli-show-match-changed = 需求{ $need }：与{ $activity }匹配后，该活动已变更：{ $fields }。
cli-show-heading = { $record }（编号{ $number }，版本{ $version }）
cli-show-void = 已作废：{ $by }于{ $at }移除。理由：{ $reason }
cli-show-field = { $field }[{ $code }]
cli-show-fields = 字段（与ta-tui edit所用相同）
cli-show-history = 更改（最新的在前）
cli-show-no-history = 没有记录任何更改。
cli-show-undone = 已撤销
cli-show-undoes = 撤销{ $batch }
cli-count = 按一个或多个字段统计需求、国家或审议
cli-figure = 绘制秘书处说明中的各图，可用任何日期和任何筛选条件
cli-trend = 显示历年总数，与已公布的数字并列
cli-connections = 显示哪些条款的需求同时出现，以及与随机期望的差距
cli-gaps = 显示哪些未了结的需求未获援助，缺口最大的在前
more-cli-gaps = 未了结的需求是指既未满足也未撤回、且不是重复项的需求。有进行中、已结束或已出版的活动完全或部分满足的，为已获援助；否则，与其他未取消的活动匹配的，为已安排援助；其余为未获援助。在每一行中，三者之和等于未了结的需求。
cli-shared = 显示同一组中若干国家共有的需求
more-cli-shared = 每行为一个条款，同一组中至少三个国家在该条款下有未获援助的需求：一次讲习班即可为其提供援助。超过15个国家的，建议按主题或类别拆分。
cli-overlaps = 显示可能重复同一工作的活动
more-cli-overlaps = 不同提供者的两项活动就同一条款（没有条款的，就同一主题）援助同一国家，且时间相同或相隔不超过180天的，即为重叠。确定：两者的时间均已知，且至少有一天相同；很可能：相隔不超过180天，或一方时间未知；可能：仅区域相同，或双方时间均未知。出版物、已取消的活动、活动及其组成部分、对同一活动的不同报告均不列入。
cli-coverage = 显示各提供者或捐助方的覆盖情况
more-cli-coverage = 已取消的活动不列入。不同货币的款项从不相加。
cli-verify = 将每个已公布的数字与登记册比较
more-cli-verify = 有不符时退出状态为1。
cli-set = 更改需求的处理字段；要么全部生效，要么均不更改
cli-add = 登录审议、需求、人员或其他记录
more-cli-add = 先检查全部内容；一次写入全部或什么也不写，可用一次撤销恢复。
cli-edit = 更正一条记录的字段
more-cli-edit = 自--if-version以来有人更改过的字段即为冲突：不写入任何内容，退出状态为75。
cli-merge = 将一项需求或主题并入另一项
more-cli-merge = 原与前一项需求关联的匹配、主题、重复项、评论和建议，改为与后一项关联。前一项随即作废；一次撤销即可全部恢复。带有前一主题的需求和活动，改为带有后一主题。
cli-merge-records = need或theme（省略时为need）；并入的一项；保留的一项
cli-merge-if-version = 仅当并入的一项自其版本N以来无人更改时
cli-merge-take = 由保留的一项采用其值的字段，如text,priority
cli-merge-unknown-kind = “{ $kind }”不能合并：只有需求和主题可以
cli-merge-two = 请指明并入的一项和保留的一项
cli-candidates = 列出可满足某项需求的活动，或某活动可满足的需求
more-cli-candidates = 得分最高者在前。规则见docs/assistance.md；只有未了结的需求才有候选，已匹配者不再列出。
cli-candidates-record = 需求编号或活动代码
cli-candidates-band = 列出的最低档次
more-cli-candidates-band = 各档次的分数见docs/assistance.md。
cli-candidates-none = 没有达到“{ $band }”档次的候选；使用--band possible可列出更多
cli-candidates-closed = 需求{ $need }已了结：已满足、已撤回或为重复项，没有候选
cli-candidates-kind = { $activity }属于本身不满足需求的类型；此类类型列于docs/assistance.md
cli-candidates-cancelled = { $activity }已取消
cli-match = 将需求与一项活动匹配
more-cli-match = 已与该活动匹配的需求保留原匹配，并采用所给的值。只有写明response=planned时才更改需求的应对情况。以“-”代替需求编号时，从标准输入逐行读取含id的JSON。
cli-match-words = 需求编号，其后为活动代码
more-cli-match-words = 另可给出extent=fully、partly或planned，note=…和response=…。
cli-match-two = 请先写需求编号，再写一项活动的代码：ta-tui { $command } 12 17 A045
cli-match-no-id = 缺少"id"，无法确定是哪项需求；每行例如{ $example }
cli-match-closed = 需求{ $needs }{ $count ->
    [1] {""}
   *[other] 等{ $count }项
}已了结：已满足、已撤回或为重复项。请核对此匹配。
cli-match-cancelled = { $activity }已取消，不满足任何需求。请核对此匹配。
cli-match-kind = { $activity }属于本身不满足需求的类型。请核对此匹配。
cli-match-place = 据所述内容，{ $activity }面向的国家不包括需求{ $needs }{ $count ->
    [1] {""}
   *[other] 等{ $count }项
}的国家。请核对此匹配。
cli-match-subject = 据所述内容，{ $activity }涉及的章节与需求{ $needs }{ $count ->
    [1] {""}
   *[other] 等{ $count }项
}不同。请核对此匹配。
cli-unmatch-field = 此处不接受“{ $word }”：unmatch不更改任何值
cli-match-other-field = “{ $field }”不随匹配给出；可用字段为{ $known }
cli-unmatch = 取消需求与一项活动的匹配
more-cli-unmatch = 日志予以保留，可以撤销。
cli-unmatch-words = 需求编号，其后为活动代码
cli-unmatch-if-version = 仅当匹配仍为该版本时
cli-unmatch-none = { $count }项需求（{ $needs }）未与{ $activity }匹配
cli-mark = 标记两项活动的重叠
more-cli-mark = 日志保留每一次标记，撤销即恢复先前的标记。unmarked取消标记。标记保留作出时所依据的事实：overlaps会说明其中哪些此后已改变。
cli-mark-activity = 活动代码
cli-mark-finding = 查明的结果
more-cli-mark-finding = coordinated：提供者已分工；real：确实重复；none：只是看似重叠；unmarked：没有标记。
cli-mark-why = 简要理由；none必须说明
cli-mark-no-reason = 请说明为何不重叠：--why "部委不同"
cli-mark-none = { $first }与{ $second }没有标记；未写入任何内容
cli-overlaps-mark = 仅限带有该标记的
cli-void = 作废误录的记录
more-cli-void = 作废后不再列出也不计入；更改记录中仍保留，--undo恢复已作废的需求，无论由谁作废，同时恢复一并作废的匹配。
cli-void-records = 需求编号，或种类及该类记录
more-cli-void-records = 仍被其他记录引用的记录不能移除，并会说明引用的数目。记录的写法与ta-tui show相同。
cli-void-not-here = 此处不能移除{ $kind }；可用的种类：{ $known }
cli-which-record = 哪一{ $kind }？请在其后写明编号、代码或名称；可用的种类：{ $known }
cli-records-kind = 记录的种类
cli-add-values = 各字段，或“-”表示JSON行
more-cli-add-values = 国家、人员、文件和主题的写法与筛选条件相同；条款按文件中的写法（art. 52, 53–57）；日期精确到所知程度（2019、2019-05、2019-05-03）；多个值用半角分号隔开。不带语言的名称（post=…）以程序语言为准；post.fr=…为法文名称。“-”表示标准输入的每一行是由字段组成的对象。各字段见docs/recording.md；字段名未知时列出全部可用字段。
cli-edit-values = 要设置的字段
more-cli-edit-values = 写法同add。none清空字段。
cli-edit-id = 编号、代码、文号或名称，或“-”表示JSON行
more-cli-edit-id = 审议也可写国家和周期，例如"SYC 2"。“-”表示标准输入的每一行是一个对象，含id和要设置的字段；需要核对时另含所见的version。
cli-records-if-version = 仅当自该版本以来未被更改
cli-void-reason = 理由，随更改一并记录
cli-void-undo = 恢复已作废的需求
cli-handover = 将一人负责的需求移交给另一人
more-cli-handover = 要么全部生效，要么均不更改；可用一次撤销恢复。
cli-log = 显示何人何时更改了什么，最新的在前
cli-frame = 不使用终端绘制一个屏幕
more-cli-frame = 先按的按键可能写入登记册；使用--read-only可避免写入。
cli-new = 新建只含参考资料的空登记册
cli-sample = 生成示例登记册
cli-backup = 将登记册复制到新文件，他人写入时亦可
cli-restore = 用备份取代登记册；先检查备份
more-cli-restore = 此时不得有程序打开登记册。原有内容保存在旁。
cli-check = 检查登记册是否完好
cli-tour = 逐步导览：五分钟熟悉程序
more-cli-tour = 在示例登记册的副本上进行，结束时删除该副本，不触及其他内容。
cli-tour-no-folder = 无法为示例登记册的副本建立文件夹：{ $reason }
cli-session = 通过SSH为一人提供服务：写入authorized_keys的命令
more-cli-session = 只接受--db、--as和--role。客户端的命令（ssh host needs）由本程序解读，不经过shell；没有命令时打开屏幕。拒绝涉及文件、其他登记册和他人的命令，并清空环境变量。服务的设置见docs/operations.md。
session-no-more = “{ $word }”不能写入authorized_keys的命令行：session只接受--db FILE、--as NAME和--role ROLE
cli-session-role = 低于本人角色的角色
more-cli-session-role = reader、focal-point、adviser、officer或administrator。只能降低，不能提高。
cli-value-role = 角色
session-no-role = 没有角色“{ $role }”；可用的角色：{ $known }
session-settings-unread = 无法读取管理员的会话设置，会话没有开始；请告知管理员。
session-settings-unsafe = 管理员以外的人可以改写会话设置，会话没有开始；请告知管理员。
session-idle-soon = 已有一段时间没有按键：若不按键，本次会话将在{ $seconds }秒后结束；草稿会保留
session-idle-ended = 长时间没有按键，会话已结束。草稿已保留。
session-over-ended = { $who }结束了本次会话。已保存的内容和草稿都会保留。
session-over-sees = 会话已结束：您在登记册中可以看到的内容有变动。已保存的内容和草稿都会保留；请重新登录。
session-over-gone = 会话已结束：您的职位已不再任职，或已不在登记册中。已保存的内容和草稿都会保留；请联系管理员。
session-no-value = { $word }没有值
session-twice = { $word }：重复给出了该选项
session-missing = 缺少{ $word }：session须有--db FILE和--as NAME
session-no-register = 无法打开本次会话的登记册；请告知管理员。
session-not-begun = 会话无法开始（{ $reason }）；请告知管理员。
session-command-long = 命令过长：最多读取64 KiB
session-command-control = 命令含有控制字符，或不是UTF-8文本；没有执行任何操作
session-command-open = 命令在引号内或反斜杠后结束；没有执行任何操作
session-not-this-command = { $command }不能通过SSH运行，仅供登记册的管理员使用
session-no-file = { $option }指向本机的文件，会话不读写文件；省略后数据写到标准输出：ssh … > FILE
session-file-by-input = FILE指向本机的文件，会话不读取；请写-并发送自己的文件：ssh … import needs - < FILE
session-no-font = --font指定本机的字体，会话中不能选择
session-one-register = --db：本次会话只有一个登记册，并已打开；请省略
session-one-person = --as：本次会话属于持有该密钥的人；请省略
cli-completions = 输出命令行外壳的补全脚本
more-cli-completions = bash、zsh和fish的脚本会询问程序光标处可以输入什么，因此值和筛选条件也能补全。
cli-man = 输出手册页
more-cli-man = 不指明命令时，输出整个程序的手册页，其中列出其他各页。
cli-man-command = 要输出其手册页的命令
cli-man-out = 存放手册页的文件夹：ta-tui.1等
more-cli-man-out = 不指明命令时写入所有手册页。同名文件会被替换，其他文件不受影响。
cli-man-written = { $folder }：已写入{ $pages }个手册页
man-title = ta-tui手册
man-heading-name = 名称
man-heading-synopsis = 概要
man-heading-description = 说明
man-heading-see-also = 另请参阅
cli-order = 次序：{ $order }。
cli-arg-db = 登记册文件；否则为示例登记册的个人副本
more-cli-arg-db = 也可用TA_TUI_DB。两者均未给出时，使用内置示例登记册的个人副本。
cli-arg-as = 操作者：人员的代码或职位
more-cli-arg-as = 协调人、顾问或干事；ta-tui focal-points列出所有人。记入每项更改。也可用TA_TUI_AS；两者均未给出时，记入本系统上的账户名。
cli-arg-read-only = 不写入登记册
cli-arg-no-names = 隐去国名；只读
more-cli-arg-no-names = 所有输出以“一个国家”代替国名。
cli-arg-known-then = 与--as-of合用：以当日所知为准
more-cli-arg-known-then = 不含该日之后录入、更正或作废的内容。不用此选项时，需求自查明之日起计入，无论何时录入，并以现有内容为准；已作废的需求任何一日均不计入。
cli-arg-as-of = 登记册在该日（UTC）结束时的状态；只读
more-cli-arg-as-of = 可写日、月或年：2019-09-30、2019-09或2019，均以结束时为准。
cli-arg-since = 与较早的一天比较
more-cli-arg-since = 可写日、月或年：显示其结束时的数目和此后的增幅。
cli-arg-no-watch = 不检查他人的更改
more-cli-arg-no-watch = 未给出时，程序每秒查看一次。
cli-arg-lang = 所有文字的语言，用语言代码
more-cli-arg-lang = 未给出时依次看TA_TUI_LANG、配置文件、区域设置。
cli-arg-ascii = 用ASCII字符绘制边框、条形和符号
more-cli-arg-ascii = 文本中的文字不变。未给出时依配置文件，否则依所指明字符集不是UTF-8的区域设置。
cli-arg-help = 帮助：-h为简要说明，--help附示例
cli-arg-version = 显示版本
cli-arg-filter = 按筛选语言选取记录
more-cli-arg-filter = 例如：chapter:V region:african -focal:any "asset declaration"。说明见ta-tui help filter。
cli-arg-format = 输出格式：table、csv、json、jsonl、md或xlsx
more-cli-arg-format = 默认为table；jsonl每行一个对象，md为Markdown表格，xlsx为工作簿。各属性见docs/json.md。
cli-arg-json = 等同于--format json
cli-arg-quiet = 除失败信息外不作说明
more-cli-arg-quiet = 指标准错误输出；所要求的内容照常写入标准输出。
cli-arg-columns = 各列名称，以逗号连接；all表示全部
more-cli-arg-columns = 各列见ta-tui help columns。all也显示仅在指明时才显示的列。
cli-arg-sort = 排序所依的列；-NAME为降序
more-cli-arg-sort = NAME:desc亦为降序。
cli-arg-limit = 最多行数
cli-count-by = 统计所依的字段，以逗号连接
cli-count-measure = 统计对象：needs（默认）、states或reviews
cli-figure-which = 图的编号，或all
cli-figure-measure = 统计对象：needs或states
more-cli-figure-measure = 缺省与秘书处说明相同。
cli-figure-beside = 两个日期的条形上下并列
more-cli-figure-beside = 缺省为重叠。
cli-figure-format = 输出格式：text、csv、json、jsonl、svg、png
more-cli-figure-format = 默认为text；jsonl每行一个对象；svg和png为供文件使用的图片。
cli-figure-out = 图片保存位置：文件或文件夹
more-cli-figure-out = 单图写入一个文件，名称以“.svg”或“.png”结尾；文件夹中各有名称，如figure-1.svg、trend-needs-1.svg。同名文件将被替换。
cli-figure-font = 图片所用的已安装字体
more-cli-figure-font = 代替内置字体；内置字体含拉丁、希腊和西里尔字母。
cli-connections-by = 配对单位：need或state
more-cli-connections-by = need（默认）：同一需求；state：同一国家。
cli-connections-min = 只列出不少于此数的条款对
more-cli-connections-min = 缺省全部列出；按倍数排序时，少于5的排在最后。
cli-connections-sort = 次序：count（默认）或lift
more-cli-connections-sort = count：次数最多的在前；lift：倍数最高的在前。
cli-connections-min-zero = --min须为1或更大
cli-trend-by = 按获得援助的程度分别统计未了结的需求：standing
more-cli-trend-by = standing：每年年底未了结、已获援助、已安排援助和未获援助的需求。
cli-gaps-by = 一个字段，或以逗号连接的两个字段
more-cli-gaps-by = article、chapter、category、theme、region、group或adviser。
cli-gaps-fields = --by须为一个字段或两个不同的字段
cli-gaps-field = 不能按“{ $field }”显示缺口；可用的字段：{ $known }
cli-shared-by = 国家的分组：adviser、region、group或filter
more-cli-shared-by = adviser（默认）：按顾问的区域；region：按区域组；group：最不发达国家、内陆发展中国家和小岛屿发展中国家；filter：筛选所得的全部国家为一组。使用--no-names时，默认为region。
cli-shared-split = 按主题或类别拆分各组
cli-shared-no-adviser = --no-names：顾问的区域可能只有一个国家；请用--by region、group或filter。
cli-coverage-by = 按提供者（默认）或捐助方
cli-reviews-unprepared = 只列进行中但没有活动筹备或协助的审议
cli-reviews-nameless = 不列国名时，不说明哪些审议曾获筹备援助。
cli-activities-trainings = 只列培训，表中列出其数字
cli-verify-ledger = 含更多已公布数字的文件
more-cli-verify-ledger = 例如下一份说明的；各列见docs/ledger.md。
cli-set-change = 需求编号和要设置的字段
more-cli-set-change = “-”表示从标准输入读取编号。字段：priority（high、medium、low）、horizon（current、projected）、response（unmet、planned、under-way、met、withdrawn）、focal（代码或职位，或me）、notes、projected（日期，例如2027-03-31或+6m）、theme、duplicate（需求编号）。none清空字段；“theme+=名称”和“theme-=名称”分别增加和去掉主题，多个主题用半角分号隔开。
cli-set-note = 理由，随更改一并记录
cli-set-if-version = 仅当自该版本以来未被更改
more-cli-set-if-version = 自该版本以来有人更改过其中任一字段时，不写入任何内容，退出状态为75。
cli-set-dry-run-read-only = --dry-run在登记册上试作更改后撤回，--read-only不允许；仅用--dry-run即不写入任何内容
cli-set-dry-run = 只显示将作的更改
more-cli-set-dry-run = 不写入任何内容；退出状态与实际执行时相同。
cli-set-new-themes = 尚无的主题也一并建立
cli-handover-from = 现负责人的代码或职位，或none
more-cli-handover-from = none或nobody表示移交未指派的需求。
cli-handover-to = 新负责人的代码或职位，或none
more-cli-handover-to = none或nobody表示这些需求不再有协调人。
cli-handover-dry-run = 只显示将移交哪些需求
cli-settings = 列出或更改登记册的设置
more-cli-settings = 设置对所有人相同。
cli-arg-today = 作为今天的日期
more-cli-arg-today = UTC日期，例如2019-12-31；仅用于示例登记册。
cli-settings-change = 设置及其值
more-cli-settings-change = 例如overdue-days=60。只给出名称时列出该设置；未给出时列出全部设置。
cli-settings-if-version = 仅当该设置为此版本时才写入
cli-log-who = 只显示此人所作的更改
more-cli-log-who = 写代码或姓名。
cli-log-since = 只显示该日期及以后：日、月或年
more-cli-log-since = 按UTC：2019-09-30、2019-09或2019，均从首日起；也可写today。
cli-log-until = 只显示该日期及以前：日、月或年
more-cli-log-until = 按UTC：2019-09-30、2019-09或2019，均至末日止；也可写today。
cli-log-kind = 只列这些种类记录的更改
more-cli-log-kind = 可用逗号分隔多个，或用all：{ $kinds }。不用此选项时，列出视图和设置以外的一切更改。
cli-log-unknown-kind = 没有记录种类“{ $kind }”；种类有all、{ $known }
cli-log-kind-of-needs = 筛选条件选取的是需求；种类中没有need，即无可选取的记录
cli-log-backwards = --since { $since }晚于--until { $until }，其间没有任何一日：请用--since指明较早的日期
cli-frame-size = 屏幕的列数和行数，默认80x24
cli-frame-need = 要打开其页面的需求编号
cli-frame-keys = 先按的按键
more-cli-frame-keys = 字符照写，键名放在尖括号中：4/chapter:V<Enter>。各键见ta-tui help keys。与在屏幕上相同，更改需求的按键会更改登记册；使用--read-only时不写入任何内容。
cli-frame-format = 输出格式：text（默认）、ansi或svg
cli-new-file = 新文件
cli-sample-file = 新文件
cli-sample-needs = 需求数目
more-cli-sample-needs = 未给出时与2019年说明一致。
cli-sample-seed = 随机种子；相同种子生成相同的登记册
cli-backup-file = 新文件；使用--rotate时为存放备份的文件夹
more-cli-backup-file = 已有的文件不会被覆盖。
cli-backup-rotate = 在文件夹中保留最新的N份备份
more-cli-backup-rotate = 文件名由登记册名称和UTC时刻组成（register-2026-12-01T145000Z.db）。新备份完成并通过检查后才删除较早的备份，其他文件不受影响。
cli-restore-file = 备份文件；先行检查，不作更改
cli-completions-shell = bash、elvish、fish、powershell或zsh

# 打开屏幕的位置
cli-need = 在屏幕上打开一项需求的页面
cli-need-id = 需求编号
cli-arg-screen = 要打开的屏幕
more-cli-arg-screen = overview、states、reviews、needs、triage、assistance或figures，也可写屏幕上的名称；可再加筛选条件。
cli-arg-view = 要打开的已存视图，写名称或按键
more-cli-arg-view = 自己的、共用的或程序自带的视图（在屏幕上按g v列出）；可再加筛选条件。
cli-no-screen = 没有屏幕“{ $value }”；可用的屏幕：{ $known }
start-no-view = 没有已存视图“{ $name }”；可用的视图：{ $known }

# 帮助
cli-help = 说明一个命令、筛选语言、各列或按键
more-cli-help = 不带词时，显示程序的帮助。
cli-help-topic = 命令，或filter、columns、keys
cli-config = 显示各项设置及其来源
more-cli-config = 配置文件为$XDG_CONFIG_HOME/ta-tui/config.toml；说明见docs/configuration.md。
cli-config-what = 显示内容：show（默认）、path或template
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
cli-status-conflict = 他人已先行更改；未作任何写入
variable-db = 登记册文件，未给出--db时使用
variable-as = 由谁操作，未给出--as时使用
variable-lang = 语言代码，未给出--lang时使用
variable-log = error、warn、info或debug：按此级别写日志
variable-lc-all = 区域设置：别处未指明时决定语言；所指明字符集不是UTF-8时使用ASCII符号
variable-lc-messages = 语言，LC_ALL为空时使用
variable-lc-ctype = 字符集，LC_ALL为空时使用
variable-locale = 语言和字符集，其他变量为空时使用
variable-no-color = 设置后不用颜色
variable-colorfgbg = 终端的颜色，用于配色auto和more
variable-colorterm = truecolor或24bit：配色auto采用more的颜色
variable-term = 终端类型；dumb不能显示屏幕，有些类型已知不显示暗淡文字
variable-term-program = 终端程序；macOS的终端以粗体显示其深蓝色
variable-ssh-connection = 设置后，为按键的到达留出更多时间，光标所在行只标记首格，导出时给出在您自己的计算机上运行的命令
variable-ssh = 设置后，为按键的到达留出更多时间
variable-config-home = 设置所在的文件夹，未设置时为~/.config
variable-data-home = 数据所在的文件夹，未设置时为~/.local/share
variable-state-home = 日志所在的文件夹，未设置时为~/.local/state
variable-home = 主文件夹，以上变量未设置时使用
variable-user = 您的账户，写入登录本机的命令（见“导出”）
file-settings = 设置
file-sample = 内置示例登记册的个人副本
file-log = 日志，由TA_TUI_LOG启用
file-log-before = 日志过长之前的内容
filter-help-about = 筛选条件决定显示和统计哪些需求。屏幕上（/）、命令行和已存视图中的写法相同。
filter-help-field = 字段、冒号、值
filter-help-and = 空格表示“和”
filter-help-or = 逗号表示“或”
filter-help-not = 前面加连字符表示“非”
filter-help-range = 从一个值到另一个值
filter-help-compare = 有次序的字段还可用“>”、“<”和“<=”
filter-help-none = 字段为空
filter-help-any = 字段有值
filter-help-word = 在文本中搜索一个词
filter-help-phrase = 引号中的词按原样搜索
filter-help-head-field = 字段
filter-help-head-name = 名称
filter-help-head-example = 示例
filter-help-head-values = 值
filter-help-more = 值可写代码或名称，可用本程序的任何语言；没有其他值以同样方式开头时可缩写。含空格的名称放在引号中。在命令行中，含有引号、“<”或“>”的筛选条件应整个放在单引号中。
columns-help-about = 各列表的列，用于--columns和--sort。带“*”的列在表格中默认显示；csv和json含有更多的列，all表示所有的列。
keys-help-about = 屏幕的按键；“?”显示当前位置的按键。可在配置文件中为命令另设按键。

# 设置
cli-log-unwritable = { $file }：无法写日志（{ $reason }）
cli-version = SQLite { $sqlite }
    数据结构{ $schema }
cli-config-no-home = 没有主目录，因此没有配置文件
setting-language = 语言。未设置时依区域设置，否则为英文。
setting-theme = 颜色。auto依终端所报告的背景和颜色，终端未报告背景的按深色处理；dark和light只用终端的16种颜色，more另有自己的颜色。
setting-signs = 边框、条形和标记所用的符号。auto依区域设置。
setting-row = 光标所在行的标记方式。auto标记整行；通过SSH连接时只标记首格（cheap），以减少传输。
setting-mouse = 是否使用鼠标。使用时，多数终端须按住Shift才能选取文字。
setting-start = 首先显示的内容：总数、没有协调人的需求，或自己的队列（需--as）。
config-template-about = ta-tui的设置。以单个“#”开头的各行为未设置时的值；去掉“#”即可更改。
config-template-colours = 单项颜色，取代配色中的颜色；写作"#rrggbb"、0至255之间的数字或以下名称之一。在浅色背景上，符号和条形有颜色，文字没有。
config-template-keys = 各命令的按键。所设的按键在同一位置不再有其他含义；“[]”取消命令的按键。
origin-option = 选项
origin-variable = 环境变量
origin-file = 文件
origin-default = 默认
config-yes = 是
config-no = 否
cli-config-no-list = --format用于设置列表；path和template按原样输出

# 命令行错误
cli-usage-unknown = 没有选项“{ $argument }”
cli-usage-no-value = { $argument }缺少值
cli-usage-not-one-of = “{ $value }”不是{ $argument }的可用值：{ $known }
cli-usage-value = “{ $value }”无法作为{ $argument }读取
cli-usage-too-many = 多余的参数“{ $value }”
cli-usage-behind = { $argument }应放在命令名之后：{ $command } { $argument }
cli-usage-contradict = { $argument }与{ $other }相互矛盾：请只给出其一
cli-usage-empty = { $argument }的值为空
cli-form-day = 日期写作2019-12-31
cli-form-size = 列数和行数写作120x40，均为1至1000
cli-form-number = 请写整数，例如20
cli-usage-twice = { $argument }不能用于此处，或只能使用一次
cli-usage-missing = 缺少{ $argument }
cli-usage-not-text = 有参数不是UTF-8文本
cli-usage-unreadable = 命令行无法读取
cli-usage-see = 见{ $command }
cli-nearest = 是否为“{ $word }”？

# 过程与结果
cli-failure = ta-tui：{ $message }
cli-illustrative = 本登记册中的需求为示例。
cli-own-day = 本登记册中的今天为{ $day }；可用--today DATE另选一天。
cli-no-names = 已隐去国名。
cli-no-names-not-here = --no-names仅用于读取：列表、统计、图表、日志、屏幕。此时不作更改，也不复制。
cli-no-names-one = --no-names：每次只能按区域组或国家组别之一查询，组别只用一次；合用可能暴露某一国家。
cli-no-names-person = --no-names：没有此名称；`ta-tui focal-points --no-names`列出可用名称。
cli-no-names-activities = 隐去国名时，活动不显示{ $field }：用它的值找不到任何活动。
cli-no-names-of-needs = 隐去国名时，{ $field }只显示这类需求涉及至少{ $few }个国家的活动。
cli-no-names-filter = --no-names：不能按国名查询国家。
cli-nameless-states = { $number ->
   *[other] { $count }个国家
  }
cli-as-of = 截至{ $day }。
cli-since = 自{ $day }以来的增幅。
cli-as-of-not-here = --as-of仅用于读取：列表、统计、日志、屏幕。较早日期的登记册不能更改或复制。
cli-as-of-not-verify = 每个已公布的数字按其自身日期核对；此命令不用--as-of
cli-today-not-here = --today用于读取和更改登记册；此命令以时钟为准
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
picture-several = 多张图片须各用一个文件：用--out FOLDER指定文件夹，其中各文件名以.{ $format }结尾；或只要一张图
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
cli-backup-removed = 已删除较早的备份{ $count }份。
cli-restore-made = { $file }现在的内容与{ $other }相同。
cli-restore-kept = 原来的登记册保存为{ $other }。
cli-restore-no-db = 未恢复任何内容：请用--db FILE指明要由备份取代的登记册。
cli-check-sound = { $file }：完好；提示{ $remarks }项
cli-check-faults = { $file }：问题{ $faults }项，提示{ $remarks }项
cli-check-fault = 问题：{ $what }{ $advice }
cli-check-remark = 提示：{ $what }{ $advice }
cli-check-more = …另有同类{ $count }项
cli-check-held = 未能检查{ $file }：
cli-check-failed = { $file }：检查发现{ $count }项问题
cli-left-out = 宽度不够，未显示：{ $heads }。加宽终端或使用--format csv可显示全部。
cli-left-out-columns = 宽度不够，未显示：{ $heads }。要显示这些列：--columns { $names }，或加宽终端。
cli-ambiguous-column = “{ $column }”可能是以下各列之一：{ $known }
cli-unknown-column = 没有“{ $column }”列；可用的列：{ $known }
cli-count-unknown = 没有字段“{ $field }”；可用于统计的字段：{ $known }
cli-count-uncountable = 不能按“{ $field }”统计；可用于统计的字段：{ $known }
cli-count-ambiguous = “{ $field }”可能是字段“{ $first }”或“{ $second }”
cli-count-fields = 最多{ $most }个字段，且不得重复
cli-read-only = 已给出--read-only，而此命令要写入登记册；未写入任何内容
cli-nothing-written = 未写入任何内容
cli-set-nothing = 无需更改：已是这些值。
cli-set-rehearsed = 未写入任何内容：以上是该命令将作的更改。
cli-set-twice = “{ $field }”重复设置
cli-set-no-id = “{ $word }”既不是需求编号，也不是“字段=值”
cli-set-no-field = 没有要设置的内容：请写“字段=值”
cli-set-no-line = 标准输入中没有需求编号；未作更改。
cli-set-nobody-works = focal=me指操作者：请用--as指明
cli-set-no-need = 没有指定需求：请写出其编号，或用“-”从标准输入读取编号
cli-set-bad-line = 标准输入第{ $line }行不是需求编号：“{ $word }”
cli-set-unknown-line = 标准输入第{ $line }行：没有编号为{ $need }的需求
cli-lines-more = { $count ->
   *[other] 另有{ $count }行
}
cli-lines-long = 标准输入第{ $line }行超过{ $most } KiB；已停止读取
cli-set-stopped = 在第{ $line }行停止读取：这不是需求清单。请每行写一个编号
cli-lines-unchanged = 未作更改；请改正这些行后再试
cli-records-stopped = 在第{ $line }行停止读取：这些不是记录。请每行写一个JSON对象
cli-lines-too-many = 标准输入超过{ $most }行或{ $bytes } MiB；请分几次提供
cli-lines-no-input = 无法读取标准输入（{ $reason }）；未作更改
cli-settings-unknown = “{ $name }”不是设置；设置有：{ $known }
cli-settings-no-value = “{ $word }”没有给出值：请写NAME=VALUE，例如overdue-days=60
cli-settings-no-change = --if-version须与更改同用：请同时写NAME=VALUE
cli-settings-unprinted = { $name }已更改，但无法打印。请勿重复；可用ta-tui settings查看
cli-set-unprinted = 更改已写入（日志第{ $batch }号，{ $count }个字段），但无法打印。请勿重复；可用ta-tui log查看
cli-set-conflicts = 未写入任何内容，他人所写的内容保留不变。要用您的值（{ $count }项）取代他人的值，请以--if-version指明需求现在的版本，或不带--if-version，再执行一次。
cli-handover-conflicts = 未作移交，他人所写的内容保留不变：其间有{ $count }项需求被更改。请再执行一次。
cli-set-no-list = { $field }只有一个值：请写{ $field }=值，而不是{ $field }{ $sign }=值
cli-set-empty = { $field }{ $sign }= 后面没有值：要清空该字段，请写{ $field }=none
cli-set-no-theme = { $field }{ $sign }= 后面没有主题：请写{ $field }{ $sign }=名称，多个名称用半角分号隔开
cli-no-person = 本登记册中无人称为“{ $value }”。`ta-tui focal-points`列出所有人及其代码。
cli-several-people = “{ $value }”可指{ $names }{ $more ->
        [0] {""}
       *[other] {" "}等，另有{ $more }人
    }；请多写几个字或写代码
cli-set-no-day = “{ $value }”不是日期：请写成2027-03-01、2027-03或2027（取其末日）、today或+6m
cli-set-no-number = “{ $value }”不是需求编号
cli-set-new-theme = 尚无主题“{ $value }”；用--new-themes建立
cli-set-no-such-theme = 没有可去掉的主题“{ $value }”
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

cli-value-filter = 筛选条件
cli-value-file = 文件
cli-value-folder = 文件夹
cli-value-file-or-folder = 文件|文件夹
cli-value-name = 名称
cli-value-names = 列名
cli-value-kinds = 种类
cli-value-date = 日期
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
cli-value-command-or-topic = 命令|主题
cli-value-what = 内容
cli-value-need = 需求编号
cli-value-kind-or-id = 种类|编号
cli-value-kind-or-need = 种类|需求编号
cli-value-into = 并入的编号
cli-value-by = 单位
cli-value-field = 字段
cli-value-order = 次序
cli-value-needs-and-activity = 需求编号…活动代码
cli-value-need-or-activity = 需求编号|活动代码
cli-value-activity = 活动代码
cli-value-finding = 结果
cli-value-band = 档次
cli-value-setting = 名称=值

activity-share = { $state }：{ $share }%
activity-review = { $state }，{ $cycle }
activity-reviews-all = { $cycle }，所有国家
activity-money = { $stage }{ $named ->
        [0] {""}
       *[other] ：{ $who }
    }{ $stated ->
        [0] {""}
       *[other] ，{ $amount }
    }
platform-priority = { $rank }. { $priority }

cli-show-unknown = 没有{ $kind }“{ $code }”。
cli-value-kind = 类型
cli-value-id = 编号
cli-value-assignment = 字段=值
cli-own-post = { $who }是您本人账户的职位：此账户的更改、撤销、草稿和is:mine均属此人。
cli-records-in-no-figure = { $count ->
   *[other] { $count }项需求（首项为{ $need }）未填条款、章或类别：按这些统计的图表不计入。已写入，请核对。
    [1] 需求{ $need }未填条款、章或类别：按这些统计的图表不计入。已写入，请核对。
}
cli-records-other-cycle = 需求{ $need }：第{ $article }条所属章节由另一周期审议。已写入，请核对。
cli-records-would-be-other-cycle = 需求{ $need }：第{ $article }条所属章节由另一周期审议。将会写入，请核对。
cli-records-added = 已录入
cli-records-out = 已作废
cli-records-no-value = “{ $word }”未设置任何内容：请写“字段=值”，例如article=52
cli-records-unknown-field = { $kind }没有字段“{ $field }”；可用的字段：{ $known }
cli-records-beside-input = “-”代表全部写入内容：请去掉其他词
cli-records-version-of-line = 使用“-”时，每行自带"version"；请去掉--if-version
cli-records-no-line = 标准输入没有内容：未写入
cli-records-no-id = 缺少"id"，无法确定是哪条记录
cli-records-nested = { $field }：此处应为文字或列表，不能是对象；多种语言的名称写作{"{"}"en": "…", "fr": "…"{"}"}
cli-records-no-object = 不是JSON对象（第{ $column }个字符）：每行写一个，例如{ $example }
cli-records-no-version = “{ $value }”不是版本号
cli-records-line = 第{ $line }行：
cli-records-conflicts = 未写入任何内容，他人所写保持不变。要用{ $count ->
   *[other] 这{ $count }个值
}取代他人所写，请用记录的现行版本或不带版本重新执行命令。
cli-void-no-reason = --reason说明理由：请写明错在何处

entry-none-of = { $field }不能是“{ $value }”；可以是：{ $known }
entry-unknown = { $field }：本登记册没有“{ $value }”
entry-unknown-near = { $field }：本登记册没有“{ $value }”。最接近的是：{ $near }
entry-several = { $field }：“{ $value }”可以是{ $names }{ $more ->
        [0] {""}
       *[other] 以及另外{ $more }个
    }；请多写几个字或写代码
entry-no-article = { $field }：“{ $value }”不是条款编号；需求所涉条款为第5至62条，写法如52，或第五十二条、53–57
entry-no-chapter = { $field }：“{ $value }”不是章；请写II至VI
entry-no-date = { $field }：“{ $value }”不是日期；请按所知程度写：2019、2019-05或2019-05-03
entry-no-number = { $field }：“{ $value }”不是{ $least }至{ $most }的整数
entry-no-language = { $field }：“{ $value }”不是语言代码；请写两个或三个字母，例如en、fr、zh
entry-long-row = { $field }：“{ $value }”的部分多于{ $cells }
entry-same-language = { $field }：“{ $value }”有两处文字的语文都是{ $language }
entry-unreadable = { $field }：“{ $value }”写法不符
entry-long-line = { $field }：{ $count }个字符过多；最多{ $most }个
entry-long-text = { $field }：{ $count }字节过多；最多{ $most }字节
