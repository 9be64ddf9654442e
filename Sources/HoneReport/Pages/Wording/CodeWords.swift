/// Exclusion reasons, flags, interval methods and directions in words. The codes are stable and stand in JSON; people read these.
package enum CodeWords {
    package static func exclusion(_ code: String) -> String {
        switch code {
        case "back-fill": "in the first release, which holds all that came before"
        case "clock-skew": "ends before it begins, by its own clocks"
        case "by-a-program": "made by a program"
        case "baseline-disputed": "planned twice on one day, so without a baseline"
        case "commits-not-known": "the commits are not known"
        case "did-not-ship": "failed before users had it"
        case "not-production": "to an environment without users"
        case "comments-not-known": "comments were not exported"
        case "day-precision": "only the day is known, not the hour"
        case "ends-before-start": "ends before it begins"
        case "never-visited": "never in it"
        case "not-in-baseline": "not in the baseline"
        case "not-merged": "closed without being merged"
        case "no-review": "closed without a review"
        case "no-merged-branch": "committed straight to the branch, or squashed"
        case "not-reviewed": "not reviewed, or its pushes are not known"
        case "day-not-known": "nobody says on which day it was done"
        case "finished-before-the-start": "finished before the sprint began"
        case "not-started": "not started yet"
        case "returned": "returned before the commitment"
        case "no-active-stage": "never in an active stage"
        case "no-idea-stage": "no stage of hone.yaml is of the group idea"
        case "no-logged-time": "no hours logged"
        case "phase-not-said": "nobody says which phase it came from, or which found it"
        case "found-before-its-phase": "found in an earlier phase than it came from"
        case "found-day-not-known": "nobody says on which day it was found"
        case "no-phase": "not known whether found before or after release"
        case "no-time-in-progress": "no time between start and finish"
        case "no-transitions": "no transitions between stages"
        case "not-deployed": "not deployed yet"
        case "not-joined": "no commit, change or version is known for it"
        case "not-recovered": "not recovered yet"
        case "not-said": "nobody says whether it was planned"
        case "lost-link": "laid to a deployment that nothing is known of"
        case "unreleased": "not released yet"
        default: spaced(code)
        }
    }

    package static func flag(_ code: String) -> String {
        switch code {
        case "always-persevered": "every loop ended in going on as before, so nobody learned to stop"
        case "board-time-proxy": "time on the board stands in for logged hours, an upper bound"
        case "contributors-not-known": "not known whose work it was"
        case "day-precision": "only the day is known, so the hours are whole days"
        case "finders-not-known": "without defects that nobody says who found"
        case "incidents-not-known": "no incident was read, so only what was rolled back counts: at least this many"
        case "opened-by-a-program": "opened by a program"
        case "reads-like-upkeep": "reads like upkeep of the code"
        case "taken-out": "taken out before the end"
        case "provisional": "provisional, the time to judge them is not over"
        case "re-entered-stage": "came back to a stage"
        case "skipped-stage": "skipped a stage"
        case "started-before-requested": "started before it was requested"
        default: spaced(code)
        }
    }

    package static func method(_ code: String) -> String {
        switch code {
        case "agresti-coull": "Agresti-Coull"
        case "circular-block-bootstrap": "bootstrap of weeks in blocks"
        case "clopper-pearson": "Clopper-Pearson, exact"
        case "garwood": "Garwood, exact for a Poisson count"
        case "garwood-dispersed": "Garwood, wider as it comes in bursts"
        case "jackknife-t": "jackknife with Student's t"
        case "jeffreys": "Jeffreys"
        case "miettinen-nurminen": "Miettinen-Nurminen"
        case "newcombe": "Newcombe"
        case "order-statistics": "order statistics, for the median"
        case "day-not-known": "from none to all of those of unknown day"
        case "quasi-poisson-t": "quasi-Poisson with Student's t, as it comes in bursts"
        case "unclassified": "from none to all of the unclassified items"
        case "wilson": "Wilson score"
        default: spaced(code)
        }
    }

    private static func spaced(_ code: String) -> String { code.split(separator: "-").joined(separator: " ") }
}
