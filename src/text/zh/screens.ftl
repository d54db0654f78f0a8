# 屏幕、页面、浮层、状态行。

tab-overview = 概览
context-overview = 概览
command-screen-overview = 概览
about-screen-overview = 概览：总数和图表
tab-states = 国家
context-states = 国家
command-screen-states = 国家
about-screen-states = 各国及其需求
tab-reviews = 审议
context-reviews = 审议
command-screen-reviews = 审议
about-screen-reviews = 各项审议及其进展
tab-needs = 需求
context-needs = 需求
command-screen-needs = 需求
about-screen-needs = 需求列表，每行一项
tab-triage = 处理
context-triage = 处理
command-screen-triage = 处理
about-screen-triage = 处理：各协调人的待办队列
tab-assistance = 援助
short-tab-assistance = 援助
context-assistance = 援助
command-screen-assistance = 援助
about-screen-assistance = 援助：谁在何处提供何种援助
tab-figures = 图表
context-figures = 图表
command-screen-figures = 图表
about-screen-figures = 秘书处说明中的各图、条款之间的关联和已公布的数字

illustrative = 示例数据
foot-day = 今天为{ $day }
read-only = 只读
no-names = 隐去国名
as-of = 截至{ $day }
sample-copy = 示例登记册的个人副本

too-small = 窗口为{ $columns }×{ $rows }。ta-tui至少需要{ $needed-columns }×{ $needed-rows }；请放大窗口。按{ $quit }退出。
loading = 正在读取登记册……
counting-share = 正在统计……已完成{ $share } %。转到别处即停止。
no-answer = 未能为此屏幕读取登记册，因此不显示任何内容。原因见下方提示。

filter-empty = 全部需求
hint-chapters = 章
hint-range = 结束选取
hint-since = 另选一天或不比较
hint-earlier-filters = 先前的条件
hint-run = 执行
hint-go-there = 前往
hint-filter-language = 筛选语言
hint-next-chart = 下一图
hint-history-scopes = 谁的更改
hint-history-open = 展开字段
hint-history-close = 收起
hint-back-range = 放弃选取
hint-back-selection = 取消选择
hint-back-facets = 关闭筛选栏
hint-back-filter = 清除筛选
hint-priority = 优先程度
hint-response = 应对情况
filter-prompt = 筛选
count-needs = { $count } / { $total }项需求
count-of-state = { $needs ->
   *[other] 该国{ $count }项需求
}
count-of-review = { $needs ->
   *[other] 该审议{ $count }项需求
}
count-in-list = 列表第{ $row }项，共{ $count }项
count-changes = { $number ->
   *[other] { $count }次更改
}
count-batches = { $number ->
   *[other] { $count }次更改，最新的在前
}
count-reading = 已读取{ $share } % · { $count } / { $total }项需求
count-searching = ……
count-share = { $share } %……
count-activities = { $count ->
   *[other] { $shown }项活动
}
count-organisations = { $count ->
   *[other] { $shown }个组织
}
count-platforms = { $count ->
   *[other] { $shown }个平台
}
count-advisers = { $count ->
   *[other] { $shown }名顾问
}
count-matched = { $count ->
   *[other] { $shown }项匹配需求
}
count-priorities = { $count ->
   *[other] { $shown }项商定优先事项，并列成员国的需求
}
count-states = { $count ->
   *[other] { $shown }个国家属于该区域
}
count-gaps = 未了结{ $open }项中{ $unserved }项未获援助
count-overlaps = { $count ->
   *[other] { $shown }对：确定{ $certain }对，很可能{ $likely }对，可能{ $possible }对
}
count-shared = { $count ->
   *[other] { $shown }组
}
count-candidates = { $count ->
   *[other] { $shown }项活动可以满足
}
count-candidate-needs = { $count ->
   *[other] { $shown }项需求可由其满足
}
count-covered = { $count ->
   *[other] { $shown }个组织
}
count-unprepared = { $count ->
   *[other] { $shown }次审议
}
count-trainings = { $count ->
   *[other] { $shown }项培训
}
count-in-state = { $count ->
   *[other] { $shown }项活动在此开展或可满足此处的需求
}
count-on-need = { $named ->
    [0] 在此就相同章开展工作者
   *[other] 在此就第{ $articles }条开展工作者
}：{ $count ->
    [0] 无
   *[other] { $count }项活动
}
count-parts = 其条款下未获援助的需求，按条款和区域
count-parts-adviser = 该区域未了结的需求
count-serving = { $count ->
   *[other] { $shown }项活动援助成员国
}
selected-count = 已选{ $count }项
selected-hidden = 已选{ $count }项，其中{ $hidden }项未在此显示
position = { $row }/{ $count }
position-under-filter = 筛选后 · { $row }/{ $count }
position-since = 自{ $day }新增 · { $row }/{ $count }
position-with-needs = 仅列有需求的国家 · { $row }/{ $count }

nobody = 未指派
not-stated = 未注明
yes = 是
no = 否
more-values = 另有{ $count }项……

total-needs = { $states }个国家的{ $need-count ->
   *[other] { $needs }项需求
}
total-untriaged = 待定{ $count }项
total-unmet = 未满足{ $count }项
total-overdue = 逾期{ $count }项
total-reviews = 已完成审议：第一周期{ $first }个，第二周期{ $second }个

measure-needs = 需求
measure-states = 国家
measure-reviews = 审议
chart-more = 另有{ $count }项
chart-others = 另有{ $count }图：{ $names }
position-line = 第{ $row }/{ $count }行
position-chart = 图{ $row }/{ $count }
bars-by-response = 条形按应对情况分段
bars-by-priority = 条形按优先程度分段
bars-by-cycle = 条形按周期分段
growth-since = 增幅
growth-path = 自{ $day }以来的增长
chart-empty = 没有可统计的内容

facets-empty = 没有匹配项。

empty-needs = 没有符合此筛选条件的需求。
empty-record-needs = 此处尚未记录任何需求。
empty-needs-hint = 按{ $edit }更改筛选，按{ $clear }清除筛选。
empty-register = 此登记册尚无需求。
empty-states = 没有符合此筛选条件的国家。
empty-reviews = 没有符合此筛选条件的审议。
empty-marked = 此处没有带此标记的重叠。
empty-assistance = 此处没有符合此筛选条件的记录。
empty-section = 此处尚无记录。
empty-gaps = 没有符合此筛选条件的未了结需求。
section-gaps = 缺口
section-shared = 共同需求
path-by = 按{ $fields }
gap-in = { $states }国{ $needs }项
gap-cell = { $states ->
   *[other] { $shown }个国家的{ $unserved }项需求未获援助
} · 未了结{ $open }项 · 已获援助{ $served }项{ $told ->
    [0] {""}
   *[other] （{ $share }%）
} · 已安排援助{ $planned }项
gap-activities = 同值活动：{ $activities }项
gap-servable = 现可援助{ $now }项
gap-legend = ▁▃▅▇：占单格最多国家数（{ $states }）的比例；–：无未获援助的需求；不足{ $few }项不排序
gap-withheld = 不予显示：所涉国家过少。
gap-nameless = 国名已隐去，不说明哪些活动面向某一区域，哪些可满足需求
gap-withheld-short = 不显示
gaps-more = 还有{ $count }列 →
shared-group = { $states }个国家，{ $needs }项未获援助的需求，其中{ $high }项为高优先程度
count-in-cell =
    { $count ->
       *[other] 同值活动{ $shown }项
    }
count-servable =
    { $count ->
       *[other] 现可援助的需求{ $shown }项
    }
empty-in-cell = 没有活动说明这些值。
empty-servable = 这些需求均没有尚未匹配的强候选。
cell-turns = 按{ $key }显示同值活动，或现可援助的需求
reason-strong-alone = 此处只列强候选
shared-high = 高{ $high }
empty-shared = 在此筛选条件下，没有任何条款为同一组的三个国家所共有。
shared-wide = { $states }个国家不宜合办一次讲习班：按{ $key }可按主题或类别拆分各组
section-overlaps = 重叠
marked-all = 全部
marked-unmarked = 未标记
marked-coordinated = 已协调
marked-real = 确有重叠
marked-none = 不重叠
empty-overlaps = { $providers ->
    [0] 登记册中没有一项活动写明提供者，因此无从重叠。
    [one] 登记册的全部{ $activities }项活动均由同一提供者提供，因此没有与其他提供者的活动重叠。
   *[other] { $activities }项活动中，没有一项与其他提供者的活动重叠。
}
overlap-both = 两项活动
overlap-head-what = 内容
overlap-head-status = 状态
overlap-head-when = 时间
overlap-head-states = 国家
overlap-head-articles = 条款
overlap-head-donor = 捐助方
overlap-is-certain = 确定
overlap-is-likely = 很可能
overlap-is-possible = 可能
overlap-time-certain = 双方时间均已知，有{ $days }天相同
overlap-time-near = 两者相隔{ $days }天
overlap-time-unknown = 一方时间未知
overlap-time-region = 仅区域相同
overlap-time-neither = 双方时间均未知
overlap-reason = { $verdict }：{ $time }；共有{ $states }个国家、{ $articles }个条款。
overlap-reason-themes = { $verdict }：{ $time }；共有{ $states }个国家，以及{ $themes }。
overlap-nameless = { $verdict }。两者的地点和时间不予说明。
overlap-marked = { $who }于{ $at }标记为{ $mark }{ $said ->
    [0] 。
   *[other] ：{ $why }
}
overlap-marked-only = 已标记为{ $mark }。
overlap-changed-since = 此后有变化：{ $facts }。
overlap-changed-mark = { $mark }，有变化
mark-title = { $first }与{ $second }：{ $mark }
mark-help = 理由？不写理由直接按Enter也可标记。
mark-help-none = 为何不重叠？
mark-no-reason = 请简要说明为何不重叠。
notice-marked = { $first }与{ $second }已标记为{ $mark }。{ $key }撤销。
notice-unmarked = { $first }与{ $second }已没有标记。{ $key }撤销。
reason-no-overlaps = 仅限重叠列表
reason-no-overlap = 此处没有重叠
reason-no-mark = 没有标记
empty-record = 此处没有相关记录。
empty-candidates = 没有强或较可能的候选；按{ $key }一并列出可能的候选。
empty-candidates-possible = 没有候选，可能的候选也没有。
section-activities = 活动
section-organisations = 组织
section-platforms = 平台
section-advisers = 顾问
matched-before = { $count }项在其变更前匹配
match-changed = 此后已变更：{ $fields }
section-coverage = 覆盖情况
coverage-by-provider = 按提供者
coverage-by-donor = 按捐助方
coverage-by-unprepared = 进行中但未获筹备援助的审议
coverage-by-trainings = 培训及其数字
path-in-state = 当地援助
unprepared-about = 审议已开始但尚无执行摘要，且没有未取消的活动为该国的这次审议提供筹备或协助。面向所有国家审议的活动不计入。
trainings-together = 合计
trainings-about = 几项培训共有的数字只计一次；来源称“至少”的，以+标示。
trainings-number = { $least ->
    [0] {""}
   *[other] 至少
}{ $number }{ $what ->
    [events] { $count ->
       *[other] 场活动
    }
    [people] { $count ->
       *[other] 人
    }
    [states] { $count ->
       *[other] 个国家
    }
   *[ldcs] { $count ->
       *[other] 个最不发达国家
    }
}
covered-articles = { $count ->
   *[other] { $shown }个条款
}
covered-needs = { $named ->
   *[other] { $matched ->
       *[other] 列名{ $states }个国家 · 匹配{ $needs }项需求，其中{ $served }项未了结且已获援助
    }
}
covered-hidden = 国家和需求不显示
covered-years = 开始年份：{ $years }
covered-undated = 未说明{ $count }
covered-money-is = 款项：{ $money }
covered-no-money = 款项：未说明
covered-none = 未说明
organisation-could = 可满足的未了结需求（含已获援助者）：{ $said }
organisation-with = 合作方：{ $said }
organisation-donors = 捐助方：{ $said }
organisation-history = 变更：{ $said }
organisation-unchanged = 录入后没有变更
organisation-changed = 共{ $count }次，最近一次{ $day }，{ $who }：{ $fields }
activity-heading = { $code }：{ $said }
activity-unnamed = { $count }国未列名
empty-register-reviews = 此登记册尚无审议。
empty-queue-nobody = 符合此筛选条件的{ $count }项需求均已有人负责。
empty-queue-person = 符合此筛选条件的{ $count }项需求均不由{ $person }负责。
empty-queue-elsewhere = 待处理的需求在：{ $queues }。按{ $left }到人员列表，按{ $down }到下一人。
empty-history = 尚无任何更改。
empty-history-filter = 符合此筛选条件的需求均未更改。

messages-title = 本次会话的消息，最新的在前（UTC）
reason-no-messages = 尚无消息
legend-title = 符号
sign-high = 优先程度高
sign-medium = 优先程度中
sign-low = 优先程度低
sign-unmet = 未满足
sign-planned = 已计划
sign-under-way = 进行中
sign-met = 已满足
sign-withdrawn = 已撤回
sign-nil = 未注明或没有
sign-cursor = 列表光标
sign-selected = 已选中；已列入
sign-dropped = 未列入
sign-foreign = 您上次查看或离开后他人已更改
sign-selected-foreign = 已选中，且他人已更改
sign-draft = 您的备注尚未保存
sign-open = 他人正在查看
sign-pinned = 置顶
sign-put-off = 已跳过
sign-duplicate = 与另一需求相同
sign-void = 已作废，不计入统计
sign-rising = 按此列排序
sign-falling = 按此列倒序
sign-serves = 满足该需求的活动
sign-given-there = 在该国开展的活动
sign-taken = 筛选条件要求此值
sign-left-out = 筛选条件排除此值
sign-added = 较早日期之后增加的部分
sign-unstated = 条形中：未注明、未指派
sign-heat = 表格中数量最多的单元格；▁ ▃ ▅依次较少
sign-more = 下面还有内容；▴上面还有内容
sign-cut = 文字未完

people-you = 本人：{ $name }
focal-of = { $state }协调人
adviser-of = { $region }顾问
you = 本人
people-title = 协调人
queue-title = { $person }的队列
queue-title-all = 全部需求（注明负责人）
people-untriaged = 待定
people-pressing = 高
people-overdue = 逾期
queue-rule = 排序：未结、待定、高优先、最早

need-title = 需求{ $id }
need-open-by-you = 您本人（另一终端）
need-also-open = 其他打开者：{ $who }
need-repeated = 重复项：{ $ids }
need-duplicate = 与需求{ $id }重复
need-void = { $by }于{ $at }作废：{ $reason }
need-merged = { $by }于{ $at }作废：已并入需求{ $into }
need-draft = ✎ 草稿：{ $text }
need-gone = 此需求已不在登记册中。
need-document = 文件
need-origin = 由来
need-uuid = 唯一标识符
need-review = 审议
need-source = 来自
need-articles = 条款
need-themes = 主题
need-history = 更改记录
around-others = { $by ->
    [category] 该国同类别的其他需求
    [chapter] 该国同章的其他需求
   *[article] 该国同条款的其他需求
}
around-assistance = 该国已获援助
around-not-given = ，未提供{ $count }
around-none = 无
around-short = { $by ->
    [category] 同类别需求：
    [chapter] 同章需求：
   *[article] 同条款需求：
}{ $others } · 援助：{ $assistance } · 更改：{ $changes }
need-no-history = 尚无更改
need-loading = ……
need-undone = 撤销

state-party-since = { $date }成为缔约国
state-party = 缔约国
state-not-party = 非缔约国
state-party-not-stated = 当时是否为缔约国未说明
state-adviser = 顾问：{ $adviser }
review-title = { $state } · { $cycle }
review-reviewers = 审议缔约国：{ $first }、{ $second }
review-stakeholders-yes = 有外部利益攸关方参与审议
review-stakeholders-no = 无外部利益攸关方参与审议
review-took-part = 参与者：{ $who }
review-took-no-part = 未参与：{ $who }
review-joint-meeting = 联席会议
review-country-visit = 国别访问
review-no-step = 尚未启动

by-theme-counting = 正在统计主题……
by-theme-states = 国家
by-theme-articles = { $theme } · 条款 · { $measure }

history-all = 所有人
history-where = { $state }，第{ $articles }条
history-states = { $count }个国家
history-records = { $count }项记录
history-added = 新增
history-taken-out = 移除
history-undone = 已撤销
history-reason = “{ $words }”
history-more = 另有{ $count }项更改
first-use-title = 初次使用？
first-use-chapter = 只看第五章；再按一次：全部
first-use-example = 塞舌
first-use-word = 输入词语可查找国家、条款、人员和文本
first-use-triage = 处理：等待您处理的需求
first-use-tour-word = 导览
first-use-tour = 五分钟熟悉程序
first-record-title = 从这里开始
first-record-person = 您的职位，代码为{ $who }
first-record-review = 审议：国家、周期、各步骤及其日期
first-record-needs = 逐项录入光标处审议的需求
first-record-in-reviews = 按{ $new }新建审议：国家、周期、各步骤。随后按{ $needs }录入其需求。
first-record-in-needs = 需求在提出该需求的审议中录入：按{ $reviews }列出审议，按{ $needs }录入光标处审议的需求。按{ $new }单独新建一项需求。

notice-tour = 导览在单独的副本上进行：请退出本程序，再运行ta-tui tour
tour-ends = 连按两次Esc结束
tour-list = { $a }：以列表显示全部需求；上一行提示可用的按键
tour-move = 按三次{ $a }或Down：在列表中下移；{ $b }为上移
tour-word = { $a }，输入asset，按Enter：只看含有该词的需求
tour-clear = { $a }：取消筛选，恢复全部需求
tour-chapter = { $a }：各屏幕均只看《公约》第五章
tour-overview = { $a }：按各值统计同样的需求，每值一条
tour-bar = 按{ $a }到下一图，按{ $b }打开光标处条形所计的需求
tour-page = 再按{ $a }：打开光标处需求的页面
tour-priority = { $a }、{ $b }或{ $c }：为需求改定优先程度
tour-response = { $a }、{ $b }或{ $c }：改定应对情况（已计划、进行中、已满足）
tour-assign = { $a }，选择，按Enter：改由他人负责
tour-undo = 按三次{ $a }：撤销这三项决定
tour-go = { $a }：可以前往何处的菜单
tour-show = 先{ $b }后{ $a }：此处如何显示的菜单
tour-change = 先{ $b }后{ $a }：此处可更改内容的菜单
tour-help = 先{ $b }后{ $a }：此处的全部按键
tour-end = 导览到此结束。按Esc再按{ $a }退出；用ta-tui启动程序

news-changed = 他人已更改：{ $count }
news-given = 指派给您：{ $count }
news-overdue = 新近逾期：{ $count }
news-since = 自{ $at }（UTC）您离开程序时起
news-nothing = 无。
news-first = 您此前尚未离开过本登记册，因此没有新变化。本次使用结束后，此处将列出他人所作的更改。
notice-news =
    { $count ->
       *[other] 您上次离开后，他人更改了{ $count }项需求：按{ $key }查看
    }
reason-no-news = 只在显示登记册现状且列出国名时显示新变化

record-named = { $kind }{ $name }
record-there = 已登记
record-added = 已添加
record-out = 已作废
record-need = 需求
record-review = 审议
record-state = 国家
record-person = 人员
record-organisation = 组织
record-activity = 活动
record-platform = 平台
record-match = 匹配
record-overlap = 重叠
record-theme = 主题
record-document = 文件
record-comment = 评论
record-view = 视图
record-setting = 设置
record-category = 类别
record-area = 地区
record-reach = 覆盖数
record-field-record = 记录
record-field-value = 值
record-field-name = 名称
record-field-owner = 所属人
record-field-screen = 屏幕
record-field-filter = 筛选条件
record-field-sort = 排序
record-field-columns = 列
record-field-grouping = 分组
record-field-measure = 计数
record-field-key = 按键
record-field-code = 代码
record-field-since = 起始日期
record-field-sees = 可见范围
record-field-until = 截止日期
record-field-merged-into = 并入
record-field-title = 标题
record-field-description = 描述
record-field-kind = 类型
record-field-level = 层级
record-field-status = 状态
record-field-starts = 开始日期
record-field-starts-as = 开始日期性质
record-field-ends = 结束日期
record-field-ends-as = 结束日期性质
record-field-date = 日期
record-field-identifier = 标识符
record-field-former-identifier = 曾用标识符
record-field-reporting = 报告组织
record-field-provider = 提供者
record-field-partner = 合作伙伴
record-field-donor = 捐助方
record-field-programme = 方案
record-field-programme-words = 方案的文字说明
record-field-helped = 受援国
record-field-host = 东道国
record-field-providing-state = 提供援助的国家
record-field-unnamed-states = 未具名国家数
record-field-area = 地区
record-field-region-words = 区域的文字说明
record-field-place = 地点
record-field-article = 条款
record-field-chapter = 章
record-field-theme = 主题
record-field-theme-words = 主题的文字说明
record-field-participants = 参加者
record-field-reach = 覆盖数
record-field-reviews-served = 所服务的审议
record-field-money = 资金
record-field-sdg = 可持续发展目标
record-field-link = 链接
record-field-edition-language = 语言
record-field-edition = 版次
record-field-outcome = 成果
record-field-document = 文件
record-field-document-words = 文件的文字说明
record-field-paragraph = 段次
record-field-uncertainty = 来源未说明之处
record-field-symbol = 文号
record-field-body = 机构
record-field-session = 届会
record-field-need = 需求
record-field-activity = 活动
record-field-extent = 程度
record-field-note = 说明
record-field-matched-by = 匹配者
record-field-matched-at = 匹配时间
record-field-first = 第一项活动
record-field-second = 第二项活动
record-field-mark = 标记
record-field-why = 理由
record-field-facts = 所依据的事实
record-field-marked-by = 标记者
record-field-marked-at = 标记时间
record-field-review = 审议
record-field-source = 来源
record-field-category = 类别
record-field-text = 案文
record-field-language = 语言
record-field-identified = 确定日期
record-field-rank = 国家排序
record-field-recommendation = 审议建议
record-field-role = 作用
record-field-post = 职位
record-field-organisation = 组织
record-field-member = 成员国
record-field-priorities = 商定优先事项
record-field-cycle = 周期
record-field-reviewer-1 = 第一审议缔约国
record-field-reviewer-2 = 第二审议缔约国
record-field-started = 启动
record-field-self-assessment = 综合自评清单
record-field-desk-review = 案头审查
record-field-direct-dialogue = 直接对话
record-field-dialogue = 对话形式
record-field-executive-summary = 执行摘要
record-field-country-report = 国别审议报告
record-field-stakeholders = 外部利益攸关方
record-field-civil-society = 民间社会
record-field-private-sector = 私营部门
record-field-academia = 学术界
record-field-media = 媒体
record-field-iso2 = 二字母代码
record-field-iso3 = 三字母代码
record-field-spelling = 其他写法
record-field-party = 缔约国
record-field-party-since = 成为缔约国日期
record-field-region = 区域组
record-field-membership = 国家组别
record-field-adviser = 顾问
# The name of something in one language.
record-field-by-language = { $field }（{ $language }）
reason-changes-of-needs = 此处仅列需求的更改；请转到某人、某日或全部，且不带筛选条件

palette-title = 查找命令或记录
palette-record = { $kind } · { $shown }{ $count ->
   *[other] 项需求
}
palette-kind-review = 审议
palette-view = 视图 · { $whose }
palette-state-article = { $state }，{ $article }
palette-review = { $state }，{ $cycle }
by-number-title = 按编号打开需求
by-number-none = 没有此编号的需求
help-title = 按键：{ $context }
help-no-roles = 无角色：由文件权限决定
no-roles = 无角色
picker-title = 指派给
assign-likely = 各需求所属国的协调人
assign-likely-count = { $count }人
handover-title = 将此队列移交给
views-title = 视图
view-built-in = 内置
view-shared = 共享
view-own = 个人
view-new-title = 保存此视图
view-name = 视图名称
view-key = 按键
view-whose = 归属
view-help = Tab：下一项；空格：切换归属；Ctrl-s：保存
columns-title = 列
columns-bar = 条形
themes-title = 主题
themes-new = 按Enter新建主题“{ $name }”
tagging-give = { $meant ->
        [selected] 为选中的{ $count }项需求添加主题
        [queue] 为此队列的{ $count }项需求添加主题
       *[found] 为符合筛选条件的{ $count }项需求添加主题
    }
tagging-take = { $meant ->
        [selected] 从选中的{ $count }项需求删除主题
        [queue] 从此队列的{ $count }项需求删除主题
       *[found] 从符合筛选条件的{ $count }项需求删除主题
    }
tagging-have = { $total }项中有{ $count }项已有
tagging-likely = 与搜索相符
tagging-new = 新建主题“{ $name }”
duplicate-title = 与哪项需求重复？请选择或输入编号
duplicate-none = 不是重复项
duplicate-like = 同条款
picker-empty = 没有可选项
picker-nothing = 无匹配项
duplicate-itself = 需求不能是其自身的重复项
duplicate-unknown = 没有此需求
void-title = { $count ->
   *[other] 作废{ $count }项需求的理由
    [1] 作废需求{ $need }的理由
}
void-help = 作废后不列入任何列表和统计；用is:void查找，在该列表中按{ $key }恢复。Enter：作废；Esc：保留
void-record = 作废{ $record }的理由
void-record-help = 作废后不列入任何列表和统计；用is:void查找，在该列表中按{ $key }恢复。Enter：作废；Esc：保留
need-void-reason = 已作废：{ $reason }
void-hidden = 其中{ $count }项被筛选条件隐藏。Enter：作废；Esc：保留
void-no-reason = 请说明理由：理由与作废的内容一并显示
notice-void = { $count ->
   *[other] { $count }项需求已作废；按{ $key }恢复
    [1] 需求{ $need }已作废；按{ $key }恢复
}
notice-void-record = 已作废：{ $record }；按{ $key }恢复
notice-void-record-back = 已恢复：{ $record }；按{ $key }收回
reason-void = 此需求已作废：按{ $void }恢复
void-back-title = { $count ->
   *[other] 恢复{ $count }项需求？
    [1] 恢复需求{ $need }？
}
void-back-help = 恢复后重新列入所有列表和统计，一并作废的匹配也一并恢复。
void-record-back = 恢复{ $record }吗？
void-record-back-help = 它将重新列入各列表；可用撤销键收回。
notice-void-back = { $count ->
   *[other] { $count }项需求已恢复；按{ $key }撤销
    [1] 需求{ $need }已恢复；按{ $key }撤销
}
merge-with = { $kind ->
    [theme] 主题“{ $record }”与哪项合并
   *[need] 需求{ $record }与哪项合并：选择或输入编号
}
merge-title = { $kind ->
    [theme] 将主题“{ $record }”并入“{ $into }”
   *[need] 将需求{ $record }并入需求{ $into }
}
merge-stays = { $kind ->
    [theme] 保留“{ $record }”
   *[need] 保留需求{ $record }
}
merge-goes = { $kind ->
    [theme] 移除“{ $record }”
   *[need] 需求{ $record }随后作废
}
merge-uses = 需求：{ $needs }；活动：{ $activities }
merge-hint = h、l：采用哪一项的值；s：保留哪一项；Enter或Ctrl-s：合并；Esc：保持不变。{ $kind ->
    [theme] 带有另一主题的需求和活动改为带有保留的主题。
   *[need] 与另一项关联的内容改为与保留的一项关联。
}
merge-no-theme = 没有其他主题使用此名称
merge-two = 一次合并两项需求：请选两项，或不选
notice-merged = { $kind ->
    [theme] 主题“{ $record }”已并入“{ $into }”；按{ $key }撤销
   *[need] 需求{ $record }已并入需求{ $into }；按{ $key }撤销
}
reason-merge-two = 一次合并两项需求
comments-title = 需求{ $id }：{ $count ->
    [0] 尚无评论
   *[other] { $count }条评论
}
comments-new = 您的评论；署名后不可更改
comments-empty = 请先写入内容
comment-head = { $at }  { $who }
need-comments = 评论（{ $count }）
notice-comment-kept = 对需求{ $need }的评论尚未保存；按{ $key }重新打开
notice-commented = 已对需求{ $need }发表评论；按{ $key }撤回
notice-retired = { $who }已离任；按{ $key }撤销
reason-no-person = 未显示任何人的队列
prompt-projected = 预计日期（UTC）
prompt-projected-help = 2027-03-31、2027年3月31日、2027-03、2027、+6m、+2y；留空表示不填
prompt-no-day = “{ $typed }”不是日期；请写2027-03-31、2027-03、2027或+6m
conflict-title = 他人已先更改（{ $row } / { $count }）
conflict-by = { $by }于{ $at }（UTC）更改。您的内容没有丢失。
conflict-lines = 第{ $from }–{ $to }行，共{ $count }行：{ $down }、{ $up }
conflict-before = 更改前
conflict-theirs = 他人的
conflict-mine = 我的
notes-theirs = 登记册中的现有内容（按{ $key }并入）：
notes-title = 需求{ $id }的备注
choose-sort = 排序依据
confirm-title =
    { $number ->
       *[other] 更改{ $count }项需求？
    }
confirm-give-theme = 为{ $count }项需求添加主题“{ $value }”{ $have ->
        [0] 。
       *[other] ；其中{ $shown }项已有此主题。
    }
confirm-take-theme = 从{ $count }项需求删除主题“{ $value }”；其中{ $shown }项有此主题。
confirm-now = 现为：{ $values }
confirm-also = 可再加其他决定
hint-yes = 是
hint-no = 否
hint-draft-kept = 返回，留草稿
notice-yes-is-another-key = 对许多需求的提问或尚未显示的提问，Enter不作答：按{ $key }为“是”
notice-question-unseen = 按键时问题尚未显示；{ $key }表示“是”
confirm-needs = 第{ $from }–{ $to }项，共{ $count }项
confirm-hidden = 其中{ $count }项不在下方列表中。
confirm-waiting =
    { $count ->
       *[other] 其中{ $count }项没有预计日期且已逾期；更改后重新计算{ $days }天。
    }
confirm-undo = 一次撤销（{ $key }）即可全部恢复。
taking-back-title = 撤销此更改？
taking-back-title-redo = 重做此更改？
taking-back-what = { $needs }：{ $fields }，您于{ $at }（UTC）更改。
taking-back-what-redo = { $needs }：{ $fields }，您于{ $at }（UTC）撤销。
taking-back-needs = { $count }项需求
taking-back-in = 恢复
taking-back-out = 移除
taking-back-earlier = 此更改不是在本次运行中作出的，而是您以前或在其他终端所作。
taking-back-all-stay = 所有字段此后均已更改，无法撤销。
taking-back-all-stay-redo = 所有字段此后均已更改，无法重做。
taking-back-staying-redo =
    { $count ->
       *[other] { $count }个字段此后已更改，保持不变（列在最前）；其余将重做。
    }
taking-back-staying =
    { $count ->
       *[other] { $count }个字段此后已更改，保持不变（列在最前）；其余将撤销。
    }
list-separator = 、
taking-back-since = （保持不变：{ $by }，{ $at }）
taking-back-merged = （保持不变：{ $by }于{ $at }合并了主题{ $theme }）
taking-back-fields =
    { $count ->
        [1] 字段
       *[other] 第{ $from }–{ $to }个字段，共{ $count }个
    }

field-notes = 备注

notice-no-command = 此处不能用{ $key }；按{ $help }查看按键
notice-decides-elsewhere = { $key }用于在处理屏幕和需求页上对需求作出决定（{ $value }）
notice-all-chosen = 各字段均已选定；按{ $key }写入
notice-one-pane = 此处只有一个窗格；按{ $key }进入筛选栏
notice-history-scopes = 此行未展开；按{ $key }查看其他对象的更改
notice-all-changes = 已在显示所有人的更改
notice-no-command-nor-help = 此处不能用{ $key }
notice-not-in-menu = { $menu } { $key }：无此项；{ $close }关闭
notice-elsewhere = { $name }：在“{ $places }”中
notice-not-here = { $name }：本屏幕不适用
notice-key-moved = { $name }：今后请按{ $key }
notice-key-gone = “{ $name }”今后为{ $back }，或按两次{ $all }
notice-text-ignored = 已忽略：一次传来许多字符，而此处的按键是命令：“{ $text }”。如要查找此内容，请先按{ $key }
notice-text-ignored-here = 已忽略：一次传来许多字符，而此处的按键是命令：“{ $text }”
notice-line-full = 一行最多{ $most }个字符；未收入：{ $count }
notice-notes-full = 备注最多{ $most }字节；未收入的字符数：{ $count }。其余内容已保留；如要添加，请先删减
notice-nowhere-back = 已在主屏幕，且未设筛选；按{ $quit }退出
notice-selection-dropped =
    { $count ->
       *[other] 已取消选择{ $count }项需求
    }
notice-nothing-to-undo = 没有可撤销的更改
notice-nothing-to-redo = 没有可重做的更改
notice-nothing-before = 此前没有可撤销的更改
notice-nothing-before-redo = 此前没有可重做的更改
notice-undo-waits = 有一项撤销待您确认：请关闭其他窗口，再按{ $key }
notice-nothing-to-repeat = 还没有可照用的决定
notice-brought-back =
    { $count ->
       *[other] { $count }项跳过的需求已取回
    }
notice-kept-theirs = 已保留他人的内容；您的内容未写入
notice-kept-theirs-draft = 需求{ $need }已保留他人的内容；您的文字已存为草稿：按{ $key }继续
notice-open-by-you = 您在另一终端也打开了此需求；下次打开时列出两处输入的内容
notice-draft-kept = 您为需求{ $need }输入的内容已存为草稿；按{ $key }继续
notice-draft-unsaved = 未保存：您为需求{ $need }输入的内容退出即丢失；按{ $key }继续
notice-draft-failed = 需求{ $need }的备注尚未保存，程序会再试。{ $why }
notice-draft-saved = 您为需求{ $need }输入的内容现已存为草稿
notice-draft-offered = 您于{ $at }（UTC）保存的草稿；按Ctrl-x恢复登记册中的备注
notice-drafts =
    { $count ->
       *[other] 您有{ $count }项需求的备注尚未完成，最近一项为需求{ $need }；按{ $key }列出
    }
context-form = 表单
form-review = { $state }/{ $cycle }
form-yes = 是
form-no = 否
form-given = 已选
form-space-opens = 按空格键打开列表
form-several = 可填多项，用分号分隔
form-likely = 可能：{ $person }
form-guessed = { $language }（根据文本推测）
form-day-of-source = { $day }，即来源的日期
form-text-in = 语言：{ $language }（推测）
form-theirs = { $by }于{ $at }填写：{ $words }
form-marks = *与登记册不同，!为必填；按Ctrl-s之前不写入任何内容。
form-not-saved = 未保存
form-waits = 正在读取或写入…
form-new = 新建{ $kind }
form-sitting = 连续录入
form-sitting-count =
    { $drafts ->
        [0] 已录入{ $count }项
       *[other] 已录入{ $count }项，草稿1份
    }
form-space-takes = { $proposed }（空格键采用）
form-proposed = 根据文本用词的建议；在该字段按空格键采用：
form-alike = { $state }的相似需求：
form-alike-same = 相似度{ $percent }%，可能是同一需求：
form-alike-opens = { $key }：打开其中一项
reason-nothing-alike = 目前没有相似的需求
form-next-pasted = 粘贴的下一项：{ $text }
notice-form-pasted = 已粘贴{ $count }项需求：第一项在此，其余在保存后依次出现；按{ $key }放弃
form-last-entered = 上一项：{ $stated }：{ $text }
form-this-sitting = 本次录入
form-next-need = 下一项需求
form-entered = 已录入{ $count }项需求
form-field-of = 字段{ $at }/{ $count }
form-correct-title = 更正哪一记录？
form-list-new = 新建{ $kind }…
form-list-person = 人员
form-list-document = 文件
form-drafts-title = 未完成的表单
form-drafts-notes = 未完成的备注
plan-title = 关于{ $article }的区域讲习班（第{ $number }条）
plan-title-group = 面向{ $group }的讲习班：{ $article }（第{ $number }条）
plan-title-part = 关于{ $article }的区域讲习班：{ $part }（第{ $number }条）
plan-title-group-part = 面向{ $group }的讲习班：{ $article }，{ $part }（第{ $number }条）
plan-document = 本登记册内规划
plan-path = 规划讲习班
plan-about = 一项状态为拟开展的活动及其计划满足的匹配。按Ctrl-s和y之前不写入任何内容。
plan-counted = { $states }个国家，{ $needs }项需求
plan-states = 国家：共{ $all }个，{ $count }个参加
plan-needs = 需求：共{ $all }项，{ $count }项匹配为计划满足
plan-some = { $own }/{ $all }
plan-wide = 超过{ $most }个国家，不宜合办一次讲习班：按Esc后按{ $key }，可按主题或类别拆分该组。
plan-response = 这些需求的应对情况
plan-moves = { $needs }项需求中有{ $moves }项将改变：未说明或未满足者
plan-row-of = { $at }/{ $count }
plan-help-states = 空格键去掉或选入一国及其需求；Tab键转到需求
plan-help-needs = 空格键去掉或选入一项需求；Tab键转到应对情况
plan-help-response = 空格键选择：保持不变，或改为已计划
plan-question = 为{ $states }个国家规划，并将{ $needs }项需求匹配为计划满足？
plan-responds = { $needs }项需求的应对情况改为已计划。
plan-response-stays = 这些需求的应对情况保持不变。
plan-gone = 不计入：他人此间已为其提供或安排援助的{ $needs }项需求。
plan-undo = 活动及其全部匹配为一步：按{ $key }撤销。
plan-no-needs = 没有需求参加：按Tab键转到国家，用空格键选入
plan-all-gone = 他人此间已为所有这些需求提供或安排援助：没有可规划的
plan-no-group = 登记册中已没有此规划的组
plan-code-taken = 代码{ $refused }已被占用：改用{ $code }。尚未写入；按{ $save }再次提问
plan-conflict = 他人此间更改了其中{ $needs }项需求的应对情况。尚未写入；按{ $save }再次提问
notice-planned = 已规划{ $code }：{ $states }个国家，匹配{ $needs }项需求；按{ $key }全部撤销
reason-no-group = 光标处没有共同需求的组
reason-not-shared = 只有共同需求的组可以拆分、去掉国家
reason-no-state-of-group = 右键（l）转到该组的国家，在那里用空格键去掉
reason-not-of-needs = 只能在活动所列的需求中选择
reason-no-match = 光标处没有匹配：按Tab键转到需求的援助，或活动的需求
reason-no-new-match = 只有新的匹配可在此选择程度和应对情况
match-question =
    { $needs ->
        [one] 将需求{ $need }与{ $activity }匹配？
       *[other] 将{ $needs }项需求与{ $activity }匹配？
    }
match-extent = 程度（{ $key }）：{ $values }
match-response = 应对情况（{ $key }）：{ $values }
match-response-stays = 保持不变
match-responds = { $all }项需求中有{ $needs }项的应对情况改变，其余已达到。
match-undo = 为一步：按{ $key }撤销。
match-conflict = 他人此间更改了其中{ $needs }项需求的应对情况：未写入任何内容。请重新匹配以查看
notice-matched =
    { $needs ->
        [one] 需求{ $need }已与{ $activity }匹配（{ $extent }）；按{ $key }撤销
       *[other] { $needs }项需求已与{ $activity }匹配（{ $extent }）；按{ $key }撤销
    }
unmatch-question =
    { $needs ->
        [one] 取消需求{ $need }与{ $activity }的匹配？
       *[other] 取消{ $needs }项需求与{ $activity }的匹配？
    }
unmatch-response = 应对情况保持不变。
notice-unmatched =
    { $needs ->
        [one] 需求{ $need }不再与{ $activity }匹配；按{ $key }撤销
       *[other] { $needs }项需求不再与{ $activity }匹配；按{ $key }撤销
    }
notice-strong-picked = 已选{ $needs }项中的{ $strong }项强候选；再按{ $key }全选
notice-all-picked = 已选全部{ $needs }项，其中{ $strong }项为强候选；再按{ $key }全不选
notice-none-picked = { $needs }项均未选，其中{ $strong }项为强候选（{ $key }）
notice-form-drafts = 您有{ $count }份未完成的表单；按{ $key }查看
form-void = 该记录已作废；保存不会恢复该记录
form-category-of-other-cycle = 该类别属于{ $cycle }
form-in-no-figure = 未填条款、章或类别：按这些统计的图表不计入此需求；再次保存即予保留
form-article-of-other-cycle = { $cycle }不审议第{ $articles }条；再次保存即予保留
form-reviews-itself = 缔约国不审议自身
form-help-line = 单行文字
form-help-text = 多行文字；按Enter换行，按Tab离开
form-help-choice = 键入首字，或按左右方向键；按空格键打开列表，按Backspace清空
form-help-number = 整数，{ $least }至{ $most }
form-help-moment = 时刻，自1970年起的秒数
form-help-day = 日期：2019-10-04
form-help-date = 日、月或年：2019-10-04、2019-10、2019
form-help-language = 语言代码，例如en、fr、zh
form-help-reference = { $kind }的任何名称或代码
form-help-references = { $kind }的任何名称或代码，可填多项，用分号分隔
form-help-articles = 第5至62条。多条：52, 53–57
form-help-articles-1 = 第5至62条；第一周期审议第15至50条。多条：15, 17–19
form-help-articles-2 = 第5至62条；第二周期审议第5至14条和第51至59条。多条：52, 53–57
form-help-chapters = 未指明条款时只填章：II, V
form-help-keys = .pub文件中的公钥，可填多项，用分号分隔
form-help-lines = 文字，可填多项，用分号分隔
form-help-rows = 每行一项：{ $cells }
cell-text = 文字
cell-language = 语文
cell-document = 文件
cell-paragraph = 段落
cell-rank = 位次
cell-articles = 条款
cell-themes = 专题
cell-status = 地位
cell-listed = 是否列出
cell-group = 组别
cell-since = 起始
cell-until = 截止
cell-state = 国家
cell-share = 百分比
cell-cycle = 周期
cell-stage = 阶段
cell-organisation = 组织
cell-amount = 金额
cell-currency = 货币
notice-text-full = 文字最多{ $most }字节；未收入的字符数：{ $count }
notice-form-draft-offered = 您于{ $at }（UTC）保存的草稿；按{ $key }放弃
notice-form-discarded = 已放弃所填内容；再按{ $key }离开表单
notice-form-draft-kept = 尚未写入；草稿已保留，下次打开时提供
notice-sitting-ended = 连续录入结束：已录入{ $count }项需求
notice-record-added = 已保存：{ $kind }{ $record }；按{ $key }撤销
notice-own-post = 已保存：您本人的职位{ $who }；此后您的更改记在此人名下。按{ $key }撤销
notice-record-changed = { $kind }{ $record }已更改；按{ $key }撤销
record-changed-back = { $record }{ $there ->
    [yes] 已登记
    [no] 已作废
   *[other] 已更改
}
records-and-more = 另{ $count }条记录
notice-records-undone = 已撤销：{ $what }；按{ $key }重做
notice-records-redone = 已重做：{ $what }；按{ $key }撤销
notice-form-conflict = 他人已更改同一字段：按{ $theirs }采用其内容，按{ $mine }写入您的内容
notice-step-reached = { $review }：{ $step }，{ $day }；按{ $key }撤销
reason-no-record = 光标处没有记录
reason-no-activity = 光标处没有活动
reason-bar-not-assisted = 援助只按章、条、类别、主题和区域列出
reason-not-by-fields = 只有缺口、共同需求、重叠和覆盖情况可以换一种方式列出，其他部分为清单
reason-review-has-needs = 此审议中有需求：请先打开审议，将需求作废或改归其他审议
reason-review-not-void = 本次审议未作废：其已作废的需求见需求列表
reason-no-growth = 缺口和共同需求不显示增长
reason-nameless-candidates = 国名已隐去，不列出可相互匹配的需求和活动
reason-nameless-record = 国名已隐去，不能录入
reason-no-step = 该审议已到最后一个步骤
reason-no-sitting = 不在连续录入中；可在审议页面开始
notice-signs-may-be-wide = 如线条或各列错位：按{ $key }只用ASCII符号
notice-pinned = 本行保持在列表最上方；按{ $key }取消置顶
notice-unpinned = 本行已恢复原排序
notice-nothing-cut = 本行没有被截断的内容
notice-column-takes-rest = 此列占用其他列剩余的宽度
notice-selection-scattered = 选中的需求过于分散，无法列出；请用筛选减少
peek-title = 本行被截断的内容
path-selected = 选中
notice-mouse-on = 鼠标已启用：选取文字请按住Shift；按{ $key }停用
notice-mouse-off = 鼠标已停用
notice-click-decides-nothing = 在此处点击不作决定：请按{ $key }
notice-names-off = 已隐去国名；按{ $key }恢复
notice-names-off-filter = 已隐去国名，筛选中的国名也已略去；按{ $key }恢复
notice-names-on = 已恢复国名；按{ $key }隐去国名
notice-filter-instead = 没有文字含有“{ $words }”，已改按{ $terms }筛选。按{ $key }可更改。
notice-view = 视图“{ $name }”
notice-view-columns = 视图“{ $name }”；已略去本版本没有的栏：{ $columns }
notice-view-deleted = 视图“{ $name }”未打开：已被他人删除。
notice-view-saved = 视图“{ $name }”已保存
notice-view-replaces = 您已有视图“{ $name }”；再按{ $key }将其替换
notice-view-replaces-shared = 已有共享视图“{ $name }”；再按{ $key }将其替换（对所有人生效）
notice-view-gone = 您的视图“{ $name }”已删除；按{ $key }恢复
notice-view-gone-shared = 共享视图“{ $name }”已删除，对所有人生效；按{ $key }恢复
notice-view-back = 视图“{ $name }”：已撤销；按{ $key }重做
notice-view-again = 视图“{ $name }”：已重做；按{ $key }撤销
notice-view-key-taken = “{ $key }”在此列表中已有用途（{ $about }）；请选其他按键
notice-view-key-used = “{ $letter }”已用于打开视图“{ $of }”；请选其他按键或不设按键
notice-view-takes-key = “{ $letter }”目前打开视图“{ $of }”；再按{ $key }将其改为您的视图
notice-view-takes-key-shared = “{ $letter }”目前打开视图“{ $of }”；再按{ $key }将其改为新视图（对所有人生效）
notice-view-unchanged = 没有可撤销的视图更改
notice-view-stays = 此视图为程序内置，不能删除
notice-no-change = 与现值相同；未作更改
notice-undone-one = 需求{ $need }：已撤销；按{ $key }重做
notice-undone =
    { $count ->
       *[other] { $count }项需求：已撤销；按{ $key }重做
    }
notice-redone-one = 需求{ $need }：已重做；按{ $key }撤销
notice-redone =
    { $count ->
       *[other] { $count }项需求：已重做；按{ $key }撤销
    }
notice-changed-one = 需求{ $need }已更改；按{ $key }撤销
notice-changed =
    { $count ->
       *[other] { $count }项需求已更改；按{ $key }撤销
    }
notice-changed-some = { $all }项需求中{ $count }项已更改{ $same ->
        [0] { "" }
       *[other] ；{ $same }项原已如此
    }{ $left ->
        [0] { "" }
       *[other] ；{ $left }项没有可能的协调人，仍为选中
    }；按{ $key }撤销
notice-changed-elsewhere =
    { $count ->
       *[other] { $count }项需求在别处被更改
    }

reason-no-theirs = 他人没有更改
reason-no-drafts = 没有未完成的备注
reason-no-view = 此页不能存为视图：请返回列表再保存
reason-all-stays = 无法撤销：所有字段此后均已更改
reason-read-only = 登记册以只读方式打开
reason-session = SSH会话中不可用
reason-role = 您的角色不能更改此项
reason-role-elsewhere = 您的角色只能更改本国或本区域的需求
reason-past = 当前显示较早日期的登记册，不能更改
reason-no-need = 光标处没有需求
reason-names-stay = 启动时已设定隐去国名
reason-nothing-found = 没有符合筛选条件的需求
reason-reading = 登记册仍在读取；请稍候再试
reason-nobody-here = 登记册中没有您的姓名：请用--as说明工作者是谁
reason-nothing-put-off = 没有跳过任何需求
reason-not-all-chosen = 尚有字段未选定
reason-no-way-back = 没有可以后退到的地方
reason-no-way-forward = 没有可以前进到的地方
reason-repeat-in-list = 只在处理屏幕和需求页上才能照用上次的决定
reason-no-duplicate = 本需求不是其他需求的重复项
reason-no-queue = 未显示任何含有需求的队列；请在左侧选择
reason-nothing-selected = 没有选中任何需求
reason-no-rows = 列表为空

context-state = 国家
context-review = 审议
context-assistance-record = 援助页面
context-works-here = 一国所获援助
context-candidates = 候选
context-need = 需求
context-history = 更改记录
context-news = 上次离开后的新变化
context-by-theme = 主题

# What was decided and could not be written before the program ended.
end-unwritten = 未写入：需求{ $need }，{ $field }：{ $value }
end-unwritten-more = 未写入：需求{ $need }，{ $field }：增加{ $value }
end-unwritten-less = 未写入：需求{ $need }，{ $field }：去掉{ $value }
end-unwritten-many = 未写入：对{ $needs }项需求的{ $count }处更改
end-not-taken-back = 未撤销：上一次更改仍然有效。
end-notes-unsaved =
    需求{ $need }的备注未能保存。{ $why }您输入的内容如下：
    { $text }
start-no-terminal = 交互屏幕要求标准输入和标准输出均为终端。在脚本中，请在筛选条件之前写明命令，如`ta-tui needs chapter:V --format json`；`ta-tui help`列出各命令。
start-dumb-terminal = 此处无法绘制交互屏幕：TERM为“dumb”。未打开任何文件。请将TERM设为所用终端的类型（如xterm），或使用`ta-tui needs`、`count`等打印结果的命令；`ta-tui frame`可打印一个屏幕。
start-mine-nobody = 设置中有start = "mine"，但未说明由谁操作：请用--as NAME或TA_TUI_AS。现改为显示概览。
start-refused = 无法使用终端：{ $reason }
frame-no-key = “{ $part }”不是按键。按键写作4/chapter:5<Enter>，或以逗号分隔，如4,/,chapter:5,Enter。

figures-note = 秘书处2019年的说明
figures-trend = 历年
figures-entry-trend = 总数
figures-entry-standing = 未了结需求
figures-together = 条款
figures-entry-connections = 关联
connections-title = 条款之间的关联：哪些条款的需求同时出现
connections-subtitle = { $by ->
        [state] 按同一国家
       *[need] 按同一需求
    }，截至{ $until }，{ $order ->
        [lift] 按倍数由高到低
       *[count] 按次数由高到低
    }
connections-pair = 条款对
connections-diagonal = 矩阵对角线上：涉及该条款的数目。
connections-part = 共{ $all }个中的第{ $lines }行、第{ $columns }列
connections-under-cursor = { $by ->
        [state] { $base }个国家中有{ $both }个在{ $first }和{ $second }下都有需求
       *[need] { $base }项需求中有{ $both }项同时涉及{ $first }和{ $second }
    }；随机期望{ $expected }，倍数{ $lift }。
connections-alone = { $by ->
        [state] { $base }个国家中有{ $both }个在{ $first }下有需求。
       *[need] { $base }项需求中有{ $both }项涉及{ $first }。
    }
reason-no-connections = 此显示方式只用于条款之间的关联
figures-entry-published = 已公布的数字
figures-cell = { $number } · { $line } · { $column }
figure-needs = 光标所在数字包含的需求：{ $count }项
figures-verifying = 正在计算已公布的数字……
figures-problems = 数字清单有{ $count }处错误；仅列出内置数字：
figures-not-narrowed = 筛选在此不起作用：每个已公布数字各有查询。
figures-unverified = 本登记册无法核对已公布的数字：
figures-since = 自{ $day }以来的增长
past = { $day }的登记册：只读；按{ $key }回到今天

export-title = 将所示内容导出到哪个文件？可输入其他名称
export-csv = CSV，用于电子表格
export-xlsx = XLSX，供Excel等使用的工作簿
export-json = JSON，供程序读取
export-md = Markdown，供文本使用的表格
export-stop = 停止写入文件
export-jsonl = JSON，每行一个对象
export-svg = SVG，用于文件的矢量图
export-png = PNG，用于文件的图片
export-command = 复制生成该文件的命令
export-command-afar = 复制在您自己的计算机上运行的命令
export-failed = 未生成文件：{ $file }：{ $reason }
frame-exports-nothing = frame命令不写文件；在终端上会写入{ $file }。
notice-exporting = 正在写入{ $file }…
notice-exporting-so-far = 正在写入{ $file }……{ $kilobytes } kB；按>可停止
notice-exported = 已写入：{ $file }
notice-copied = 已发送到终端的剪贴板：{ $what }
reason-nothing-to-copy = 光标所在之处没有可复制的内容
reason-only-here = 命令行没有此列表，只在屏幕上显示
reason-grown-only-here = 某日以来新增的内容只在此屏幕显示；按Esc查看完整列表
reason-no-file-name = 文件需要名称，请输入
dates-title = 查看哪一天（UTC）的登记册？请选择或输入日期
dates-earlier-title = 与较早的哪一天（UTC）比较？请选择或输入日期
dates-earlier-now = 现与{ $day }比较。请另选一天，或不作比较
dates-none = 不作比较
dates-today = 今天，登记册现状
dates-note = 秘书处说明{ $symbol }
dates-session = { $number ->
        [1] 缔约国会议第一届会议，安曼
        [2] 缔约国会议第二届会议，努沙杜瓦
        [3] 缔约国会议第三届会议，多哈
        [4] 缔约国会议第四届会议，马拉喀什
        [5] 缔约国会议第五届会议，巴拿马城
        [6] 缔约国会议第六届会议，圣彼得堡
        [7] 缔约国会议第七届会议，维也纳
        [8] 缔约国会议第八届会议，阿布扎比
        [9] 缔约国会议第九届会议，沙姆沙伊赫
        [10] 缔约国会议第十届会议，亚特兰大
       *[11] 缔约国会议第十一届会议，多哈
    }
dates-typed = 输入的日期

reason-writing = 所作决定仍在写入；请稍后再试
reason-not-of-single-needs = 隐去国名时，不显示单项需求的援助情况
reason-unknown-then = 无法统计当日数目：部分记录没有日期
reason-no-measure = 已公布的数字按秘书处说明的口径统计
reason-no-figure = 只有秘书处说明中的图可与较早的一天比较
reason-no-bars = 此处没有可拆分的需求条形
reason-no-room-for-bars = 此处没有显示条形的空间：请加宽窗口，或减少显示的列
reason-one-date = 请先选择比较日期，再并列显示
reason-outside = 此数字不能由登记册得出，无记录可打开
key-space = 空格
key-backspace = 退格键
key-delete = 删除键
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
name-and-value = { $field }：{ $value }
field-and-code = { $name }（{ $code }）
numbered-title = { $number }：{ $title }
clause-separator = ；
chapter-label = { $number }、{ $name }
source-paragraph = { $document }，第{ $paragraph }段
paragraph-footnote = { $paragraph }注{ $note }
sample-document = 示例执行摘要
in-brackets = { $what }（{ $note }）
likely-person = { $name }？
chapters-numbered = 第{ $numbers }章
articles-numbered = 第{ $numbers }条
article-with-title = 第{ $number }条（{ $title }）
article-in-text = 第{ $number }条（{ $title }）
gap-fields-title = 按两个字段列出缺口：行×列
gap-fields-pair = { $rows }×{ $columns }
