# 统计的日期
span-not-a-date = “{ $word }”不是日期：日写作2019-05-31，月写作2019-05，年写作2019，今天写作today
span-future = “{ $word }”尚未结束（至{ $last }）；今天（UTC）是{ $today }
span-swapped = 较早的日期{ $since }必须早于{ $until }
span-before-first = 截至{ $day }登记册中还没有需求：第一项需求确定于{ $first }。

# 行文中的日期和数字
day-in-words = { $year }年{ $month }月{ $day }日
number-in-words = { $number ->
        [0] 零
        [1] 一
        [2] 两
        [3] 三
        [4] 四
        [5] 五
        [6] 六
        [7] 七
        [8] 八
       *[9] 九
    }

# 说明中的各图
figure-heading = 图{ $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 七
    }
figure-1-needs = 按区域组分列的已确定技术援助需求数目{ $grows ->
        [yes] 增幅
       *[no] {""}
    }
figure-1-states = 按区域组分列的已确定技术援助需求的缔约国数目{ $grows ->
        [yes] 增幅
       *[no] {""}
    }
figure-2-needs = 按类别分列的{ $grows ->
        [yes] 新增
       *[no] {""}
    }已确定技术援助需求
figure-2-states = 按类别分列的{ $grows ->
        [yes] 新增
       *[no] {""}
    }有技术援助需求的缔约国
figure-3-needs = 按条款和类别分列的{ $grows ->
        [yes] 新增技术援助需求分布情况
       *[no] 技术援助需求整体分布情况
    }
figure-3-states = 按条款和类别分列的{ $grows ->
        [yes] 新增
       *[no] {""}
    }有技术援助需求的缔约国
figure-4-needs = 按章节分列的已确定技术援助需求数量{ $grows ->
        [yes] 增幅
       *[no] {""}
    }
figure-4-states = 按章节分列的有技术援助需求的缔约国数目{ $grows ->
        [yes] 增幅
       *[no] {""}
    }
figure-5-needs = 按类别分列的个别技术援助需求的数量{ $grows ->
        [yes] 增幅
       *[no] 和百分比
    }
figure-5-states = 按类别分列的有技术援助需求的缔约国的数目{ $grows ->
        [yes] 增幅
       *[no] 和百分比
    }
figure-6-needs = 按类别分列的《公约》第二章相关{ $grows ->
        [yes] 新增
       *[no] {""}
    }技术援助需求
figure-6-states = 按类别分列的{ $grows ->
        [yes] 新增
       *[no] {""}
    }有与《公约》第二章有关的技术援助需求的缔约国
figure-7-needs = 按类别分列的《公约》第五章相关{ $grows ->
        [yes] 新增
       *[no] {""}
    }技术援助需求
figure-7-states = 按类别分列的{ $grows ->
        [yes] 新增
       *[no] {""}
    }有与《公约》第五章有关的技术援助需求的缔约国
figures-entry-1 = 区域组：增长
figures-entry-2 = 类别：增长
figures-entry-3 = 条款与类别
figures-entry-4 = 各章
figures-entry-5 = 各类别
figures-entry-6 = 第二章
figures-entry-7 = 第五章
figure-unknown = 没有图“{ $word }”；各图为1至{ $last }，或all
figure-as-at = { $cycle }，截至{ $until }
figure-compared = { $cycle }，截至{ $until }，与{ $since }相比
figure-percent = %
figure-not-available = ..
figure-total = 总计
figure-added = 此后新增
figure-gone = 不再计入
figure-base-needs = { $number }项需求
figure-base-states = { $number }个国家
figure-base = 基数：n = { $now }。
figure-bases = 基数：较早日期n = { $before }，较晚日期n = { $now }；百分比以后者为准。
figure-nothing = 按此筛选条件和日期，没有可统计的内容。
figure-overlap-needs = 同一需求涉及多项时在各项下分别计入，因此各行之和大于基数。
figure-overlap-states = 同一国家在多项下有需求时分别计入，因此各行之和大于基数。
figure-rounded = 百分比因四舍五入，相加不等于100。
figure-few-needs = 需求不足五项，百分比说明不了多少问题。
figure-few-states = 国家不足五个，百分比说明不了多少问题。
figure-rests-on = 第二周期总体情况：截至{ $day }，{ $all }次审议中{ $done }次已完成执行摘要，需求出自这些审议。
figure-rests-on-some = 第二周期总体情况：截至{ $day }，{ $done }次审议已完成执行摘要，需求出自这些审议。
figure-no-article = { $several ->
        [0] 一项需求不涉及任何条款。
       *[other] { $count }项需求不涉及任何条款。
    }
figure-query = 查询：{ $query }
figure-shades = 深浅：
figure-key = 图例：

# 条款之间的关联
connections-base-needs = 基数：n = { $base }项需求。
connections-base-states = 基数：n = { $base }个国家；一国的条款指其全部需求所涉条款。
connections-none = 此处没有同时出现的条款。
connections-formula = 期望：前者 × 后者 ÷ n。倍数：两者 ÷ 期望；1.00表示与随机相同。
connections-least = 少于{ $least }的条款对不列出。
connections-few = 少于{ $few }的条款对排在最后：其倍数不可靠。
connections-cycles = 两个周期合并统计；同一周期的条款由同一次审议审查，因而更常同时出现。加cycle:1或cycle:2可分开统计。

# 已公布的数字与登记册
verdict-reproduced = 相符
verdict-differs = 不符
verdict-contradicts = 矛盾
verdict-outside = 不在册
fraction-one-half = 一半
fraction-one-third = 三分之一
fraction-two-thirds = 三分之二
fraction-one-quarter = 四分之一
fraction-three-quarters = 四分之三
fraction-one-fifth = 五分之一
fraction-one-tenth = 十分之一
published-each = 各约{ $share }
published-equal = 相等
published-more = 超过{ $share }
published-less = 不到{ $share }
published-largest = 最多
published-growing = 日益增多
published-global = 全球
published-regional = 区域
published-national = 国家
verify-by = 相差{ $by }
verify-parts = { $whole }中的{ $part }
verify-few = 不足五项的比例，说明不了多少问题
verify-computed-from = 由{ $from }算出，文件本身并未写明
verify-not-equal = 与{ $others }矛盾：{ $left }不等于{ $right }
verify-not-at-most = 与{ $others }矛盾：{ $left }大于{ $right }
verify-between = 。
verify-lacking = 登记册中字段“{ $field }”没有值“{ $word }”
verify-no-number = 登记册未说明此数字
verify-nothing = 没有可以计数的内容
verify-lacking-row = 登记册中没有任何行符合{ $field }:{ $word }
verify-withheld = 隐去国名时不显示
verify-summary = { $reproduced }个相符，{ $differs }个不符，{ $contradicts }个与其他数字矛盾，{ $outside }个在登记册之外。
verify-failed = { $count ->
        [one] 一个已公布的数字不符
       *[other] { $count }个已公布的数字不符
    }

# 数字表中的错误
ledger-problem = { $file }:{ $line }:{ $column }：{ $what }
ledger-not-text = 此处不是UTF-8文本
ledger-empty = 此数字清单为空
ledger-quote = 此引号没有结束，或位于单元格之中
ledger-no-heads = 第一行没有数字清单的任何列名；可用的列：{ $known }
ledger-strange-column = 数字清单没有此名称的列；可用的列：{ $known }
ledger-unknown-column = 没有“{ $word }”列；可用的列：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-column-twice = “{ $column }”列出现两次
ledger-no-column = 缺少“{ $column }”列
ledger-width = 此行有{ $found }个单元格，而表头有{ $expected }个
ledger-missing = “{ $column }”不能为空
ledger-twice = 数字“{ $id }”已经存在：{ $other }
ledger-unknown-id = 检验式提到的数字“{ $id }”不在数字清单中
ledger-no-count = “{ $column }”已填，但“count”为空
ledger-unknown-count = “{ $word }”无法统计；可统计的有：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-unknown-form = 没有“{ $word }”这种形式；形式有：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-unknown-by = 不能按“{ $word }”统计；可按以下各项统计：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-unknown-field = 不能按“{ $word }”选择行；可用：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-unknown-value = 没有任何行符合{ $field }:{ $word }{ $listed ->
        [0] {""}
       *[other] ；可用：{ $known }
    }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-unknown-word = “{ $word }”不是此形式的用词；可用：{ $known }{ $near ->
        [0] {""}
       *[other] 。最接近：{ $nearest }
    }
ledger-condition = 条件的写法如“cycle:1”
ledger-form-needs = 此形式需要“{ $column }”列
ledger-form-not-here = 此形式不适用于此处统计的内容；docs/ledger.md说明哪种形式适用于哪种统计
ledger-published = “{ $word }”不是此形式所公布的内容
ledger-check = 检验式写作“F1 + F2 = F3”或“F1 <= F2”

# 历年总数
trend-needs = 技术援助需求
trend-states = 有需求的国家
trend-reviews = 已完成的审议
trend-parties = 缔约国
trend-standing-open = 未了结的需求
trend-standing-served = 已获援助的未了结需求
trend-standing-planned-for = 已安排援助的未了结需求
trend-standing-unserved = 未获援助的未了结需求
trend-both-cycles = 两个周期
trend-name = { $what }：{ $cycle }
trend-as-at = 每年年底的数字，最后一个截至{ $day }
trend-nothing = 没有可绘制的数据。
trend-head-day = 日期
trend-head-published = 已公布
trend-head-register = 登记册
trend-head-more = 差额
trend-head-source = 来源
trend-same = 相同
trend-fits = 大体相符
trend-source = { $source }（{ $status }）
status-counted = 统计所得
status-computed = 推算所得
status-secondary = 转引
exactness-about = 约{ $number }
exactness-almost = 近{ $number }
exactness-more-than = 超过{ $number }
trend-holds = { $day }：登记册中有{ $count }。
trend-between = { $day }：登记册中至少{ $least }，至多{ $most }。
trend-not-asked = 筛选条件涉及需求或审议，因此不统计缔约国。
trend-hidden = { $day }：不显示，因为该数目涉及的国家不足三个。
trend-point = { $about }：{ $number }。{ $source }。
trend-space = { "" }
trend-not-narrowed = 筛选只限定登记册的数字，不限定已公布的数字。
trend-undated = 登记册所列{ $all }个缔约国中有{ $undated }个未注明成为缔约国的日期：无法得知较早日期的缔约国数目（..）。
trend-later = 此后公布的{ $count }个数字未列出。
trend-others = 另有已公布、此处未作比较的数字
trend-other = { $about }。{ $source }

reach-at-least = 至少{ $number }

# The points of an activity that could serve a need.
candidate-state = 国家{ $points }分
candidate-region = 区域{ $points }分
candidate-any-state = 任何国家{ $points }分
candidate-articles = 第{ $articles }条{ $points }分
candidate-chapters = 第{ $chapters }章{ $points }分
candidate-no-subject = 未注明条款{ $points }分
candidate-theme = 主题{ $points }分
candidate-kind = 类型{ $points }分
candidate-planned = 已计划{ $points }分
candidate-runs = 进行中{ $points }分
candidate-over-since = 其后结束{ $points }分
candidate-over-before = 此前结束{ $points }分
candidate-no-time = 未注明时间{ $points }分
candidate-not-listed = 不列出
candidate-separator = ，
candidate-points = { $parts }，共{ $sum }分：{ $band }

# 表格下方关于缺口、共同需求和重叠的说明。
gaps-each-once = 有多个值的需求列入每个值的行，在合计中只计一次。
gaps-few = 未了结的需求少于{ $least }项时，不计比率，也不参加排序。
gaps-share = 已获援助（%）
gaps-per-cent = { $share }%
gaps-sum = 全部需求，各计一次
shared-groups = { $groups ->
    [0] 没有任何条款为同一组的三个国家所共有。
   *[other] 共{ $groups }组。
}
shared-split = 有{ $groups }组超过{ $most }个国家，不宜合办一次讲习班：请用--split theme或--split category。
overlaps-none = { $activities }项活动中，没有一项与其他提供者的活动重叠。
overlaps-no-mark = 没有任何一对活动带有此标记。
overlaps-all-marked = 没有未标记的重叠。
overlaps-gone = 有{ $pairs }对活动带有此标记，但按规则已不再重叠。
overlap-gone = 已不再重叠
overlaps-count = 共{ $pairs }对：确定{ $certain }对，很可能{ $likely }对，可能{ $possible }对。
