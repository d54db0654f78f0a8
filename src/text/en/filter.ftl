# The filter language: names of fields, words of its own, and what cannot be read.
# Field names are accepted in filters too, in every language.
field-cycle = Cycle
field-chapter = Chapter
field-article = Article
field-category = Category
field-theme = Theme
field-state = State
field-region = Region
field-group = Country group
field-review = Review step
field-source = Source
field-origin = Origin
field-unnamed = States not named
field-priority = Priority
field-horizon = Horizon
field-response = Response
field-focal = Focal point
field-adviser = Adviser
field-provider = Provider
field-match = Match
field-stakeholder = Stakeholder
field-donor = Donor
field-partner = Partner
field-kind = Kind
field-level = Level
field-status = Status
field-place = Place
field-programme = Programme
field-platform = Platform
field-sdg = SDG
field-extent = Extent
field-matched = Matched with
field-identified = Identified
field-changed = Changed
field-projected = Projected date
field-duplicate = Duplicate of
field-document = Document
field-recommendation = Recommendation
field-rank = State’s rank
field-id = Number
field-is = Condition

# Words that stand unquoted for "nothing is stated" and "something is stated", and for today.
filter-none = none
filter-any = any
filter-today = today
# Reviews whose executive summary is there.
filter-completed = completed

# What a person reads beside the number of those that state nothing.
slot-none = Not stated
slot-none-state = State not named
slot-none-group = None of these
slot-none-focal = Nobody
slot-none-adviser = No adviser
slot-none-provider = No provider
slot-none-stakeholder = Nobody stated
slot-none-donor = No donor
slot-none-partner = No partner
slot-none-kind = No activity
slot-none-level = No activity
slot-none-status = No status
slot-none-place = No part of the world
slot-none-programme = No programme
slot-none-platform = No platform
slot-none-sdg = No goal
slot-none-extent = Not matched
slot-none-document = No known document
slot-none-match = Not open
slot-none-theme = No theme
slot-none-cycle = Outside reviews

filter-unknown-field = Column { $place }: there is no field “{ $word }”.{ $near ->
    [0] {""}
   *[other] {" "}Nearest: { $nearest }
}
filter-ambiguous-field = Column { $place }: “{ $word }” could be the field { $first } or { $second }.
filter-missing-value = Column { $place }: { $field } needs a value.
filter-missing-term = Column { $place }: a word or a field must follow the minus sign.
filter-open-quote = Column { $place }: this quotation mark is not closed.
filter-no-space = Column { $place }: a space or a comma is missing here.
filter-minus-in-value = Column { $place }: a minus sign stands before the field; write { $nearest }
filter-written-otherwise = Column { $place }: “{ $word }” is not read; write { $nearest }
filter-too-long = This filter has { $bytes } bytes; at most { $most } are read. Nothing was searched for.
filter-too-many-terms = Column { $place }: a filter takes { $most } words and conditions at most; put words in quotation marks to search for them as one.
filter-hint-operator = “{ $word }” is searched for as text. A space means and, a comma means or (chapter:IV,V), a minus sign means not (-chapter:V). Put the word in quotation marks to search for it.
filter-hint-cut = “{ $word }” was cut off by a screen, and no text has the “…”: search for the words before it.
filter-hint-field = “{ $word }” is searched for as text; perhaps you mean “{ $meant }”. Put it in quotation marks to search for it.
# What was probably meant by words that no text has; the filters that say it follow, one a line.
filter-meant = “{ $words }” stands in no text here. Perhaps you mean:
filter-meant-of-all = { $count } of all needs
filter-meant-with-rest = { $number ->
    [one] { $count } need with the rest
   *[other] { $count } needs with the rest
}
filter-meant-without-words = { $number ->
    [one] { $count } need without other words
   *[other] { $count } needs without other words
}
filter-meant-take = { $key } takes { $term }.
filter-meant-between = {" "}
# Over the numbers beside values: of what they count.
filter-of-all = of all needs
filter-earlier = earlier filters
filter-of-all-activities = of all activities
filter-activities-with-rest = activities with the rest of the line
filter-with-rest = needs with the rest of the line
filter-endless-range = Column { $place }: a range needs a beginning or an end.
filter-backward-range = Column { $place }: this range of { $field } ends before it begins.
filter-unknown-value = Column { $place }: { $field } has no value “{ $word }”.{ $near ->
    [0] { $listed ->
        [0] {""}
       *[other] {" "}Its values: { $values }
    }
   *[other] {" "}Nearest: { $nearest }
}
filter-ambiguous-value = Column { $place }: “{ $word }” fits several values of { $field }, such as { $first } and { $second }.
filter-one-is-here = Column { $place }: “{ $word }” fits { $first } and { $second }; this register has only the first. Write: { $nearest }
filter-unordered = Column { $place }: no ranges for { $field }; list its values with commas.
filter-never-empty = Column { $place }: { $field } is never empty; none and any do not apply.
filter-not-a-date = Column { $place }: “{ $word }” is not a date; write 2019, 2019-09 or 2019-09-30.
filter-not-a-number = Column { $place }: “{ $word }” is not the number of a need.
filter-not-a-rank = Column { $place }: “{ $word }” is not a rank; ranks are whole numbers from 1.
filter-nobody = Column { $place }: “mine” needs a user; start with --as NAME.

# Where States are not named.
nameless-state = one State
nameless-post = Focal point of one State
nameless-adviser = Regional adviser
nameless-region = Region hidden
nameless-withheld = Hidden
filter-not-of-single-needs = Column { $place }: while State names are hidden, { $field } is not told of single needs, only in numbers of three States or more: ta-tui count, gaps and coverage, and the screen Gaps.
filter-withheld = Column { $place }: { $field } is hidden while State names are; filter by region or country group, not both.
filter-nested = Column { $place }: the filter in quotation marks cannot have { $field } in it again.

# What the reference of the filter language says of fields and values.
filter-about-cycle = The review cycle of the need’s review. The first covers chapters III and IV, the second chapters II and V. “none” finds needs from outside reviews.
filter-about-chapter = The chapters of the Convention that the need’s articles stand in, and those that it names without an article. A need with articles of two chapters has both.
filter-values-chapter = The number may also be written 2 to 6, and as documents write it: chapter 5, 第五章.
filter-about-article = The articles of the Convention that the need is about.
filter-values-article = 5 to 62, by number, by title (or its beginning), or as documents write it: art. 52, 第五十二条.
filter-about-category = The category of assistance. Each review cycle has a list of its own; a word that begins one name in each list means both.
filter-about-theme = The themes that the need has been given: free tags below article and category.
filter-values-theme = By name, as the themes of the register are called.
filter-about-state = The State under review, or the State that the need belongs to.
filter-values-state = By ISO code (GHA, GH), by name in English or Chinese, by other common names, or by the beginning of one. “none” finds States that the source does not name.
filter-about-region = The regional group of that State.
filter-about-group = The group of countries that the State belongs to. A State may belong to several.
filter-about-review = The last step that the review has reached.
filter-values-review = “completed” means that the executive summary is there, or a later step.
filter-about-source = Where the need comes from: a review, or what the State says of itself or asks for outside its reviews.
filter-about-priority = The priority of the need. “high” is more than “low”: >=medium means medium and high.
filter-about-horizon = Whether the need is current or projected.
filter-about-response = What has become of the need.
filter-about-focal = Who answers for the need.
filter-values-focal = By code (fp-gh), by post, or by the name of the State or region alone. “none” finds needs for which nobody answers.
filter-about-adviser = The regional anti-corruption adviser for the State.
filter-values-adviser = By code, by post, or by the region alone.
filter-about-provider = The organisations that provide the activities which the need is matched with.
filter-about-match = How far activities serve the need, where it is open: it is not met, withdrawn, a duplicate or void.
filter-values-match = “served”: an activity that runs, is over or is published serves it fully or partly. “planned”: another match, with an activity that is not cancelled. “unserved”: neither. The three add up to the open needs; “none” finds those that are not open.
filter-values-provider = By code (P019), by name, or by the short form of the name (UNODC).
filter-about-stakeholder = The stakeholders outside government that took part in the need’s review, where that is stated.
filter-about-donor = The organisations that pay for the activities which the need is matched with; of an activity, those that pay for it.
filter-values-donor = As those of the provider.
filter-about-partner = The organisations that take part in the activities which the need is matched with; of an activity, those that take part in it.
filter-values-partner = As those of the provider.
filter-about-kind = The kinds of the activities which the need is matched with; of an activity, its own.
filter-values-kind = In words of the sources: workshop, training, legal advice …
filter-about-level = How far the activities reach which the need is matched with; of an activity, how far it reaches.
filter-about-status = The status of the activities which the need is matched with; of an activity, its own.
filter-about-place = The parts of the world that the activities are for which the need is matched with; of an activity, those that it is for.
filter-values-place = By the names of the parts of the world that the register has: Pacific, Africa …
filter-about-programme = The activities of which those are a part that the need is matched with; of an activity, the one that it is a part of.
filter-values-programme = By code (A055), or by the beginning of its description.
filter-about-platform = The regional platforms that provide the activities which the need is matched with, take part in them or pay for them, or that an activity stands for; of an activity, those of it.
filter-values-platform = By code (RP1), or by name.
filter-about-sdg = The goals and targets of the 2030 Agenda that the activities serve which the need is matched with; of an activity, those that its source names. A target counts for its goal too.
filter-values-sdg = By number: a goal (16), or a target (16.5).
filter-about-origin = The origin of the record: a published document, made up to try the program with, entered here, or imported from a file. On activities and organisations it is that of the activities.
filter-about-unnamed = How many States the sources of the matched activities count without naming them; on activities, of the activity itself.
filter-about-extent = The extent to which the activities serve the need that it is matched with.
filter-about-matched = Of an activity: it is matched with a need that passes the filter in the quotation marks. Of a need: it is matched with such an activity. This asks for the needs of article 9 where `article:9` asks an activity for its own articles.
filter-values-matched = A filter of needs in quotation marks, without “matched” in it; quotation marks within it stand behind a backslash.
filter-about-identified = The day on which the need was identified; where only a month or a year is stated, its last day.
filter-values-identified = A day, a month or a year: 2019-09-30, 2019-09, 2019, or 2019年9月30日, 2019年9月, 2019年; today.
filter-about-changed = The day of the last change of the need, in UTC.
filter-values-changed = A day, a month or a year: 2019-09-30, 2019-09, 2019, or 2019年9月30日, 2019年9月, 2019年; today.
filter-about-projected = The day by which a projected need is expected.
filter-values-projected = A day, a month or a year: 2027-03-31, 2027-03, 2027, or 2027年3月31日, 2027年3月, 2027年; today.
filter-about-duplicate = The need of which this one is a duplicate.
filter-values-duplicate = The number of a need.
filter-about-document = The document that the need comes from, where the register holds it. “none” finds needs of which it holds none.
filter-values-document = By symbol (CAC/COSP/2019/14), by title, or by the beginning of one.
filter-about-recommendation = The recommendations of reviews that the need answers.
filter-values-recommendation = Words that stand in a recommendation; any; none.
filter-about-rank = The place that the State itself gives the need among its needs: 1 is first. It stands beside the priority of the triage, which never changes it.
filter-values-unnamed = Whole numbers from 1.
filter-values-rank = Whole numbers from 1.
filter-about-id = The number of the need.
filter-values-id = Whole numbers from 1.
filter-about-is = Conditions of a need that follow from its other fields. A need can meet several.
filter-about-is-untriaged = Its priority or its response is not stated.
filter-about-is-unmet = Its response is unmet.
filter-about-is-matched = It is matched with an activity.
filter-about-is-unmatched = It is matched with no activity.
filter-about-is-mine = You answer for it: the person named with --as.
filter-about-is-overdue = It is open, and its projected date has passed; or it has none, somebody has taken it on, and nothing has changed for 90 days (a setting of the register).
filter-about-is-duplicate = It is marked as the duplicate of another need.
filter-about-is-void = It is void: taken out with a reason, and counted nowhere. Such a term asks of void needs alone.
