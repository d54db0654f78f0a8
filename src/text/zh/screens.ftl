# 屏幕、页面、浮层、状态行。
tab-overview = 概览
tab-states = 国家
tab-reviews = 审议
tab-needs = 需求
tab-triage = 分流

illustrative = 需求均为示例
illustrative-short = 示例
read-only = 只读
sample-copy = 示例登记册的私人副本

too-small = 窗口为 { $columns }×{ $rows }。ta-tui 至少需要 { $needed-columns }×{ $needed-rows }；请放大窗口。按 q 退出。
loading = 正在读取登记册…… { $count }

filter-empty = 全部需求
hint-chapters = 章
filter-prompt = 筛选
count-needs = { $count } / { $total } 项需求
selected-count = 已选 { $count } 项
position = { $row }/{ $count }

nobody = 无人
not-stated = 未注明
yes = 是
no = 否
more-values = 另有 { $count } 项……

head-id = 需求
head-iso3 = 代码
head-state = 国家
head-cycle = 期
head-articles = 条款
head-category = 类别
head-priority = 优先程度
head-response = 应对情况
head-horizon = 时限
head-focal = 协调人
head-identified = 确定日期
head-changed = 更改日期
head-text = 需求内容
head-region = 区域组
head-groups = 特殊组别
head-needs = 需求
head-II = 二
head-III = 三
head-IV = 四
head-V = 五
head-unmet = 未满足
head-untriaged = 未分流
head-bar = {""}
head-reached = 进展
head-since = 日期
head-reviewers = 审议国
head-stakeholders = 利益攸关方
head-at = 时间（UTC）
head-who = 何人
head-field = 字段
head-before = 之前
head-after = 之后

total-needs = 项需求
total-states = 个国家有需求
total-completed-1 = 项第一周期审议已完成
total-completed-2 = 项第二周期审议已完成
total-untriaged = 项未分流
total-unmet = 项未满足

measure-needs = 需求
measure-states = 国家
measure-reviews = 审议
chart-title = { $field } · { $measure }
chart-empty = 没有可计数的内容

facets-empty = 没有匹配项。

empty-needs = 没有符合此筛选条件的需求。
empty-needs-hint = { $edit } 修改筛选，{ $clear } 清除筛选。
empty-register = 此登记册尚无需求。
empty-states = 没有符合此筛选条件的国家。
empty-reviews = 没有符合此筛选条件的审议。
empty-queue = 在此筛选条件下没有待办需求。
empty-history = 尚无任何更改。

people-title = 协调人
queue-title = { $person }的队列
people-untriaged = 未分流
queue-rule = 未结者在前，其次未分流、高优先级、确定最早

need-title = 需求 { $id }
need-gone = 此需求已不在登记册中。
need-document = 来源
need-paragraph = 第 { $paragraph } 段
need-review = 审议
need-articles = 条款
need-themes = 主题
need-notes = 备注
need-activities = 匹配的援助
need-history = 历史
need-no-history = 尚无更改
need-loading = ……
need-undone = 撤销

state-party-since = { $date } 成为缔约国
state-party = 缔约国
state-not-party = 非缔约国
state-adviser = 顾问：{ $adviser }
review-title = { $state } · { $cycle }
review-reviewers = 审议国：{ $first }、{ $second }
review-stakeholders-yes = 政府以外的利益攸关方参与了审议
review-stakeholders-no = 没有政府以外的利益攸关方参与审议
review-joint-meeting = 联合会议
review-country-visit = 国别访问
review-no-step = 尚未启动

history-title = 更改记录
history-title-need = 需求 { $id } 的更改记录

palette-title = 命令
help-title = 按键：{ $context }
picker-title = 指派给
notes-title = 需求 { $id } 的备注
choose-priority = 优先程度
choose-response = 应对情况
choose-horizon = 时限
choose-sort = 排序依据
confirm-title = 更改 { $count } 项需求？
confirm-set = { $count } 项需求的{ $field }将改为“{ $value }”。
confirm-needs = 需求 { $ids }
confirm-undo = 一次撤销即可复原。

field-notes = 备注

notice-no-command = { $key } 在此处无作用；按 ? 查看按键
notice-nowhere-back = 这是第一个屏幕，且没有筛选；按 q 退出
notice-nothing-to-undo = 没有您可以撤销或重做的更改
notice-no-change = 原本如此；未写入任何内容
notice-changed-one = 需求 { $need } 已更改；按 { $key } 撤销
notice-changed =
    { $count ->
       *[other] { $count } 项需求已更改；按 { $key } 撤销
    }
notice-changed-elsewhere =
    { $count ->
       *[other] 他人更改了 { $count } 项需求
    }

reason-read-only = 登记册以只读方式打开
reason-no-need = 光标处没有需求
reason-no-rows = 列表为空

context-overview = 概览
context-states = 国家
context-reviews = 审议
context-needs = 需求
context-triage = 分流
context-state = 国家
context-review = 审议
context-need = 需求
context-history = 更改记录

start-no-terminal = 交互屏幕要求标准输入和标准输出均为终端。`ta-tui needs`、`count` 等命令可写入文件和管道；见 `ta-tui --help`。
start-refused = 无法使用终端：{ $reason }
frame-no-key = “{ $part }”不是按键。按键写作 4/chapter:5<Enter>，或以逗号分隔，如 4,/,chapter:5,Enter。
