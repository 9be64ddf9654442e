/// The words of Hone, one for each thing, as people read them.
package enum Glossary {
    package static let words: [(word: String, meaning: String)] = [
        (
            "Product",
            "what is steered. It has a life cycle (Scrum, Kanban, Lean Startup, phased), stages from idea to product, and a reserve for improvement. It never closes."
        ),
        ("Goal", "what the product should reach or keep: to run, to improve, or toward the vision; a sentence about an outcome."),
        (
            "Fact",
            "one thing that happened, imported and never edited: a work item, a transition, a commit, a change, a review, a release, an iteration, a work log."
        ),
        (
            "Release",
            "what came out on a day: a tag that releases.pattern counts, or a version of the tracker with a date. Its days begin after the release before it."
        ),
        ("History", "the facts about one subject put in order of time, for example the stages of a work item."),
        ("Metric", "a written definition with a version that turns histories into a number. Computing one never puts it on the scorecard."),
        (
            "Observation",
            "a metric over a window: value, unit, n, what is left out and why, interval, version of the definition. Never a bare number."
        ),
        (
            "KPI",
            "an agreement about a metric: the goal it serves, a target or only a watch, a guard metric, what it is used for and what not, and a day to look at it again."
        ),
        (
            "Improvement",
            "“we believe that changing X will move Y”: an action of a retrospective, a kaizen item, a debt item, a change of process or tool, an experiment."
        ),
        ("Ceremony", "a retrospective, kaizen event, health check, planning, phase gate or review."),
        (
            "Effect",
            "what was measured before and after an improvement: better, worse, no meaningful change, undetermined, too little data, or mixed with something else."
        ),
        ("Decision", "what people said, kept in order: proposed, agreed, objected, ratified, declined, kept, adapted, dropped."),
        (
            "Work kind",
            "feature, bug, refactoring, legacy-bug, process, tool or other; refactoring, legacy-bug, process and tool are improvement work. What no rule names is unclassified, and always shown."
        ),
        ("Commitment", "the promise to start: the first stage that counts as begun work."),
        ("Reserve", "the share of capacity that a team agreed to keep for improvements, in items, hours, points or changes."),
        (
            "Health check",
            "a ceremony in which a team says how true some statements are for it. Who said what is kept nowhere, and a statement is shown from five answers on, or what hone.yaml says."
        ),
        ("Guard", "a metric that stands beside another one, so that it is not improved at its cost."),
        ("Scorecard, brief, ledger, loop page", "ways of looking; they keep nothing of their own."),
        (
            "Pattern, ◇",
            "something in the evidence that a number alone would hide, such as closings saved up for the end of a sprint. It is no accusation, and it changes no number."
        ),
        ("n", "how many histories a number stands on. Below eleven, only their range is shown."),
        (
            "85 % within, p85",
            "the smallest value that at least 85 % of the values do not exceed: one that was really observed (nearest rank)."
        ),
        (
            "Half within",
            "the median. Of an even number of hours it is the midpoint of the two middle ones, so that none of them need be it; the percentile 50 in JSON is the lower of the two (nearest rank)."
        ),
        ("Interval", "what else the number could be by chance alone, as a rule with 95 % confidence."),
        (
            "Natural process limits",
            "the mean and 2.66 mean moving ranges on either side: what routine variation reaches. A week beyond them asks for a look."
        ),
    ]
}
