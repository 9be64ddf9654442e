#!/bin/sh
# A Scrum team makes reviews shorter, and finds out whether it did. Use: story.sh [EMPTY-FOLDER]
set -eu
. "$(dirname "$0")/../tell.sh"

# The tracker exports what changed since the last time.
exported() { cp "$here/story/issues-$1.jsonl" issues.jsonl; }

on 2026-01-16 "the last day of a sprint"
tell "The team of a made-up reading app exports its issues and points Hone at them."
exported 1
run init --yes --product "Reader (made up)" --jira issues.jsonl --life-cycle scrum --timezone UTC
tell "What hone init guessed is looked through in hone.yaml: in review nobody works," \
    "work counts as started when it is ready, and sprints begin on a Monday."
sed -e 's/In review, kind: active/In review, kind: wait/' -e 's/^commitment: .*/commitment: Ready/' \
    -e 's/^customer: customer/customer: editor/' -e "s/^# cancelled_reasons: .*/cancelled_reasons: [Won't Fix]/" hone.yaml > edited
mv edited hone.yaml
run config check
run sync
tell "Goals are outcomes for somebody. Nobody is asked for a number yet."
run goal add --kind improve "Editors see a change the week they ask for it"
run goal add --kind run "Readers can always open their library"
run scorecard
tell "Something hurts, and anybody may say so."
run note "a change waits for days until somebody reviews it"
tell "The sheet for the retrospective. What is said in the room stays there."
run retro open
run retro close --attended 6 --again 1 --improvement "write down what ready means"

tell "How is the team? Six people draw a token from a hat and answer once."
run health open --team 6 --no-comments
typed hone health tokens
hone health tokens > tokens 2> said
echo "(six tokens)"
cat said
typed hone health answer
set -- "4 4 3 1 4 5 5 4 4 4" "5 4 4 2 4 5 4 4 3 4" "4 3 3 1 3 4 5 3 4 3" "4 4 4 2 4 4 4 4 4 5" "4 3 3 1 3 5 5 3 5 ?" "3 4 3 2 4 4 4 4 3 4"
while read -r one; do
    printf '%s\n%s\n' "$one" "$1" | hone health answer --sheet - > said
    shift
done < tokens
echo "(on six screens, one after the other)"
cat said
rm tokens said
run health close

on 2026-01-26 "product and engineering talk about a KPI"
tell "How many commits there are is no KPI, and Hone says why."
refused 64 kpi propose commits --goal 1
run kpi propose cycle-time --goal 1 --target "<= 12 d" --guard reopen-rate --guard-bound "<= 15 %" \
    --used-for "where we look first in a retrospective" --not-for "to judge people or compare teams" --role "product owner" --review-by 2026-07-01
tell "Each member gets a token: two of engineering, one of product."
member developer
developer=$token
member tester
member "product owner"
agree 1
token=$developer
agree 1
tell "Somebody objects, and need not say who. The objection is answered."
run kpi object 1 --reason "it will be met by splitting the work into crumbs"
run kpi resolve 1 --reason "lead time stands beside it, and crumbs do not shorten that"
tell "Everybody has three working days to think."
refused 64 kpi ratify 1

on 2026-01-29 "three working days later"
run kpi ratify 1
run check
tell "A tenth of the finished work is kept for what the team knows to matter."
run reserve set --floor "10 %" --from 2026-02-02

on 2026-01-30 "no retrospective this time"
run retro skip --reason "half of us are in bed"

on 2026-02-17 "the sprint belongs to something else"
run reserve raid --role "product owner" --reason "the fair is in two weeks, and editors come to look"

on 2026-02-27 "the note gets a shape"
exported 2
run sync
run improvement done 2
run improvement shape 1 --kind process --scope organisational --stage "In review" --goal 1 --cost-hours 20 --funding brief \
    --hurts "a change waits for days until somebody reviews it"
tell "What could be seen at all? That is asked before anybody promises."
run improvement preview 1
run improvement commit 1 --expect "30-60 %" --guard reopen-rate --kpi 1 \
    --hypothesis "two people who review first thing each morning halve the wait"
tell "Twenty hours do not fit into the reserve. So the product owner is asked."
run brief ask 1 --ask "An hour each morning of two people, for the next two sprints" \
    --risk "Both are away in the second week of March"
run brief show 1
run brief answer 1 yes --role "product owner" --reason "editors ask me each week where their change is"

on 2026-03-02 "a new sprint, and a new way to work"
run improvement start 1

on 2026-04-24 "seven weeks later, the last day of a sprint"
exported 3
run sync
run retro open
run retro close --attended 5
tell "Nobody looks before the look that was agreed."
run improvement show 1
refused 64 improvement decide 1 keep --reason "it feels quicker"

on 2026-06-01 "thirteen weeks later"
exported 4
run sync
run improvement show 1
run improvement decide 1 keep --cost-hours 24 --learned "a fixed hour beats a rule about hours" \
    --reason "the wait is less than half, and we saw nothing get worse"
run metric show say-do --from 2026-03-02 --to 2026-06-01
run reserve show --from 2026-02-02 --to 2026-06-01
run retro health
run ledger
tell "The product owner sees what came of the yes."
run brief list
run brief show 1
run scorecard
run decision verify
