# Dates of a count
span-not-a-date = “{ $word }” is no date: write a day as 2019-05-31, a month as 2019-05 or a year as 2019
span-future = “{ $word }” is not over yet: it ends on { $last }, and today is { $today }
span-swapped = the earlier date, { $since }, must be before { $until }; nothing grows backwards
span-before-first = On { $day } the register held no need yet: the first was identified on { $first }.

# Dates and numbers in running text
day-in-words = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
number-in-words = { $number ->
        [0] no
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
       *[9] nine
    }

# The figures of a note
figure-heading = Figure { $number ->
        [1] I
        [2] II
        [3] III
        [4] IV
        [5] V
        [6] VI
       *[7] VII
    }
figure-1-needs = { $grows ->
        [yes] Increase in the number
       *[no] Number
    } of technical assistance needs identified, by regional group
figure-1-states = { $grows ->
        [yes] Increase in the number
       *[no] Number
    } of States parties with identified technical assistance needs, by regional group
figure-2-needs = { $grows ->
        [yes] Additional technical assistance needs
       *[no] Technical assistance needs
    } identified, by category
figure-2-states = { $grows ->
        [yes] Additional States parties
       *[no] States parties
    } with identified technical assistance needs, by category
figure-3-needs = { $grows ->
        [yes] Distribution of the additional
       *[no] Overall distribution of
    } technical assistance needs, by article and category
figure-3-states = { $grows ->
        [yes] Additional States parties
       *[no] States parties
    } with technical assistance needs, by article and category
figure-4-needs = { $grows ->
        [yes] Increase in the number
       *[no] Number
    } of technical assistance needs identified, by chapter
figure-4-states = { $grows ->
        [yes] Increase in the number
       *[no] Number
    } of States parties with identified technical assistance needs, by chapter
figure-5-needs = { $grows ->
        [yes] Increase in the number
       *[no] Number and percentage
    } of individual technical assistance needs, by category
figure-5-states = { $grows ->
        [yes] Increase in the number
       *[no] Number and percentage
    } of States parties with identified technical assistance needs, by category
figure-6-needs = { $grows ->
        [yes] Additional technical assistance needs
       *[no] Technical assistance needs
    } related to chapter II of the Convention, by category
figure-6-states = { $grows ->
        [yes] Additional States parties
       *[no] States parties
    } with technical assistance needs related to chapter II of the Convention, by category
figure-7-needs = { $grows ->
        [yes] Additional technical assistance needs
       *[no] Technical assistance needs
    } related to chapter V of the Convention, by category
figure-7-states = { $grows ->
        [yes] Additional States parties
       *[no] States parties
    } with technical assistance needs related to chapter V of the Convention, by category
figure-unknown = there is no figure “{ $word }”; the figures are 1 to 7, or all
figure-as-at = { $cycle }, as at { $until }
figure-compared = { $cycle }, as at { $until } compared with { $since }
figure-percent = %
figure-not-available = ..
figure-total = Total
figure-added = added since
figure-gone = no longer counted
figure-base-needs = { $number } needs
figure-base-states = { $number } States
figure-base = Base: n = { $now }.
figure-bases = Base: n = { $before } at the earlier date, { $now } at the later, to which percentages refer.
figure-nothing = With this filter and at this date there is nothing to count.
figure-overlap-needs = A need that touches several of these is counted under each, so that the lines add up to more than the base.
figure-overlap-states = A State with needs in several of these is counted under each, so that the lines add up to more than the base.
figure-rounded = Percentages do not add up to 100 because they are rounded.
figure-no-article = { $several ->
        [0] One need touches no article.
       *[other] { $count } needs touch no article.
    }
figure-query = Query: { $query }
figure-shades = Shades:
figure-key = { "Columns: " }

# Connections between articles
connections-article = Article
connections-with = With article
connections-both = Both
connections-first = First
connections-second = Second
connections-base = Of
connections-expected = Chance
connections-lift = Lift
connections-base-needs = Base: n = { $base } needs.
connections-base-states = Base: n = { $base } States; a State has the articles of all its needs.
connections-none = No two articles are needed together here.
connections-formula = Chance: first × second ÷ n. Lift: both ÷ chance; 1.00 is chance.
connections-least = Pairs of fewer than { $least } are left out.
connections-few = Pairs of fewer than { $few } stand last: their lift says little.
connections-cycles = Both cycles are counted: articles of one cycle also meet because the same reviews look at them. cycle:1 or cycle:2 leaves that out.

# The published figures against the register
verdict-reproduced = reproduced
verdict-differs = differs
verdict-contradicts = contradicts
verdict-outside = outside
fraction-one-half = one half
fraction-one-third = one third
fraction-two-thirds = two thirds
fraction-one-quarter = one quarter
fraction-three-quarters = three quarters
fraction-one-fifth = one fifth
fraction-one-tenth = one tenth
published-each = about { $share } each
published-equal = equal
verify-by = differs by { $by }
verify-parts = { $part } of { $whole }
verify-not-equal = contradicts { $others }: { $left } is not { $right }
verify-not-at-most = contradicts { $others }: { $left } is more than { $right }
verify-between = {". "}
verify-withheld = not told where no State is named
verify-summary = { $reproduced } reproduced, { $differs } differing, { $contradicts } contradicting other figures, { $outside } outside the register.
verify-failed = { $count ->
        [one] one published figure differs
       *[other] { $count } published figures differ
    }

# Mistakes in a ledger
ledger-problem = { $file }:{ $line }:{ $column }: { $what }
ledger-not-text = this is not UTF-8 text
ledger-empty = there is nothing in this ledger
ledger-quote = this quotation mark is not closed, or stands inside a cell
ledger-no-heads = the first line names no column of a ledger; the columns are: { $known }
ledger-strange-column = a ledger has no column of this name; the columns are: { $known }
ledger-unknown-column = there is no column “{ $word }”; the columns are: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-column-twice = the column “{ $column }” is there twice
ledger-no-column = the column “{ $column }” is missing
ledger-width = this row has { $found } cells, the heads are { $expected }
ledger-missing = “{ $column }” must not be empty
ledger-twice = the figure “{ $id }” is there already: { $other }
ledger-unknown-id = the check names a figure “{ $id }” that is not in the ledger
ledger-no-count = “{ $column }” says something, but “count” does not say what to count
ledger-unknown-count = “{ $word }” cannot be counted; what can be counted: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-form = “{ $word }” is no form; the forms are: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-by = one cannot count by “{ $word }”; one can count by: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-field = there is no “{ $word }” to choose rows by; there is: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-condition = a condition is written field:value
ledger-form-needs = this form needs the column “{ $column }”
ledger-form-not-here = this form needs needs, States or reviews to be counted
ledger-published = “{ $word }” is not what this form publishes
ledger-check = a check is written F1 + F2 = F3 or F1 <= F2

# Totals over the years
trend-needs = Technical assistance needs
trend-states = States with needs
trend-reviews = Reviews completed
trend-parties = States parties
trend-both-cycles = Both cycles
trend-name = { $what }: { $cycle }
trend-as-at = At the end of each year, the last as at { $day }
trend-head-day = Day
trend-head-published = Published
trend-head-register = Register
trend-head-more = More
trend-head-source = Source
trend-same = same
trend-source = { $source } ({ $status })
status-counted = counted
status-computed = computed
status-secondary = told by others
exactness-about = about { $number }
exactness-almost = almost { $number }
exactness-more-than = more than { $number }
trend-holds = { $day }: the register holds { $count }.
trend-between = { $day }: the register holds at least { $least } and at most { $most }.
trend-not-asked = The filter asks for needs or reviews, which a State party need not have: States parties are not counted under it.
trend-point = { $about }: { $number }. { $source }.
trend-space = { " " }
trend-not-narrowed = The filter narrows what the register holds, not what was published.
trend-undated = { $undated } of the { $all } States parties in the register carry no date of becoming one: their number on an earlier day cannot be told (..).
trend-later = { $count ->
        [one] One later published number is left out.
       *[other] { $count } later published numbers are left out.
    }
trend-others = Published only: no register holds these
trend-other = { $about }. { $source }
