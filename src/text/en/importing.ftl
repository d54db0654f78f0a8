# The command `import`: reading, comparing and writing the rows of a file
cli-import = Read records from a spreadsheet, a CSV or a JSON file
more-cli-import = The kind of the file, its encoding and the meaning of its columns are found out and said. Each row is good, doubtful (a proposal stands ready) or bad. When every row is good, all are written in one step, which one undo removes; else nothing is, and each row that stands against it is named. The same file again adds nothing. docs/exchange.md tells the rest.
cli-import-list = What the rows are
cli-import-file = The file, or - for standard input
cli-import-sheet = The sheet to read; else the first that is not hidden
cli-import-encoding = The encoding of a text; else it is found out
cli-import-delimiter-arg = The sign between columns; else it is found out
cli-import-map = The meaning of the columns, in TOML
more-cli-import-map = Read where the file is there, and written where it is not, with the meanings that were found. Without it, what the last import of the same headings took is taken again.
cli-import-dry-run = Only show what would be written
more-cli-import-dry-run = Everything is done and taken back; the status is that of the real command.
cli-import-rejects-arg = A new file for the rows that are not written
more-cli-import-rejects-arg = CSV: the rows as they came, with three columns more (verdict, column, reason). It can be mended and imported.
cli-import-good-only = Write the good rows and leave the others
cli-import-accept-doubtful = Take the proposals of doubtful rows
more-cli-import-accept-doubtful = A need that is likely the same as one of the register is taken for that one, which stays as it is; another text at the same place is a new need; --likely says otherwise.
cli-import-likely-arg = Needs that are likely the same as another: do this
more-cli-import-likely-arg = The same State, an article in common, a text at least 85 per cent alike; or another text at the same place. new adds them, same takes them for the other need, update lets the other need take over what they say.
cli-import-repeats = A need that the file says twice is two needs
cli-import-note = Why; kept with the import
cli-value-list = LIST
cli-value-sign = SIGN
cli-value-do = DO
order-import = As in the file
cli-import-delimiter = The sign between columns is one sign of ASCII, such as ; or a tab.
cli-import-no-map = { $file } is no file with a mapping of columns: it is no plain file, or larger than 1 MiB.
cli-import-map-written = The meanings of the columns stand in { $file }: correct them there and import again with the same --map.
cli-import-input-long = Standard input is longer than { $most } MiB: put it into a file. Nothing was written.
cli-import-of-file = { $file }: { $message }
cli-import-nothing-written = Nothing was written.
cli-import-stopped = Stopped. Nothing was written.
cli-import-reading = { $count ->
    [one] 1 row read
   *[other] { $count } rows read
}
cli-import-comparing = { $count ->
    [one] comparing 1 record with the register
   *[other] comparing { $count } records with the register
}
cli-import-writing = { $done } of { $all } written
cli-import-line = { $file }, line { $row }
cli-import-object = { $file }, object { $row }, line { $line }
cli-import-line-of-sheet = { $file }, { $sheet }, row { $row }
cli-import-bad-row = { $place }: { $reason }
cli-import-bad-cell = { $place }, column { $column }: { $reason }
cli-import-doubtful-row = { $place }, doubtful: { $reason }
cli-import-doubtful-cell = { $place }, column { $column }, doubtful: { $reason }
cli-import-likely = likely the same as need { $need } of the register ({ $percent } per cent of the text); --likely says whether it is new, the same or an update
cli-import-same-place = need { $need } of the register stands at the same place with another text ({ $percent } per cent alike); proposed: a new need; --likely says whether it is new, the same or an update
cli-import-other-state = the need with this UUID is need { $need } of the register, which belongs to another State
cli-import-change = { $place }: { $number }, “{ $field }”: { $before } → { $after }
cli-import-more-changes = { $count ->
    [one] 1 more field changes
   *[other] { $count } more fields change
}
cli-import-refused = Nothing was written: bad { $bad }, doubtful { $doubtful }, good { $good }. --good-only writes the good rows, --accept-doubtful takes the proposals, --rejects FILE keeps the others.
cli-import-rejects = { $count ->
    [one] { $file } holds the row that is not written.
   *[other] { $file } holds the { $count } rows that are not written.
}
cli-import-rejects-refused = { $count ->
    [one] { $file } holds the row that stands against it.
   *[other] { $file } holds the { $count } rows that stand against it.
  } { $good ->
    [0] { "" }
    [one] The good row is not written either: import FILE again with --good-only.
   *[other] The { $good } good rows are not written either: import FILE again with --good-only.
  }
cli-import-kept = { $place }: “{ $field }” stays as { $who } set it here on { $at }
cli-import-read = { $count ->
    [one] 1 row: { $good } good, { $doubtful } doubtful, { $bad } bad
   *[other] { $count } rows: { $good } good, { $doubtful } doubtful, { $bad } bad
}
cli-import-left-out = { $count ->
    [one] 1 row is no record (a title, a total, a note) and was left out
   *[other] { $count } rows are no records (titles, totals, notes) and were left out
}
cli-import-left-out-row = { $place }, left out: { $reason }
cli-import-cleaned = { $count ->
    [one] 1 cell had signs that act on a terminal or spreadsheet; these were taken out
   *[other] { $count } cells had signs that act on a terminal or spreadsheet; these were taken out
}
cli-import-nothing-new = The register has all of it already: nothing was written
cli-import-added = { $count ->
    [one] 1 record added
   *[other] { $count } records added
}
cli-import-would-add = { $count ->
    [one] 1 record would be added
   *[other] { $count } records would be added
}
cli-import-updated = { $count ->
    [one] 1 record changed
   *[other] { $count } records changed
}
cli-import-would-update = { $count ->
    [one] 1 record would be changed
   *[other] { $count } records would be changed
}
cli-import-brought-back = { $count ->
    [one] 1 record that an undo had taken out is there again
   *[other] { $count } records that an undo had taken out are there again
}
cli-import-would-bring-back = { $count ->
    [one] 1 record that an undo had taken out would be there again
   *[other] { $count } records that an undo had taken out would be there again
}
cli-import-same = { $count ->
    [one] 1 record was in the register already
   *[other] { $count } records were in the register already
}
cli-import-taken-for = { $count ->
    [one] 1 record was taken for a need that is likely the same, which stays as it is
   *[other] { $count } records were taken for needs that are likely the same, which stay as they are
}
cli-import-repeated = { $count ->
    [one] 1 record that the file says a second time was left out; --repeats adds it
   *[other] { $count } records that the file says a second time were left out; --repeats adds them
}
cli-import-taken-out = { $count ->
    [one] 1 record was taken out here by somebody and stays so
   *[other] { $count } records were taken out here by somebody and stay so
}
cli-import-states = { $count ->
    [one] 1 State that is no party was added
   *[other] { $count } States that are no parties were added
}
cli-import-reviews = { $count ->
    [one] 1 review was made, without steps
   *[other] { $count } reviews were made, without steps
}
cli-import-themes = { $count ->
    [one] 1 theme was made: { $themes }
   *[other] { $count } themes were made: { $themes }
}
cli-import-would-states = { $count ->
    [one] 1 State that is no party would be added
   *[other] { $count } States that are no parties would be added
}
cli-import-would-reviews = { $count ->
    [one] 1 review would be made, without steps
   *[other] { $count } reviews would be made, without steps
}
cli-import-would-themes = { $count ->
    [one] 1 theme would be made: { $themes }
   *[other] { $count } themes would be made: { $themes }
}
cli-import-lost = { $count ->
    [one] 1 need names a need that it repeats, which is not in the file: that was left out
   *[other] { $count } needs name a need that they repeat, which is not in the file: that was left out
}
cli-import-other-cycle = { $count ->
    [one] 1 article is not reviewed in the cycle of its need
   *[other] { $count } articles are not reviewed in the cycle of their needs
}
cli-import-in-no-figure = { $count ->
    [one] 1 need states no article, chapter or category, so that no figure counts it
   *[other] { $count } needs state no article, chapter or category, so that no figure counts them
}
cli-import-batch = Batch { $batch }; one undo takes all of it back
cli-import-dry = Nothing was written: this was a dry run
cli-import-unprinted = The import is written, but could not be told.
property-import-row = The row of the file, as its program shows it
property-import-verdict = The verdict on the row
property-import-reasons = The reasons of the verdict, and remarks
property-import-outcome = The outcome for the record; null for a row that is not written
property-import-number = The number of the record in the register; null if it would only be added
property-import-fields = The fields of a record of the register that are changed
column-import-row = Row
column-import-verdict = Verdict
column-import-reasons = Reasons
column-import-outcome = Outcome
column-import-number = Number
column-import-fields = Fields
import-state-not-named = State not named
