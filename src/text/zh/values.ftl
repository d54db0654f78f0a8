# 封闭词表各值的名称:value-字段-代码。筛选条件也可用这些名称。
value-chapter-ii = 预防措施
value-chapter-iii = 定罪和执法
value-chapter-iv = 国际合作
value-chapter-v = 资产追回
value-chapter-vi = 技术援助和信息交流

value-cycle-1 = 第一周期
value-cycle-2 = 第二周期

value-region-afr = 非洲国家
value-region-apac = 亚太国家
value-region-eeg = 东欧国家
value-region-grulac = 拉丁美洲和加勒比国家
value-region-weog = 西欧和其他国家

value-group-ldc = 最不发达国家
value-group-lldc = 内陆发展中国家
value-group-sids = 小岛屿发展中国家

value-review-started = 已启动
value-review-self-assessment = 自评清单
value-review-desk-review = 案头审查
value-review-direct-dialogue = 直接对话
value-review-executive-summary = 执行摘要
value-review-country-report = 国别审议报告

value-priority-high = 高
value-priority-medium = 中
value-priority-low = 低

value-horizon-current = 当前
value-horizon-projected = 预计

value-response-unmet = 未满足
value-response-planned = 已计划
value-response-under-way = 进行中
value-response-met = 已满足
value-response-withdrawn = 已撤回

value-is-untriaged = 未分流
value-is-unmet = 未满足
value-is-matched = 已匹配
value-is-unmatched = 未匹配
value-is-mine = 我的
value-is-overdue = 逾期
value-is-duplicate = 重复

value-person-focal-point = 协调人
value-person-adviser = 顾问
value-person-officer = 干事
