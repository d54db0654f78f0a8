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
store-damaged = { $file } is damaged ({ $detail }). It is left as it is; open a backup, or ask for a repair with the sqlite3 program.
store-damaged-now = The register is damaged ({ $detail }). Nothing was written; open a backup.
store-pending-log = The latest changes of { $file } are still in its log ({ $file }-wal), which cannot be read in a place that cannot be written. Nothing was touched; copy both files to a place where you may write.
store-busy = Another program is writing to the register. Nothing was written and nothing typed is lost; try again.
store-waiting = Waiting since { $since } for { $program } (process { $process }, { $who }), which is writing to the register. Nothing typed is lost; it is written when its turn comes, and given up when you leave.
store-waiting-unseen = Waiting since { $since } for another program, which is writing to the register. Nothing typed is lost; it is written when its turn comes, and given up when you leave.
store-given-up = The program ended while { $program } (process { $process }, { $who }) was writing to the register, so nothing more was written. Enter it again when that program is done.
store-given-up-unseen = The program ended while another program was writing to the register, so nothing more was written. Enter it again when that program is done.
store-full = The disk is full. Nothing was written and nothing typed is lost; make room and try again.
store-read-only = The register can only be read. Nothing was written and nothing typed is lost.
store-stopped = Stopped before the end. The register is as it was.
store-old-library = SQLite { $version } is too old: versions before 3.51.3 can damage a register in use. Nothing was opened; install a build with a newer SQLite.
store-other = The register could not be used: { $detail }. Nothing was written.
store-opened-read-only = This place cannot be written: the register is open for reading only.
store-too-large = The register holds more than this program can number (65,000 reviews or 4,000 million needs). It is left as it is.
store-conflict = Need { $need } was changed by { $by } ({ $at }) since it was read: { $field } is now { $theirs }.{ $more ->
        [0] {""}
        [one] {" "}One more edit is concerned.
       *[other] {" "}{ $more } more edits are concerned.
    } Nothing was written and nothing typed is lost; look at both values and choose.
# One edit that somebody was quicker than, on a line of its own.
store-collides = Need { $need }, { $field }: it was { $before }, { $by } made it { $theirs } ({ $at }), you want { $mine }; its version is now { $version }.
store-unheard-of = Need { $need }, { $field }: it is { $theirs }, you want { $mine }; its version is { $version }, not the one that was named.
store-other-version = Need { $need } has version { $version }, not the one that was named. Nothing was written and nothing typed is lost; read it again.
store-changed-since = This cannot be undone: { $by } made { $field } of need { $need } { $value } afterwards ({ $at }).{ $more ->
        [0] {""}
       *[other] {" "}In all, { $needs ->
            [one] one need was
           *[other] { $needs } needs were
        } changed since, by { $names }.
    } Nothing was written.
store-not-yours = The change { $batch } is { $by }'s; only one's own changes are undone. Nothing was written.
store-circle = Need { $need } would be a duplicate of itself, directly or by way of others. Nothing was written.
store-gone = { $file } is gone: it was moved or removed while it was open. Nothing was written and nothing typed is lost; put it back, or leave and open the right file.
store-replaced = Another file has taken the place of { $file }. Nothing was written and nothing typed is lost; leave and open the register anew.
store-already-undone = This was already undone by { $by } ({ $at }). Nothing was written.
store-unknown-need = There is no need { $need } in this register. Nothing was written.
store-unknown-person = There is no post with the code { $code } in this register. Nothing was written; the codes are in: ta-tui focal-points
store-unknown-batch = There is no change with the number { $batch }. Nothing was written; the numbers are in: ta-tui log
store-nobody = A change must say who makes it. Nothing was written; name yourself with --as NAME.
store-view-changed = The view “{ $name }” is not what it was when you saw it: somebody else has saved or deleted it. Nothing was saved; look at it again.
store-nameless = A saved view needs a name. Nothing was saved.

# The views that come with the program.
view-untriaged-by-region = Untriaged, by region
view-urgent-by-focal-point = Unmet and of high priority, by focal point
view-overdue = Overdue
view-new-since-note = New since the last note

# What a check of the register finds.
check-integrity = The file is damaged: { $detail }
check-reference = A row of { $table } names a row of { $parent } that is not there.
check-mark = The file does not carry the mark and the version of this program's registers.
check-value = Need { $need }: { $field } is not what the change log says.
check-gap = Need { $need }: the changes of { $field } in the log do not follow one another.
check-version = Need { $need } has version { $version } after { $writes ->
        [one] one write
       *[other] { $writes } writes
    } in the log.
check-moment = Need { $need }: the moment of its last change is not the one in the log.
check-tally = Review { $review }: the number of its needs by chapter is not what its needs come to.
