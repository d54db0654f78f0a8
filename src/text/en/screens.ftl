# Screens, pages, overlays, the status line.
tab-overview = Overview
tab-states = States
tab-reviews = Reviews
tab-needs = Needs
tab-triage = Triage

illustrative = illustrative needs
illustrative-short = illustrative
read-only = read-only
sample-copy = your private copy of the sample register

too-small = The window is { $columns }×{ $rows }. ta-tui needs at least { $needed-columns }×{ $needed-rows }; please enlarge it. Press q to quit.
loading = Reading the register … { $count }

filter-empty = all needs
hint-chapters = chapter
filter-prompt = Filter
count-needs = { $count } of { $total } needs
selected-count = { $count } selected
position = { $row }/{ $count }

nobody = nobody
not-stated = not stated
yes = yes
no = no
more-values = { $count } more …

head-id = Need
head-iso3 = ISO
head-state = State
head-cycle = Cy
head-articles = Art.
head-category = Category
head-priority = Priority
head-response = Response
head-horizon = Horizon
head-focal = Focal point
head-identified = Identified
head-changed = Changed
head-text = What is needed
head-region = Region
head-groups = Groups
head-needs = Needs
head-II = II
head-III = III
head-IV = IV
head-V = V
head-unmet = Unmet
head-untriaged = Untriaged
head-bar = {""}
head-reached = Reached
head-since = On
head-reviewers = Reviewing States
head-stakeholders = Stakeholders
head-at = When (UTC)
head-who = Who
head-field = Field
head-before = Before
head-after = After

total-needs = needs
total-states = States with needs
total-completed-1 = first-cycle reviews completed
total-completed-2 = second-cycle reviews completed
total-untriaged = untriaged
total-unmet = unmet

measure-needs = needs
measure-states = States
measure-reviews = reviews
chart-title = { $field } · { $measure }
chart-empty = nothing to count

facets-empty = Nothing matches.

empty-needs = No need matches this filter.
empty-needs-hint = { $edit } changes the filter, { $clear } clears it.
empty-register = This register has no needs yet.
empty-states = No State matches this filter.
empty-reviews = No review matches this filter.
empty-queue = Nothing waits here under this filter.
empty-history = Nothing has been changed yet.

people-title = Focal points
queue-title = Queue of { $person }
people-untriaged = untriaged
queue-rule = open first, then untriaged, high priority, longest known

need-title = Need { $id }
need-gone = This need is no longer in the register.
need-document = Source
need-paragraph = para. { $paragraph }
need-review = Review
need-articles = Articles
need-themes = Themes
need-notes = Notes
need-activities = Assistance matched
need-history = History
need-no-history = no change yet
need-loading = …
need-undone = undo

state-party-since = State party since { $date }
state-party = State party
state-not-party = not a State party
state-adviser = Adviser: { $adviser }
review-title = { $state } · { $cycle }
review-reviewers = Reviewed by { $first } and { $second }
review-stakeholders-yes = Stakeholders outside government took part
review-stakeholders-no = No stakeholders outside government took part
review-joint-meeting = joint meeting
review-country-visit = country visit
review-no-step = not yet started

history-title = Changes
history-title-need = Changes of need { $id }

palette-title = Commands
help-title = Keys: { $context }
picker-title = Assign to
notes-title = Notes on need { $id }
choose-priority = Priority
choose-response = Response
choose-horizon = Horizon
choose-sort = Sort by
confirm-title = Change { $count } needs?
confirm-set = { $field } of { $count } needs becomes “{ $value }”.
confirm-needs = Needs { $ids }
confirm-undo = One undo takes it back.

field-notes = notes

notice-no-command = { $key } does nothing here; ? shows the keys
notice-nowhere-back = This is the first screen, without a filter; q quits
notice-nothing-to-undo = There is nothing of yours to take back
notice-no-change = It was so already; nothing was written
notice-changed-one = Need { $need } changed; { $key } undoes
notice-changed =
    { $count ->
        [one] One need changed; { $key } undoes
       *[other] { $count } needs changed; { $key } undoes
    }
notice-changed-elsewhere =
    { $count ->
        [one] Somebody else changed one need
       *[other] Somebody else changed { $count } needs
    }

reason-read-only = The register is open for reading only
reason-no-need = There is no need under the cursor
reason-no-rows = The list is empty

context-overview = Overview
context-states = States
context-reviews = Reviews
context-needs = Needs
context-triage = Triage
context-state = State
context-review = Review
context-need = Need
context-history = Changes

start-no-terminal = The interactive screens need a terminal on standard input and output. `ta-tui needs`, `count` and the other commands write to files and pipes; see `ta-tui --help`.
start-refused = The terminal cannot be used: { $reason }
frame-no-key = “{ $part }” is no key. Write keys as in 4/chapter:5<Enter>, or separated by commas as in 4,/,chapter:5,Enter.
