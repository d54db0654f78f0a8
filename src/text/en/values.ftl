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

value-source-review = Country review
value-source-self-assessment = Self-assessment
value-source-state-report = State’s own report
value-source-direct-request = Direct request

value-stakeholder-civil-society = Civil society
value-stakeholder-private-sector = Private sector
value-stakeholder-academia = Academia
value-stakeholder-media = Media

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

value-origin-published = Published
value-origin-illustrative = Illustrative
value-origin-recorded = Recorded
value-origin-imported = Imported

value-is-untriaged = Untriaged
value-is-unmet = Unmet
value-is-matched = Matched
value-is-unmatched = Unmatched
value-is-mine = Mine
value-is-overdue = Overdue
value-is-duplicate = Duplicate
value-is-void = Void

value-person-focal-point = Focal point
value-person-adviser = Adviser
value-person-officer = Officer

# Kinds, levels and statuses of assistance and of organisations, as the reference tables have them.
value-kind-programme = programme
value-kind-adviser = adviser
value-kind-field-office-project = field office project
value-kind-coordination-meeting = coordination meeting
value-kind-coordination = coordination
value-kind-publication = publication
value-kind-publication-service = publication service
value-kind-training-review-mechanism = training (review mechanism)
value-kind-review-support = review support
value-kind-multi-stakeholder-workshop = multi-stakeholder workshop
value-kind-regional-platform = regional platform
value-kind-workshop = workshop
value-kind-mentoring = mentoring
value-kind-regional-initiative = regional initiative
value-kind-legal-and-policy-advice = legal and policy advice
value-kind-advisory-support = advisory support
value-kind-expert-group = expert group
value-kind-legal-advice = legal advice
value-kind-assessment = assessment
value-kind-training = training
value-kind-study-visit = study visit
value-kind-lecture = lecture
value-kind-translation = translation
value-kind-education-programme = education programme
value-kind-academic-initiative = academic initiative
value-kind-asset-recovery-support = asset recovery support
value-kind-expert-round-table = expert round table
value-kind-international-regional-or-non-governmental-organization = international, regional or non-governmental organization
value-kind-field-office = field office
value-kind-national-agency = national agency
value-kind-adviser-post = adviser post
value-kind-intergovernmental-body = intergovernmental body
value-kind-un-entity = UN entity
value-kind-donor = donor
value-kind-state = State
value-kind-forum = forum
value-kind-review-mechanism = review mechanism
value-kind-ifi = IFI
value-kind-initiative = initiative
value-kind-mechanism = mechanism
value-kind-joint-initiative = joint initiative
value-kind-un-mission = UN mission
value-kind-academy = academy
value-level-global = global
value-level-regional = regional
value-level-national = national
value-status-ongoing = ongoing
value-status-done = done
value-status-published = published
value-status-planned = planned
value-status-in-preparation = in preparation
value-status-intended = intended
language-en = English
language-zh = Chinese
value-status-suspended = suspended
value-status-cancelled = cancelled
value-stage-planned = planned
value-stage-actual = actual
value-document-note = note
value-document-resolution = resolution
value-document-report = report
value-document-summary = executive summary
value-money-sought = sought
value-money-pledged = pledged
value-money-received = received
value-reach-events = events
value-reach-people = people
value-reach-states = States
value-reach-ldcs = least developed countries
value-extent-fully = fully
value-extent-partly = partly
value-extent-planned = planned
