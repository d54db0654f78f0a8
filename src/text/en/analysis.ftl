# Dates of a count
span-not-a-date = “{ $word }” is not a date: write a day as 2019-05-31, a month as 2019-05, a year as 2019, or today
span-future = “{ $word }” is not over yet: it ends on { $last }, and today (UTC) is { $today }
span-swapped = the earlier date, { $since }, must be before { $until }
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
figures-entry-1 = Regions, growth
figures-entry-2 = Categories, growth
figures-entry-3 = Articles, category
figures-entry-4 = Chapters
figures-entry-5 = Categories
figures-entry-6 = Chapter II
figures-entry-7 = Chapter V
figure-unknown = there is no figure “{ $word }”; the figures are 1 to { $last }, or all
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
figure-few-needs = Percentages of fewer than five needs say little.
figure-few-states = Percentages of fewer than five States say little.
figure-rests-on = The second cycle as a whole: { $done } of { $all } reviews had an executive summary by { $day }; needs come from these.
figure-rests-on-some = The second cycle as a whole: { $done } reviews had an executive summary by { $day }; needs come from these.
figure-no-article = { $several ->
        [0] One need touches no article.
       *[other] { $count } needs touch no article.
    }
figure-query = Query: { $query }
figure-shades = Shades:
figure-key = { "Columns: " }

# Connections between articles
connections-base-needs = Base: n = { $base } needs.
connections-base-states = Base: n = { $base } States; each article counts once per State.
connections-none = No two articles are needed together here.
connections-formula = Chance: first × second ÷ n. Lift: both ÷ chance; 1.00 is chance.
connections-least = Pairs of fewer than { $least } are left out.
connections-few = Pairs of fewer than { $few } stand last: their lift is unreliable.
connections-cycles = Both cycles are counted: articles of one cycle meet more often, because one review covers them. Use cycle:1 or cycle:2.

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
published-more = more than { $share }
published-less = less than { $share }
published-largest = largest
published-growing = growing
published-global = global
published-regional = regional
published-national = national
verify-by = differs by { $by }
verify-parts = { $part } of { $whole }
verify-few = a share of fewer than five says little
verify-computed-from = computed from { $from }, not said by the document itself
verify-not-equal = contradicts { $others }: { $left } is not { $right }
verify-not-at-most = contradicts { $others }: { $left } is more than { $right }
verify-between = {". "}
verify-lacking = the register has no { $field } “{ $word }”
verify-no-number = the register states no such number
verify-nothing = there is nothing to count
verify-lacking-row = no row of the register has { $field }:{ $word }
verify-withheld = hidden without State names
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
ledger-no-count = “{ $column }” is filled but “count” is empty
ledger-unknown-count = “{ $word }” cannot be counted; what can be counted: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-form = “{ $word }” is no form; the forms are: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-by = cannot count by “{ $word }”; use: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-field = there is no “{ $word }” to choose rows by; there is: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-value = no row has { $field }:{ $word }{ $listed ->
        [0] {""}
       *[other] ; there is: { $known }
    }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-unknown-word = “{ $word }” is no word of this form; there is: { $known }{ $near ->
        [0] {""}
       *[other] . Nearest: { $nearest }
    }
ledger-condition = a condition is written field:value
ledger-form-needs = this form needs the column “{ $column }”
ledger-form-not-here = this form does not express what is counted here; docs/ledger.md says which form goes with which count
ledger-published = “{ $word }” does not fit this form
ledger-check = a check is written F1 + F2 = F3 or F1 <= F2

# Totals over the years
trend-needs = Technical assistance needs
trend-states = States with needs
trend-reviews = Reviews completed
trend-parties = States parties
trend-standing-open = Open needs
trend-standing-served = Open needs that are served
trend-standing-planned-for = Open needs that are planned for
trend-standing-unserved = Open needs that are unserved
trend-both-cycles = Both cycles
trend-name = { $what }: { $cycle }
trend-as-at = At the end of each year, the last as at { $day }
trend-nothing = There is nothing to draw.
trend-head-day = Day
trend-head-published = Published
trend-head-register = Register
trend-head-more = Difference
trend-head-source = Source
trend-same = same
trend-fits = in line
trend-source = { $source } ({ $status })
status-counted = counted
status-computed = computed
status-secondary = second-hand
exactness-about = about { $number }
exactness-almost = almost { $number }
exactness-more-than = more than { $number }
trend-holds = { $day }: the register holds { $count }.
trend-between = { $day }: the register holds at least { $least } and at most { $most }.
trend-not-asked = The filter is about needs or reviews: States parties are not counted.
trend-hidden = { $day }: hidden, since fewer than three States stand behind the number.
trend-point = { $about }: { $number }. { $source }.
trend-space = { " " }
trend-not-narrowed = The filter narrows what the register holds, not what was published.
trend-undated = { $undated } of the { $all } States parties in the register carry no date of becoming one: their number on an earlier day cannot be told (..).
trend-later = { $count ->
        [one] One later published number is left out.
       *[other] { $count } later published numbers are left out.
    }
trend-others = Also published, and not compared here
trend-other = { $about }. { $source }

reach-at-least = at least { $number }

# The points of an activity that could serve a need.
candidate-state = State { $points }
candidate-region = region { $points }
candidate-any-state = any State { $points }
candidate-articles = art. { $articles } { $points }
candidate-chapters = ch. { $chapters } { $points }
candidate-no-subject = no subject stated { $points }
candidate-theme = theme { $points }
candidate-kind = kind { $points }
candidate-planned = planned { $points }
candidate-runs = runs { $points }
candidate-over-since = over since { $points }
candidate-over-before = over before { $points }
candidate-no-time = no time stated { $points }
candidate-not-listed = not listed
candidate-separator = { " · " }
candidate-points = { $parts } = { $sum } { $band }

# Gaps, shared needs and overlaps, below their tables.
gaps-each-once = A need with several values stands in the row of each, and once in the sum.
gaps-few = Below { $least } open needs there is no ratio, and no place in the order.
gaps-share = Served, %
gaps-per-cent = { $share }%
gaps-sum = All needs, each once
shared-groups = { $groups ->
    [0] No article is needed by three States of one group.
    [one] One group.
   *[other] { $groups } groups.
}
shared-split = { $groups ->
    [one] One group has more than { $most } States, which are no workshop: --split theme or --split category.
   *[other] { $groups } groups have more than { $most } States, which are no workshop: --split theme or --split category.
}
overlaps-none = None of the { $activities } activities overlaps with one of another provider.
overlaps-no-mark = No pair of activities has this mark.
overlaps-all-marked = No overlap is without a mark.
overlaps-gone = { $pairs ->
        [one] One pair has this mark, but does
       *[other] { $pairs } pairs have this mark, but do
    } not overlap any more by the rule.
overlap-gone = not found any more
overlaps-count = { $pairs ->
        [one] One pair
       *[other] { $pairs } pairs
    }: { $certain } certain, { $likely } likely, { $possible } possible.
