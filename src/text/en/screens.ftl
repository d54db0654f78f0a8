# Screens, pages, overlays, the status line.

tab-overview = Overview
context-overview = Overview
command-screen-overview = Overview
about-screen-overview = Overview: totals and charts
tab-states = States
context-states = States
command-screen-states = States
about-screen-states = States and what they need
tab-reviews = Reviews
context-reviews = Reviews
command-screen-reviews = Reviews
about-screen-reviews = Reviews and what they have reached
tab-needs = Needs
context-needs = Needs
command-screen-needs = Needs
about-screen-needs = Needs, one a line
tab-triage = Triage
context-triage = Triage
command-screen-triage = Triage
about-screen-triage = Triage: the queue of each focal point
tab-assistance = Assistance
short-tab-assistance = Assist
context-assistance = Assistance
command-screen-assistance = Assistance
about-screen-assistance = Assistance: who gives what where
tab-figures = Figures
context-figures = Figures
command-screen-figures = Figures
about-screen-figures = Figures of a note, connections, published figures

illustrative = illustrative
foot-day = today is { $day }
read-only = read-only
no-names = State names hidden
as-of = as of { $day }
sample-copy = your private copy of the sample register

too-small = The window is { $columns }×{ $rows }. ta-tui needs at least { $needed-columns }×{ $needed-rows }; please enlarge it. Press { $quit } to quit.
loading = Reading the register …
counting-share = Counting … { $share } %. Going elsewhere stops it.
no-answer = The register could not be read for this view, so nothing is shown. The message below says why.

filter-empty = all needs
hint-chapters = chapter
hint-range = end range
hint-since = other day, none
hint-earlier-filters = earlier filters
hint-run = run it
hint-go-there = go there
hint-filter-language = filter language
hint-next-chart = next chart
hint-history-scopes = whose changes
hint-history-open = open its fields
hint-history-close = close it
hint-back-range = drop range
hint-back-selection = select none
hint-back-facets = close facets
hint-back-filter = clear filter
hint-priority = priority
hint-response = response
filter-prompt = Filter
count-needs = { $count } of { $total } needs
count-of-state = { $needs ->
    [one] { $count } need of this State
   *[other] { $count } needs of this State
}
count-of-review = { $needs ->
    [one] { $count } need of this review
   *[other] { $count } needs of this review
}
count-in-list = { $row } of { $count } in the list
count-changes = { $number ->
    [one] { $count } change
   *[other] { $count } changes
}
count-batches = { $number ->
    [one] { $count } change in one go
   *[other] { $count } changes in one go each, newest first
}
count-reading = reading: { $share } % · { $count } of { $total } needs
count-searching = …
count-share = { $share } % …
count-activities = { $count ->
    [one] { $shown } activity
   *[other] { $shown } activities
}
count-organisations = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
count-platforms = { $count ->
    [one] { $shown } platform
   *[other] { $shown } platforms
}
count-advisers = { $count ->
    [one] { $shown } adviser
   *[other] { $shown } advisers
}
count-matched = { $count ->
    [one] { $shown } need matched with it
   *[other] { $shown } needs matched with it
}
count-priorities = { $count ->
    [one] { $shown } agreed priority, beside the needs of the members
   *[other] { $shown } agreed priorities, beside the needs of the members
}
count-states = { $count ->
    [one] { $shown } State of the region
   *[other] { $shown } States of the region
}
count-gaps = { $unserved } unserved of { $open } open
count-overlaps = { $count ->
    [one] { $shown } pair: { $certain } certain, { $likely } likely, { $possible } possible
   *[other] { $shown } pairs: { $certain } certain, { $likely } likely, { $possible } possible
}
count-shared = { $count ->
    [one] { $shown } group
   *[other] { $shown } groups
}
count-candidates = { $count ->
    [one] { $shown } activity could serve it
   *[other] { $shown } activities could serve it
}
count-candidate-needs = { $count ->
    [one] { $shown } need that it could serve
   *[other] { $shown } needs that it could serve
}
count-covered = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
count-unprepared = { $count ->
    [one] { $shown } review
   *[other] { $shown } reviews
}
count-trainings = { $count ->
    [one] { $shown } training
   *[other] { $shown } trainings
}
count-in-state = { $count ->
    [one] { $shown } activity here, or that could serve needs here
   *[other] { $shown } activities here, or that could serve needs here
}
count-on-need = { $named ->
    [0] Who works here on the same chapters
   *[other] Who works here on art. { $articles }
}: { $count ->
    [0] nobody
    [one] one activity
   *[other] { $count } activities
}
count-parts = Unserved needs under its articles, by article and by region
count-parts-adviser = Open needs of the region
count-serving = { $count ->
    [one] { $shown } activity that serves the members
   *[other] { $shown } activities that serve the members
}
selected-count = { $count } selected
selected-hidden = { $count } selected, { $hidden } not shown here
position = { $row }/{ $count }
position-under-filter = under the filter · { $row }/{ $count }
position-since = new since { $day } · { $row }/{ $count }
position-with-needs = only with needs · { $row }/{ $count }

nobody = nobody
not-stated = not stated
yes = yes
no = no
more-values = { $count } more …

total-needs = { $need-count ->
    [one] { $needs } need
   *[other] { $needs } needs
} in { $state-count ->
    [one] { $states } State
   *[other] { $states } States
}
total-untriaged = { $count } untriaged
total-unmet = { $count } unmet
total-overdue = { $count } overdue
total-reviews = reviews completed: { $first } first cycle, { $second } second cycle

measure-needs = needs
measure-states = States
measure-reviews = reviews
chart-more = { $count } more
chart-others =
    { $count ->
        [one] 1 more chart: { $names }
       *[other] { $count } more charts: { $names }
    }
position-line = line { $row }/{ $count }
position-chart = chart { $row }/{ $count }
bars-by-response = bars by response
bars-by-priority = bars by priority
bars-by-cycle = bars by cycle
growth-since = since
growth-path = growth since { $day }
chart-empty = nothing to count

facets-empty = Nothing matches.

empty-needs = No need matches this filter.
empty-record-needs = No need has been recorded here.
empty-needs-hint = { $edit } changes the filter, { $clear } clears it.
empty-register = This register has no needs yet.
empty-states = No State matches this filter.
empty-reviews = No review matches this filter.
empty-marked = No overlap here has this mark.
empty-assistance = Nothing here matches this filter.
empty-section = Nothing is recorded here yet.
empty-gaps = No open need matches this filter.
section-gaps = Gaps
section-shared = Shared needs
path-by = by { $fields }
gap-in = { $needs } in { $states }
gap-cell = { $unserved } unserved in { $states ->
    [one] { $shown } State
   *[other] { $shown } States
} · open { $open } · served { $served }{ $told ->
    [0] {""}
   *[other] {" "}({ $share } per cent)
} · planned for { $planned }
gap-activities = Activities with these values: { $activities }
gap-servable = could be served now: { $now }
gap-legend = ▁▃▅▇ share of the most States in a cell ({ $states }) · – none · under { $few } open: no rank
gap-withheld = Withheld: too few States stand behind it.
gap-nameless = No State is named: it is not told which activities are for a region, or could serve a need
gap-withheld-short = withheld
gaps-more = { $count } more →
shared-group = { $states } States, { $needs } unserved needs, { $high } of them of high priority
count-in-cell =
    { $count ->
        [one] 1 activity with these values
       *[other] { $shown } activities with these values
    }
count-servable =
    { $count ->
        [one] 1 need that could be served now
       *[other] { $shown } needs that could be served now
    }
empty-in-cell = No activity states these values.
empty-servable = None of these needs has a strong candidate that is not matched yet.
cell-turns = { $key } shows the activities with these values, or the needs that could be served now
reason-strong-alone = Here strong candidates alone are listed
shared-high = { $high } high
empty-shared = No article is needed by three States of one group under this filter.
shared-wide = { $states } States are much for one workshop: { $key } splits groups by theme or category
section-overlaps = Overlaps
marked-all = all
marked-unmarked = not marked
marked-coordinated = coordinated
marked-real = real
marked-none = no overlap
empty-overlaps = { $providers ->
    [0] No activity of the register states who provides it, so that none can overlap with another.
    [one] One provider gives all { $activities } activities of the register, so that none overlaps with one of another.
   *[other] None of the { $activities } activities overlaps with one of another provider.
}
overlap-both = Both activities
overlap-head-what = What
overlap-head-status = Status
overlap-head-when = When
overlap-head-states = States
overlap-head-articles = Articles
overlap-head-donor = Donor
overlap-is-certain = Certain
overlap-is-likely = Likely
overlap-is-possible = Possible
overlap-time-certain = both periods are known and share { $days ->
    [one] a day
   *[other] { $days } days
}
overlap-time-near = { $days ->
    [one] the one begins on the day after the other
   *[other] { $days } days lie between them
}
overlap-time-unknown = one period is not known
overlap-time-region = no more than the region is the same
overlap-time-neither = neither period is known
overlap-reason = { $verdict }: { $time }; { $states ->
    [one] one State
   *[other] { $states } States
} and { $articles ->
    [one] one article
   *[other] { $articles } articles
} in common.
overlap-reason-themes = { $states ->
    [one] { $verdict }: { $time }; one State in common, and { $themes }.
   *[other] { $verdict }: { $time }; { $states } States in common, and { $themes }.
}
overlap-nameless = { $verdict }. Where and when the two were is not told.
overlap-marked = Marked { $mark } by { $who } on { $at }{ $said ->
    [0] .
   *[other] : { $why }
}
overlap-marked-only = Marked { $mark }.
overlap-changed-since = Changed since: { $facts }.
overlap-changed-mark = { $mark }, changed
mark-title = { $first } and { $second }: { $mark }
mark-help = Why? Enter without a reason marks it too.
mark-help-none = Why is it no overlap?
mark-no-reason = Say in a few words why it is no overlap.
notice-marked = { $first } and { $second } are marked: { $mark }. { $key } takes it back.
notice-unmarked = { $first } and { $second } have no mark any more. { $key } takes it back.
reason-no-overlaps = only among overlaps
reason-no-overlap = there is no overlap here
reason-no-mark = it has no mark
empty-record = Nothing belongs to it here.
empty-candidates = No candidate is strong or likely; { $key } lists the possible ones too.
empty-candidates-possible = There is no candidate, not even a possible one.
section-activities = Activities
section-organisations = Organisations
section-platforms = Platforms
section-advisers = Advisers
matched-before = { $count } matched before it changed
match-changed = changed since: { $fields }
section-coverage = Coverage
coverage-by-provider = by provider
coverage-by-donor = by donor
coverage-by-unprepared = reviews under way without preparation
coverage-by-trainings = trainings with their numbers
path-in-state = Assistance here
unprepared-about = The review has begun and has no executive summary yet, and no activity that is not cancelled prepares or serves the review of this State. What is for the reviews of all States does not count.
trainings-together = All of them together
trainings-about = A number that several trainings share counts once; + stands where the source says “at least”.
trainings-number = { $least ->
    [0] {""}
   *[other] at least{" "}
}{ $number } { $what ->
    [events] { $count ->
        [one] event
       *[other] events
    }
    [people] { $count ->
        [one] person
       *[other] people
    }
    [states] { $count ->
        [one] State
       *[other] States
    }
   *[ldcs] { $count ->
        [one] LDC
       *[other] LDCs
    }
}
covered-articles = { $count ->
    [one] { $shown } article
   *[other] { $shown } articles
}
covered-needs = { $named ->
    [one] { $matched ->
        [one] { $states } State named · { $needs } need matched, { $served } open and served
       *[other] { $states } State named · { $needs } needs matched, { $served } open and served
    }
   *[other] { $matched ->
        [one] { $states } States named · { $needs } need matched, { $served } open and served
       *[other] { $states } States named · { $needs } needs matched, { $served } open and served
    }
}
covered-hidden = States and needs hidden
covered-years = Began: { $years }
covered-undated = not stated { $count }
covered-money-is = Money: { $money }
covered-no-money = Money: none stated
covered-none = none stated
organisation-could = Could serve (open needs, served ones too): { $said }
organisation-with = Works with: { $said }
organisation-donors = Donors: { $said }
organisation-history = History: { $said }
organisation-unchanged = no change since it was entered
organisation-changed = { $count ->
    [one] one change, on { $day } by { $who }: { $fields }
   *[other] { $count } changes, the last on { $day } by { $who }: { $fields }
}
activity-heading = { $code }  { $said }
activity-unnamed = { $count } unnamed
empty-register-reviews = This register has no reviews yet.
empty-queue-nobody = { $count ->
    [one] Somebody answers for the need that matches this filter.
   *[other] Somebody answers for each of the { $count } needs that match this filter.
}
empty-queue-person = { $count ->
    [one] { $person } does not answer for the need that matches this filter.
   *[other] { $person } answers for none of the { $count } needs that match this filter.
}
empty-queue-elsewhere = With: { $queues }. { $left } goes to the people, { $down } to the next.
empty-history = Nothing has been changed yet.
empty-history-filter = No need that matches this filter has been changed.

messages-title = Messages of this session, the newest first (UTC)
reason-no-messages = No message yet
legend-title = Signs
sign-high = high priority
sign-medium = medium priority
sign-low = low priority
sign-unmet = unmet
sign-planned = planned
sign-under-way = under way
sign-met = met
sign-withdrawn = withdrawn
sign-nil = not stated, none
sign-cursor = the cursor of a list
sign-selected = selected; takes part
sign-dropped = takes no part
sign-foreign = changed by others since you looked, or were here
sign-selected-foreign = selected, and changed by others
sign-draft = your notes are begun and not saved
sign-open = somebody else has it open
sign-pinned = stays on top
sign-put-off = skipped
sign-duplicate = the same as another need
sign-void = void: it counts nowhere
sign-rising = in the order of this column
sign-falling = in its order, the last first
sign-serves = an activity that serves the need
sign-given-there = an activity in that State
sign-taken = the filter asks for this value
sign-left-out = the filter leaves this value out
sign-added = added since the earlier day
sign-unstated = in bars: not stated, nobody
sign-heat = the fullest cells of a table; ▁ ▃ ▅ hold less
sign-more = more below; ▴ more above
sign-cut = the text goes on

people-you = You: { $name }
focal-of = Focal point, { $state }
adviser-of = Adviser, { $region }
you = You
people-title = Person
queue-title = Queue of { $person }
queue-title-all = All needs, and whose they are
people-untriaged = untriaged
people-pressing = high
people-overdue = overdue
queue-rule = open, untriaged, high, oldest first

need-title = Need { $id }
need-open-by-you = yourself, elsewhere
need-also-open = also open: { $who }
need-repeated = repeated by { $ids }
need-duplicate = duplicate of need { $id }
need-void = void since { $at }, by { $by }: { $reason }
need-merged = void since { $at }, by { $by }: a part of need { $into } now
need-draft = ✎ Draft: { $text }
need-gone = This need is no longer in the register.
need-document = Document
need-origin = Origin
need-uuid = UUID
need-review = Review
need-source = Comes from
need-articles = Articles
need-themes = Themes
need-history = History
around-others = { $by ->
    [category] Same State, same category
    [chapter] Same State, same chapter
   *[article] Same State, same articles
}
around-assistance = Assistance given
around-not-given = {" "}· not given { $count }
around-none = none
around-short = { $by ->
    [category] Same category here:
    [chapter] Same chapter here:
   *[article] Same articles here:
} { $others } · assistance: { $assistance } · changes: { $changes }
need-no-history = no change yet
need-loading = …
need-undone = undo

state-party-since = State party since { $date }
state-party = State party
state-not-party = not a State party
state-party-not-stated = not stated whether a State party then
state-adviser = Adviser: { $adviser }
review-title = { $state } · { $cycle }
review-reviewers = Reviewed by { $first } and { $second }
review-stakeholders-yes = Stakeholders outside government took part
review-stakeholders-no = No stakeholders outside government took part
review-took-part = took part: { $who }
review-took-no-part = did not: { $who }
review-joint-meeting = joint meeting
review-country-visit = country visit
review-no-step = not yet started

by-theme-counting = Counting the themes …
by-theme-states = States
by-theme-articles = { $theme } · articles · { $measure }

history-all = everybody
history-where = { $state }, art. { $articles }
history-states = { $count } States
history-records = { $count } records
history-added = added
history-taken-out = taken out
history-undone = undone
history-reason = “{ $words }”
history-more = { $count } more changes
first-use-title = New here?
first-use-chapter = only chapter V; again: all
first-use-example = sey
first-use-word = a word finds States, articles, people, texts
first-use-triage = triage: what waits for you
first-use-tour-word = tour
first-use-tour = five minutes
first-record-title = Begin here
first-record-person = your own post, under the code { $who }
first-record-review = a review: State, cycle, steps with their dates
first-record-needs = the needs of the review under the cursor, in a row
first-record-in-reviews = { $new } records one: its State, its cycle, its steps. Then { $needs } enters its needs.
first-record-in-needs = Needs are entered with the review that named them: { $reviews } lists the reviews, { $needs } enters the needs of the one under the cursor. { $new } records a need by itself.

notice-tour = The tour runs on a copy of its own: leave this program and run ta-tui tour
tour-ends = Esc Esc ends
tour-list = { $a }: all needs as a list; the line above says the next keys
tour-move = { $a } or Down, three times: down the list; { $b } is up
tour-word = { $a }, then asset and Enter: needs that say this word
tour-clear = { $a }: takes the filter away, and all needs are back
tour-chapter = { $a }: only chapter V of the Convention, everywhere
tour-overview = { $a }: the same needs counted, a bar for each value
tour-bar = { $a } goes to the next chart, { $b } opens the needs of a bar
tour-page = { $a } again: the page of the need under the cursor
tour-priority = { $a }, { $b } or { $c }: give the need another priority
tour-response = { $a }, { $b } or { $c }: another response (planned, under way, met)
tour-assign = { $a }, choose, Enter: somebody else answers for it
tour-undo = { $a } three times: takes the three decisions back
tour-go = { $a }: the menu of places to go to
tour-show = { $b }, then { $a }: the menu of how this is shown
tour-change = { $b }, then { $a }: the menu of all that can be changed here
tour-help = { $b }, then { $a }: every key of this place
tour-end = That is all. Esc and { $a } end it; ta-tui starts the program

news-changed = changed by others: { $count }
news-given = given to you: { $count }
news-overdue = overdue since: { $count }
news-since = since { $at } (UTC), when you left the program
news-nothing = Nothing.
news-first = You have not left this register yet: nothing is new. After this session, what others do is listed here.
notice-news =
    { $count ->
        [one] One need was changed by others since you were here: { $key } shows it
       *[other] { $count } needs were changed by others since you were here: { $key } lists them
    }
reason-no-news = What is new is shown of the register as it is now, with the names of States

record-named = { $kind } { $name }
record-there = recorded
record-added = added
record-out = taken out
record-need = need
record-review = review
record-state = State
record-person = person
record-organisation = organisation
record-activity = activity
record-platform = platform
record-match = match
record-overlap = overlap
record-theme = theme
record-document = document
record-comment = comment
record-view = view
record-setting = setting
record-category = category
record-area = part of the world
record-reach = number reached
record-field-record = record
record-field-value = value
record-field-name = name
record-field-owner = owner
record-field-screen = screen
record-field-filter = filter
record-field-sort = order
record-field-columns = columns
record-field-grouping = grouping
record-field-measure = measure
record-field-key = key
record-field-code = code
record-field-since = since
record-field-sees = sees
record-field-until = until
record-field-merged-into = part of
record-field-title = title
record-field-description = description
record-field-kind = kind
record-field-level = level
record-field-status = status
record-field-starts = start
record-field-starts-as = start planned or actual
record-field-ends = end
record-field-ends-as = end planned or actual
record-field-date = date
record-field-identifier = identifier
record-field-former-identifier = former identifiers
record-field-reporting = reporting organisation
record-field-provider = providers
record-field-partner = partners
record-field-donor = donors
record-field-programme = programme
record-field-programme-words = programme in words
record-field-helped = States helped
record-field-host = host States
record-field-providing-state = States that provide
record-field-unnamed-states = number of unnamed States
record-field-area = parts of the world
record-field-region-words = regions in words
record-field-place = place
record-field-article = articles
record-field-chapter = chapters
record-field-theme = themes
record-field-theme-words = themes in words
record-field-participants = participants
record-field-reach = numbers reached
record-field-reviews-served = reviews served
record-field-money = money
record-field-sdg = Sustainable Development Goals
record-field-link = link
record-field-edition-language = languages
record-field-edition = edition
record-field-outcome = outcome
record-field-document = document
record-field-document-words = document in words
record-field-paragraph = paragraph
record-field-uncertainty = what the source leaves open
record-field-symbol = symbol
record-field-body = body
record-field-session = session
record-field-need = need
record-field-activity = activity
record-field-extent = extent
record-field-note = note
record-field-matched-by = matched by
record-field-matched-at = matched at
record-field-first = first activity
record-field-second = second activity
record-field-mark = mark
record-field-why = why
record-field-facts = facts that it was made on
record-field-marked-by = marked by
record-field-marked-at = marked at
record-field-review = review
record-field-source = source
record-field-category = category
record-field-text = text
record-field-language = language
record-field-identified = identified
record-field-rank = rank by the State
record-field-recommendation = recommendations
record-field-role = role
record-field-post = post
record-field-organisation = organisation
record-field-member = member States
record-field-priorities = agreed priorities
record-field-cycle = cycle
record-field-reviewer-1 = first reviewing State
record-field-reviewer-2 = second reviewing State
record-field-started = started
record-field-self-assessment = self-assessment
record-field-desk-review = desk review
record-field-direct-dialogue = direct dialogue
record-field-dialogue = kind of dialogue
record-field-executive-summary = executive summary
record-field-country-report = country review report
record-field-stakeholders = other stakeholders
record-field-civil-society = civil society
record-field-private-sector = private sector
record-field-academia = academia
record-field-media = media
record-field-iso2 = two-letter code
record-field-iso3 = three-letter code
record-field-spelling = other spellings
record-field-party = party
record-field-party-since = party since
record-field-region = regional group
record-field-membership = country groups
record-field-adviser = adviser
# The name of something in one language.
record-field-by-language = { $field } ({ $language })
reason-changes-of-needs = These are changes of needs alone; turn to a person, a day or all, without a filter

palette-title = Find a command or a record
palette-record = { $kind } · { $shown } { $count ->
    [one] need
   *[other] needs
}
palette-kind-review = Review
palette-view = View · { $whose }
palette-state-article = { $state }, { $article }
palette-review = { $state }, { $cycle }
by-number-title = A need by its number
by-number-none = No need has this number
help-title = Keys: { $context }
help-no-roles = no roles: the file’s mode decides
no-roles = no roles
picker-title = Assign to
assign-likely = Focal point of each need’s State
assign-likely-count = { $count } people
handover-title = Hand the queue over to
views-title = Views
view-built-in = built in
view-shared = everybody’s
view-own = yours
view-new-title = Save this view
view-name = Name
view-key = Key
view-whose = Whose
view-help = Tab goes on; space changes whose it is; Ctrl-s saves
columns-title = Columns
columns-bar = Bar
themes-title = Themes
themes-new = Enter makes the new theme “{ $name }”
tagging-give = Add a theme to { $meant ->
        [selected] the { $count } selected needs
        [queue] the { $count } needs of this queue
       *[found] the { $count } needs that the filter matches
    }
tagging-take = Remove a theme from { $meant ->
        [selected] the { $count } selected needs
        [queue] the { $count } needs of this queue
       *[found] the { $count } needs that the filter matches
    }
tagging-have = { $count } of { $total } have it
tagging-likely = searched for
tagging-new = Make the new theme “{ $name }”
duplicate-title = Duplicate of: choose, or type a number
duplicate-none = Not a duplicate
duplicate-like = same articles
picker-empty = Nothing to choose from
picker-nothing = Nothing matches
duplicate-itself = A need is no duplicate of itself
duplicate-unknown = There is no such need
void-title = { $count ->
    [one] Void need { $need }: why?
   *[other] Void { $count } needs: why?
}
void-help = It leaves every list and count; is:void finds it, and { $key } there brings it back. Enter: void. Esc: leave it
void-record = Void { $record }: why?
void-record-help = It leaves every list and count; is:void finds it, and { $key } there brings it back. Enter: void. Esc: leave it
need-void-reason = void: { $reason }
void-hidden = { $count ->
    [one] One of them is hidden by the filter. Enter: void. Esc: leave them
   *[other] { $count } of them are hidden by the filter. Enter: void. Esc: leave them
}
void-no-reason = Say why: the reason is shown with what is void
notice-void = { $count ->
    [one] Need { $need } is void; { $key } brings it back
   *[other] { $count } needs are void; { $key } brings them back
}
notice-void-record = Void: { $record }; { $key } brings it back
notice-void-record-back = Back: { $record }; { $key } takes that back
reason-void = This need is void: { $void } brings it back
void-back-title = { $count ->
    [one] Bring need { $need } back?
   *[other] Bring { $count } needs back?
}
void-back-help = They stand in every list and count again, with the matches that went with them.
void-record-back = Bring back { $record }?
void-record-back-help = It stands in every list again; the key of undo takes that back.
notice-void-back = { $count ->
    [one] Need { $need } is back; { $key } undoes
   *[other] { $count } needs are back; { $key } undoes
}
merge-with = { $kind ->
    [theme] Merge the theme “{ $record }” with
   *[need] Merge need { $record } with: choose, or type a number
}
merge-title = { $kind ->
    [theme] Merge the theme “{ $record }” into “{ $into }”
   *[need] Merge need { $record } into need { $into }
}
merge-stays = { $kind ->
    [theme] stays: “{ $record }”
   *[need] Need { $record } stays
}
merge-goes = { $kind ->
    [theme] goes: “{ $record }”
   *[need] Need { $record } is void then
}
merge-uses = needs: { $needs }, activities: { $activities }
merge-hint = h l whose value  s which one stays  Enter or Ctrl-s merge  Esc leave them as they are. { $kind ->
    [theme] Needs and activities that have the other come to have the one that stays.
   *[need] What points to the other comes to point to the one that stays.
}
merge-no-theme = No other theme has this name
merge-two = Two needs are merged: select two, or none
notice-merged = { $kind ->
    [theme] The theme “{ $record }” is a part of “{ $into }” now; { $key } takes that back
   *[need] Need { $record } is a part of need { $into } now; { $key } takes that back
}
reason-merge-two = Two needs are merged
comments-title = Need { $id }: { $count ->
    [0] no comment yet
    [one] one comment
   *[other] { $count } comments
}
comments-new = Your comment; it is signed and stays
comments-empty = Write something first
comment-head = { $at }  { $who }
need-comments = Comments  { $count }
notice-comment-kept = The comment on need { $need } is not saved; { $key } opens it again
notice-commented = Need { $need } has your comment; { $key } takes it back
notice-retired = { $who } holds the post no longer; { $key } takes that back
reason-no-person = No person’s queue here
prompt-projected = Projected date (UTC)
prompt-projected-help = 2027-03-31, 2027-03, 2027, +6m, +2y; empty for none
prompt-no-day = “{ $typed }” is not a date; write 2027-03-31, 2027-03, 2027 or +6m
conflict-title = Changed meanwhile ({ $row } of { $count })
conflict-by = Changed by { $by }, { $at } (UTC). Your change is kept.
conflict-lines = lines { $from }–{ $to } of { $count }: { $down }, { $up }
conflict-before = Before
conflict-theirs = Theirs
conflict-mine = Mine
notes-theirs = Saved meanwhile ({ $key } inserts it):
notes-title = Notes on need { $id }
choose-sort = Sort by
confirm-title =
    { $number ->
        [one] Change one need?
       *[other] Change { $count } needs?
    }
confirm-give-theme = Theme “{ $value }” is added to { $count } needs{ $have ->
        [0] .
       *[other] ; { $shown } of them have it already.
    }
confirm-take-theme = Theme “{ $value }” is removed from { $count } needs; { $shown } of them have it.
confirm-needs = needs { $from }–{ $to } of { $count }
confirm-now = now: { $values }
confirm-also = a further decision joins
hint-yes = yes
hint-no = no
hint-draft-kept = back, draft kept
notice-yes-is-another-key = Enter answers no question about many needs, nor one not yet seen: { $key } is yes
notice-question-unseen = The question was not on the screen yet when the key came; { $key } is yes
confirm-hidden = { $count } of them are not on the list below.
confirm-waiting =
    { $count ->
        [one] One of them is overdue without a date; its { $days } days restart.
       *[other] { $count } of them are overdue without a date; their { $days } days restart.
    }
confirm-undo = One undo ({ $key }) restores all of it.
taking-back-title = Undo this?
taking-back-title-redo = Redo this?
taking-back-what = { $needs }: { $fields }, changed by you { $at } (UTC).
taking-back-what-redo = { $needs }: { $fields }, undone by you { $at } (UTC).
taking-back-needs = { $count } needs
taking-back-in = comes back
taking-back-out = is taken out
taking-back-earlier = You made this change earlier or at another terminal.
taking-back-all-stay = Cannot undo: every field has been changed since.
taking-back-all-stay-redo = Cannot redo: every field has been changed since.
taking-back-staying-redo =
    { $count ->
        [one] One field changed since is kept (listed first). The rest is redone.
       *[other] { $count } fields changed since are kept (listed first). The rest is redone.
    }
taking-back-staying =
    { $count ->
        [one] One field changed since is kept (listed first). The rest is undone.
       *[other] { $count } fields changed since are kept (listed first). The rest is undone.
    }
list-separator = { ", " }
taking-back-since = (kept: { $by }, { $at })
taking-back-merged = (kept: { $by } merged the theme { $theme } on { $at })
taking-back-fields =
    { $count ->
        [1] the field
       *[other] fields { $from }–{ $to } of { $count }
    }

field-notes = Notes

notice-no-command = { $key } does nothing here; { $help } shows the keys
notice-decides-elsewhere = { $key } decides about a need ({ $value }), on Triage and on a need’s page
notice-all-chosen = Every field has a choice; { $key } writes
notice-one-pane = There is one pane here; { $key } goes to the facets
notice-history-scopes = This line is closed; { $key } shows the changes of something else
notice-all-changes = These are everybody’s changes already
notice-no-command-nor-help = { $key } does nothing here
notice-not-in-menu = { $menu } { $key }: nothing; { $close } closes
notice-elsewhere = { $name }: on { $places }
notice-not-here = { $name }: not on this screen
notice-key-moved = { $name }: { $key } from now on
notice-key-gone = { $name }: { $back }, or { $all } twice, from now on
notice-text-ignored = Ignored, because many characters came at once and keys are commands here: “{ $text }”. To search for this text, press { $key } first
notice-text-ignored-here = Ignored, because many characters came at once and keys are commands here: “{ $text }”
notice-line-full = A line can have { $most } characters; left out: { $count }
notice-notes-full = Notes can have { $most } bytes; characters left out: { $count }. The rest is kept; to add more, shorten the notes first
notice-nowhere-back = Already on a main screen, no filter; { $quit } quits
notice-selection-dropped =
    { $count ->
        [one] One need is no longer selected
       *[other] { $count } needs are no longer selected
    }
notice-nothing-to-undo = Nothing to undo
notice-nothing-to-redo = Nothing to redo
notice-nothing-before = No earlier change to undo
notice-nothing-before-redo = No earlier change to redo
notice-undo-waits = Undo needs your answer: close other windows, then { $key }
notice-nothing-to-repeat = No decision to repeat yet
notice-brought-back =
    { $count ->
        [one] One skipped need is back
       *[other] { $count } skipped needs are back
    }
notice-kept-theirs = Their change is kept; yours was not saved
notice-kept-theirs-draft = Need { $need }: their text is kept, yours is saved as a draft; { $key } opens it
notice-open-by-you = Also open at another terminal of yours; both drafts are shown next time
notice-draft-kept = Draft for need { $need } saved; { $key } reopens it
notice-draft-unsaved = Not saved: quitting loses your text on need { $need }; { $key } reopens it
notice-draft-failed = Notes on need { $need } not saved yet; retrying. { $why }
notice-draft-saved = Draft for need { $need } is saved now
notice-draft-offered = Your draft of { $at } (UTC); Ctrl-x restores the saved notes
notice-drafts =
    { $count ->
        [one] You have unfinished notes on need { $need }; { $key } shows it
       *[other] You have unfinished notes on { $count } needs, the last on need { $need }; { $key } lists them
    }
context-form = Form
form-review = { $state }, cycle { $cycle }
form-yes = Yes
form-no = No
form-given = given
form-space-opens = space opens the list
form-several = several, with ;
form-likely = likely: { $person }
form-guessed = { $language }, guessed from the text
form-day-of-source = { $day }, the day of its source
form-text-in = language: { $language }, guessed
form-theirs = { $by } wrote on { $at }: { $words }
form-marks = * differs from the register, ! must have a value; only Ctrl-s writes.
form-not-saved = not saved
form-waits = being read or written …
form-new = New { $kind }
form-sitting = Sitting
form-sitting-count =
    { $drafts ->
        [0] { $count } entered
       *[other] { $count } entered, 1 draft
    }
form-space-takes = { $proposed }  space takes it
form-proposed = Proposed by the words of the text; space takes it in the field:
form-alike = Like it in { $state }:
form-alike-same = { $percent }% alike, perhaps the same need: {""}
form-alike-opens = { $key } opens one
reason-nothing-alike = No need is like this one so far
form-next-pasted = next of the pasted: { $text }
notice-form-pasted = { $count } needs were pasted: the first is here, the others follow when it is saved; { $key } drops them
form-last-entered = The last one: { $stated } “{ $text }”
form-this-sitting = This sitting
form-next-need = the next need
form-entered =
    { $count ->
        [one] 1 need entered
       *[other] { $count } needs entered
    }
form-field-of = field { $at }/{ $count }
form-correct-title = Correct which record?
form-list-new = New { $kind } …
form-list-person = People
form-list-document = Documents
form-drafts-title = Forms that were begun
form-drafts-notes = Notes that were begun
plan-title = Regional workshop on { $article } (art. { $number })
plan-title-group = Workshop on { $article } for { $group } (art. { $number })
plan-title-part = Regional workshop on { $article }: { $part } (art. { $number })
plan-title-group-part = Workshop on { $article } for { $group }: { $part } (art. { $number })
plan-document = planned in this register
plan-path = Plan a workshop
plan-about = An activity of status intended and its matches as planned. Nothing is written before Ctrl-s and y.
plan-counted =
    { $states ->
        [one] 1 State
       *[other] { $states } States
    }, { $needs ->
        [one] 1 need
       *[other] { $needs } needs
    }
plan-states = States: { $count } of { $all } take part
plan-needs = Needs: { $count } of { $all }, matched as planned
plan-some = { $own } of { $all }
plan-wide = More than { $most } States are much for one workshop: Esc, then { $key } splits the group by theme or category.
plan-response = Response of these needs
plan-moves =
    { $needs ->
        [one] { $moves } of 1 need
       *[other] { $moves } of { $needs } needs
    } would change: those not stated or unmet
plan-row-of = { $at }/{ $count }
plan-help-states = space drops a State with its needs, or takes it; Tab to the needs
plan-help-needs = space drops a need, or takes it; Tab to their response
plan-help-response = space chooses: as it is, or Planned
plan-question =
    { $needs ->
        [one] Plan it for one State, 1 need matched as planned?
       *[other] { $states ->
            [one] Plan it for one State, { $needs } needs matched as planned?
           *[other] Plan it for { $states } States, { $needs } needs matched as planned?
        }
    }
plan-responds =
    { $needs ->
        [one] The response of 1 need becomes Planned.
       *[other] The response of { $needs } needs becomes Planned.
    }
plan-response-stays = The response of these needs stays as it is.
plan-gone =
    { $needs ->
        [one] Left out: 1 need that others have served or planned for meanwhile.
       *[other] Left out: { $needs } needs that others have served or planned for meanwhile.
    }
plan-undo = The activity and all its matches are one step: { $key } takes it back.
plan-no-needs = No need takes part: Tab to the States, and take one with space
plan-all-gone = Others have served or planned for all of these needs meanwhile: nothing is left to plan
plan-no-group = The group of this plan is no longer in the register
plan-code-taken = The code { $refused } is taken: { $code } is proposed. Nothing is written yet; { $save } asks again
plan-conflict =
    { $needs ->
        [one] Somebody has changed the response of 1 of these needs meanwhile. Nothing is written; { $save } asks again
       *[other] Somebody has changed the response of { $needs } of these needs meanwhile. Nothing is written; { $save } asks again
    }
notice-planned =
    { $needs ->
        [one] { $code } is planned with 1 need; { $key } takes it back
       *[other] { $code } is planned for { $states ->
            [one] 1 State
           *[other] { $states } States
        }, { $needs } needs matched; { $key } takes all of it back
    }
reason-no-group = There is no group of shared needs under the cursor
reason-not-shared = Only groups of shared needs are split, and States dropped from them
reason-no-state-of-group = Right (l) goes to the States of the group; space drops one there
reason-not-of-needs = Needs are picked where an activity lists them
reason-no-match = No match is under the cursor: Tab goes to the assistance of a need, or to the needs of an activity
reason-no-new-match = Only a new match has an extent and a response to choose here
match-question =
    { $needs ->
        [one] Match need { $need } with { $activity }?
       *[other] Match { $needs } needs with { $activity }?
    }
match-extent = { $key }  Extent    { $values }
match-response = { $key }  Response  { $values }
match-response-stays = as it is
match-responds =
    { $all ->
        [one] Its response { $needs ->
            [0] is as far already, and stays.
           *[other] changes.
        }
       *[other] The response of { $needs } of { $all } needs changes; the others are as far already.
    }
match-undo = One step: { $key } takes it back.
match-conflict =
    { $needs ->
        [one] Somebody has changed the response of 1 of these needs meanwhile: nothing is written. Match again to see it
       *[other] Somebody has changed the response of { $needs } of these needs meanwhile: nothing is written. Match again to see it
    }
notice-matched =
    { $needs ->
        [one] Need { $need } is matched with { $activity }, { $extent }; { $key } takes it back
       *[other] { $needs } needs are matched with { $activity }, { $extent }; { $key } takes it back
    }
unmatch-question =
    { $needs ->
        [one] Take out the match of need { $need } with { $activity }?
       *[other] Take out the matches of { $needs } needs with { $activity }?
    }
unmatch-response = Responses stay as they are.
notice-unmatched =
    { $needs ->
        [one] Need { $need } is no longer matched with { $activity }; { $key } takes it back
       *[other] { $needs } needs are no longer matched with { $activity }; { $key } takes it back
    }
notice-strong-picked = The { $strong } strong candidates of { $needs } are picked; { $key } again picks all
notice-all-picked = All { $needs } are picked, { $strong } of them strong candidates; { $key } again: none
notice-none-picked = None of { $needs } is picked; { $strong } are strong candidates ({ $key })
notice-form-drafts =
    { $count ->
        [one] You have an unfinished form; { $key } shows it
       *[other] You have { $count } unfinished forms; { $key } lists them
    }
form-void = This record was taken out; saving does not bring it back
form-category-of-other-cycle = This category is one of the { $cycle }
form-in-no-figure = Neither article, chapter nor category: no figure by these will count it; save again to keep it so
form-article-of-other-cycle = { $cycle } does not review article { $articles }; save again to keep it
form-reviews-itself = A State does not review itself
form-help-line = Words on one line
form-help-text = Words on several lines; Enter begins a new one, Tab leaves
form-help-choice = First letter, Left or Right; space lists all, Backspace empties
form-help-number = A whole number, { $least } to { $most }
form-help-moment = A moment, in seconds since 1970
form-help-day = A day: 2019-10-04
form-help-date = A day, a month or a year: 2019-10-04, 2019-10, 2019
form-help-language = A language by its code, such as en, fr, zh
form-help-reference = Any name or code of a { $kind }
form-help-references = Any names or codes of a { $kind }, several with ;
form-help-articles = Art. 5–62. Several: 52, 53–57
form-help-articles-1 = Art. 5–62; the first cycle reviews 15–50. Several: 15, 17–19
form-help-articles-2 = Art. 5–62, in the second cycle 5–14 and 51–59. Several: 52, 53–57
form-help-chapters = Whole chapters, of which no article is named: II, V
form-help-keys = Public keys as in a .pub file, several with ;
form-help-lines = Words, several with ;
form-help-rows = One a line: { $cells }
cell-text = text
cell-language = language
cell-document = document
cell-paragraph = paragraph
cell-rank = rank
cell-articles = articles
cell-themes = themes
cell-status = status
cell-listed = listed
cell-group = group
cell-since = since
cell-until = until
cell-state = State
cell-share = per cent
cell-cycle = cycle
cell-stage = stage
cell-organisation = organisation
cell-amount = amount
cell-currency = currency
notice-text-full = A text can have { $most } bytes; characters left out: { $count }
notice-form-draft-offered = Your draft of { $at } (UTC); { $key } throws it away
notice-form-discarded = Nothing typed is kept; { $key } again leaves the form
notice-form-draft-kept = Not written; your draft is kept and offered again
notice-sitting-ended =
    { $count ->
        [one] Sitting ended: 1 need entered
       *[other] Sitting ended: { $count } needs entered
    }
notice-record-added = Saved: { $kind } { $record }; { $key } undoes
notice-own-post = Saved: your own post { $who }; what you do is that person’s from now on. { $key } undoes
notice-record-changed = { $kind } { $record } changed; { $key } undoes
record-changed-back = { $record } { $there ->
    [yes] recorded
    [no] taken out
   *[other] changed
}
records-and-more = { $count ->
    [one] one more record
   *[other] { $count } more records
}
notice-records-undone = Undone: { $what }; { $key } redoes
notice-records-redone = Done again: { $what }; { $key } undoes
notice-form-conflict = Somebody else changed the same: { $theirs } takes theirs, { $mine } writes yours over it
notice-step-reached = { $review }: { $step }, { $day }; { $key } undoes
reason-no-record = There is no record under the cursor
reason-no-activity = There is no activity under the cursor
reason-bar-not-assisted = Assistance is told by chapter, article, category, theme and region
reason-not-by-fields = Gaps, shared needs, overlaps and coverage are told in several ways, other sections are lists
reason-review-has-needs = This review has needs: open it, make them void or give them to another review first
reason-review-not-void = This review is not void: its void needs stand in the list of needs
reason-no-growth = Gaps and shared needs show no growth
reason-nameless-candidates = Without names of States it is not told what could serve what
reason-nameless-record = States are not named: nothing is recorded
reason-no-step = The review has reached its last step
reason-no-sitting = Not a sitting: one begins on a review’s page
notice-signs-may-be-wide = If lines or columns are out of line: { $key } draws with ASCII signs
notice-pinned = The row stays on top of this list; { $key } lets it go
notice-unpinned = The row is in its order again
notice-nothing-cut = Nothing is cut in this row
notice-column-takes-rest = This column takes what the others leave
notice-selection-scattered = Too many separate needs are selected to be listed; a filter chooses fewer
peek-title = Cut in this row
path-selected = Selected
notice-mouse-on = The mouse is on: Shift selects text; { $key } turns it off
notice-mouse-off = The mouse is off
notice-click-decides-nothing = A click decides nothing here: press { $key }
notice-names-off = State names hidden; { $key } shows them
notice-names-off-filter = State names hidden, in the filter too; { $key } restores both
notice-names-on = State names shown; { $key } hides them
notice-filter-instead = No text has “{ $words }”: filtered by { $terms } instead. { $key } changes it.
notice-view = View “{ $name }”
notice-view-columns = View “{ $name }”; columns that this version does not have are left out: { $columns }
notice-view-deleted = The view “{ $name }” was not opened: somebody has deleted it.
notice-view-saved = The view “{ $name }” is saved
notice-view-replaces = You have a view “{ $name }”; { $key } again replaces it
notice-view-replaces-shared = Everybody has a view “{ $name }”; { $key } again replaces it for all
notice-view-gone = Your view “{ $name }” is deleted; { $key } brings it back
notice-view-gone-shared = The view “{ $name }” is deleted for everybody; { $key } brings it back
notice-view-back = View “{ $name }”: undone; { $key } redoes
notice-view-again = View “{ $name }”: redone; { $key } undoes
notice-view-key-taken = “{ $key }” is in use here ({ $about }); choose another
notice-view-key-used = “{ $letter }” opens the view “{ $of }” already; choose another key, or none
notice-view-takes-key = “{ $letter }” opens the view “{ $of }”; { $key } again makes it open yours
notice-view-takes-key-shared = “{ $letter }” opens the view “{ $of }”; { $key } again makes it open yours for everybody
notice-view-unchanged = No view change to undo
notice-view-stays = Built-in views cannot be deleted
notice-no-change = Already set; nothing changed
notice-undone-one = Need { $need }: undone; { $key } redoes
notice-undone =
    { $count ->
        [one] One need: undone; { $key } redoes
       *[other] { $count } needs: undone; { $key } redoes
    }
notice-redone-one = Need { $need }: redone; { $key } undoes
notice-redone =
    { $count ->
        [one] One need: redone; { $key } undoes
       *[other] { $count } needs: redone; { $key } undoes
    }
notice-changed-one = Need { $need } changed; { $key } undoes
notice-changed =
    { $count ->
        [one] One need changed; { $key } undoes
       *[other] { $count } needs changed; { $key } undoes
    }
notice-changed-some = { $count } of { $all } needs changed{ $same ->
        [0] { "" }
       *[other] ; { $same } had it already
    }{ $left ->
        [0] { "" }
       *[other] ; { $left } stay selected: nobody is likely for them
    }; { $key } undoes
notice-changed-elsewhere =
    { $count ->
        [one] One need was changed elsewhere
       *[other] { $count } needs were changed elsewhere
    }

reason-no-theirs = No change by others
reason-no-drafts = No unfinished notes
reason-no-view = Only lists can be saved as views; go back first
reason-all-stays = Cannot undo: every field has been changed since
reason-read-only = The register is open for reading only
reason-session = Not in a session over SSH
reason-role = Your role does not change this
reason-role-elsewhere = Your role changes needs of its own State or region alone
reason-past = Showing an earlier day: read only
reason-no-need = There is no need under the cursor
reason-names-stay = Started with --no-names
reason-nothing-found = The filter matches no need
reason-reading = The register is still being read; try again in a moment
reason-nobody-here = Nobody in the register is named like you: --as says who works
reason-nothing-put-off = Nothing was skipped
reason-not-all-chosen = A field has no choice yet
reason-no-way-back = There is no earlier place to go back to
reason-no-way-forward = There is no later place to go forward to
reason-repeat-in-list = Repeats a decision on Triage and on a need’s page only
reason-no-duplicate = This need is not a duplicate of another
reason-no-queue = No queue with needs is shown; choose one on the left
reason-nothing-selected = Nothing is selected
reason-no-rows = The list is empty

context-state = State
context-review = Review
context-assistance-record = Page of assistance
context-works-here = Assistance in a State
context-candidates = Candidates
context-need = Need
context-history = History
context-news = Since you were here
context-by-theme = Themes

# What was decided and could not be written before the program ended.
end-unwritten = Not written: need { $need }, { $field }: { $value }
end-unwritten-more = Not written: need { $need }, { $field }: add { $value }
end-unwritten-less = Not written: need { $need }, { $field }: remove { $value }
end-unwritten-many = Not written: { $count } changes to { $needs ->
    [one] one need
   *[other] { $needs } needs
}
end-not-taken-back = Not undone: the last change stands as it was.
end-notes-unsaved =
    The notes on need { $need } could not be saved. { $why } This is what you typed:
    { $text }
start-no-terminal = The screens need a terminal on standard input and output. In a script, name a command before the filter, such as `ta-tui needs chapter:V --format json`; `ta-tui help` lists the commands.
start-dumb-terminal = The interactive screens cannot be drawn here: TERM is "dumb". Nothing was opened. Set TERM to your terminal's type (such as xterm), or use `ta-tui needs`, `count` or another command that prints; `ta-tui frame` prints one screen.
start-mine-nobody = The settings have start = "mine", but nobody says who works: use --as NAME or TA_TUI_AS. Here is the overview instead.
start-refused = The terminal cannot be used: { $reason }
frame-no-key = “{ $part }” is no key. Write keys as in 4/chapter:5<Enter>, or separated by commas as in 4,/,chapter:5,Enter.

figures-note = The note of 2019
figures-trend = Over the years
figures-entry-trend = Totals
figures-entry-standing = Open needs
figures-together = Articles
figures-entry-connections = Connections
connections-title = Connections between articles: what is needed together
connections-subtitle = { $by ->
        [state] By the same State
       *[need] By the same need
    }, as at { $until }, { $order ->
        [lift] highest lift first
       *[count] the most frequent first
    }
connections-pair = Pair
connections-diagonal = On the diagonal of the matrix: how many have the article.
connections-part = lines { $lines }, columns { $columns } of { $all }
connections-under-cursor = { $by ->
        [state] { $both } of { $base } States have needs under both { $first } and { $second }
       *[need] { $both } of { $base } needs touch both { $first } and { $second }
    }; by chance { $expected }, lift { $lift }.
connections-alone = { $by ->
        [state] { $both } of { $base } States have needs under { $first }.
       *[need] { $both } of { $base } needs touch { $first }.
    }
reason-no-connections = Only the connections between articles are shown in this way
figures-entry-published = Published figures
figures-cell = { $number } · { $line } · { $column }
figure-needs = Needs behind the number under the cursor  { $count }
figures-verifying = Computing the published figures …
figures-problems = { $count ->
        [one] The ledger has one error; only built-in figures are shown:
       *[other] The ledger has { $count } errors; only built-in figures are shown:
    }
figures-not-narrowed = The filter has no effect here: each has its own query.
figures-unverified = This register cannot answer the published figures:
figures-since = growth since { $day }
past = The register of { $day }: read only; { $key } returns to today

export-title = Export what is shown to which file? Type another name
export-csv = CSV, for spreadsheets
export-xlsx = XLSX, a workbook for Excel and others
export-json = JSON, for programs
export-md = Markdown, a table for texts
export-stop = Stop writing the file
export-jsonl = JSON, an object on each line
export-svg = SVG, a drawing for documents
export-png = PNG, a picture for documents
export-command = Copy the command that makes it
export-command-afar = Copy the command for your own machine
export-failed = No file was made: { $file }: { $reason }
frame-exports-nothing = A frame writes no file; on a terminal this would be { $file }.
notice-exporting = Writing { $file } …
notice-exporting-so-far = Writing { $file } … { $kilobytes } kB; > can stop it
notice-exported = Written: { $file }
notice-copied = Sent to the terminal’s clipboard: { $what }
reason-nothing-to-copy = The cursor is on nothing that can be copied
reason-only-here = The command line has no list of this; the screens alone show it
reason-grown-only-here = Only this screen shows what is new since an earlier day; press Esc for the whole list
reason-no-file-name = The file needs a name; type one
dates-title = Which day’s register (UTC)? Choose, or type a date
dates-earlier-title = Compare with which earlier day (UTC)? Choose, or type a date
dates-earlier-now = Compared with { $day }. Choose another day, or none
dates-none = no earlier day
dates-today = today, the register as it is
dates-note = the note { $symbol }
dates-session = { $number ->
        [1] first session of the Conference, Amman
        [2] second session of the Conference, Nusa Dua
        [3] third session of the Conference, Doha
        [4] fourth session of the Conference, Marrakech
        [5] fifth session of the Conference, Panama City
        [6] sixth session of the Conference, St. Petersburg
        [7] seventh session of the Conference, Vienna
        [8] eighth session of the Conference, Abu Dhabi
        [9] ninth session of the Conference, Sharm el-Sheikh
        [10] tenth session of the Conference, Atlanta
       *[11] eleventh session of the Conference, Doha
    }
dates-typed = the day typed

reason-writing = Still saving; try again in a moment
reason-not-of-single-needs = While State names are hidden, how far single needs are served is not shown
reason-unknown-then = Not known for that day: some have no date
reason-no-measure = Published figures keep the note’s measure
reason-no-figure = Only a figure of the note is compared with an earlier day
reason-no-bars = There are no bars of needs here that could be split
reason-no-room-for-bars = Bars have no room here: widen the window or show fewer columns
reason-one-date = First choose an earlier day to compare with
reason-outside = Not a figure of the register; nothing to open
key-space = space
key-backspace = Backspace
key-delete = Del
key-up = Up
key-down = Down
key-left = Left
key-right = Right
name-and-value = { $field }: { $value }
field-and-code = { $name } ({ $code })
numbered-title = { $number }. { $title }
clause-separator = { "; " }
chapter-label = { $number } { $name }
source-paragraph = { $document } para. { $paragraph }
paragraph-footnote = { $paragraph } fn{ $note }
sample-document = Illustrative executive summary
in-brackets = { $what } ({ $note })
likely-person = { $name }?
articles-numbered = Art. { $numbers }
chapters-numbered = Chapter { $numbers }
article-with-title = Art. { $number } { $title }
article-in-text = { $number } { $title }
gap-fields-title = Gaps by two fields: rows × columns
gap-fields-pair = { $rows } × { $columns }
