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
field-priority = 优先程度
field-horizon = 时段
field-response = 应对情况
field-focal = 协调人
field-adviser = 顾问
field-provider = 提供者
field-identified = 确定日期
field-changed = 更改日期
field-projected = 预计日期
field-duplicate = 所重复的需求
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
slot-none-theme = 无主题

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
filter-too-long = 筛选条件有{ $bytes }字节，最多可读{ $most }字节。未作搜索。
filter-too-many-terms = 第{ $place }列：一个筛选最多有{ $most }个词和条件；如要作为一个整体查找，请给这些词加上引号。
filter-hint-operator = “{ $word }”按文字搜索。空格表示“且”，逗号表示“或”（章:IV,V），减号表示“非”（-章:V）。如确要搜索该词，请加引号。
filter-hint-field = “{ $word }”按文字搜索；是否指“{ $meant }”？如确要搜索，请加引号。
filter-endless-range = 第{ $place }列：范围须有起点或终点。
filter-backward-range = 第{ $place }列：字段“{ $field }”的范围终点先于起点。
filter-unknown-value = 第{ $place }列：字段“{ $field }”没有值“{ $word }”。{ $near ->
    [0] {""}
   *[other] 最接近的是：{ $nearest }
}
filter-ambiguous-value = 第{ $place }列：“{ $word }”符合字段“{ $field }”的多个值，如{ $first }和{ $second }。
filter-unordered = 第{ $place }列：字段“{ $field }”的值没有顺序，请用逗号逐一列出。
filter-never-empty = 第{ $place }列：字段“{ $field }”总有值，不能使用“无”或“有”。
filter-not-a-date = 第{ $place }列：“{ $word }”不是日期，请写作2019、2019-09或2019-09-30。
filter-not-a-number = 第{ $place }列：“{ $word }”不是需求编号。
filter-nobody = 第{ $place }列：未指明用户，因此没有“我的”需求；启动时请使用--as名称。

# 隐去国名时
nameless-state = 一个国家
nameless-post = 一个国家的协调人
nameless-adviser = 区域反腐败顾问
nameless-region = 区域组不显示
nameless-withheld = 不显示
filter-withheld = 第{ $place }列：隐去国名时不显示{ $field }：每次只能按区域组或国家组别之一筛选。
