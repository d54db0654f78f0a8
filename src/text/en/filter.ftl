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
field-priority = Priority
field-horizon = Horizon
field-response = Response
field-focal = Focal point
field-adviser = Adviser
field-provider = Provider
field-identified = Identified
field-changed = Changed
field-projected = Projected date
field-duplicate = Duplicate of
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
slot-none-theme = No theme

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
filter-too-long = This filter has { $bytes } bytes; at most { $most } are read. Nothing was searched for.
filter-too-many-terms = Column { $place }: a filter takes { $most } words and conditions at most; put words in quotation marks to search for them as one.
filter-hint-operator = “{ $word }” is searched for as text. A space means and, a comma means or (chapter:IV,V), a minus sign means not (-chapter:V). Put the word in quotation marks to search for it.
filter-hint-field = “{ $word }” is searched for as text; perhaps you mean “{ $meant }”. Put it in quotation marks to search for it.
# What was probably meant by words that no text has; the filters that say it follow, one a line.
filter-meant = “{ $words }” stands in no text here. Perhaps you mean:
filter-meant-needs = { $number ->
    [one] { $count } need
   *[other] { $count } needs
}
filter-endless-range = Column { $place }: a range needs a beginning or an end.
filter-backward-range = Column { $place }: this range of { $field } ends before it begins.
filter-unknown-value = Column { $place }: { $field } has no value “{ $word }”.{ $near ->
    [0] {""}
   *[other] {" "}Nearest: { $nearest }
}
filter-ambiguous-value = Column { $place }: “{ $word }” fits several values of { $field }, such as { $first } and { $second }.
filter-unordered = Column { $place }: the values of { $field } have no order; name them one by one, with commas.
filter-never-empty = Column { $place }: { $field } is always stated; none and any say nothing about it.
filter-not-a-date = Column { $place }: “{ $word }” is not a date; write 2019, 2019-09 or 2019-09-30.
filter-not-a-number = Column { $place }: “{ $word }” is not the number of a need.
filter-nobody = Column { $place }: nobody is named as the user, so no need is yours; start with --as NAME.

# Where States are not named.
nameless-state = one State
nameless-post = Focal point of one State
nameless-adviser = Regional adviser
nameless-region = Region not told
nameless-withheld = Not told
filter-withheld = Column { $place }: { $field } is not told where States are not named: a question is about regions or about groups of countries, not both.
