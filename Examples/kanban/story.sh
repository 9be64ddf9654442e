#!/bin/sh
# A print shop waits for its supplier, does something about it, and cannot tell whether it helped. Use: story.sh [EMPTY-FOLDER]
set -eu
. "$(dirname "$0")/../tell.sh"

# The board as it was exported on a day: the moves until then.
exported() { awk -F, -v now="${HONE_NOW}" 'NR == 1 || $4 < now' "$here/story/board.csv" > board.csv; }

on 2026-01-26 "where does the time go?"
exported
run init --yes --product "Print shop (made up)" --csv board.csv --life-cycle kanban --timezone UTC \
    --map "key=Card,kind=Type,status=Column,changedOn=Entered" --commitment Ready \
    --work-kind "Order feature=feature" --work-kind "Defect=bug" --work-kind "Tooling=tool" \
    --stage Backlog=backlog --stage Ready=wait --stage Doing=active --stage "Waiting for supplier=wait" --stage Done=done
tell "Who asks for things is called client here, and is told two weeks." \
    "Both are written into hone.yaml."
sed 's/^customer: customer/customer: client/' hone.yaml > edited
mv edited hone.yaml
cat >> hone.yaml << END
service_level:
  percent: 85
  days: 14
END
run sync
run goal add --kind improve "A client has the print within two weeks"
run metric show sle-attainment
run loop

tell "Nothing is held by the calendar here. A kaizen event is called by a signal,"
refused 64 kaizen open --signal throughput
tell "and only by one that is there."
run kaizen open --signal cycle-time
run kaizen close --attended 4 --improvement "call the supplier each morning" --improvement "order the paper at a second supplier"

tell "Is the cycle time a KPI? Somebody objects, and it is watched for now."
run kpi propose cycle-time --goal 1 --target "<= 14 d" --guard throughput --guard-bound ">= 2" \
    --used-for "what we promise clients" --not-for "to judge who is quick"
run kpi object 1 --reason "half of it is in the hands of the supplier"
run kpi watch 1 --reason "first we learn what is in our own hands" --review-by 2026-07-01
run check

on 2026-01-30 "the small thing first"
exported
run sync
run improvement shape 1 --kind process --stage "Waiting for supplier" --goal 1 --cost-hours 12 \
    --hurts "a card that needs the supplier waits for days"
run improvement preview 1
tell "It fits into the reserve, so nobody is asked."
run reserve set --floor "10 %"
run improvement commit 1 --expect "20-40 %" --guard throughput --guard-better higher \
    --hypothesis "who is called each morning answers the same day"

on 2026-02-02 "the first call"
run improvement start 1
tell "The second supplier costs money. That is for the client's side to decide."
run improvement shape 2 --kind process --scope organisational --stage "Waiting for supplier" --goal 1 --cost-hours 40 \
    --funding brief --hurts "with one supplier we wait as long as it pleases them"
run improvement commit 2 --expect "30-60 %" --guard throughput --guard-better higher --hypothesis "two suppliers who know of each other are quicker"
run brief ask 2 --ask "Forty hours in March, and a second contract for paper" --cost-of-delay 60 --currency EUR
run brief show 2
run brief answer 2 not-now --until 2026-09-01 --reason "the contract runs until August" --role client
run improvement park 2 --until 2026-09-01 --reason "the contract runs until August"

on 2026-05-05 "thirteen weeks later"
exported
run sync
tell "The calls look like a success: what waits, waits a third less long." \
    "So it did last summer, and then nobody had called anybody."
run improvement show 1
run improvement decide 1 adapt --cost-hours 15 --next "agree with the supplier on two days a week" \
    --reason "it costs little, and we cannot tell what it brings" --learned "one bad month is no baseline"
tell "The next kaizen event is called by its date, to talk about it."
run kaizen open
run kaizen close --attended 4 --again 3
run reserve show
run ledger
run scorecard
run decision verify
