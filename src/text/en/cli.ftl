# The configuration file
config-not-text = { $file }:{ $line }:{ $column }: the file is not UTF-8 text
config-syntax = { $file }:{ $line }:{ $column }: not readable as TOML ({ $reason })
config-unknown-language = { $variable }: “{ $value }” is no language of this program; the languages are: { $known }
config-unknown-field = { $file }:{ $line }:{ $column }: there is no setting “{ $field }”; the settings are: { $known }
config-wrong-type = { $file }:{ $line }:{ $column }: “{ $field }” takes a word in quotation marks
config-wrong-value = { $file }:{ $line }:{ $column }: “{ $field }” cannot be “{ $value }”; it can be: { $known }
config-keys-no-table = { $file }:{ $line }:{ $column }: “keys” is a table: each command with its keys
config-wrong-key = { $file }:{ $line }:{ $column }: the keys of “{ $command }” are words in quotation marks, one or a list

# Help texts
cli-about = The register of technical-assistance needs identified in reviews under the UN Convention against Corruption
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Words
cli-heading-options = Choices
cli-heading-everywhere = Everywhere
cli-after = Without a command, the program opens on the terminal. Exit status: 0 done; 1 could not be done, or a check failed; 2 the command line or the filter cannot be read; 65 the file is damaged, or not a register of this version; 75 somebody else changed it first.
cli-needs = List needs
cli-states = List States
cli-reviews = List reviews
cli-activities = List the assistance given or planned
cli-focal-points = List focal points, advisers and officers
cli-organisations = List organisations
cli-count = Count needs, States or reviews by one or more fields
cli-figure = Draw the figures of a note, at any date and narrowed by any filter
cli-trend = Totals over the years: what the register held beside what was published
cli-connections = Show which articles are needed together, and how far that is from chance
cli-verify = Compare every published figure with the register; fails where one differs
cli-set = Change triage fields of needs, all or none
cli-handover = Hand over what one person answers for to another, all or none
cli-log = Show who changed what, and when, newest first
cli-frame = Draw one screen without a terminal
cli-new = Make an empty register with the reference facts
cli-sample = Make the illustrative sample register
cli-backup = Copy the register to a new file, also while others write
cli-restore = Replace the register with a backup, while no program has it open
cli-check = Check that the register is sound
cli-completions = Write the completions for a shell
cli-man = Write the manual page
cli-arg-db = The register's file; also TA_TUI_DB; without it, your own copy of the built-in sample register
cli-arg-as = Who works: a focal point, adviser or officer, by code or post; also TA_TUI_AS; recorded with every change (without it: your account on this system)
cli-arg-read-only = Write nothing
cli-arg-no-names = Say “one State” in place of a name, in everything shown; read only
cli-arg-as-of = The register as it was at the end of this day, month or year; read only
cli-arg-since = Compare with an earlier day, month or year: what there was at its end, and the growth since
cli-arg-no-watch = Do not look once a second for what others have changed
cli-arg-lang = The language: en or zh; else TA_TUI_LANG, the configuration file, the locale
cli-arg-ascii = Draw borders, bars and signs with ASCII characters; texts keep their letters. Without it, the configuration file decides, or a locale that names a character set other than UTF-8
cli-arg-help = Show this text
cli-arg-version = Show the version
cli-arg-filter = Which records, in the filter language: chapter:V region:african -focal:any "asset declaration"
cli-arg-format = How to write: table (the default), csv or json
cli-arg-columns = The columns, joined by commas; all for every column
cli-arg-sort = The column to sort by; -NAME or NAME:desc for descending
cli-arg-limit = At most so many rows
cli-count-by = The fields to count by, joined by commas
cli-count-measure = What to count: needs (the default), states or reviews
cli-figure-which = The number of a figure, 1 to 7, or all
cli-figure-measure = What to count: needs or states; without it, what the note counts
cli-figure-beside = The bars of two dates below each other, not one behind the other
cli-trend-format = How to write: text (the default), csv or json
cli-figure-format = How to write: text (the default), csv, json, or a picture for a document: svg or png
cli-figure-out = Where pictures go: a file for one (its name ends in .svg or .png), or a folder, in which they are figure-1.svg and so on; files of these names are replaced
cli-figure-font = An installed font for pictures, in place of the built-in one, which has Latin, Greek and Cyrillic
cli-connections-by = What has both: the same need (need, the default) or the same State (state)
cli-connections-min = Only pairs that at least so many have; without it all, in the order of lift those of fewer than 5 last
cli-connections-sort = count (the default): the most frequent first; lift: the furthest above chance first
cli-connections-format = How to write: text (the default), csv or json
cli-connections-min-zero = --min is 1 or more
cli-verify-ledger = A file with more published figures, such as the next note's; docs/ledger.md explains its columns
cli-verify-format = How to write: text (the default) or json
cli-set-change = Numbers of needs (- reads them from standard input) and fields to set: priority, horizon, response, focal, notes, projected (a day), theme, duplicate (a need); none empties a field; theme+=NAME and theme-=NAME are one theme more and one less
cli-set-note = Why, recorded with the change
cli-set-if-version = Only if nobody has changed these fields since the needs had this version
cli-set-new-themes = Also make themes that the register does not have yet
cli-handover-from = Who answers for the needs now, by code; none for nobody
cli-handover-to = Who shall, by code; none for nobody
cli-handover-dry-run = Only show which needs would go
cli-log-who = Only what this person changed, by code or name
cli-log-since = Only on this day or later, in UTC, such as 2019-09-30; or today
cli-log-until = Only on this day or earlier
cli-frame-size = Columns and rows of the screen, such as 120x40 (80x24 by default)
cli-frame-keys = The keys to press first
cli-frame-format = How to write: text (the default), ansi or svg
cli-new-file = The new file
cli-sample-file = The new file
cli-sample-needs = How many needs; without it, those that add up to the note of 2019
cli-sample-seed = The same number makes the same register
cli-backup-file = The new file; one that exists is not overwritten
cli-restore-file = The backup; it is checked first and is not changed
cli-completions-shell = bash, elvish, fish, powershell or zsh

# What is wrong with a command line
cli-usage-unknown = there is no option “{ $argument }”
cli-usage-no-value = a value is missing for { $argument }
cli-usage-not-one-of = “{ $value }” is none of the values of { $argument }: { $known }
cli-usage-value = “{ $value }” cannot be read as { $argument }
cli-usage-too-many = “{ $value }” is one word too many
cli-usage-twice = { $argument } cannot be given here, or not twice
cli-usage-missing = { $argument } is missing
cli-usage-not-text = an argument is not UTF-8 text
cli-usage-unreadable = the command line cannot be read
cli-usage-see = see { $command }
cli-nearest = perhaps “{ $word }”?

# What happens
cli-failure = ta-tui: { $message }
cli-illustrative = The needs in this register are illustrative.
cli-no-names = No State is named.
cli-no-names-not-here = --no-names is for reading: lists, counts, figures, the log, the screens. With it nothing is changed or copied.
cli-no-names-one = --no-names: ask about regions or about groups of countries, and about groups once; together they could give one State away.
cli-no-names-person = --no-names: nobody is called so here; `ta-tui focal-points --no-names` lists everybody as they are called.
cli-no-names-filter = --no-names: a State cannot be asked for by its name.
cli-nameless-states = { $number ->
    [one] one State
   *[other] { $count } States
  }
cli-as-of = As of { $day }.
cli-since = Growth since { $day }.
cli-as-of-not-here = --as-of is for reading: lists, counts, the log, the screens. The past cannot be changed or copied.
cli-as-of-not-verify = every published figure is verified at its own date; --as-of is not for this command
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
picture-several = several pictures need a file each: name a folder for them with --out FOLDER, or ask for one figure; in the folder they are figure-1.{ $format } and so on
picture-terminal = a PNG picture cannot be shown on a terminal: write it into a file with > FILE.png or --out FILE.png
picture-ending = { $file } does not end as a picture of the format { $format } does
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
cli-check-failed = { $file }: the check found { $count ->
    [one] one fault
   *[other] { $count } faults
}
cli-unknown-column = there is no column “{ $column }”; the columns are: { $known }
cli-count-unknown = there is no field “{ $field }”; one can count by: { $known }
cli-count-uncountable = one cannot count by “{ $field }”; one can count by: { $known }
cli-count-ambiguous = “{ $field }” could be the field { $first } or { $second }
cli-count-fields = at most { $most } fields, each once
cli-set-nothing = Nothing to change: these are the values already.
cli-set-twice = “{ $field }” is set twice
cli-set-no-id = “{ $word }” is neither the number of a need nor field=value
cli-set-no-field = nothing to set: write field=value
cli-set-no-line = Standard input names no need; nothing was changed.
cli-set-nobody-works = focal=me is whoever works: say who with --as
cli-set-no-need = no need is named
cli-set-bad-line = line { $line } of standard input is not the number of a need: “{ $word }”
cli-set-unknown-line = line { $line } of standard input: no need has the number { $need }
cli-set-more-lines = { $count ->
    [one] and one more line
   *[other] and { $count } more lines
}
cli-set-long-line = line { $line } of standard input is longer than { $most } KiB; reading stopped there
cli-set-stopped = reading stopped at line { $line }: this is not a list of needs. Write one number on each line
cli-set-unchanged = nothing was changed; correct these lines and try again
cli-set-too-many = standard input names more than { $most } needs; nothing was changed. Give them in several parts
cli-set-no-input = standard input could not be read ({ $reason }); nothing was changed
cli-set-unprinted = the change was written (number { $batch } of the log, { $count ->
    [one] one field
   *[other] { $count } fields
}), but it could not be printed. Do not repeat it; see it with: ta-tui log
cli-set-conflicts = { $count ->
    [one] somebody was quicker with one edit; nothing was written
   *[other] somebody was quicker with { $count } edits; nothing was written
}
cli-set-no-list = { $field } has one value: write { $field }=value
cli-no-person = This register has nobody called “{ $value }”. `ta-tui focal-points` lists everybody with a code.
cli-several-people = “{ $value }” can be { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; write more of the name, or the code
cli-set-no-day = “{ $value }” is not a day: write it like 2027-03-01, 2027-03 or 2027 (their last day), or +6m
cli-set-no-number = “{ $value }” is not the number of a need
cli-set-new-theme = there is no theme “{ $value }” yet; --new-themes makes it
cli-handover-would = { $count ->
    [one] one need would go from { $from } to { $to }
   *[other] { $count } needs would go from { $from } to { $to }
}
cli-handover-none = { $from } answers for no need of these; nothing was changed.
cli-handover-same = Both names mean the same; there is nothing to hand over.
cli-handover-done = { $count ->
    [one] one need went from { $from } to { $to }; one undo takes it back
   *[other] { $count } needs went from { $from } to { $to }; one undo takes all back
}
cli-set-unknown-field = there is no field “{ $field }” to set; the fields are: { $known }
cli-set-unknown-value = “{ $value }” is not a value of { $field }; the values are: { $known }

# Heads of columns
column-id = No.
column-state = State
column-iso3 = ISO
column-region = Region
column-cycle = Cycle
column-chapter = Ch.
column-articles = Articles
column-category = Category
column-themes = Themes
column-priority = Priority
column-horizon = Horizon
column-response = Response
column-focal-point = Focal point
column-identified = Identified
column-text = Need
column-review = Review
column-version = Version
column-projected = Projected
column-duplicate = Duplicate of
column-ldc = LDC
column-lldc = LLDC
column-sids = SIDS
column-party = Party
column-party-since = Party since
column-adviser = Adviser
column-needs = Needs
column-reviews = Reviews
column-states = States
column-reached = Reached
column-started = Started
column-completed = Completed
column-reviewers = Reviewing States
column-stakeholders = Stakeholders
column-joint-meeting = Joint meeting
column-code = Code
column-kind = Kind
column-level = Level
column-description = Description
column-status = Status
column-when = When
column-unnamed-states = States not named
column-providers = Providers
column-partners = Partners
column-donors = Donors
column-name = Name
column-role = Role
column-activities = Activities
column-post = Post
column-earlier = Before
column-growth = Growth
column-figure = Figure
column-paragraph = Para.
column-about = What it says
column-published = Published
column-computed = Register
column-verdict = Verdict
column-remark = Remark
column-at = When (UTC)
column-who = Who
column-need = No.
column-field = Field
column-before = Before
column-after = After
column-note = Note
column-batch = Batch
column-notes = Notes

# What stands for the values of arguments
cli-value-filter = FILTER
cli-value-file = FILE
cli-value-file-or-folder = FILE|FOLDER
cli-value-name = NAME
cli-value-names = NAMES
cli-value-date = DATE
cli-value-day = DAY
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
cli-value-by = BY
cli-value-order = ORDER
