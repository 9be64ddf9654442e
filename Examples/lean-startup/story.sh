#!/bin/sh
# A founder makes a bet, measures it, and stops it. Use: story.sh [EMPTY-FOLDER]
set -eu
. "$(dirname "$0")/../tell.sh"

# What had happened by the day: what was asked for, started and live, and the share of readers of each Monday.
exported() {
    today=${HONE_NOW%T*}
    awk -F, -v OFS=, -v today="$today" 'NR == 1 || $3 <= today {
        if (NR > 1 && $4 > today) $4 = ""
        if (NR > 1 && $5 > today) $5 = ""
        print
    }' "$here/story/work.csv" > work.csv
    awk -F, -v today="$today" 'NR == 1 || $1 <= today' "$here/story/readers.csv" > readers.csv
}

measured() { run import csv readers.csv --fact measurement --map "date=Day,name=Measure,value=Value,unit=Unit"; }

on 2025-12-15 "what do we know about our readers?"
exported
run init --yes --product "Weekly letter (made up)" --csv work.csv --life-cycle lean-startup --timezone UTC \
    --map "key=Card,kind=Type,requestedOn=Asked,startedOn=Begun,finishedOn=Live"
run sync
tell "The number that counts is one of the product: new readers who come back."
measured
run goal add --kind vision "Readers make the letter a habit" --measure "readers who come back" --target ">= 40 %"
run scorecard

tell "The founder is the only member. Is what is asked for live within four weeks?"
run kpi propose lead-time --goal 1 --target "<= 28 d" --guard throughput --guard-bound ">= 6" \
    --used-for "how soon an idea can be tried" --not-for "to rush a bet before it is measured" --role "product owner" --review-by 2026-06-30
member "product owner"
agree 1

on 2025-12-19 "a bet"
run kpi ratify 1 --role "product owner"
run check
run note "a letter each day instead of each week"
run improvement shape 1 --experiment --goal 1 --cost-hours 30 --hurts "two of three new readers never come back"
tell "Before anything is built: which number, and could a success be seen?"
run improvement preview 1 --metric product-measures --part "readers who come back" --better higher
tell "The success line stands before the first data."
refused 64 improvement commit 1 --metric product-measures --part "readers who come back" --better higher \
    --expect "10-30 %" --smallest "5 %" --guard throughput --guard-better higher --early-look \
    --hypothesis "a letter each day makes reading a habit"
tell "So one look, after twelve weeks."
run improvement commit 1 --metric product-measures --part "readers who come back" --better higher \
    --expect "10-30 %" --smallest "5 %" --guard throughput --guard-better higher \
    --hypothesis "a letter each day makes reading a habit"

on 2026-01-05 "built: the first daily letter"
exported
run sync
measured
run improvement start 1

on 2026-02-02 "measured: four weeks of numbers, and nobody looks"
exported
run sync
measured
run improvement show 1

on 2026-04-07 "learned"
exported
run sync
measured
run improvement show 1
run improvement decide 1 stop --role "product owner" --cost-hours 36 \
    --reason "fewer come back, and those who left say it is too much" --learned "more of the same is not what is missing"
tell "What is learned is held onto in a review, and the next bet comes out of it."
run ceremony open --kind review
run ceremony close --kind review --attended 3 --improvement "a guide through the first week"
run metric show build-measure-learn --from 2025-09-01 --to 2026-04-08
run metric show validated-learning-rate --from 2025-09-01 --to 2026-04-08

on 2026-04-10 "the next bet needs a yes"
run improvement shape 2 --experiment --goal 1 --cost-hours 60 --funding brief --hurts "who does not read in the first week never does"
run improvement commit 2 --metric product-measures --part "readers who come back" --better higher \
    --expect "10-25 %" --smallest "5 %" --guard throughput --guard-better higher --hypothesis "a guide through the first week brings readers back"
run brief ask 2 --ask "Sixty hours of the two of us, until the end of April"
run brief show 2
run brief answer 2 yes --role sponsor --reason "you stopped the last one when it did not work"

on 2026-04-20 "built: the guide"
exported
run sync
measured
run improvement start 2

on 2026-05-11 "three weeks later"
exported
run sync
measured
run improvement list --all
run ledger
run scorecard
run decision verify
