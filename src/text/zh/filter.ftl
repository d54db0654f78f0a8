# 筛选语言：字段名称、专用词语和错误说明。各语言的字段名称均可用于筛选条件。
field-cycle = 周期
field-chapter = 章
field-article = 条款
field-category = 类别
field-theme = 主题
field-state = 国家
field-region = 区域组
field-group = 国家组别
field-review = 审议步骤
field-source = 来源
field-origin = 由来
field-unnamed = 未具名国家数
field-priority = 优先程度
field-horizon = 时段
field-response = 应对情况
field-focal = 协调人
field-adviser = 顾问
field-provider = 提供者
field-match = 匹配
field-stakeholder = 利益攸关方
field-donor = 捐助方
field-partner = 合作伙伴
field-kind = 类型
field-level = 层级
field-status = 状态
field-place = 地点
field-programme = 方案
field-platform = 平台
field-sdg = 可持续发展目标
field-extent = 程度
field-matched = 匹配对象
field-identified = 确定日期
field-changed = 更改日期
field-projected = 预计日期
field-duplicate = 所重复的需求
field-document = 文件
field-recommendation = 审议建议
field-rank = 国家排序
field-id = 编号
field-is = 状况

# 不加引号时表示“未注明”、“已注明”和今天的词语。
filter-none = 无
filter-any = 有
filter-today = 今天
# 已有执行摘要的审议。
filter-completed = 已完成

# 未注明者计数旁所显示的文字。
slot-none = 未注明
slot-none-state = 未指明国家
slot-none-group = 不属于以上组别
slot-none-focal = 未指派
slot-none-adviser = 无顾问
slot-none-provider = 无提供者
slot-none-stakeholder = 未说明何方
slot-none-donor = 无捐助方
slot-none-partner = 无合作伙伴
slot-none-kind = 无活动
slot-none-level = 无活动
slot-none-status = 无状态
slot-none-place = 无特定地区
slot-none-programme = 无所属方案
slot-none-platform = 无平台
slot-none-sdg = 无目标
slot-none-extent = 未匹配
slot-none-document = 无已知文件
slot-none-match = 已了结
slot-none-theme = 无主题
slot-none-cycle = 审议之外

filter-unknown-field = 第{ $place }列：没有名为“{ $word }”的字段。{ $near ->
    [0] {""}
   *[other] 最接近的是：{ $nearest }
}
filter-ambiguous-field = 第{ $place }列：“{ $word }”可指字段“{ $first }”或“{ $second }”。
filter-missing-value = 第{ $place }列：字段“{ $field }”缺少值。
filter-missing-term = 第{ $place }列：减号后须有词语或字段。
filter-open-quote = 第{ $place }列：引号没有闭合。
filter-no-space = 第{ $place }列：此处缺少空格或逗号。
filter-minus-in-value = 第{ $place }列：减号应写在字段之前，请写作{ $nearest }
filter-written-otherwise = 第{ $place }列：不能这样写“{ $word }”，请写作{ $nearest }
filter-too-long = 筛选条件有{ $bytes }字节，最多可读{ $most }字节。未作搜索。
filter-too-many-terms = 第{ $place }列：一个筛选最多有{ $most }个词和条件；如要作为一个整体查找，请给这些词加上引号。
filter-hint-operator = “{ $word }”按文字搜索。空格表示“且”，逗号表示“或”（章:IV,V），减号表示“非”（-章:V）。如确要搜索该词，请加引号。
filter-hint-cut = “{ $word }”已被屏幕截断，文字中没有“……”：请搜索其前面的词语。
filter-hint-field = “{ $word }”按文字搜索；是否指“{ $meant }”？如确要搜索，请加引号。
# What was probably meant by words that no text has; the filters that say it follow, one a line.
filter-meant = 此处没有文字含有“{ $words }”。您要找的可能是：
filter-meant-of-all = 全部需求中{ $count }项
filter-meant-with-rest = { $number ->
   *[other] 连同其余条件{ $count }项需求
}
filter-meant-without-words = { $number ->
   *[other] 不计其他词语{ $count }项需求
}
filter-meant-take = 按{ $key }采用{ $term }。
filter-meant-between = {""}
# Over the numbers beside values: of what they count.
filter-of-all = 全部需求中的项数
filter-earlier = 先前的筛选条件
filter-of-all-activities = 全部活动中的项数
filter-activities-with-rest = 连同其余条件的活动项数
filter-with-rest = 连同其余条件的需求项数
filter-endless-range = 第{ $place }列：范围须有起点或终点。
filter-backward-range = 第{ $place }列：字段“{ $field }”的范围终点先于起点。
filter-unknown-value = 第{ $place }列：字段“{ $field }”没有值“{ $word }”。{ $near ->
    [0] { $listed ->
        [0] {""}
       *[other] 可用的值：{ $values }
    }
   *[other] 最接近的是：{ $nearest }
}
filter-ambiguous-value = 第{ $place }列：“{ $word }”符合字段“{ $field }”的多个值，如{ $first }和{ $second }。
filter-one-is-here = 第{ $place }列：“{ $word }”既符合{ $first }，也符合{ $second }；本登记册中只有前者。请写作：{ $nearest }
filter-unordered = 第{ $place }列：字段“{ $field }”的值没有顺序，请用逗号逐一列出。
filter-never-empty = 第{ $place }列：字段“{ $field }”总有值，不能使用“无”或“有”。
filter-not-a-date = 第{ $place }列：“{ $word }”不是日期，请写作2019、2019-09、2019-09-30或2019年9月30日。
filter-not-a-number = 第{ $place }列：“{ $word }”不是需求编号。
filter-not-a-rank = 第{ $place }列：“{ $word }”不是位次；位次为从1开始的整数。
filter-nobody = 第{ $place }列：未指明用户，因此没有“我的”需求；启动时请使用--as名称。

# 不点名国家时
nameless-state = 一个国家
nameless-post = 一个国家的协调人
nameless-adviser = 区域反腐败顾问
nameless-region = 区域组不显示
nameless-withheld = 不显示
filter-not-of-single-needs = 第{ $place }列：隐去国名时，不就单项需求显示{ $field }，只给出涉及至少三个国家的数字：见ta-tui count、gaps和coverage，以及缺口页面。
filter-withheld = 第{ $place }列：隐去国名时不显示{ $field }：每次只能按区域组或国家组别之一筛选。
filter-nested = 第{ $place }列：引号内的筛选条件中不能再用{ $field }。

# What the reference of the filter language says of fields and values.
filter-about-cycle = 需求所属审议的周期。第一周期涵盖第三章和第四章，第二周期涵盖第二章和第五章。“none”查找来自审议之外的需求。
filter-about-chapter = 需求所涉条款所在的《公约》章次，以及未列条款而提及的章次。涉及两章条款的需求同属两章。
filter-values-chapter = 章次也可写作2至6，或按文件写法：chapter 5、第五章。
filter-about-article = 需求所涉的《公约》条款。
filter-values-article = 5至62，可用条号、标题（或标题开头）或文件写法：art. 52、第五十二条。
filter-about-category = 援助类别。每个审议周期各有一份清单；一个词如在两份清单中各是一个名称的开头，则两者都指。
filter-about-theme = 需求所带的主题：条款和类别之下的自由标签。
filter-values-theme = 登记册中主题的名称。
filter-about-state = 受审议国，即需求所属的国家。
filter-values-state = 可用ISO代码（GHA、GH）、英文或中文国名、其他通用名称或其开头。“none”查找来源未指明的国家。
filter-about-region = 该国所属的区域组。
filter-about-group = 该国所属的国家类别。一国可属多个类别。
filter-about-review = 审议已达到的最后步骤。
filter-values-review = “completed”指已有执行摘要或其后的步骤。
filter-about-source = 需求的来源：审议，或国家在审议之外自行说明或请求的内容。
filter-about-priority = 需求的优先程度。“high”高于“low”：>=medium指中和高。
filter-about-horizon = 需求是当前需求还是预计需求。
filter-about-response = 需求的应对情况。
filter-about-focal = 需求的负责人。
filter-values-focal = 可用代码（fp-gh）、职位，或仅用国家或区域名称。“none”查找未指派的需求。
filter-about-adviser = 负责该国的区域反腐败顾问。
filter-values-adviser = 可用代码、职位，或仅用区域名称。
filter-about-provider = 提供与需求匹配的活动的组织。
filter-about-match = 活动在多大程度上满足未了结的需求，即未标为已满足或已撤回、不是重复项、也未作废的需求。
filter-values-match = “served”：有进行中、已结束或已出版的活动完全或部分满足该需求。“planned”：有其他匹配，且活动未取消。“unserved”：两者皆无。三者之和等于未了结的需求；“none”查找已了结的需求。
filter-values-provider = 可用代码（P019）、名称或名称的简称（UNODC）。
filter-about-stakeholder = 参加该需求所属审议的政府以外的利益攸关方（如有说明）。
filter-about-donor = 为与该需求匹配的活动出资的组织；就活动而言，为其出资的组织。
filter-values-donor = 与提供者的值相同。
filter-about-partner = 参与与该需求匹配的活动的组织；就活动而言，参与该活动的组织。
filter-values-partner = 与提供者的值相同。
filter-about-kind = 与该需求匹配的活动的类型；就活动而言，其自身的类型。
filter-values-kind = 按来源的用语：讲习班、培训、法律咨询……
filter-about-level = 与该需求匹配的活动的层级；就活动而言，其自身的层级。
filter-about-status = 与该需求匹配的活动的状态；就活动而言，其自身的状态。
filter-about-place = 与该需求匹配的活动所面向的地区；就活动而言，其所面向的地区。
filter-values-place = 按登记册中的地区名称：太平洋地区、非洲……
filter-about-programme = 与该需求匹配的活动所属的活动；就活动而言，其所属的活动。
filter-values-programme = 按代码（A055）或描述的开头。
filter-about-platform = 提供、参与或资助与该需求匹配的活动的区域平台，或由活动所代表的平台；就活动而言，其自身的平台。
filter-values-platform = 按代码（RP1）或名称。
filter-about-sdg = 与该需求匹配的活动所促进的《2030年议程》目标和具体目标；就活动而言，来源所提及的目标。具体目标也计入所属目标。
filter-values-sdg = 按编号：目标（16）或具体目标（16.5）。
filter-about-origin = 记录的由来：已公布的文件、供试用的示例数据、在此登记，或从文件导入。对活动和机构而言，指活动的由来。
filter-about-unnamed = 所匹配活动的来源只计数而未列名的国家有多少；对活动而言，指活动本身。
filter-about-extent = 与该需求匹配的活动满足需求的程度。
filter-about-matched = 就活动而言：与通过引号内筛选条件的需求匹配。就需求而言：与此类活动匹配。`article:9`问的是活动本身的条款，而此处问的是第9条的需求。
filter-values-matched = 引号内为需求的筛选条件，其中不能再用“匹配对象”；其中的引号前加反斜杠。
filter-about-identified = 确定需求的日期；只说明月份或年份时，为其最后一日。
filter-values-identified = 日、月或年：2019-09-30、2019-09、2019，或2019年9月30日、2019年9月、2019年；今天。
filter-about-changed = 需求最后一次更改的日期（协调世界时）。
filter-values-changed = 日、月或年：2019-09-30、2019-09、2019，或2019年9月30日、2019年9月、2019年；今天。
filter-about-projected = 预计需求出现的日期。
filter-values-projected = 日、月或年：2027-03-31、2027-03、2027，或2027年3月31日、2027年3月、2027年；今天。
filter-about-duplicate = 本需求所重复的需求。
filter-values-duplicate = 需求的编号。
filter-about-document = 需求所出自的文件，限登记册所含文件。“none”查找登记册不含其文件的需求。
filter-values-document = 文号（CAC/COSP/2019/14）、标题或其开头。
filter-about-recommendation = 该需求所回应的审议建议。
filter-values-recommendation = 建议中所含的词语；any；none。
filter-about-rank = 国家自己在其各项需求中给予该需求的位次：1为第一。它与处理时的优先程度并列，后者从不改变它。
filter-values-unnamed = 从1开始的整数。
filter-values-rank = 从1开始的整数。
filter-about-id = 需求的编号。
filter-values-id = 从1开始的整数。
filter-about-is = 由其他字段得出的状况。一项需求可符合多项。
filter-about-is-untriaged = 优先程度或应对情况未注明。
filter-about-is-unmet = 应对情况为未满足。
filter-about-is-matched = 已与活动匹配。
filter-about-is-unmatched = 未与任何活动匹配。
filter-about-is-mine = 由您负责，即--as所指的人。
filter-about-is-overdue = 尚未了结，且预计日期已过；或没有预计日期、已有人负责或已着手应对，且90天（登记册的设置）未有更改。
filter-about-is-duplicate = 被标为另一项需求的重复项。
filter-about-is-void = 已作废：附理由剔除，任何统计均不计入。使用此项时仅在作废的需求中查找。
