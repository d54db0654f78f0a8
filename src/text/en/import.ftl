# Reasons for the verdicts on the rows of an imported file. Line and column stand before them.
import-no-value = { $other } is missing
import-unknown-state = no State goes by “{ $value }”
import-unknown-state-near = no State goes by “{ $value }”. Nearest: { $other }
import-territory = “{ $value }” is no State of this register
import-part-of-state = “{ $value }” is a part of { $other }; name the State
import-count-of-states = “{ $value }” counts States without naming them: that is not one need
import-not-an-article = “{ $other }” is not the number of an article; the Convention's articles for needs are 5 to 62
import-not-a-chapter = “{ $value }” is not a chapter; chapters are II to VI
import-not-a-date = “{ $value }” is not a date; write it as precisely as you know it: 2019, 2019-05 or 2019-05-03
import-other-cycle = “{ $value }” is a category of the other cycle; the row is of cycle { $other }
import-unknown-category = no category goes by “{ $value }”
import-unknown-category-near = no category goes by “{ $value }”. Nearest: { $other }
import-refused = “{ $value }” cannot be read
import-cell-error = the formula of this cell gives “{ $value }”
import-no-result = the file holds the formula of this cell and not its result; open and save it in the spreadsheet
import-structure = “{ $value }” is an object; this column takes a text, a number or a list
import-unclosed = the quotation mark on line { $other } is never closed: “{ $value }”
import-asked-state = “{ $value }” can mean two States; proposed: { $other }
import-not-a-party = { $other } is no party to the Convention; proposed: add it as a State that is none
import-several-states = “{ $value }” names several States; proposed: one need for each ({ $other })
import-one-state-twice = “{ $value }” names { $other } twice; proposed: once
import-name-and-code = the name “{ $value }” and the code mean two States; proposed: { $other }
import-state-in-text = the State stands in the text; proposed: { $other }
import-paragraph-in-text = the text begins with a paragraph number; proposed: { $other }
import-no-state = no State is stated; proposed: State not named
import-article-as-date = a spreadsheet has made “{ $value }” of the articles; proposed: { $other }
import-other-chapter = “{ $value }” is not the chapter of the articles; proposed: the articles' own
import-cycle-of-articles = the articles are not reviewed in cycle { $value }; proposed: cycle { $other }
import-two-cycles = no cycle is stated, and the articles belong to both; proposed: cycle { $other }
import-day-or-month = day and month of “{ $value }” can be read either way in this column; proposed: { $other }
import-number-as-date = “{ $value }” is a day as spreadsheets count; proposed: { $other }
import-ahead = “{ $value }” lies in the future; proposed: no date
import-new-theme = no theme goes by “{ $value }”; proposed: make it
import-more-cells = the row has more cells than there are headings: “{ $value }”; proposed: leave them out
import-filled-down = the cell is empty; proposed: “{ $value }”, from line { $other }
import-illustrative = the row is illustrative; proposed: keep it so
import-guessed-encoding = the encoding of the file was guessed: look whether “{ $value }” is right
import-footnote-mark = a footnote mark was taken off “{ $value }”
import-cleaned = signs that are not seen or would act were taken out of “{ $value }”
import-apostrophe = the apostrophe before “{ $value }” was taken off
import-merged = “{ $value }” stands in merged cells
import-paragraphs = the paragraphs in “{ $value }” are kept in the notes
import-list-in-cell = the cell holds a list of { $other }: they could be as many needs
import-cycle-taken = no cycle is stated: cycle { $other }, in which the articles are reviewed
import-no-review = no cycle is stated and none follows: the need belongs to no review
import-title = stands before the headings
import-heading = the headings
import-blank = empty
import-total = a total
import-table-note = a note on the table
import-row-over-others = names what the rows below have in common
import-example = the example of the template
import-counts = counts of a cross table
# The mapping of columns.
import-map-toml = The mapping cannot be read: { $words }. Nothing was written.
import-map-other-list = The mapping is for { $own } and the file is imported as { $target }. Nothing was written.
import-map-meaning = The mapping names the meaning “{ $code }”, which no column of this list has. Nothing was written.
import-map-reason = The mapping accepts “{ $code }”, which is no reason with a proposal. Nothing was written.
# What is said of a file as a whole.
import-cross-table = This is a table of counts that crosses two fields: it offers no records.
import-no-rows = There are no rows behind the headings.
import-no-headings = No headings were found. { $count ->
    [0] No column is known by its content either.
   *[other] Columns taken by their content: { $columns }.
  }
import-by-content = { $count ->
    [one] A column was taken by its content: { $columns }.
   *[other] Columns were taken by their content: { $columns }.
  }
import-column-by-content = { $column }: { $field } ({ $share }%)
import-means-cycle = Cycle
import-columns-again = { $count ->
    [one] Left out, since an earlier column has the same meaning: { $columns }.
   *[other] Left out, since earlier columns have the same meanings: { $columns }.
  }
import-columns-unlike = { $count ->
    [one] Left out, since no cell is a value of the field that the heading names: { $columns }.
   *[other] Left out, since no cells are values of the fields that the headings name: { $columns }.
  }
import-columns-of-rights = Left out, since an import gives no rights: { $columns }.
import-columns-left-out = { $count ->
    [one] One column has no meaning and is left out: { $columns }.
   *[other] { $count } columns have no meaning and are left out: { $columns }.
  }
