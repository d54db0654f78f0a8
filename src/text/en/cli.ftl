# The configuration file
config-not-text = { $file }:{ $line }:{ $column }: the file is not UTF-8 text
config-syntax = { $file }:{ $line }:{ $column }: not readable as TOML ({ $reason })
config-unquoted = { $file }:{ $line }:{ $column }: write { $name } = "{ $word }", with quotation marks; the file is not read until then
config-unknown-level = { $variable }: “{ $value }” is no level of the log; the levels are: { $known }. No log is written.
config-unknown-language = { $variable }: “{ $value }” is no language of this program; the languages are: { $known }
config-unknown-field = { $file }:{ $line }:{ $column }: there is no setting “{ $field }”; the settings are: { $known }
config-no-flag = { $file }:{ $line }:{ $column }: “{ $field }” is true or false, without quotation marks
config-wrong-type = { $file }:{ $line }:{ $column }: “{ $field }” takes a word in quotation marks
config-wrong-value = { $file }:{ $line }:{ $column }: “{ $field }” cannot be “{ $value }”; it can be: { $known }
config-colours-no-table = { $file }:{ $line }:{ $column }: “colours” is a table: each name with its colour
config-unknown-colour = { $file }:{ $line }:{ $column }: nothing that has a colour is called “{ $name }”; the names are: { $known }
config-wrong-colour = { $file }:{ $line }:{ $column }: “{ $name }” cannot have the colour { $value }; write "#rrggbb", a number from 0 to 255, or one of: { $known }
config-keys-no-table = { $file }:{ $line }:{ $column }: “keys” is a table: each command with its keys
config-wrong-key = { $file }:{ $line }:{ $column }: the keys of “{ $command }” are words in quotation marks, one or a list

# Help texts
cli-about = The register of technical-assistance needs identified in reviews under the UN Convention against Corruption
more-cli-about = Without a command, the program opens on the terminal; a filter narrows what it shows.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-after = More, with examples: { $command }
cli-needs = List needs
cli-states = List States
cli-reviews = List reviews
cli-activities = List the assistance given or planned
cli-focal-points = List focal points, advisers and officers
cli-people = List the people who answer for needs, by post
more-cli-people = “people add FIELD=VALUE…” makes a post, “people role PERSON ROLE” gives a role (reader, focal-point, adviser, officer, administrator, or none for the one of the kind), “people retire PERSON [until=DATE]” ends it, “people key add PERSON KEY” and “people key remove PERSON FINGERPRINT” keep the public keys by which a person comes over SSH.
cli-people-usage = { $change ->
    [add] people add takes values, as in “ta-tui people add code=officer-2 kind=officer post.en=Officer”
    [role] people role takes a person and a role, as in “ta-tui people role fp-gh reader”
    [retire] people retire takes a person and, if it is not today, the day, as in “ta-tui people retire fp-gh until=2027-03”
   *[key] people key takes add or remove, a person and a key, as in “ta-tui people key add fp-gh ssh-ed25519 AAAA…”
}
cli-people-no-role = “{ $role }” is no role; the roles are: { $known }
cli-people-no-key = { $code } has no key “{ $key }”; “ta-tui show person { $code }” lists those that there are. Nothing was written.
cli-key-private = This is a private key, which nobody but its owner may have: make a new pair, and give the public one, from the file that ends in .pub. Nothing was written.
cli-key-not-public = This is no public key that is taken: write the kind (ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa, sk-ssh-ed25519@openssh.com …) and the key, as in a .pub file. Nothing was written.
cli-key-options = There are options before the key: write the kind and the key alone, as in a .pub file; “ta-tui ssh-keys” puts the options there. Nothing was written.
cli-sessions = List the sessions that are open, or end one
more-cli-sessions = “sessions end ID” marks a session; it ends within a second, and keeps what is being typed as a draft.
cli-sessions-words = The word end and the number of a session
cli-sessions-usage = sessions takes nothing, or end and the number of a session, as in “ta-tui sessions end 12”
cli-sessions-no-number = “{ $word }” is not the number of a session; “ta-tui sessions” lists them
cli-sessions-nobody = No session is open.
cli-sessions-ended = Session { $session } is marked as ended; it is over within a second.
cli-ssh-keys = Print the lines of authorized_keys for the keys of people
more-cli-ssh-keys = Each line lets the owner of a key start a session under the own name alone: no other command, no files, no forwarding.
cli-ssh-keys-none = Nobody has a key yet; “ta-tui people key add PERSON KEY” adds one.
cli-people-retired = Only posts that are held no longer
cli-people-held = Only posts that are held
cli-list-kind = Only records of these kinds
more-cli-list-kind = Several with a comma; another word is answered with all that there are.
cli-list-unknown-kind = “{ $kind }” is not a kind of record of this list; the kinds are: { $known }
cli-organisations = List organisations
cli-documents = List documents that needs and activities refer to
cli-platforms = List regional platforms
cli-themes = List the themes of needs and activities
cli-show = Show one record with every field and its history
cli-show-no-need = “{ $number }” is no number of a need.
more-cli-show = Its properties as its list has them, its fields as ta-tui edit takes them, and every change: who, when, before and after, the batch, and whether it was taken back. As data it is a list of one. A record that is void is shown too, with who has made it void and why. Without a kind, a number is a need, and a code or name the first record that has it.
cli-show-which = What to show: a kind and a record of it, or one word
more-cli-show-which = A record goes by its number, code, symbol or name; a review also by State and cycle, as in "SYC 2", a match by need and activity, as in 12/A034. The kinds: { $kinds }. With --no-names: need, activity, organisation, platform and document.
cli-show-unknown-kind = there is no kind of record “{ $kind }”; the kinds are { $known }
cli-show-no-record = There is no record “{ $word }”. Write its kind too: ta-tui show KIND ID
cli-show-nameless = --no-names: no { $kind } is told by itself; the lists tell what can be told
cli-show-match-changed = Need { $need }: matched with { $activity } before that activity changed: { $fields }.
cli-show-heading = { $record } (number { $number }, version { $version })
cli-show-void = Void: { $by } took it out on { $at }. Reason: { $reason }
cli-show-field = { $field } [{ $code }]
cli-show-fields = Fields, as ta-tui edit takes them
cli-show-history = Changes, the newest first
cli-show-no-history = None is recorded.
cli-show-undone = undone
cli-show-undoes = undoes { $batch }
cli-count = Count needs, States or reviews by one or more fields
cli-figure = Draw the figures of a note, at any date, under any filter
cli-trend = Show totals over the years, beside what was published
cli-connections = Show which articles are needed together, beyond chance
cli-gaps = Show which open needs nothing serves, the widest gap first
more-cli-gaps = An open need is one that is neither met nor withdrawn, nor the duplicate of another. It is served where an activity serves it fully or partly that runs, is over or is published; else planned for where it is matched with another activity that is not called off; else unserved. The three add up to the open needs in every row.
cli-shared = Show needs that several States of one group share
more-cli-shared = Each row is an article under which at least three States of one group have unserved needs: one workshop could serve them. Above 15 States a split by theme or category is proposed.
cli-overlaps = Show activities that may do the same work twice
more-cli-overlaps = Two activities of different providers overlap where they help the same State with the same article, or without articles with the same theme, at the same time or within 180 days. certain: both periods are known and share a day; likely: within 180 days, or one period is not known; possible: only the region is the same, or neither period is known. Publications, activities called off, a part and its whole, and reports of one activity are left out.
cli-coverage = Show what each provider or donor covers
more-cli-coverage = Activities that are called off are left out. Money of different currencies is never added.
cli-verify = Compare every published figure with the register
more-cli-verify = It ends with status 1 where one differs.
cli-set = Change triage fields of needs, all or none
cli-add = Record a review, a need, a person or another record
more-cli-add = Everything is checked first; all of it is written in one step, or nothing; one undo removes it.
cli-edit = Correct the fields of a record
more-cli-edit = A field that somebody else has changed since --if-version is a conflict: nothing is written then, and the status is 75.
cli-merge = Make one need or theme a part of another
more-cli-merge = What points to the first need points to the second then: matches, themes, duplicates, comments, recommendations. The first is void; one undo takes all of it back. Needs and activities that have the first theme have the second then.
cli-merge-records = need or theme (else need); which goes; which stays
cli-merge-if-version = Only if the one that goes is unchanged since version N
cli-merge-take = Fields that the other takes over, as in text,priority
cli-merge-unknown-kind = “{ $kind }” cannot be merged: needs and themes can
cli-merge-two = Name the one that goes and the one that stays
cli-candidates = List what could serve a need, or what an activity could serve
more-cli-candidates = The most points come first. docs/assistance.md has the rule; only open needs have candidates, and what is matched already is none.
cli-candidates-record = Number of a need, or code of an activity
cli-candidates-band = The lowest band that is listed
more-cli-candidates-band = docs/assistance.md says from how many points on.
cli-candidates-none = There are no candidates from the band “{ $band }” on; --band possible lists more
cli-candidates-closed = Need { $need } is not open: it is met, withdrawn or a duplicate, and has no candidates
cli-candidates-kind = { $activity } is of a kind that serves no need by itself; docs/assistance.md lists these kinds
cli-candidates-cancelled = { $activity } is cancelled
cli-match = Match needs with an activity
more-cli-match = A need that is matched with it already keeps its match, which takes the values given. The response of the needs changes only with response=planned. “-” in the place of the needs reads JSON lines with their id from standard input.
cli-match-words = Numbers of needs, then the code of an activity
more-cli-match-words = Beside them extent=fully, partly or planned, note=… and response=….
cli-match-two = Write the numbers of needs, then the code of one activity: ta-tui { $command } 12 17 A045
cli-match-no-id = there is no "id", which says which need it is; each line is such as { $example }
cli-match-closed = { $count ->
    [one] Need { $needs } is not open: it is met, withdrawn or a duplicate. Is the match meant?
   *[other] { $count } needs ({ $needs }) are not open: they are met, withdrawn or duplicates. Are the matches meant?
}
cli-match-cancelled = { $activity } is cancelled, and serves no need. Is the match meant?
cli-match-kind = { $activity } is of a kind that serves no need by itself. Is the match meant?
cli-match-place = { $count ->
    [one] { $activity } is for other States than that of need { $needs }, as far as is stated. Is the match meant?
   *[other] { $activity } is for other States than those of { $count } needs ({ $needs }), as far as is stated. Are the matches meant?
}
cli-match-subject = { $count ->
    [one] { $activity } is on other chapters than need { $needs }, as far as is stated. Is the match meant?
   *[other] { $activity } is on other chapters than { $count } needs ({ $needs }), as far as is stated. Are the matches meant?
}
cli-unmatch-field = “{ $word }” is not taken here: unmatch changes no value
cli-match-other-field = “{ $field }” is not given with a match; known are { $known }
cli-unmatch = Take matches of needs with an activity out
more-cli-unmatch = The log keeps them, and an undo brings them back.
cli-unmatch-words = Numbers of needs, then the code of an activity
cli-unmatch-if-version = Only if the match still has this version
cli-unmatch-none = { $count ->
    [one] Need { $needs } is not matched with { $activity }
   *[other] { $count } needs ({ $needs }) are not matched with { $activity }
}
cli-mark = Mark the overlap of two activities
more-cli-mark = The log keeps every mark, and an undo brings the one before back. “unmarked” takes the mark away. A mark keeps the facts that it was made on: overlaps says which of them have changed since.
cli-mark-activity = Code of an activity
cli-mark-finding = What was found out
more-cli-mark-finding = coordinated: their providers divide the work; real: the same work is done twice; none: it only looks so; unmarked: no mark.
cli-mark-why = Why, in a few words; needed for none
cli-mark-no-reason = say why it is no overlap: --why "other ministries"
cli-mark-none = { $first } and { $second } have no mark; nothing was written
cli-overlaps-mark = Only with this mark
cli-void = Take records out that were entered by mistake
more-cli-void = They stand in no list and no count then; the log keeps them. --undo brings back those that are void, whoever took them out, with the matches that went with them.
cli-void-records = Numbers of needs, or a kind and records of it
more-cli-void-records = A record to which others refer stays: the answer counts them. Records are named as for ta-tui show.
cli-void-not-here = a { $kind } is not taken out here; the kinds are: { $known }
cli-which-record = which { $kind }? Write its number, code or name behind it; the kinds are: { $known }
cli-records-kind = What kind of record it is
cli-add-values = Its fields, or - for JSON lines
cli-edit-values = The fields to set
more-cli-edit-values = As for add. none empties a field.
cli-edit-id = Which: its number, code, symbol or name, or - for JSON lines
more-cli-edit-id = A review also by State and cycle, as in "SYC 2". With -, each line of standard input is an object with the id and the fields to set, and the version that was seen if it shall be checked.
cli-records-if-version = Only if unchanged since this version
cli-void-reason = Why, recorded with the change
cli-void-undo = Bring back needs that are void
more-cli-add-values = States, people, documents and themes are named as in a filter; articles as documents write them (art. 52, 53–57); dates as precisely as they are known (2019, 2019-05, 2019-05-03); several values stand behind each other with ;. A name without a language (post=…) is one in the language of the program; post.fr=… is one in French. With -, each line of standard input is an object of fields. The fields are listed in docs/recording.md; a field that is not known is answered with all that there are.
cli-handover = Move one person’s needs to another
more-cli-handover = All needs go in one step, or none does; one undo restores them.
cli-log = Show who changed what, and when, newest first
cli-frame = Draw one screen without a terminal
more-cli-frame = Keys that are pressed first can write to the register; --read-only prevents it.
cli-new = Make an empty register with the reference facts
cli-sample = Make the illustrative sample register
cli-backup = Copy the register to a new file, also while others write
cli-restore = Replace the register with a backup that is checked first
more-cli-restore = No program may have the register open. What stood there is kept beside it.
cli-check = Check that the register is sound
cli-tour = Five minutes with the program, step by step
more-cli-tour = On a copy of the sample register that is removed at the end. Nothing else is touched.
cli-tour-no-folder = no folder can be made for the copy of the sample register: { $reason }
cli-session = Serve one person over SSH: the command for authorized_keys
more-cli-session = It takes --db, --as, --role and nothing else. The client’s own command (ssh host needs) is read by the program and no shell; without one the screens open. Commands on files, other registers and other people are refused, and the environment is cleared. docs/operations.md sets the service up.
session-no-more = “{ $word }” is not for the line in authorized_keys: session takes --db FILE, --as NAME and --role ROLE, nothing else
cli-session-role = A smaller role than the person’s own
more-cli-session-role = reader, focal-point, adviser, officer or administrator. It lowers and never raises.
cli-value-role = ROLE
session-no-role = there is no role “{ $role }”; the roles are: { $known }
session-settings-unread = The administrator’s settings for sessions cannot be read, so that no session begins; tell the person who runs the register.
session-settings-unsafe = Others than the administrator can write the settings for sessions, so that no session begins; tell the person who runs the register.
session-idle-soon = Nobody has typed for a while: this session ends in { $seconds } seconds unless you press a key; drafts are kept
session-idle-ended = The session has ended, since nobody has typed for long. Drafts are kept.
session-over-ended = { $who } has ended this session. What was saved stays, and drafts are kept.
session-over-sees = This session has ended: what you may see in the register has changed. What was saved stays, and drafts are kept; log in again.
session-over-gone = This session has ended: your post is no longer held, or no longer in the register. What was saved stays, and drafts are kept; ask the person who runs the register.
session-no-value = { $word } has no value
session-twice = { $word }: this option is given twice
session-missing = { $word } is missing: session takes --db FILE and --as NAME
session-no-register = The register of this session cannot be reached; tell the person who runs it.
session-not-begun = The session cannot be begun ({ $reason }); tell the person who runs it.
session-command-long = the command is too long: 64 KiB are read
session-command-control = the command has control characters, or is no UTF-8 text; nothing was run
session-command-open = the command ends within quotation marks or behind a backslash; nothing was run
session-not-this-command = { $command } does not run over SSH: it is for the person who runs the register
session-no-file = { $option } names a file on this machine, which a session does not read or write; without it, data go to standard output: ssh … > FILE
session-file-by-input = FILE names a file on this machine, which a session does not read; write - for it and send your own file: ssh … import needs - < FILE
session-no-font = --font names a font of this machine, which a session does not choose
session-one-register = --db: this session has one register, which is open already; leave it out
session-one-person = --as: this session is one person’s, whose key began it; leave it out
cli-completions = Write the completions for a shell
more-cli-completions = Those for bash, zsh and fish ask the program what can stand at the cursor, and complete values and filters too.
cli-man = Write the manual pages
more-cli-man = Without a command, the page of the program, which names all others.
cli-man-command = The command whose page is written
cli-man-out = A folder for the pages: ta-tui.1 and so on
more-cli-man-out = Without a command, all pages. Files of these names are replaced; nothing else is touched.
cli-man-written = { $pages ->
    [one] { $folder }: 1 page written
   *[other] { $folder }: { $pages } pages written
 }
man-title = ta-tui manual
man-heading-name = NAME
man-heading-synopsis = SYNOPSIS
man-heading-description = DESCRIPTION
man-heading-see-also = SEE ALSO
cli-order = Order: { $order }.
cli-arg-db = The register's file; else your copy of the sample
more-cli-arg-db = TA_TUI_DB says the same. Without either, the program works on a private copy of the built-in sample register.
cli-arg-as = You: a code or post of this register
more-cli-arg-as = A focal point, adviser or officer; ta-tui focal-points lists them. Recorded with every change. TA_TUI_AS says the same; without either, your account on this system is recorded.
cli-arg-read-only = Do not write to the register
cli-arg-no-names = Name no State; read only
more-cli-arg-no-names = “One State” stands in place of a name, in everything that is shown.
cli-arg-known-then = With --as-of: as it was known then
more-cli-arg-known-then = Without what was entered, corrected or voided after that day. Without this option a need counts from the day on which it was identified, however late it was entered, with what it says now, and one that is void counts on no day.
cli-arg-as-of = The register at the end of this day (UTC); read only
more-cli-arg-as-of = A day, a month or a year: 2019-09-30, 2019-09 or 2019, each to its end.
cli-arg-since = An earlier day to compare with
more-cli-arg-since = A day, a month or a year: what there was at its end, and the growth since.
cli-arg-no-watch = Do not check for others’ changes
more-cli-arg-no-watch = Without it, the program looks once a second.
cli-arg-lang = The language of all words, by its code
more-cli-arg-lang = Without it: TA_TUI_LANG, else the settings file, else the locale.
cli-arg-ascii = Draw borders, bars and signs with ASCII
more-cli-arg-ascii = Texts keep their letters. Without it: the settings file, else a locale that names a character set other than UTF-8.
cli-arg-help = Help: -h in short, --help with examples
cli-arg-version = Show the version
cli-arg-filter = Which records, in the filter language
more-cli-arg-filter = For example: chapter:V region:african -focal:any "asset declaration". ta-tui help filter explains it.
cli-arg-format = How to write: table, csv, json, jsonl, md or xlsx
more-cli-arg-format = table is the default; jsonl writes an object on each line, md a table in Markdown, xlsx a workbook. docs/json.md describes every property.
cli-arg-json = The same as --format json
cli-arg-quiet = Say nothing but what has failed
more-cli-arg-quiet = On standard error; what is asked for is written to standard output as ever.
cli-arg-columns = The columns, joined by commas; all for every one
more-cli-arg-columns = ta-tui help columns lists them. all also shows those that are shown only on request.
cli-arg-sort = The column to sort by; -NAME for descending
more-cli-arg-sort = NAME:desc is descending too.
cli-arg-limit = At most so many rows
cli-count-by = The fields to count by, joined by commas
cli-count-measure = What to count: needs (the default), states, reviews
cli-figure-which = The number of a figure, or all
cli-figure-measure = What to count: needs or states
more-cli-figure-measure = Without it, what the note counts.
cli-figure-beside = Bars of two dates below each other
more-cli-figure-beside = Without it, they overlap.
cli-figure-format = How to write: text, csv, json, jsonl, svg, png
more-cli-figure-format = text is the default; jsonl writes an object on each line; svg and png make pictures for a document.
cli-figure-out = Where pictures go: a file or a folder
more-cli-figure-out = A file takes one picture; its name ends in .svg or .png. In a folder each has a name of its own: figure-1.svg, trend-needs-1.svg and so on. Files of these names are replaced.
cli-figure-font = An installed font for pictures
more-cli-figure-font = In place of the built-in one, which has Latin, Greek and Cyrillic letters.
cli-connections-by = Pair within one: need or state
more-cli-connections-by = need (the default): within one need; state: within one State.
cli-connections-min = Only pairs counted at least N times
more-cli-connections-min = Without it, all; in the order of lift, those under 5 come last.
cli-connections-sort = The order: count (the default) or lift
more-cli-connections-sort = count: the most frequent first; lift: the highest lift first.
cli-connections-min-zero = --min is 1 or more
cli-trend-by = Open needs by how far they are served: standing
more-cli-trend-by = standing: open, served, planned for and unserved needs at the end of every year.
cli-gaps-by = One field, or two joined by a comma
more-cli-gaps-by = article, chapter, category, theme, region, group or adviser.
cli-gaps-fields = --by takes one field or two different ones
cli-gaps-field = gaps are not told by “{ $field }”; the fields are: { $known }
cli-shared-by = The groups of States: adviser, region, group or filter
more-cli-shared-by = adviser (the default): by the adviser’s region; region: by regional group; group: LDCs, LLDCs and SIDS; filter: all that the filter finds are one group. With --no-names region is the default.
cli-shared-split = Split each group by theme or category
cli-shared-no-adviser = --no-names: an adviser’s region can be that of one State; use --by region, group or filter.
cli-coverage-by = By provider (the default) or donor
cli-reviews-unprepared = Only those under way without preparation
cli-reviews-nameless = Without names of States it is not told which reviews were prepared.
cli-activities-trainings = Only trainings, in a table with their numbers
cli-verify-ledger = A file with more published figures
more-cli-verify-ledger = Such as the next note's; docs/ledger.md explains its columns.
cli-set-change = Numbers of needs, and fields to set
more-cli-set-change = - reads the numbers from standard input. The fields: priority (high, medium, low), horizon (current, projected), response (unmet, planned, under-way, met, withdrawn), focal (a code or post, or me), notes, projected (a day, such as 2027-03-31 or +6m), theme, duplicate (the number of a need). none empties a field; theme+=NAME and theme-=NAME add a theme and take one away, several joined by ;.
cli-set-note = Why, recorded with the change
cli-set-if-version = Only if unchanged since this version
more-cli-set-if-version = Where somebody has changed one of these fields since the needs had this version, nothing is written and the status is 75.
cli-set-dry-run-read-only = --dry-run tries the change on the register and undoes it, which --read-only does not allow; --dry-run alone writes nothing
cli-set-dry-run = Only show what would change
more-cli-set-dry-run = Nothing is written; the status is that of the real command.
cli-set-new-themes = Also make themes that are not there yet
cli-handover-from = The present person: a code or a post, or none
more-cli-handover-from = none, or nobody, means the needs without a focal point.
cli-handover-to = The new person: a code or a post, or none
more-cli-handover-to = none, or nobody, leaves the needs without a focal point.
cli-handover-dry-run = Only show which needs would go
cli-settings = Show or change the settings of the register
more-cli-settings = They are the same for everybody who works with the register.
cli-arg-today = The day that counts as today
more-cli-arg-today = A day in UTC, such as 2019-12-31; for illustrative registers only.
cli-settings-change = The setting and its value
more-cli-settings-change = Such as overdue-days=60. The name alone prints that setting; without it, all are listed.
cli-settings-if-version = Only if the setting has this version
cli-log-who = Only what this person changed
more-cli-log-who = By code or name.
cli-log-since = Only from this date on: a day, a month or a year
more-cli-log-since = In UTC: 2019-09-30, 2019-09 or 2019, each from its first day, or today.
cli-log-until = Only up to this date: a day, a month or a year
more-cli-log-until = In UTC: 2019-09-30, 2019-09 or 2019, each to its last day, or today.
cli-log-kind = Changes of these kinds of records
more-cli-log-kind = Several with a comma, or all: { $kinds }. Without it, everything but views and settings.
cli-log-unknown-kind = there is no kind of record “{ $kind }”; the kinds are all, { $known }
cli-log-kind-of-needs = a filter selects needs; without need among the kinds there is nothing that it selects
cli-log-backwards = --since { $since } is later than --until { $until }, so no day is between them: name the earlier day with --since
cli-frame-size = Columns and rows, 80x24 by default
cli-frame-need = The need whose page to open, by number
cli-frame-keys = The keys to press first
more-cli-frame-keys = Characters as they are, and names in angle brackets: 4/chapter:V<Enter>. ta-tui help keys lists the keys. They act as on the screens: keys that change needs change the register. With --read-only nothing is written.
cli-frame-format = How to write: text (the default), ansi or svg
cli-new-file = The new file
cli-sample-file = The new file
cli-sample-needs = How many needs
more-cli-sample-needs = Without it, those that add up to the note of 2019.
cli-sample-seed = The same number makes the same register
cli-backup-file = The new file, or with --rotate the folder for it
more-cli-backup-file = A file that exists is not overwritten.
cli-backup-rotate = Keep this many copies in the folder, the newest
more-cli-backup-rotate = Each has the register's name and the moment (register-2026-12-01T145000Z.db, in UTC). Older ones are removed once the new one stands and is checked; nothing else is touched.
cli-restore-file = The backup; it is checked first and is not changed
cli-completions-shell = bash, elvish, fish, powershell or zsh

# Where the screens open
cli-need = Open the page of a need on the screens
cli-need-id = The number of the need
cli-arg-screen = The screen to open
more-cli-arg-screen = overview, states, reviews, needs, triage, assistance or figures, or its name on the screen; a filter narrows it.
cli-arg-view = The saved view to open, by name or key
more-cli-arg-view = Your own, everybody's, or one that comes with the program (g v on the screens lists them); a filter narrows it further.
cli-no-screen = there is no screen “{ $value }”; the screens are: { $known }
start-no-view = there is no saved view “{ $name }”; the views are: { $known }

# Help
cli-help = Explain a command, the filter language, columns or keys
more-cli-help = Without a word: the help of the program.
cli-help-topic = A command, or filter, columns or keys
cli-config = Show the settings and where each comes from
more-cli-config = The settings file is $XDG_CONFIG_HOME/ta-tui/config.toml; docs/configuration.md explains it.
cli-config-what = What to show: show (the default), path or template
more-cli-config-what = show: the file, and every setting with its value and where that comes from; path: the file alone; template: a file with every setting and key, to edit.
cli-no-command = there is no command “{ $word }”
cli-search-for = to search the texts for it: ta-tui -- { $word }
cli-heading-globals = Global options
cli-heading-examples = Examples
cli-heading-status = Exit status
cli-heading-environment = Environment
cli-heading-files = Files
cli-status-done = done
cli-status-failed = could not be done, or a check failed
cli-status-usage = the command line or the filter cannot be read
cli-status-bad-data = the file is damaged, or not a register of this version
cli-status-conflict = somebody else changed it first; nothing was written
variable-db = the register's file, where --db does not name it
variable-as = who works, where --as does not say it
variable-lang = the language by its code, where --lang does not say it
variable-log = error, warn, info or debug: write a log of this level
variable-lc-all = the locale: the language, where nothing nearer says it; ASCII signs, where it names a character set other than UTF-8
variable-lc-messages = the language, where LC_ALL is empty
variable-lc-ctype = the character set, where LC_ALL is empty
variable-locale = both, where the others are empty
variable-no-color = where set, no colours
variable-colorfgbg = the terminal's colours, for the themes auto and more
variable-colorterm = truecolor or 24bit: the theme auto takes the colours of more
variable-term = the type of the terminal; dumb has no screens, some are known to draw no dim text
variable-term-program = the program that is the terminal; that of macOS has its dark blue in bold
variable-ssh-connection = where set, keys are given more time to arrive, the row under the cursor is marked cheaply, and exports name the command for your own machine
variable-ssh = where set, keys are given more time to arrive
variable-config-home = the folder of settings, else ~/.config
variable-data-home = the folder of data, else ~/.local/share
variable-state-home = the folder of the log, else ~/.local/state
variable-home = the home folder, where these are not set
variable-user = your account, in the command that logs in here (see “Export”)
file-settings = the settings
file-sample = the private copy of the built-in sample register
file-log = the log, where TA_TUI_LOG asks for one
file-log-before = what stood in the log before it became too long
filter-help-about = A filter says which needs are shown and counted. It is the same on the screens (/), on the command line and in saved views.
filter-help-field = a field, a colon, a value
filter-help-and = a space is “and”
filter-help-or = a comma is “or”
filter-help-not = a hyphen in front is “not”
filter-help-range = from one value to another
filter-help-compare = also >, < and <=, for fields with an order
filter-help-none = the field is empty
filter-help-any = the field has a value
filter-help-word = a word is searched for in the texts
filter-help-phrase = so are words in quotation marks, as they stand
filter-help-head-field = Field
filter-help-head-name = Name
filter-help-head-example = Example
filter-help-head-values = Values
filter-help-more = Values can be written by code or by name, in any language of the program, and cut short where no other value begins so. Names with spaces stand in quotation marks. On the command line, put the whole filter in single quotes if it has quotation marks, < or >.
columns-help-about = The columns of the lists, for --columns and --sort. Those with * are in a table without being asked for; csv and json have more, and all stands for every one.
keys-help-about = The keys of the screens; ? shows those of the place where you are. The settings file can give a command other keys.

# Settings
cli-log-unwritable = { $file }: no log can be written ({ $reason })
cli-version = SQLite { $sqlite }
    schema { $schema }
cli-config-no-home = there is no home directory, and so no settings file
setting-language = The language. Without it, the locale decides, or else English.
setting-theme = The colours. auto goes by what the terminal says of its background and of its colours; one that says nothing of its background is taken for dark. dark and light keep to its 16, more has colours of its own.
setting-signs = The signs of borders, bars and marks. auto goes by the locale.
setting-row = How the row under the cursor is marked. auto marks its whole width, but over SSH, which cheap saves bytes for, the first cell.
setting-mouse = Whether the mouse is heard. While it is, most terminals select text with Shift held.
setting-start = What is shown first: totals, needs without a focal point, or your own queue (with --as).
config-template-about = Settings of ta-tui. Every line that begins with # alone shows what holds without it; take the # away to change it.
config-template-colours = Single colours, in the place of those of the theme; "#rrggbb", a number from 0 to 255, or one of the names below. On light backgrounds signs and bars have them, words do not.
config-template-keys = The keys of commands. A key of yours is taken from whatever it means in the same places; [] takes a command's keys away.
origin-option = option
origin-variable = environment
origin-file = file
origin-default = default
config-yes = yes
config-no = no
cli-config-no-list = --format is for the list of settings; path and template are written as they are

# What is wrong with a command line
cli-usage-unknown = there is no option “{ $argument }”
cli-usage-no-value = a value is missing for { $argument }
cli-usage-not-one-of = “{ $value }” is none of the values of { $argument }: { $known }
cli-usage-value = “{ $value }” cannot be read as { $argument }
cli-usage-too-many = unexpected word “{ $value }”
cli-usage-behind = { $argument } stands behind the name of its command: { $command } { $argument }
cli-usage-contradict = { $argument } and { $other } contradict each other: give one of the two
cli-usage-empty = { $argument } is given with an empty value
cli-form-day = write a day as 2019-12-31
cli-form-size = write columns and rows as 120x40, each from 1 to 1000
cli-form-number = write a whole number, such as 20
cli-usage-twice = { $argument } cannot be given here, or not twice
cli-usage-missing = { $argument } is missing
cli-usage-not-text = an argument is not UTF-8 text
cli-usage-unreadable = the command line cannot be read
cli-usage-see = see { $command }
cli-nearest = perhaps “{ $word }”?

# What happens
cli-failure = ta-tui: { $message }
cli-illustrative = The needs in this register are illustrative.
cli-own-day = Today in this register is { $day }; --today DATE chooses another day.
cli-no-names = State names are hidden.
cli-no-names-not-here = --no-names is for reading: lists, counts, figures, the log, the screens. With it nothing is changed or copied.
cli-no-names-one = --no-names: filter by region or by one country group, not both; together they could identify a State.
cli-no-names-person = --no-names: no such person; `ta-tui focal-points --no-names` lists the names to use.
cli-no-names-activities = While State names are hidden, activities tell no { $field }: a value of it finds none of them.
cli-no-names-of-needs = While State names are hidden, { $field } shows only activities whose needs of that kind are of at least { $few } States.
cli-no-names-filter = --no-names: a State cannot be asked for by its name.
cli-nameless-states = { $number ->
    [one] one State
   *[other] { $count } States
  }
cli-as-of = As of { $day }.
cli-since = Growth since { $day }.
cli-as-of-not-here = --as-of is for reading: lists, counts, the log, the screens. The past cannot be changed or copied.
cli-as-of-not-verify = every published figure is verified at its own date; --as-of is not for this command
cli-today-not-here = --today is for reading and changing a register; this command goes by the clock
cli-file-missing = { $file }: there is no such file or directory
cli-file-denied = { $file }: not permitted
cli-file-exists = { $file }: already exists and is left as it is
cli-file-read-only = { $file }: the disk is read-only
cli-file-full = { $file }: the disk is full
file-unreadable = { $file }: the file cannot be read ({ $reason })
file-irregular = { $file }: this is a folder, a pipe or a device, and was not read; name a regular file
file-too-large = { $file }: larger than { $limit } MiB, and was not read; name a smaller file
cli-file-failed = { $file }: { $reason }
cli-output-failed = the output could not be written ({ $reason })

# Pictures of figures
picture-only = { $option } is for pictures: --format svg or png
picture-several = several pictures need a file each: name a folder for them with --out FOLDER, in which each has a name of its own that ends in .{ $format }, or ask for one
picture-terminal = a PNG picture cannot be shown on a terminal: write it into a file with > FILE.png or --out FILE.png
picture-ending = { $file } must end in .{ $format }
picture-font-unknown = no font “{ $font }” is installed
picture-font-missing = no font was found for “{ $characters }”; looked for: { $names }. Install one of them (on Debian: the package { $package }), or name an installed font that has these characters with --font NAME.
picture-failed = the picture could not be drawn ({ $reason })

cli-no-home = there is no home directory for the sample register; name a register with --db FILE
cli-sample-copied = The built-in sample register is copied to { $file }: its needs are illustrative. Another register: --db FILE
cli-sample-used = This is your copy of the built-in sample register, { $file }: its needs are illustrative. Another register: --db FILE
cli-new-made = { $file } is made: the reference facts, and no need yet.
cli-sample-progress = { $done } of { $all } needs
cli-sample-made = { $file } is made, with illustrative needs.
cli-backup-made = { $file } is a copy of the register.
cli-backup-removed = { $count ->
    [one] 1 older copy was removed.
   *[other] { $count } older copies were removed.
}
cli-restore-made = { $file } now holds what { $other } holds.
cli-restore-kept = The previous register is kept as { $other }.
cli-restore-no-db = Nothing was restored: use --db FILE to name the register that the backup is to replace.
cli-check-sound = { $file }: sound; { $remarks ->
    [0] no remark
    [one] one remark
   *[other] { $remarks } remarks
}
cli-check-faults = { $file }: { $faults ->
    [one] one fault
   *[other] { $faults } faults
}, { $remarks ->
    [0] no remark
    [one] one remark
   *[other] { $remarks } remarks
}
cli-check-fault = Fault: { $what } { $advice }
cli-check-remark = Remark: { $what } { $advice }
cli-check-more = … and { $count ->
    [one] one more
   *[other] { $count } more
} of this sort
cli-check-held = { $file } could not be checked:
cli-check-failed = { $file }: the check found { $count ->
    [one] one fault
   *[other] { $count } faults
}
cli-left-out = Not shown for want of width: { $heads }. A wider terminal shows all, and so does --format csv.
cli-left-out-columns = Not shown for want of width: { $heads }. To see them: --columns { $names }, or a wider terminal.
cli-ambiguous-column = “{ $column }” could be any of the columns { $known }
cli-unknown-column = there is no column “{ $column }”; the columns are: { $known }
cli-count-unknown = there is no field “{ $field }” to count by; the fields are: { $known }
cli-count-uncountable = “{ $field }” is not a field to count by; the fields are: { $known }
cli-count-ambiguous = “{ $field }” could be the field { $first } or { $second }
cli-count-fields = --by takes at most { $most } fields, each once
cli-read-only = --read-only is given, and this command writes to the register; nothing was written
cli-nothing-written = nothing was written
cli-set-nothing = Nothing to change: these are the values already.
cli-set-rehearsed = Nothing was written: this is what the command would change.
cli-set-twice = “{ $field }” is set twice
cli-set-no-id = “{ $word }” is neither the number of a need nor field=value
cli-set-no-field = nothing to set: write field=value
cli-set-no-line = Standard input names no need; nothing was changed.
cli-set-nobody-works = focal=me needs --as NAME
cli-set-no-need = no need is named: write its number, or - to read numbers from standard input
cli-set-bad-line = line { $line } of standard input is not the number of a need: “{ $word }”
cli-set-unknown-line = line { $line } of standard input: no need has the number { $need }
cli-lines-more = { $count ->
    [one] and one more line
   *[other] and { $count } more lines
}
cli-lines-long = line { $line } of standard input is longer than { $most } KiB; reading stopped there
cli-set-stopped = reading stopped at line { $line }: this is not a list of needs. Write one number on each line
cli-lines-unchanged = nothing was changed; correct these lines and try again
cli-records-stopped = reading stopped at line { $line }: these are not records. Write one JSON object on each line
cli-lines-too-many = standard input has more than { $most } lines or { $bytes } MiB; give them in several parts
cli-lines-no-input = standard input could not be read ({ $reason }); nothing was changed
cli-settings-unknown = “{ $name }” is not a setting; the settings are: { $known }
cli-settings-no-value = “{ $word }” sets nothing: write NAME=VALUE, such as overdue-days=60
cli-settings-no-change = --if-version belongs to a change: write NAME=VALUE too
cli-settings-unprinted = { $name } was changed, but the change could not be printed. Do not repeat it; ta-tui settings shows it
cli-set-unprinted = the change was written (number { $batch } of the log, { $count ->
    [one] one field
   *[other] { $count } fields
}), but it could not be printed. Do not repeat it; see it with: ta-tui log
cli-set-conflicts = Nothing was written, and what others have written stays. To write { $count ->
    [one] this value
   *[other] these { $count } values
} over theirs, repeat the command with --if-version and the version that the need has now, or without --if-version.
cli-handover-conflicts = Nothing was handed over, and what others have written stays; { $count ->
    [one] one need was
   *[other] { $count } needs were
} changed meanwhile. Repeat the command.
cli-set-no-list = { $field } has one value: write { $field }=value, not { $field }{ $sign }=value
cli-set-empty = no value stands behind { $field }{ $sign }=: write { $field }=none to empty it
cli-set-no-theme = no theme stands behind { $field }{ $sign }=: write { $field }{ $sign }=NAME, or several names joined by ;
cli-no-person = This register has nobody called “{ $value }”. `ta-tui focal-points` lists everybody with a code; without --as, `ta-tui add person code={ $value } kind=officer post=…` makes that post.
cli-several-people = “{ $value }” can be { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; write more of the name, or the code
cli-set-no-day = “{ $value }” is not a day: write it like 2027-03-01, 2027-03 or 2027 (their last day), today, or +6m
cli-set-no-number = “{ $value }” is not the number of a need
cli-set-new-theme = there is no theme “{ $value }” yet; --new-themes makes it
cli-set-no-such-theme = there is no theme “{ $value }” to take away
cli-handover-would = { $count ->
    [one] one need would go from { $from } to { $to }
   *[other] { $count } needs would go from { $from } to { $to }
}
cli-handover-none = { $from } has none of these needs; nothing was changed.
cli-handover-same = Both names mean the same post; nothing was handed over.
cli-handover-done = { $count ->
    [one] one need went from { $from } to { $to }; one undo restores it
   *[other] { $count } needs went from { $from } to { $to }; one undo restores all
}
cli-set-unknown-field = there is no field “{ $field }” to set; the fields are: { $known }
cli-set-unknown-value = “{ $value }” is not a value of { $field }; the values are: { $known }

cli-value-filter = FILTER
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-file-or-folder = FILE|FOLDER
cli-value-name = NAME
cli-value-names = NAMES
cli-value-kinds = KINDS
cli-value-date = DATE
cli-value-lang = LANG
cli-value-format = FORMAT
cli-value-number = N
cli-value-fields = FIELDS
cli-value-measure = MEASURE
cli-value-change = NEED-ID|FIELD=VALUE
cli-value-text = TEXT
cli-value-from = FROM
cli-value-to = TO
cli-value-size = SIZE
cli-value-keys = KEYS
cli-value-backup = BACKUP
cli-value-seed = S
cli-value-shell = SHELL
cli-value-command = COMMAND
cli-value-command-or-topic = COMMAND|TOPIC
cli-value-what = WHAT
cli-value-need = NEED-ID
cli-value-kind-or-id = KIND|ID
cli-value-kind-or-need = KIND|NEED-ID
cli-value-into = INTO-ID
cli-value-by = BY
cli-value-order = ORDER
cli-value-needs-and-activity = NEED-ID… ACTIVITY-CODE
cli-value-need-or-activity = NEED-ID|ACTIVITY-CODE
cli-value-activity = ACTIVITY-CODE
cli-value-finding = FINDING
cli-value-band = BAND
cli-value-field = FIELD
cli-value-setting = NAME=VALUE

activity-share = { $state }: { $share } per cent
activity-review = { $state }, { $cycle }
activity-reviews-all = { $cycle }, all States
activity-money = { $stage }{ $named ->
        [0] {""}
       *[other] : { $who }
    }{ $stated ->
        [0] {""}
       *[other] , { $amount }
    }
platform-priority = { $rank }. { $priority }

cli-show-unknown = There is no { $kind } “{ $code }”.
cli-value-kind = KIND
cli-value-id = ID
cli-value-assignment = FIELD=VALUE
cli-own-post = { $who } is the post of your own account: what this account does is that person’s, with its undo, drafts and is:mine.
cli-records-in-no-figure = { $count ->
    [one] Need { $need } states neither article, chapter nor category: no figure by these counts it. It was written; is it meant?
   *[other] { $count } needs, { $need } the first, state neither article, chapter nor category: no figure by these counts them. They were written; is it meant?
}
cli-records-other-cycle = Need { $need }: article { $article } is of a chapter that the other cycle reviews. It was written; is it meant?
cli-records-would-be-other-cycle = Need { $need }: article { $article } is of a chapter that the other cycle reviews. It would be written; is it meant?
cli-records-added = added
cli-records-out = taken out
cli-records-no-value = “{ $word }” sets nothing: write FIELD=VALUE, such as article=52
cli-records-unknown-field = a { $kind } has no field “{ $field }”; the fields: { $known }
cli-records-beside-input = - stands for all that is written: leave the other words out
cli-records-version-of-line = with -, each line says its own "version"; leave --if-version out
cli-records-no-line = standard input has no line: nothing was written
cli-records-no-id = there is no "id", which says which record it is
cli-records-nested = { $field }: an object stands where words or a list are expected; a name in several languages is {"{"}"en": "…", "fr": "…"{"}"}
cli-records-no-object = this is no JSON object (character { $column }): write one on each line, such as { $example }
cli-records-no-version = “{ $value }” is not the number of a version
cli-records-line = line { $line }:
cli-records-conflicts = Nothing was written, and what others have written stays. To write { $count ->
    [one] this value
   *[other] these { $count } values
} over theirs, repeat the command with the version that the record has now, or without one.
cli-void-no-reason = --reason says why: write what was wrong

entry-none-of = { $field } is not “{ $value }”; it can be { $known }
entry-unknown = { $field }: this register has no “{ $value }”
entry-unknown-near = { $field }: this register has no “{ $value }”. Nearest: { $near }
entry-several = { $field }: “{ $value }” can be { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; write more of the name, or the code
entry-no-article = { $field }: “{ $value }” is not the number of an article; the Convention's articles for needs are 5 to 62, written like 52, or art. 52, 53–57
entry-no-chapter = { $field }: “{ $value }” is not a chapter; write II to VI
entry-no-date = { $field }: “{ $value }” is not a date; write it as precisely as you know it: 2019, 2019-05 or 2019-05-03
entry-no-number = { $field }: “{ $value }” is not a whole number from { $least } to { $most }
entry-no-language = { $field }: “{ $value }” is not the code of a language; write its two or three letters, such as en, fr or zh
entry-long-row = { $field }: “{ $value }” has more parts than { $cells }
entry-same-language = { $field }: “{ $value }” has two texts in the language { $language }
entry-unreadable = { $field }: “{ $value }” is not written as this field is
entry-long-line = { $field }: { $count } letters are too many; { $most } fit
entry-long-text = { $field }: { $count } bytes are too many; { $most } fit
