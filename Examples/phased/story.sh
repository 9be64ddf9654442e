#!/bin/sh
# A control unit with a plan and gates: what was planned, what was decided, and what a checklist did not change.
# Use: story.sh [EMPTY-FOLDER]
set -eu
. "$(dirname "$0")/../tell.sh"

# The defect log and the plan as they were on a day.
exported() {
    today=${HONE_NOW%T*}
    awk -F, -v OFS=, -v today="$today" 'NR == 1 || $6 <= today {
        if (NR > 1 && $7 > today) { $7 = ""; $8 = "" }
        print
    }' "$here/story/defects.csv" > defects.csv
    awk -F, -v today="$today" 'NR == 1 || $4 <= today' "$here/story/plan.csv" > plan.csv
}

on 2025-09-01 "the plan"
exported
run init --yes --product "Control unit (made up)" --csv defects.csv --life-cycle phased --timezone UTC
tell "The plan, and where a defect was found, are added to hone.yaml by hand."
cp "$here/story/hone.yaml" hone.yaml
run config check
run sync
run goal add --kind run "The plant runs without a stop"
run goal add --kind improve "The new unit controls two lines by July"
run ceremony open --kind planning
run ceremony close --kind planning --attended 7
run plan show --lines
tell "The baseline is what work is held against, whatever is said later." \
    "Improvement has its own lane in it, across the phases."
run plan baseline --role "project manager"

tell "The sponsor wants a KPI. It is not agreed, so no page shows its target."
run kpi propose defect-removal-effectiveness --goal 1 --target ">= 90 %" --guard lead-time --guard-bound "<= 14 d" \
    --used-for "what we report to the board" --not-for "to pay by" --role sponsor
refused 1 check
run kpi reject 1 --role team --reason "ninety is a round number; what is possible we do not know"
run decision record not-a-kpi --reason "the gates hold us to it already" --until 2026-06-30 --role team
run check

on 2025-10-31 "a gate"
exported
run sync
run gate add Requirements --criterion "schedule-performance >= 0.9" --on 2025-10-31 --role "project manager"
run gate open 1
run gate close 1 --outcome go --role sponsor --reason "the requirements are there, and on time" \
    --lesson "inspections find different things each time"
tell "A lesson that nobody acts on is none. The time is the phase's own."
run note "inspections find different things each time"
run improvement shape 1 --kind process --stage Design --goal 1 --cost-hours 16 --funding phase-budget \
    --hurts "what an inspection misses is mended later, for many hours"
run improvement preview 1 --metric labour-per-bug-fix
run improvement commit 1 --metric labour-per-bug-fix --expect "15-30 %" --smallest "15 %" --guard lead-time \
    --hypothesis "with a checklist defects are found while they are cheap"

on 2025-11-03 "the checklist is used"
run improvement start 1
tell "A second test bench does not fit into any budget."
run note "the test bench is shared with two other projects"
run improvement shape 2 --kind tool --stage Test --goal 2 --cost-hours 120 --funding brief \
    --hurts "testers wait for the bench three days a week"
run improvement commit 2 --metric lead-time --expect "10-20 %" --guard labour-per-bug-fix \
    --hypothesis "with a bench of our own a defect is closed sooner"
run brief ask 2 --ask "A second test bench by January, and 120 hours to set it up"
run brief show 2
run brief answer 2 no --role sponsor --reason "the other projects give their days back in March"
run improvement decline 2 --role team --reason "the bench is free from March on"

on 2026-01-09 "the design is late"
exported
run sync
run plan show
run gate add Design --criterion "schedule-performance >= 0.9" --criterion "defect-removal-effectiveness >= 80 %" \
    --on 2026-01-09 --role "project manager"
run gate open 2
run gate close 2 --outcome go-with-conditions --role sponsor --reason "code for the first line can begin" \
    --condition "2026-02-27 the interface is frozen" --lesson "ask the supplier for the interface in writing"
tell "The baseline is set anew for a reason. The first one stays readable."
run plan rebaseline --role sponsor --reason "the supplier of the drives is six weeks late"
run plan list

on 2026-02-03 "thirteen weeks with the checklist"
exported
run sync
run improvement show 1
run improvement decide 1 drop --role team --cost-hours 14 \
    --reason "it did not change what a fix takes" --learned "the checklist asked what we looked at anyway"

on 2026-04-10 "the next gate"
exported
run sync
run improvement done 3
run gate add Code --criterion "schedule-performance >= 0.9" --criterion "defect-removal-effectiveness >= 80 %" \
    --on 2026-04-10 --role "project manager"
run gate open 3
run gate close 3 --outcome no-go --role sponsor --reason "the drivers are not there" \
    --lesson "drivers first, whatever else waits"

on 2026-04-24 "the gate is opened again"
exported
run sync
run gate open 3
run gate close 3 --outcome go --role sponsor --reason "the drivers are there, and tested" --no-lesson "the last one stands"
run ceremony open --kind review
run ceremony close --kind review --attended 9
run gate list
run plan show
run ledger
run scorecard
run decision verify
