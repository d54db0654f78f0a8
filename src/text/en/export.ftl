## Exporting lists, a form for needs, and whole registers

cli-export = Write a list, an empty form or the whole register into files
more-cli-export = What can be exported: needs, reviews, states, people and activities, which are lists narrowed by a filter; the file’s ending tells its kind: .csv, .xlsx, .json, .jsonl or .md. template is an empty form for needs (.xlsx), register every table as CSV in the folder that --out names. A file appears whole or not at all, and never takes the place of another unless --force says so. docs/exchange.md tells more.
cli-export-what = A list, template or register
cli-export-out = The file, or - for standard output
cli-export-format = For -: csv, xlsx, json, jsonl or md
cli-export-columns = The columns, joined by commas; else --full
cli-export-full = Every field, to be imported again
cli-export-force = Take the place of what is there
cli-export-bom = Begin CSV with a byte-order mark, for Excel

export-no-format = Standard output has no ending that tells a format: write --format csv, for example
export-no-ending = { $file } must end in one of these: { $known }
export-other-ending = The ending of { $file } and --format say different things: leave --format out
export-of-lists = { $option } is for lists, not for a template or a register
export-terminal = A workbook cannot be shown on a terminal: write it into a file with --out FILE.xlsx or > FILE.xlsx
export-there = { $file } is there already; nothing was written. Choose another name, or replace it with --force
export-onto-register = { $file } is a register or another file of SQLite, or belongs to one: an export never takes its place. Nothing was written; choose another name
export-onto-no-file = { $file } is a folder, a pipe, a device or a socket, which no export takes the place of. Nothing was written; choose another name, or write to standard output with --out -
export-stopped = { $file } was not written: the export was stopped
export-nothing-left = No part of the file was left behind; try again where there is room and you may write
export-made = { $rows ->
    [one] 1 row was written to { $file }
   *[other] { $rows } rows were written to { $file }
}
export-progress = { $rows } rows
export-shortened = { $count ->
    [one] 1 text is longer than a cell of a workbook can be (32,767 characters) and was cut; CSV and JSON keep all of it
   *[other] { $count } texts are longer than a cell of a workbook can be (32,767 characters) and were cut; CSV and JSON keep all of them
}
export-cut = {" "}[… cut: a cell holds no more; CSV and JSON have all of it]
export-about-register = Register
export-about-filter = Filter
export-about-all = everything
export-about-day = As of
export-about-remark = Note

export-template-ending = A template is a workbook: its name must end in .xlsx
export-template-made = The form was written to { $file }
export-template-categories = Category, cycle { $cycle }
export-template-example = Training for investigators in tracing assets abroad (this row is left out of an import)

export-register-no-output = A register is written into a folder: name one with --out FOLDER
export-register-there = { $folder } is not empty; nothing was written. Name a new folder; --force replaces a register that was exported there before
export-register-made = The register was written to { $folder }: { $tables } tables, { $rows } rows
import-register-no-db = Name the new register with --db FILE
import-register-made = The register was made as { $file }: { $rows } rows
import-progress = { $rows } rows

archive-unreadable = { $place } cannot be read ({ $words }); no register was made
archive-no-file = { $place } is a folder, a pipe, a device or a socket, and no file; no register was made
archive-no-package = { $place } does not describe a register that ta-tui has exported ({ $words }); no register was made
archive-schema = { $place } is of a register of schema { $found }, this program has schema { $known }; no register was made. Use the version of ta-tui that has written the folder
archive-table = { $place } does not describe the table { $table } once and as it should; no register was made
archive-names = { $place } has not the names of its columns ({ $names }); no register was made
archive-form = { $place } is no CSV as it was exported ({ $words }); no register was made
archive-value = { $place }: “{ $value }” cannot be a value of { $column }; no register was made
archive-rule = { $place } breaks a rule of the register ({ $words }); no register was made
archive-reference = { $place }: { $column } refers to a row of { $table } that is not there; no register was made
archive-changed = { $place } is not as it was exported: somebody has changed it since; no register was made
archive-rows = { $place }: the file has { $found } rows, { $told } were exported; no register was made
