# 关于登记册文件：发生了什么、保留了什么、该怎么做。
store-missing = 没有文件{ $file }。请检查文件名，或用此命令新建登记册：ta-tui new { $file }
store-directory = { $file }是目录，不是登记册。请指定其中的一个文件。
store-no-permission = 当前用户无权读取{ $file }。文件未作更改；请向文件所有者申请权限。
store-exists = { $file }已经存在，未作更改。请另选名称。
store-cannot-make = 无法建立{ $file }：{ $detail }。请选择可以写入的位置。
store-empty = { $file }是空文件，不是登记册。文件未作更改；请选择其他文件，或用新名称运行：ta-tui new FILE
store-no-database = { $file }不是数据库。文件未作更改；请选择登记册文件。
store-foreign = { $file }是其他程序的数据库。文件未作更改；请选择登记册文件。
store-newer = { $file }由较新版本的ta-tui建立（结构版本{ $found }；本程序最高支持{ $known }）。文件未作更改；请安装较新版本。
store-older = { $file }由较旧版本的ta-tui建立（结构版本{ $found }，现为{ $known }），而此处只能读取。请先在可以写入的位置打开一次。
store-damaged = { $file }已损坏（{ $detail }）。文件未作更改；请打开备份，或用此命令查看全部问题：ta-tui check --db { $file }
store-damaged-now = 登记册已损坏（{ $detail }）。未写入任何内容；请打开备份。
store-cut-off = 有程序在写入{ $file }的过程中被中断：撤销该写入所需的内容在{ $file }-journal中。未作任何更改；请将两个文件留在原处，并在可以写入的位置用ta-tui打开一次登记册。
store-cut-off-now = 有程序在写入登记册的过程中被中断。未作任何更改；请将其日志文件留在原处，并在可以写入的位置用ta-tui打开一次登记册。
store-pending-log = { $file }的最新更改仍在其日志（{ $file }-wal）中，在不能写入的位置无法读取。文件未作更改；请将两个文件复制到可以写入的位置。
store-altered-missing = { $file }缺少每个登记册都有的{ $kind }“{ $name }”。文件未作更改；请打开备份，或用此命令查看全部问题：ta-tui check --db { $file }
store-altered-changed = { $file }中的{ $kind }“{ $name }”不是ta-tui建立的：有人更改过。其中内容均未运行，文件未作更改；请打开备份，或用此命令查看全部问题：ta-tui check --db { $file }
store-altered-odd = { $file }的结构中关于{ $kind }“{ $name }”的一行自相矛盾。其中内容均未运行，文件未作更改；请打开备份，或用此命令查看全部问题：ta-tui check --db { $file }
store-trigger = 登记册以只读方式打开：表“{ $table }”上的触发器“{ $name }”不是ta-tui建立的，每次写入时都会运行。本程序没有运行它。登记册的管理者可用sqlite3程序将其删除（DROP TRIGGER）；然后重新打开登记册。
store-index = 登记册以只读方式打开：表“{ $table }”上的索引“{ $name }”不是ta-tui建立的，写入时可能运行代码或拒绝写入。登记册的管理者可用sqlite3程序将其删除（DROP INDEX）；然后重新打开登记册。
store-reference = 登记册以只读方式打开：表“{ $name }”不是ta-tui建立的，它引用的列不是键，因此SQLite拒绝写入被引用的表。登记册的管理者可用sqlite3程序删除该表或其引用；然后重新打开登记册。
schema-table = 表
schema-view = 视图
schema-index = 索引
schema-trigger = 触发器
store-busy = 另一程序正在写入登记册。未写入任何内容，已输入的内容没有丢失；请重试。
store-held = { $program }（进程{ $process }，{ $who }）正在使用登记册，其他程序无法读取。未作任何更改；请待该程序用完后重试。
store-waiting = 自{ $since }起等待{ $program }（进程{ $process }，{ $who }），它正在写入登记册。您的更改已保留，待该程序写完即写入；如在此之前退出，则不写入。
store-waiting-unseen = 自{ $since }起等待另一程序，它正在写入登记册。您的更改已保留，待该程序写完即写入；如在此之前退出，则不写入。
store-waiting-to-open = 自{ $since }起等待{ $program }（进程{ $process }，{ $who }），它正在使用登记册。{ $most ->
    [0] 待该程序用完即打开登记册。
   *[other] 最多等待{ $most }秒。
}
store-waiting-to-open-unseen = 自{ $since }起等待另一程序，它正在使用登记册。{ $most ->
    [0] 待该程序用完即打开登记册。
   *[other] 最多等待{ $most }秒。
}
store-upgrading = 登记册由较早版本的ta-tui建立；正将其结构从第{ $from }版升级到第{ $to }版，一百万项需求最多需一分钟。如中途停止，登记册保持原样。
store-given-up = ta-tui结束时{ $program }（进程{ $process }，{ $who }）正在写入登记册，因此未再写入任何内容。待该程序写完后，请启动ta-tui重新输入更改。
store-given-up-unseen = ta-tui结束时另一程序正在写入登记册，因此未再写入任何内容。待该程序写完后，请启动ta-tui重新输入更改。
store-full = 磁盘已满。未写入任何内容，已输入的内容没有丢失；请腾出空间后重试。
store-read-only = 登记册只能读取。未写入任何内容，已输入的内容没有丢失。
store-not-illustrative = { $file }不是示例登记册，今天以时钟为准；请去掉--today。
store-stopped = 中途停止。登记册保持原样。
store-old-library = SQLite { $version }版本过旧：3.51.3之前的版本可能损坏正在使用的登记册。未打开任何文件；请安装使用较新SQLite的版本。
store-other = 无法使用登记册：{ $detail }。未写入任何内容。
store-opened-read-only = 此位置不能写入：登记册以只读方式打开。
store-opened-read-only-place = 登记册以只读方式打开：当前用户不能写入{ $file }（所有者{ $owner }，组{ $group }，权限{ $mode }）。如要更改，请联系其所有者。
store-not-writable = 不能写入登记册：当前用户不能写入{ $file }（所有者{ $owner }，组{ $group }，权限{ $mode }）。未写入任何内容，已输入的内容没有丢失；请联系其所有者。
store-companion = { $file }旁已有{ $other }，SQLite会把它当作新文件的一部分。未建立也未删除任何文件；请另选名称，或移走{ $other }。
store-foreign-log = { $file }旁的{ $other }属于另一文件或本文件较早的状态，一并打开会损坏登记册。文件未作更改；请移走{ $other }，或恢复备份：ta-tui restore BACKUP --db { $file }
store-no-regular-file = { $file }旁的{ $other }是链接、文件夹或管道；SQLite会把它当作自己的文件。未打开或更改任何内容；请移走{ $other }。
store-link = { $file }是链接。未建立也未取代任何文件；请指明文件本身。
store-in-use = 另一程序已打开{ $file }。未取代任何内容；请结束该程序后再试。
store-same-file = { $file }就是备份文件本身。未取代任何内容；请用--db FILE指明另一文件。
store-write-refused = 系统拒绝写入（{ $detail }），可能是文件大小受限。未写入任何内容，已输入的内容没有丢失；请放宽限制后再试。
store-clock-behind = 本机时钟早于登记册中的最后一次更改：您的更改记录为{ $at }。请检查时钟。
store-changed-meanwhile = 在将文件与登记册比较期间，他人更改了登记册。未写入任何内容；请再次导入该文件。
store-too-large = 登记册的内容超出本程序所能编号的范围（65,000项审议或40亿项需求）。文件未作更改。
store-conflict = 需求{ $need }在读取之后已被{ $by }更改（{ $at }）：{ $field }现为{ $theirs }。{ $more ->
        [0] {""}
       *[other] 另有{ $more }项更改受影响。
    }未写入任何内容，已输入的内容没有丢失；请比较两个值后选择。
# 他人先作了更改的一项，自成一行。
store-collides = 需求{ $need }：{ $by }已将{ $field }由“{ $before }”改为“{ $theirs }”（{ $at }）；您要改为“{ $mine }”。该需求现为版本{ $version }。
store-no-such-version = 需求{ $need }现为版本{ $version }，您指定的是{ $named }。未写入任何内容。
store-changed-since = 无法撤销：{ $by }此后将需求{ $need }的{ $field }改为{ $value }（{ $at }）。{ $more ->
        [0] {""}
       *[other] 此后共有{ $needs }项需求被更改，更改人：{ $names }。
    }未写入任何内容。
store-record-changed-since = 无法撤销：{ $by }此后更改了{ $kind }“{ $name }”（{ $at }）。保留现状；再次撤销则涉及之前的更改。
store-not-yours = 更改{ $batch }由{ $by }作出；只能撤销自己的更改。未写入任何内容。
store-circle = 需求{ $need }将直接或间接地成为其自身的重复项。未写入任何内容。
store-gone = { $file }已不在原处：打开期间被移动或删除。未写入任何内容，已输入的内容没有丢失；请将其放回，或退出后打开正确的文件。
store-replaced = { $file }已被另一文件取代。未写入任何内容，已输入的内容没有丢失；请退出后重新打开登记册。
store-replaced-log = { $file }已被另一文件取代。未向其写入任何内容，已输入的内容没有丢失；原登记册的最新更改保存为{ $other }。请退出后重新打开登记册。
store-already-undone = 此项更改已由{ $by }撤销（{ $at }）。未写入任何内容。
store-unknown-need = 本登记册中没有需求{ $need }。
store-unknown-person = 本登记册中没有代码为{ $code }的职位。未写入任何内容；代码见：ta-tui focal-points
store-record-no-such-version = { $kind }{ $record }现为版本{ $version }，您指定的是{ $named }。未写入任何内容。
store-record-conflict = { $kind }{ $record }在读取之后已被{ $by }更改（{ $at }）：{ $field }现为{ $theirs }。{ $more ->
        [0] {""}
       *[other] 另有{ $more }项更改受影响。
    }未写入任何内容，已输入的内容没有丢失；请比较两个值后选择。
store-record-collides = { $kind }{ $record }：{ $by }已将{ $field }由“{ $before }”改为“{ $theirs }”（{ $at }）；您要改为“{ $mine }”。该记录现为版本{ $version }。
store-unknown-record = 本登记册中没有{ $kind }“{ $name }”，或其已被移除。未写入任何内容。
store-void = { $kind }{ $record }已作废：{ $by }于{ $at }将其剔除，理由为“{ $reason }”。未写入任何内容。
store-void-without-reason = { $kind }{ $record }已作废：{ $by }于{ $at }将其剔除。未写入任何内容。
store-rule-source-or-review = { $field }：请指明需求出自哪次审议，或注明其他来源。未写入任何内容。
store-rule-source-of-review = { $field }：已指明审议的需求出自该次审议；请去掉审议，或保留原来源。未写入任何内容。
store-rule-state-of-review = { $field }：需求属于其审议的国家；请写该国或另一次审议。未写入任何内容。
store-rule-chapter-alone = { $field }：所列条款已属本章，无须再写；只在未列该章条款时写章。未写入任何内容。
store-rule-ahead = { $field }：这一天尚未到来。未写入任何内容；请按所知程度写已过去的日期。
store-rule-two-reviewers = { $field }：两个审议缔约国应为不同国家。未写入任何内容。
store-rule-day-of-dialogue = { $field }：有对话形式就有对话日期；请按所知程度写日期，或去掉对话形式。未写入任何内容。
store-rule-stakeholders = { $field }：已有一类利益攸关方参加，因此不能为“否”。未写入任何内容。
store-rule-ends-before = { $field }：结束早于开始。未写入任何内容。
store-rule-shares = { $field }：各份额之和超过百分之百。未写入任何内容。
store-rule-own-programme = { $field }：活动不能从属于自身。未写入任何内容。
store-rule-former-identifier = { $field }：其中之一是现用编号。未写入任何内容。
store-rule-two-activities = { $field }：重叠涉及两项不同的活动，先记录的在前。未写入任何内容。
store-rule-why-no-overlap = { $field }：标记为不重叠时须说明理由。未写入任何内容。
store-state-name = { $field }：“{ $name }”已指{ $other }，一个名称只指一个国家。未写入任何内容；请更正该国，或另取名称。
store-own-reviewer = { $field }：国家不能审议本国。未写入任何内容。
store-retired = 联络人：{ $code }自{ $until }起不再任职，不能再接受分派。未写入任何内容。
store-has-queue = { $code }不能离任：仍有{ $count }项需求分派给该职位。请先移交：ta-tui handover { $code } TO。未写入任何内容。
store-has-needs = 审议{ $review }不能作废：其中有{ $count }项需求。未写入任何内容。
store-may-not = { $who }无权更改{ $kind }{ $record }。未写入任何内容。
store-not-in-role = { $deed ->
    [add] 角色“{ $role }”不允许添加此{ $kind }。{ $may }未写入任何内容。
    [take-out] 角色“{ $role }”不允许移除或恢复{ $kind }{ $record }。{ $may }未写入任何内容。
   *[change] 角色“{ $role }”不允许更改{ $kind }{ $record }。{ $may }未写入任何内容。
}
role-may-reader = 读者不能更改任何内容；可由管理员授予其他角色。
role-may-focal-point = 您可以更改本国的需求及其评论和匹配，以及自己的视图。
role-may-adviser = 您可以更改所负责国家的需求和指派给您的需求及其评论和匹配、仅在这些国家开展的活动及其标记，以及自己的视图。
role-may-officer = 除人员、设置和他人的视图由管理员更改外，您可以更改所有记录。
role-may-administrator = 您可以更改所有记录。
store-other-name = 本会话的更改以{ $own }的名义记录，不能以{ $other }的名义记录。未写入任何内容。
store-only-administrators = 角色“{ $role }”不允许此操作：会话和密钥由管理员管理。未写入任何内容。
store-many-sessions = { $who }已打开{ $open }个会话，达到每人上限，不能再开始新的会话。请按q退出其中一个，或请管理员结束最早的一个：ta-tui sessions end { $oldest }。中断的会话一分钟内自动消失。未写入任何内容。
store-no-session = 没有编号为{ $session }的打开的会话；“ta-tui sessions”列出所有打开的会话。未结束任何会话。
store-key-taken = 此密钥已属于{ $code }，一个密钥只能属于一人。请先用“ta-tui people key remove”将其移除。未写入任何内容。
store-role-raised = { $who }的角色为{ $own }，不能改用{ $asked }：会话中的角色可以降低，不能提高。由管理员用“ta-tui people role”授予角色。未打开任何内容。
store-only-officers = { $who }无权设置{ $setting }：只有秘书处干事可以设置。用“ta-tui people --kind officer”列出干事，用--as指定其中一人。未写入任何内容。
store-referred = 无法移除{ $kind }{ $record }：{ $count ->
   *[other] 仍有{ $by }引用它
}。未写入任何内容。
so-many-needs = { $count }项需求
so-many-reviews = { $count }次审议
so-many-states = { $count }个国家
so-many-people = { $count }个人员
so-many-organisations = { $count }个组织
so-many-activities = { $count }项活动
so-many-platforms = { $count }个平台
so-many-matches = { $count }项匹配
so-many-overlaps = { $count }个重叠标记
so-many-themes = { $count }个主题
so-many-documents = { $count }份文件
so-many-comments = { $count }条评论
so-many-views = { $count }个视图
so-many-settings = { $count }项设置
store-taken = 已有此记录：{ $kind }{ $record }。未写入任何内容。
store-record-name = { $code }（{ $name }）
store-taken-out = 已有此记录，但已被移除：{ $kind }{ $record }。未写入任何内容；请恢复该记录。
store-field-value = “{ $value }”不是{ $field }可取的值。未写入任何内容。
store-required = { $count ->
   *[other] 缺少{ $count }项值：{ $fields }。未写入任何内容。
    [1] 缺少一项值：{ $fields }。未写入任何内容。
}
store-given-once = 此项保留首次给定的值：{ $field }。未写入任何内容。
store-fixed = 不能添加或移除{ $kind }。未写入任何内容。
store-into-itself = { $kind }{ $record }不能并入其自身：请指明两项。未写入任何内容。
store-part-of = 需求{ $need }已并入需求{ $into }：撤销该次合并即可恢复。未写入任何内容。
store-has-match = 需求{ $need }现已与活动{ $activity }匹配，同一匹配不能重复：请先移除该匹配。未写入任何内容。
store-refused = 登记册的规则不允许：{ $rule }。未写入任何内容。
store-step-before = 步骤不能早于其前一步骤：{ $step }早于{ $follows }。未写入任何内容。
store-step-ahead = 步骤的日期是已达到之日，{ $date }尚未到来：{ $step }。未写入任何内容。
store-unknown-batch = 没有编号为{ $batch }的更改。未写入任何内容；编号见：ta-tui log
store-nobody = 更改必须注明由谁作出。未写入任何内容；请用--as NAME注明职位或代码。
store-view-changed = 视图“{ $name }”已与您所见不同：他人已保存或删除它。未保存任何内容；请再查看。
store-setting-value = “{ $value }”不能作为{ $name }的值：请写{ $least }至{ $most }之间的天数。未作更改。
store-setting-weights = “{ $value }”不能作为{ $name }的值：请写总和为100的五个整数，依次为国家、条款、主题、类型和时间，例如{ $usual }。未作更改。
store-setting-changed = { $name }的版本为{ $now }，您给出的是{ $seen }。未作更改；可用ta-tui settings查看。
store-long-notes = 备注最多{ $limit }字节。未写入任何内容；请缩短备注。
store-long-name = 名称最多{ $limit }个字符。未写入任何内容；请缩短名称。
store-nameless = 保存的视图需要名称。未保存任何内容。

# 程序自带的视图。
view-untriaged-by-region = 待定需求（按区域组）
view-urgent-by-focal-point = 未满足的高优先需求（按协调人）
view-overdue = 逾期需求
view-new-since-note = { $day }秘书处说明以来的新增需求

# 检查登记册的结果：先说问题，再说怎么做。
check-integrity = 文件已损坏（{ $detail }）。
check-cut-off = 有程序在写入过程中被中断：登记册旁的{ $row }保存着撤销该写入所需的内容。未检查登记册的内容。两个文件均未更改。
check-journal = 文件旁有{ $row }：中断写入的残余。该文件和登记册均未更改。
check-foreign-journal = 文件旁有{ $row }，它属于另一文件，或不是日志文件：SQLite会用它改写登记册，或将其删除。该文件和登记册均未更改。
check-companion-no-file = 文件旁有{ $row }，它是链接、文件夹或管道。未打开该文件；SQLite会把它当作自己的文件。
check-stray-log = 文件旁有{ $row }，不是本文件的日志。该文件未作更改；下次打开登记册时SQLite会把它当作日志。
check-companion-mode = 文件旁的{ $row }属于编号为{ $owner }的用户（权限{ $mode }）：其他可写登记册的人不能写它，因此只能读取。
check-folder-mode = 文件所属的组可以写文件，但不能写其文件夹{ $row }（权限{ $mode }）：组内成员只能读取登记册。
check-network = 登记册位于另一台机器的文件系统上，其锁定机制不能防止多个程序相互冲突。
check-no-room = 磁盘只剩{ $mib } MiB，不足以存放两份登记册。
check-session-settings = SSH会话无法开始：{ $row }不能作为设置读取，或root和登记册所有者以外的人可以改写该文件或其文件夹。
check-keys-writable = 所有者以外的人可以改写{ $row }，其中有各人的密钥。
check-key-line = { $row }第{ $line }行：该密钥的权限不限于开始会话。
check-server = { $row }：会话账户的{ $keyword }不是{ $wanted }。
check-roles = 已设定角色（{ $count }人），但无人有密钥：角色只在SSH会话中有效。其他情况下，由文件权限决定谁可以读写。
check-file-mode = 本系统的每个账户都可以写此文件（权限{ $mode }）。
check-schema-missing = 缺少每个登记册都有的{ $kind }“{ $name }”。
check-schema-changed = { $kind }“{ $name }”不是ta-tui建立的：有人更改过。
check-schema-odd = 结构中关于{ $kind }“{ $name }”的一行自相矛盾。
check-schema-trigger = 表“{ $table }”上的触发器“{ $name }”不是ta-tui建立的，每次写入时都会运行：登记册只能以只读方式打开。
check-schema-index = 表“{ $table }”上的{ $kind }“{ $name }”不是ta-tui建立的，写入时可能运行代码或拒绝写入：登记册只能以只读方式打开。
check-schema-reference = 表“{ $name }”不是ta-tui建立的，它引用的列不是键，因此SQLite拒绝写入被引用的表：登记册只能以只读方式打开。
check-schema-slow = 表“{ $table }”上的{ $kind }“{ $name }”缺失或不同：登记册会变慢。
check-schema-other = { $kind }“{ $name }”{ $is-table ->
        [0] （表“{ $table }”）
       *[other] {""}
    }不是ta-tui建立的。
check-rule = 表{ $table }有一行违反该表的规则。
check-reference = { $table }的一行所指的{ $parent }行不存在。
check-mark = 文件没有本程序登记册的标记和版本。
check-older = 登记册由较旧版本的ta-tui建立（结构版本{ $version }）。未将各行与更改记录比较。
check-circle = 需求{ $need }经由以下需求成为自身的重复：{ $circle }。
check-need-number = 需求{ $need }：{ $table }中不可能有此编号，程序不会显示它。
check-register-id = 登记册自身的标识符（{ $table }）缺失或无法读取。
check-uuid-missing = { $table }中的记录{ $row }没有UUID。
check-uuid-shared = { $table }中有{ $count }条记录的UUID相同：{ $row }。
check-need-state = 需求{ $need }没有所属国家，或其国家不是所属审议的国家。
check-chapter-alone = 需求{ $need }单独列出第{ $chapter }章，但已有该章的条款；条款本身已说明所属的章。
check-value = 需求{ $need }：{ $field }与更改记录不符。
check-unlogged-value = 需求{ $need }：{ $field }已有值，而更改记录中没有相应的行。
check-gap = 需求{ $need }：更改记录中{ $field }的各次更改前后不衔接。
check-record-value = { $table }第{ $row }行：{ $column }与更改记录不符。
check-record-gap = { $table }第{ $row }行：更改记录中{ $column }的各次更改前后不衔接。
check-record-version = { $table }第{ $row }行的版本为{ $version }，而更改记录中有{ $writes }次写入。
check-log-field = 更改{ $row }：更改记录所指的{ $kind }字段“{ $field }”不存在。
check-log-record = 更改记录所指的{ $kind } { $record }不存在。
check-version = 需求{ $need }的版本为{ $version }，而更改记录中有{ $writes }次写入。
check-moment = 需求{ $need }：最后更改的时间与更改记录不符。
check-log-missing = 更改记录的行数与编号不符：{ $table }相差{ $count }行。
check-empty-batch = { $table }中的写入{ $row }在更改记录中没有任何更改。
check-tally = 审议{ $row }：按章统计的需求数（{ $table }）与需求本身不符。
check-counter = 记录以外的更改数（{ $table }）缺失。
check-outside-log = 其他程序更改过需求或其关联内容{ $count }次，而更改记录中没有相应条目（{ $table }）；无法从更改记录得知更改了什么。
check-activity-document = 活动{ $row }（{ $table }）所注文件“{ $name }”在登记册中不存在。
check-priority-theme = 平台优先事项{ $row }（{ $table }）所注主题“{ $name }”在登记册中不存在（按英文名称）。
check-not-utf8 = { $table }第{ $row }行的{ $column }不是UTF-8文本；每个此类字节都以一个符号代替显示。
check-unclean-text = { $table }第{ $row }行的{ $column }含有终端可能执行的不可见字符；这些字符从不显示。
check-long-text = { $table }第{ $row }行的{ $column }超过64 KB。
check-time-range = { $table }第{ $row }行的{ $column }不是程序能表示的时间。
check-time-backwards = { $table }中的写入{ $row }早于前一次写入：时钟曾经倒退。
check-time-future = { $table }第{ $row }行的{ $column }在将来。
check-time-early = { $table }第{ $row }行的{ $column }早于《公约》（2003年10月31日）。
check-dates = { $table }第{ $row }行的活动结束早于开始。
check-shares = 活动{ $row }各受助国家的份额（{ $table }）合计超过全部。
check-need-document = 需求{ $need }所关联的文件与其所注文件不同。
check-view = { $table }第{ $row }行所存视图的筛选条件无法读取。
check-setting = 设置{ $row }与其日志中的最后一次更改不符。
check-match-changed = 需求{ $need }与{ $activity }匹配后，该活动已变更（{ $fields }）。匹配保持不变。
check-draft = { $table }中需求{ $need }的草稿所依据的版本，该需求从未有过。
check-not-covered = 更改记录不包括从未用ta-tui更改过的内容（需求的处理字段除外）：其他程序对这些内容的更改无法查出。
check-do-backup = 请打开备份，或用sqlite3程序修复文件。
check-do-backups = 重要时请与备份比较。
check-do-cut-off = 请将该文件留在原处，并在可以写入的位置用ta-tui打开一次登记册；届时将撤销中断的写入。
check-do-journal = 如果ta-tui或机器在建立登记册时中断，请在可以写入的位置用ta-tui打开一次；否则请在没有程序打开登记册时移走该文件。
check-do-move = 请在没有程序打开登记册时移走它。
check-do-companion = 请其所有者在没有程序打开登记册时将其删除，并使文件夹归该组所有（chmod g+s）。
check-do-folder = 请允许该组写文件夹（chmod g+ws），或只允许所有者写文件（chmod g-w）。
check-do-network = 请移到本机磁盘。
check-do-room = 请腾出空间：磁盘已满时无法写入更改，也无法备份。
check-do-session-settings = 请按docs/operations.md更正，并归root所有（chown root，chmod go-w）。
check-do-keys-writable = 请归root所有（chown root，chmod go-w）。
check-do-key-line = 该行应以restrict,pty,command="…"开头，命令为带--db和--as的ta-tui session，不含变量。
check-do-server = 请按docs/operations.md的写法设置，然后重新加载服务器。
check-do-roles = 请按docs/operations.md设置会话，或给文件设定合适的权限。
check-do-mode = 如非有意，请取消该权限（chmod o-w）。
check-do-row = 请在无人工作时用sqlite3程序改正该行，或打开备份。
check-do-chapter = 这不会造成重复计数；如有可能，请删除need_chapter中的该行。
check-do-mismatch = 请在无人工作时用sqlite3程序删除该表或其引用。
check-do-open = 请在可以写入的位置用ta-tui打开一次，然后再次检查。
check-do-circle = 请将其中一项移出循环：ta-tui set { $need } duplicate=none
check-do-set = 请查看其记录（ta-tui log id:{ $need }），并将字段设为应有的值。
check-do-log = 请查看其记录（ta-tui log id:{ $need }），并与备份比较。
check-do-count = 请用sqlite3程序重新统计：DELETE FROM tally; INSERT INTO tally SELECT review_id, chapters, needs, articles FROM tally_now;
check-do-setting = 请用sqlite3程序将其改回更改记录中最后一行所记的值和版本。
check-do-counter = 请用sqlite3程序恢复：INSERT OR REPLACE INTO unlogged VALUES (1, 0);
check-do-trigger = 除非知道其用途，请用sqlite3程序将其删除（DROP TRIGGER）。
check-do-index = 除非知道其用途，请用sqlite3程序将其删除（DROP INDEX）。
check-do-slow = 请用sqlite3程序按新登记册中的样子重建。
check-do-nothing = 没有害处；无需处理。
check-do-named = 请添加所注的记录（ta-tui add --help），或更正名称。
check-do-text = 如有必要，请在其所在处重新写入该文本。
check-do-keep = 更改记录只增不减，因此保留；无需处理。
check-do-clock = 请检查录入的日期和机器的时钟是否正确；更改记录中的内容保留不变。
check-do-match = 请核对该匹配；可用“ta-tui match”和“ta-tui unmatch”更改。
check-do-view = 请重新保存该视图或将其删除。
post-secretariat = 秘书处干事
post-focal-point = { $state }协调人
