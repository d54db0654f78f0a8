# Names of the values of closed vocabularies: value-FIELD-CODE. Filters match them too.
value-chapter-ii = Preventive measures
value-chapter-iii = Criminalization and law enforcement
value-chapter-iv = International cooperation
value-chapter-v = Asset recovery
value-chapter-vi = Technical assistance and information exchange

value-cycle-1 = First cycle
value-cycle-2 = Second cycle

value-region-afr = African
value-region-apac = Asia-Pacific
value-region-eeg = Eastern European
value-region-grulac = Latin American and Caribbean
value-region-weog = Western European and others

value-group-ldc = Least developed countries
value-group-lldc = Landlocked developing countries
value-group-sids = Small island developing States

value-review-started = Started
value-review-self-assessment = Self-assessment checklist
value-review-desk-review = Desk review
value-review-direct-dialogue = Direct dialogue
value-review-executive-summary = Executive summary
value-review-country-report = Country review report

value-priority-high = High
value-priority-medium = Medium
value-priority-low = Low

value-horizon-current = Current
value-horizon-projected = Projected

value-response-unmet = Unmet
value-response-planned = Planned
value-response-under-way = Under way
value-response-met = Met
value-response-withdrawn = Withdrawn

value-is-untriaged = Untriaged
value-is-unmet = Unmet
value-is-matched = Matched
value-is-unmatched = Unmatched
value-is-mine = Mine
value-is-overdue = Overdue
value-is-duplicate = Duplicate

value-person-focal-point = Focal point
value-person-adviser = Adviser
value-person-officer = Officer
