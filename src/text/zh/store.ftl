# 关于登记册文件：发生了什么、保留了什么、该怎么做。
store-missing = 没有文件 { $file }。请检查文件名，或用此命令新建登记册：ta-tui new { $file }
store-directory = { $file } 是目录，不是登记册。请指定其中的一个文件。
store-no-permission = 当前用户无权读取 { $file }。文件未作改动；请向文件所有者申请权限。
store-exists = { $file } 已经存在，未作改动。请另选名称。
store-cannot-make = 无法建立 { $file }：{ $detail }。请选择可以写入的位置。
store-empty = { $file } 是空文件，不是登记册。文件未作改动；请选择其他文件，或用新名称运行：ta-tui new FILE
store-no-database = { $file } 不是数据库。文件未作改动；请选择登记册文件。
store-foreign = { $file } 是其他程序的数据库。文件未作改动；请选择登记册文件。
store-newer = { $file } 由较新版本的 ta-tui 建立（结构版本 { $found }；本程序最高支持 { $known }）。文件未作改动；请安装较新版本。
store-older = { $file } 由较旧版本的 ta-tui 建立（结构版本 { $found }，现为 { $known }），而此处只能读取。请先在可以写入的位置打开一次。
store-damaged = { $file } 已损坏（{ $detail }）。文件未作改动；请打开备份，或用 sqlite3 程序修复。
store-damaged-now = 登记册已损坏（{ $detail }）。未写入任何内容；请打开备份。
store-pending-log = { $file } 的最新更改仍在其日志（{ $file }-wal）中，在不能写入的位置无法读取。文件未作改动；请将两个文件复制到可以写入的位置。
store-busy = 另一程序正在写入登记册。未写入任何内容，已输入的内容没有丢失；请重试。
store-waiting = 自 { $since } 起等待 { $program }（进程 { $process }，{ $who }），它正在写入登记册。输入的内容没有丢失；轮到时即写入，若退出则放弃。
store-waiting-unseen = 自 { $since } 起等待另一程序，它正在写入登记册。输入的内容没有丢失；轮到时即写入，若退出则放弃。
store-given-up = 程序结束时 { $program }（进程 { $process }，{ $who }）正在写入登记册，因此未再写入任何内容。待该程序完成后请重新输入。
store-given-up-unseen = 程序结束时另一程序正在写入登记册，因此未再写入任何内容。待该程序完成后请重新输入。
store-full = 磁盘已满。未写入任何内容，已输入的内容没有丢失；请腾出空间后重试。
store-read-only = 登记册只能读取。未写入任何内容，已输入的内容没有丢失。
store-stopped = 中途停止。登记册保持原样。
store-old-library = SQLite { $version } 版本过旧：3.51.3 之前的版本可能损坏正在使用的登记册。未打开任何文件；请安装使用较新 SQLite 的版本。
store-other = 无法使用登记册：{ $detail }。未写入任何内容。
store-opened-read-only = 此位置不能写入：登记册以只读方式打开。
store-too-large = 登记册的内容超出本程序所能编号的范围（65,000 项审议或 40 亿项需求）。文件未作改动。
store-conflict = 需求 { $need } 在读取之后已被 { $by } 更改（{ $at }）：{ $field } 现为 { $theirs }。{ $more ->
        [0] {""}
       *[other] 另有 { $more } 项更改受影响。
    }未写入任何内容，已输入的内容没有丢失；请比较两个值后选择。
# 他人先作了更改的一项，自成一行。
store-collides = 需求 { $need }，{ $field }：原为{ $before }，{ $by } 改为{ $theirs }（{ $at }），您要改为{ $mine }；现为版本 { $version }。
store-unheard-of = 需求 { $need }，{ $field }：现为{ $theirs }，您要改为{ $mine }；现为版本 { $version }，与所指定的版本不符。
store-other-version = 需求 { $need } 的版本为 { $version }，与所指定的版本不符。未写入任何内容，已输入的内容没有丢失；请重新读取。
store-changed-since = 无法撤销：{ $by } 此后将需求 { $need } 的{ $field }改为{ $value }（{ $at }）。{ $more ->
        [0] {""}
       *[other] 此后共有 { $needs } 项需求被更改，更改人：{ $names }。
    }未写入任何内容。
store-not-yours = 更改 { $batch } 由 { $by } 作出；只能撤销自己的更改。未写入任何内容。
store-circle = 需求 { $need } 将直接或间接地成为其自身的重复项。未写入任何内容。
store-gone = { $file } 已不在原处：打开期间被移动或删除。未写入任何内容，已输入的内容没有丢失；请将其放回，或退出后打开正确的文件。
store-replaced = { $file } 已被另一文件取代。未写入任何内容，已输入的内容没有丢失；请退出后重新打开登记册。
store-already-undone = 此项更改已由 { $by } 撤销（{ $at }）。未写入任何内容。
store-unknown-need = 本登记册中没有需求 { $need }。未写入任何内容。
store-unknown-person = 本登记册中没有代码为 { $code } 的职位。未写入任何内容；代码见：ta-tui focal-points
store-unknown-batch = 没有编号为 { $batch } 的更改。未写入任何内容；编号见：ta-tui log
store-nobody = 更改必须注明由谁作出。未写入任何内容；请用 --as NAME 注明姓名。
store-view-changed = 视图“{ $name }”已与您所见不同：他人已保存或删除它。未保存任何内容；请再查看。
store-nameless = 保存的视图需要名称。未保存任何内容。

# 程序自带的视图。
view-untriaged-by-region = 按区域列出的未分流需求
view-urgent-by-focal-point = 按协调人列出的未满足高优先需求
view-overdue = 逾期需求
view-new-since-note = 上一份说明以来的新需求

# 检查登记册时发现的问题。
check-integrity = 文件已损坏：{ $detail }
check-reference = { $table } 的一行所指的 { $parent } 行不存在。
check-mark = 文件没有本程序登记册的标记和版本。
check-value = 需求 { $need }：{ $field } 与更改记录不符。
check-gap = 需求 { $need }：更改记录中 { $field } 的各次更改前后不衔接。
check-version = 需求 { $need } 的版本为 { $version }，而更改记录中有 { $writes } 次写入。
check-moment = 需求 { $need }：最后更改的时间与更改记录不符。
check-tally = 审议 { $review }：按章统计的需求数与需求本身不符。
