# What the store says about a register file: what happened, what was kept, what to do.
store-missing = There is no file { $file }. Check the name, or make a register with: ta-tui new { $file }
store-directory = { $file } is a directory, not a register. Name a file in it.
store-no-permission = { $file } may not be read by this user. The file is untouched; ask its owner for access.
store-exists = { $file } is already there and is left as it is. Choose another name.
store-cannot-make = { $file } cannot be made: { $detail }. Choose a place where you may write.
store-empty = { $file } is empty, so it is no register. It is left as it is; choose another file, or a new name with: ta-tui new FILE
store-no-database = { $file } is not a database. It is left as it is; choose a register file.
store-foreign = { $file } is the database of another program. It is left as it is; choose a register file.
store-newer = { $file } was made by a newer version of ta-tui (schema { $found }; this one knows { $known }). It is left as it is; install the newer version.
store-older = { $file } was made by an older version of ta-tui (schema { $found } of { $known }) and can only be read here. Open it once where it can be written.
store-damaged = { $file } is damaged ({ $detail }). It is left as it is; open a backup, or see everything that is wrong with it: ta-tui check --db { $file }
store-damaged-now = The register is damaged ({ $detail }). Nothing was written; open a backup.
store-cut-off = A program was stopped in the midst of a write to { $file }: what undoes that write is in { $file }-journal. Nothing was changed; leave both files where they are and open the register once with ta-tui where it can be written.
store-cut-off-now = A program was stopped in the midst of a write to the register. Nothing was changed; leave its journal where it is and open the register once with ta-tui where it can be written.
store-pending-log = The latest changes of { $file } are still in its log ({ $file }-wal), unreadable in a read-only folder. Nothing was changed; copy both files to a writable folder.
store-altered-missing = { $file } lacks the { $kind } “{ $name }” that every register has. It is left as it is; open a backup, or see everything that is wrong with it: ta-tui check --db { $file }
store-altered-changed = In { $file } the { $kind } “{ $name }” is not the one that ta-tui makes: somebody has changed it. None of it was run and the file is left as it is; open a backup, or see everything that is wrong with it: ta-tui check --db { $file }
store-altered-odd = In { $file } the line of the schema about the { $kind } “{ $name }” contradicts itself. None of it was run and the file is left as it is; open a backup, or see everything that is wrong with it: ta-tui check --db { $file }
store-trigger = The register is open for reading only: the trigger “{ $name }” on the table “{ $table }” was not made by ta-tui and would run at each write. It was not run. The person who keeps the register can remove it with the sqlite3 program (DROP TRIGGER); then open the register again.
store-index = The register is open for reading only: the index “{ $name }” on the table “{ $table }” was not made by ta-tui and could run code at a write or refuse it. The person who keeps the register can remove it with the sqlite3 program (DROP INDEX); then open the register again.
store-reference = The register is open for reading only: the table “{ $name }” was not made by ta-tui and refers to columns that are no key, so SQLite refuses what is written to the table that it refers to. The person who keeps the register can remove the table or its reference with the sqlite3 program; then open the register again.
schema-table = table
schema-view = view
schema-index = index
schema-trigger = trigger
store-busy = Another program is writing to the register. Nothing was written and nothing typed is lost; try again.
store-held = { $program } (process { $process }, { $who }) is using the register and keeps everybody else from reading it. Nothing was changed; try again when that program is done.
store-waiting = Waiting since { $since } for { $program } (process { $process }, { $who }), which is writing to the register. Your change is kept and is written when that program is done; if you leave before then, it is not written.
store-waiting-unseen = Waiting since { $since } for another program, which is writing to the register. Your change is kept and is written when that program is done; if you leave before then, it is not written.
store-waiting-to-open = Waiting since { $since } for { $program } (process { $process }, { $who }), which is using the register. { $most ->
    [0] The register opens when that program is done.
   *[other] It is waited for at most { $most } seconds.
}
store-waiting-to-open-unseen = Waiting since { $since } for another program, which is using the register. { $most ->
    [0] The register opens when that program is done.
   *[other] It is waited for at most { $most } seconds.
}
store-upgrading = The register was made by an earlier ta-tui; its schema is brought from version { $from } to { $to }, which takes up to a minute for a million needs. If it is interrupted, the register stays as it was.
store-given-up = ta-tui ended while { $program } (process { $process }, { $who }) was writing to the register, so nothing more was written. When that program is done, start ta-tui and enter the change again.
store-given-up-unseen = ta-tui ended while another program was writing to the register, so nothing more was written. When that program is done, start ta-tui and enter the change again.
store-full = The disk is full. Nothing was written and nothing typed is lost; make room and try again.
store-read-only = The register can only be read. Nothing was written and nothing typed is lost.
store-not-illustrative = { $file } is not illustrative, so today is the day of the clock; leave out --today.
store-stopped = Stopped before the end. The register is as it was.
store-old-library = SQLite { $version } is too old: versions before 3.51.3 can damage a register in use. Nothing was opened; install a build with a newer SQLite.
store-other = The register could not be used: { $detail }. Nothing was written.
store-opened-read-only = This place cannot be written: the register is open for reading only.
store-opened-read-only-place = The register is open for reading only: this user may not write { $file } (owner { $owner }, group { $group }, mode { $mode }). To change something, ask its owner.
store-not-writable = The register cannot be written: this user may not write { $file } (owner { $owner }, group { $group }, mode { $mode }). Nothing was written and nothing typed is lost; ask its owner.
store-companion = Beside { $file } there is already { $other }, and SQLite would take it for part of the new file. Nothing was created or removed; choose another name, or move { $other } away.
store-foreign-log = { $other } stands beside { $file } but belongs to another file or to an older state of this one; opening them together would damage the register. Nothing was changed; move { $other } away, or restore a backup with: ta-tui restore BACKUP --db { $file }
store-no-regular-file = { $other } stands beside { $file } and is a link, a folder or a pipe; SQLite would take it for its own file. Nothing was opened or changed; move { $other } away.
store-link = { $file } is a link. Nothing was created or replaced; name the file itself.
store-in-use = Another program has { $file } open. Nothing was replaced; end that program and try again.
store-same-file = { $file } is the backup itself. Nothing was replaced; name another file with --db FILE.
store-write-refused = The system refused the write ({ $detail }), perhaps because of a limit on the size of files. Nothing was written and nothing typed is lost; have the limit raised and try again.
store-clock-behind = This machine's clock is behind the last change in the register: what you write is recorded as of { $at }. Have the clock checked.
store-changed-meanwhile = Somebody else changed the register while the file was compared with it. Nothing was written; import the file again.
store-too-large = The register holds more than this program can number (65,000 reviews or 4,000 million needs). It is left as it is.
store-conflict = Need { $need } was changed by { $by } ({ $at }) since it was read: { $field } is now { $theirs }.{ $more ->
        [0] {""}
        [one] {" "}One more edit is concerned.
       *[other] {" "}{ $more } more edits are concerned.
    } Nothing was written and nothing typed is lost; look at both values and choose.
# One edit that somebody was quicker than, on a line of its own.
store-collides = Need { $need }: { $by } changed { $field } from “{ $before }” to “{ $theirs }” ({ $at }); you asked for “{ $mine }”. The need is now at version { $version }.
store-no-such-version = Need { $need } is at version { $version }, you named { $named }. Nothing was written.
store-changed-since = Cannot undo: { $by } then set { $field } of need { $need } to { $value } ({ $at }).{ $more ->
        [0] {""}
       *[other] {" "}In all, { $needs ->
            [one] one need was
           *[other] { $needs } needs were
        } changed since, by { $names }.
    } Nothing was written.
store-record-changed-since = Cannot undo: { $by } has changed the { $kind } “{ $name }” since ({ $at }). It stays as it is; another undo goes to the change before.
store-not-yours = Change { $batch } is { $by }'s; you can undo only your own. Nothing was written.
store-circle = Need { $need } would be a duplicate of itself, directly or by way of others. Nothing was written.
store-gone = { $file } is gone: it was moved or removed while it was open. Nothing was written and nothing typed is lost; put it back, or leave and open the right file.
store-replaced = Another file has taken the place of { $file }. Nothing was written and nothing typed is lost; leave and open the register anew.
store-replaced-log = Another file has taken the place of { $file }. Nothing was written to it and nothing typed is lost; the latest changes of the register that stood there are kept as { $other }. Leave and open the register anew.
store-already-undone = This was already undone by { $by } ({ $at }). Nothing was written.
store-unknown-need = There is no need { $need } in this register.
store-unknown-person = There is no post with the code { $code } in this register. Nothing was written; the codes are in: ta-tui focal-points
store-record-no-such-version = The { $kind } { $record } is at version { $version }, you named { $named }. Nothing was written.
store-record-conflict = The { $kind } { $record } was changed by { $by } ({ $at }) since it was read: { $field } is now { $theirs }.{ $more ->
        [0] {""}
        [one] {" "}One more edit is concerned.
       *[other] {" "}{ $more } more edits are concerned.
    } Nothing was written and nothing typed is lost; look at both values and choose.
store-record-collides = The { $kind } { $record }: { $by } changed { $field } from “{ $before }” to “{ $theirs }” ({ $at }); you asked for “{ $mine }”. The record is now at version { $version }.
store-unknown-record = There is no { $kind } “{ $name }” in this register, or it was taken out. Nothing was written.
store-void = The { $kind } { $record } is void: { $by } took it out on { $at }, with the reason “{ $reason }”. Nothing was written.
store-void-without-reason = The { $kind } { $record } is void: { $by } took it out on { $at }. Nothing was written.
store-rule-source-or-review = { $field }: name the review that the need comes from, or another source. Nothing was written.
store-rule-source-of-review = { $field }: a need that names its review comes from that review; take out the review, or leave the source as it is. Nothing was written.
store-rule-state-of-review = { $field }: the need is of the State of its review; name that State or another review. Nothing was written.
store-rule-chapter-alone = { $field }: an article named here is of this chapter and says it already; name a chapter where no article of it is named. Nothing was written.
store-rule-ahead = { $field }: this day is still to come. Nothing was written; give a day that has been, as precisely as you know it.
store-rule-two-reviewers = { $field }: the two reviewing States are different States. Nothing was written.
store-rule-day-of-dialogue = { $field }: a kind of dialogue goes with its day; give the day as precisely as you know it, or leave out the kind. Nothing was written.
store-rule-stakeholders = { $field }: a group of stakeholders took part, so this is not “no”. Nothing was written.
store-rule-ends-before = { $field }: the end comes before the beginning. Nothing was written.
store-rule-shares = { $field }: the shares add up to more than 100 per cent. Nothing was written.
store-rule-own-programme = { $field }: an activity does not belong to itself. Nothing was written.
store-rule-former-identifier = { $field }: one of these is the present identifier. Nothing was written.
store-rule-two-activities = { $field }: an overlap is one of two different activities, the one recorded first before the other. Nothing was written.
store-rule-why-no-overlap = { $field }: a mark that it is no overlap says why. Nothing was written.
store-state-name = { $field }: “{ $name }” is { $other } already, and a name means one State. Nothing was written; correct that State, or give another name.
store-own-reviewer = { $field }: a State does not review itself. Nothing was written.
store-retired = Focal point: { $code } is held no longer, since { $until }, and is given nothing more. Nothing was written.
store-has-queue = { $code } cannot be retired: { $count ->
    [one] one need is
   *[other] { $count } needs are
} given to that post. Hand them over first: ta-tui handover { $code } TO. Nothing was written.
store-has-needs = The review { $review } cannot be taken out: it has { $count ->
    [one] one need
   *[other] { $count } needs
}. Nothing was written.
store-may-not = { $who } may not change the { $kind } { $record }. Nothing was written.
store-not-in-role = { $deed ->
    [add] The role “{ $role }” does not allow you to add this { $kind }. { $may } Nothing was written.
    [take-out] The role “{ $role }” does not allow you to take out or bring back the { $kind } { $record }. { $may } Nothing was written.
   *[change] The role “{ $role }” does not allow you to change the { $kind } { $record }. { $may } Nothing was written.
}
role-may-reader = A reader changes nothing; an administrator can give another role.
role-may-focal-point = You may change the needs of your own State, their comments and matches, and your own views.
role-may-adviser = You may change the needs of your States and those given to you, their comments and matches, activities in your States alone and their marks, and your own views.
role-may-officer = You may change every record but people, settings and the views of others, which an administrator changes.
role-may-administrator = You may change every record.
store-other-name = This session records changes as { $own }, not as { $other }. Nothing was written.
store-only-administrators = The role “{ $role }” does not allow this: sessions and keys are for administrators. Nothing was written.
store-many-sessions = { $who } has { $open } sessions open already, the most that one person may have, so that no other one begins. Leave one with q, or have an administrator end the oldest: ta-tui sessions end { $oldest }. One that was cut off is gone within a minute. Nothing was written.
store-no-session = No session { $session } is open; “ta-tui sessions” lists those that are. Nothing was ended.
store-key-taken = This key is that of { $code } already, and a key belongs to one person. Take it from there first: “ta-tui people key remove”. Nothing was written.
store-role-raised = { $who } has the role { $own } and cannot become { $asked }: a role can be lowered for a session, never raised. An administrator gives roles with “ta-tui people role”. Nothing was opened.
store-only-officers = { $who } may not set { $setting }: only officers of the Secretariat may. “ta-tui people --kind officer” lists them, --as names one. Nothing was written.
store-referred = The { $kind } { $record } cannot be taken out: { $by } { $count ->
    [one] refers
   *[other] refer
} to it. Nothing was written.
so-many-needs = { $count ->
    [one] one need
   *[other] { $count } needs
}
so-many-reviews = { $count ->
    [one] one review
   *[other] { $count } reviews
}
so-many-states = { $count ->
    [one] one State
   *[other] { $count } States
}
so-many-people = { $count ->
    [one] one person
   *[other] { $count } people
}
so-many-organisations = { $count ->
    [one] one organisation
   *[other] { $count } organisations
}
so-many-activities = { $count ->
    [one] one activity
   *[other] { $count } activities
}
so-many-platforms = { $count ->
    [one] one platform
   *[other] { $count } platforms
}
so-many-matches = { $count ->
    [one] one match
   *[other] { $count } matches
}
so-many-overlaps = { $count ->
    [one] one mark of an overlap
   *[other] { $count } marks of overlaps
}
so-many-themes = { $count ->
    [one] one theme
   *[other] { $count } themes
}
so-many-documents = { $count ->
    [one] one document
   *[other] { $count } documents
}
so-many-comments = { $count ->
    [one] one comment
   *[other] { $count } comments
}
so-many-views = { $count ->
    [one] one view
   *[other] { $count } views
}
so-many-settings = { $count ->
    [one] one setting
   *[other] { $count } settings
}
store-taken = It is there already: { $kind } { $record }. Nothing was written.
store-record-name = { $code }, “{ $name }”
store-taken-out = It is there already and was taken out: { $kind } { $record }. Nothing was written; bring that one back.
store-field-value = “{ $value }” is no value for { $field }. Nothing was written.
store-required = { $count ->
    [one] A value is missing: { $fields }. Nothing was written.
   *[other] { $count } values are missing: { $fields }. Nothing was written.
}
store-given-once = This keeps the value that it was given first: { $field }. Nothing was written.
store-fixed = A { $kind } is neither added nor taken out. Nothing was written.
store-into-itself = The { $kind } { $record } cannot be merged into itself: name two. Nothing was written.
store-part-of = Need { $need } is a part of need { $into } since both were merged: the undo of that merge brings it back. Nothing was written.
store-has-match = Need { $need } has a match with activity { $activity } by now, and a match cannot be there twice: take that one out first. Nothing was written.
store-refused = The rules of the register do not allow this: { $rule }. Nothing was written.
store-step-before = A step does not come before the one that it follows: { $step } is before { $follows }. Nothing was written.
store-step-ahead = A step has been reached on its day, and { $date } is still to come: { $step }. Nothing was written.
store-unknown-batch = There is no change with the number { $batch }. Nothing was written; the numbers are in: ta-tui log
store-nobody = A change must say who makes it. Nothing was written; name yourself with --as NAME.
store-view-changed = The view “{ $name }” is not what it was when you saw it: somebody else has saved or deleted it. Nothing was saved; look at it again.
store-setting-value = “{ $value }” is no value for { $name }: write a number of days from { $least } to { $most }. Nothing was changed.
store-setting-weights = “{ $value }” is no value for { $name }: write five whole numbers that add up to 100, for place, subject, theme, kind and time, such as { $usual }. Nothing was changed.
store-setting-changed = { $name } is at version { $now }, you named { $seen }. Nothing was changed; ta-tui settings shows it.
store-long-notes = Notes can have { $limit } bytes at most. Nothing was written; shorten them.
store-long-name = A name can have { $limit } characters at most. Nothing was written; shorten it.
store-nameless = A saved view needs a name. Nothing was saved.

# The views that come with the program.
view-untriaged-by-region = Untriaged, by region
view-urgent-by-focal-point = Unmet and of high priority, by focal point
view-overdue = Overdue
view-new-since-note = New since the note of { $day }

# What a check of the register finds: what is wrong, then what to do.
check-integrity = The file is damaged ({ $detail }).
check-cut-off = A program was stopped in the midst of a write: { $row } beside the file holds what undoes that write. What is in the register was not looked at. Neither file was changed.
check-journal = Beside the file there is { $row }: the rest of a write that was cut off. Neither it nor the register was changed.
check-foreign-journal = Beside the file there is { $row }, which belongs to another file or is no journal: SQLite would play it back into the register, or remove it. Neither it nor the register was changed.
check-companion-no-file = Beside the file there is { $row }, which is a link, a folder or a pipe. It was not opened; SQLite would take it for its own file.
check-stray-log = Beside the file there is { $row }, which is not its log. It was not changed; SQLite would take it for the log when the register is next opened.
check-companion-mode = { $row } beside the file belongs to the user with the number { $owner } (mode { $mode }): other users who may write the register cannot write { $row }, so they can only read.
check-folder-mode = The group of the file may write the file but not its folder { $row } (mode { $mode }): the members of the group can only read the register.
check-network = The register is on a file system of another machine, whose locks do not hold against several programs.
check-no-room = The disk has room for { $mib } MiB, less than two copies of the register.
check-session-settings = No session over SSH begins: { $row } cannot be read as settings, or others than root and the register’s owner can write it or its folder.
check-keys-writable = Others than its owner can write { $row }, which has the keys of the people.
check-key-line = { $row }, line { $line }: this key may do more than begin a session.
check-server = { $row }: { $keyword } is not { $wanted } for the account of the sessions.
check-roles = Roles are set (people: { $count }), and nobody has a key: roles bind in sessions over SSH alone. Elsewhere the mode of the file decides who may read and write.
check-file-mode = Every account of this system may write the file (mode { $mode }).
check-schema-missing = The { $kind } “{ $name }” that every register has is missing.
check-schema-changed = The { $kind } “{ $name }” is not the one that ta-tui makes: somebody has changed it.
check-schema-odd = The line of the schema about the { $kind } “{ $name }” contradicts itself.
check-schema-trigger = The trigger “{ $name }” on the table “{ $table }” was not made by ta-tui and would run at each write: the register opens for reading only.
check-schema-index = The { $kind } “{ $name }” on the table “{ $table }” was not made by ta-tui and could run code at a write or refuse it: the register opens for reading only.
check-schema-reference = The table “{ $name }” was not made by ta-tui and refers to columns that are no key, so SQLite refuses what is written to the table that it refers to: the register opens for reading only.
check-schema-slow = The { $kind } “{ $name }” on the table “{ $table }” is missing or different: the register is slower.
check-schema-other = The { $kind } “{ $name }”{ $is-table ->
        [0] {" "}(table “{ $table }”)
       *[other] {""}
    } was not made by ta-tui.
check-rule = A row breaks a rule of the table { $table }.
check-reference = A row of { $table } names a row of { $parent } that is not there.
check-mark = The file does not carry the mark and the version of this program's registers.
check-older = An older version of ta-tui made the register (schema { $version }). Its rows were not compared with its log.
check-circle = Need { $need } is a duplicate of itself, through these needs: { $circle }.
check-need-number = Need { $need } in { $table }: a need cannot have this number, and the program does not show it.
check-register-id = The register's own id ({ $table }) is missing or cannot be read.
check-uuid-missing = In { $table }, record { $row } has no UUID.
check-uuid-shared = In { $table }, { $count } records have the same UUID, { $row }.
check-need-state = Need { $need } names no State, or another State than that of its review.
check-chapter-alone = Need { $need } names chapter { $chapter } alone beside an article of it; the article says the chapter already.
check-value = Need { $need }: { $field } is not what the change log says.
check-unlogged-value = Need { $need }: { $field } has a value, and the change log has no line about it.
check-gap = Need { $need }: the log of { $field } has a gap.
check-record-value = Row { $row } of { $table }: { $column } is not what the change log says.
check-record-gap = Row { $row } of { $table }: the log of { $column } has a gap.
check-record-version = Row { $row } of { $table } has version { $version } after { $writes ->
        [one] one write
       *[other] { $writes } writes
    } in the change log.
check-log-field = Change { $row }: the log names a field “{ $field }” of a { $kind }, and there is none.
check-log-record = The change log names { $kind } { $record }, which is not there.
check-version = Need { $need } has version { $version } after { $writes ->
        [one] one write
       *[other] { $writes } writes
    } in the log.
check-moment = Need { $need }: the moment of its last change is not the one in the log.
check-log-missing = The change log has lost or gained rows: the numbers of { $table } differ by { $count ->
        [one] one row
       *[other] { $count } rows
    }.
check-empty-batch = Write { $row } in { $table } has no change in the log.
check-tally = Review { $row }: its needs by chapter ({ $table }) do not add up.
check-counter = The number of changes outside the log ({ $table }) is missing.
check-outside-log = Another program has changed needs or what they are linked with, without a line in the change log: { $count ->
        [one] once
       *[other] { $count } times
    } ({ $table }). The log cannot tell what was changed.
check-activity-document = Activity { $row } ({ $table }) names the document “{ $name }”, and the register has no such document.
check-priority-theme = Priority { $row } of a platform ({ $table }) names the theme “{ $name }”, and the register has no theme of this English name.
check-not-utf8 = In row { $row } of { $table }, { $column } is not UTF-8 text; each byte that cannot be read is shown as a replacement sign.
check-unclean-text = In row { $row } of { $table }, { $column } contains invisible characters that a terminal could act on; they are never shown.
check-long-text = In row { $row } of { $table }, { $column } is longer than 64 KB.
check-time-range = In row { $row } of { $table }, { $column } is not a time that the program can show.
check-time-backwards = Write { $row } in { $table } is earlier than the one before it: a clock went back.
check-time-future = In row { $row } of { $table }, { $column } is in the future.
check-time-early = In row { $row } of { $table }, { $column } is before the Convention (31 October 2003).
check-dates = The activity in row { $row } of { $table } ends before it begins.
check-shares = The shares of the States that activity { $row } helps ({ $table }) are more than the whole.
check-need-document = Need { $need } is linked with another document than the one that it names.
check-view = The filter of the saved view in row { $row } of { $table } cannot be read.
check-setting = The setting { $row } is not what the last change in its log has made of it.
check-match-changed = Need { $need } was matched with { $activity } before that activity changed ({ $fields }). The match stays as it is.
check-draft = A draft for need { $need } in { $table } is of a version that the need never had.
check-not-covered = The change log does not cover what was never changed with ta-tui, but for what triage sets of needs: a change that another program made to it would not be found.
check-do-backup = Open a backup, or repair the file with the sqlite3 program.
check-do-backups = Compare with a backup where it matters.
check-do-cut-off = Leave that file where it is and open the register once with ta-tui where it can be written; the write that was cut off is undone then.
check-do-journal = If ta-tui or the machine was stopped while the register was being made, open the register once with ta-tui where it can be written; otherwise move that file away while no program has the register open.
check-do-move = Move it away while no program has the register open.
check-do-companion = Ask its owner to remove it while no program has the register open, and to have the folder belong to the group (chmod g+s).
check-do-folder = Let the group write the folder (chmod g+ws), or let only the owner write the file (chmod g-w).
check-do-network = Move it to a local disk.
check-do-room = Make room: a full disk takes no change, and no backup.
check-do-session-settings = Correct it as docs/operations.md has it; give it to root (chown root, chmod go-w).
check-do-keys-writable = Give it to root (chown root, chmod go-w).
check-do-key-line = Begin the line with restrict,pty,command="…" and the command ta-tui session with --db and --as, without a variable.
check-do-server = Write it as docs/operations.md has it, then reload the server.
check-do-roles = Set the sessions up as docs/operations.md has it, or give the file a mode that fits.
check-do-mode = Remove that right (chmod o-w) unless it is intended.
check-do-row = Correct the row with the sqlite3 program while nobody works, or open a backup.
check-do-chapter = Nothing is counted twice by it; remove the row of need_chapter if you can.
check-do-mismatch = Remove the table or its reference with the sqlite3 program while nobody works.
check-do-open = Open it once with ta-tui where it can be written, then check it again.
check-do-circle = Take one of them out of the circle: ta-tui set { $need } duplicate=none
check-do-set = Look at its log (ta-tui log id:{ $need }) and set the field to what it should be.
check-do-log = Look at its log (ta-tui log id:{ $need }) and compare with a backup.
check-do-count = Count again with the sqlite3 program: DELETE FROM tally; INSERT INTO tally SELECT review_id, chapters, needs, articles FROM tally_now;
check-do-setting = Set it to what it should be with the sqlite3 program, with the value and the version of its last line in the change log.
check-do-counter = Put it back with the sqlite3 program: INSERT OR REPLACE INTO unlogged VALUES (1, 0);
check-do-trigger = Remove it with the sqlite3 program (DROP TRIGGER), unless you know what it is for.
check-do-index = Remove it with the sqlite3 program (DROP INDEX), unless you know what it is for.
check-do-slow = Create it again with the sqlite3 program, as it is in a new register.
check-do-nothing = It does no harm; nothing needs to be done.
check-do-named = Add what is named (ta-tui add --help), or correct the name.
check-do-text = Write the text again where it is kept, if that matters.
check-do-keep = The log only grows, so it stays; nothing needs to be done.
check-do-clock = Check that the date is right where it was entered, and that the clock of the machine is right; a line of the change log stays as it is.
check-do-match = Look at the match; “ta-tui match” and “ta-tui unmatch” change it.
check-do-view = Save the view again or delete it.
post-secretariat = Secretariat officer
post-focal-point = Focal point of { $state }
