# 封闭词表各值的名称：value-字段-代码。筛选条件也可用这些名称。
value-chapter-ii = 预防措施
value-chapter-iii = 定罪和执法
value-chapter-iv = 国际合作
value-chapter-v = 资产追回
value-chapter-vi = 技术援助和信息交流

value-cycle-1 = 第一周期
value-cycle-2 = 第二周期

value-region-afr = 非洲国家组
value-region-apac = 亚太国家组
value-region-eeg = 东欧国家组
value-region-grulac = 拉加国家组
value-region-weog = 西欧和其他国家组

value-group-ldc = 最不发达国家
value-group-lldc = 内陆发展中国家
value-group-sids = 小岛屿发展中国家

value-review-started = 已启动
value-review-self-assessment = 综合自评清单
value-review-desk-review = 案头审查
value-review-direct-dialogue = 直接对话
value-review-executive-summary = 执行摘要
value-review-country-report = 国别审议报告

value-source-review = 国别审议
value-source-self-assessment = 自我评估
value-source-state-report = 国家自行报告
value-source-direct-request = 直接请求

value-stakeholder-civil-society = 民间社会
value-stakeholder-private-sector = 私营部门
value-stakeholder-academia = 学术界
value-stakeholder-media = 媒体

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

value-origin-published = 已公布
value-origin-illustrative = 示例
value-origin-recorded = 登记
value-origin-imported = 导入

value-is-untriaged = 待定
value-is-unmet = 未满足
value-is-matched = 已有援助
value-is-unmatched = 尚无援助
value-is-mine = 我的
value-is-overdue = 逾期
value-is-duplicate = 重复
value-is-void = 作废

value-person-focal-point = 协调人
value-person-adviser = 顾问
value-person-officer = 干事

# 援助和组织的类型、层级和状态，按参考表所列。
value-kind-programme = 方案
value-kind-adviser = 顾问
value-kind-field-office-project = 外地办事处项目
value-kind-coordination-meeting = 协调会议
value-kind-coordination = 协调
value-kind-publication = 出版物
value-kind-publication-service = 出版物服务
value-kind-training-review-mechanism = 培训（审议机制）
value-kind-review-support = 审议支持
value-kind-multi-stakeholder-workshop = 多利益攸关方讲习班
value-kind-regional-platform = 区域平台
value-kind-workshop = 讲习班
value-kind-mentoring = 指导
value-kind-regional-initiative = 区域倡议
value-kind-legal-and-policy-advice = 法律和政策咨询
value-kind-advisory-support = 咨询支持
value-kind-expert-group = 专家组
value-kind-legal-advice = 法律咨询
value-kind-assessment = 评估
value-kind-training = 培训
value-kind-study-visit = 出访
value-kind-lecture = 讲座
value-kind-translation = 翻译
value-kind-education-programme = 教育方案
value-kind-academic-initiative = 学术倡议
value-kind-asset-recovery-support = 资产追回支持
value-kind-expert-round-table = 专家圆桌会议
value-kind-international-regional-or-non-governmental-organization = 国际、区域或非政府组织
value-kind-field-office = 外地办事处
value-kind-national-agency = 国家机构
value-kind-adviser-post = 顾问职位
value-kind-intergovernmental-body = 政府间机构
value-kind-un-entity = 联合国实体
value-kind-donor = 捐助方
value-kind-state = 国家
value-kind-forum = 论坛
value-kind-review-mechanism = 审议机制
value-kind-ifi = 国际金融机构
value-kind-initiative = 倡议
value-kind-mechanism = 机制
value-kind-joint-initiative = 联合举措
value-kind-un-mission = 联合国特派团
value-kind-academy = 学院
value-level-global = 全球
value-level-regional = 区域
value-level-national = 国家
value-status-ongoing = 进行中
value-status-done = 已完成
value-status-published = 已出版
value-status-planned = 已计划
value-status-in-preparation = 编制中
value-status-intended = 拟开展
language-en = 英文
language-zh = 中文
value-status-suspended = 已中止
value-status-cancelled = 已取消
value-stage-planned = 计划
value-stage-actual = 实际
value-document-note = 说明
value-document-resolution = 决议
value-document-report = 报告
value-document-summary = 执行摘要
value-money-sought = 寻求
value-money-pledged = 已认捐
value-money-received = 已收到
value-reach-events = 活动次数
value-reach-people = 人数
value-reach-states = 国家数
value-reach-ldcs = 最不发达国家数
value-extent-fully = 完全满足
value-extent-partly = 部分满足
value-extent-planned = 计划满足
