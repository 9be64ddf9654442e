import HoneLoop
import HoneMetrics
import HoneStatistics

/// Whether room is kept for improving, what waits for an answer, and what cannot be said.
extension ScorecardPage {
    static func improvement(_ scorecard: Scorecard) -> Node {
        let words = ScorecardWords(scorecard)
        let share = scorecard.improvement.share
        // Beside the bar stands what it shows; what is longer has the whole width.
        let head = [
            Tag.p([.class: "lead"], .text(words.share)),
            Tag.p(
                .text(words.reserve + (words.met.map { ", \($0)" } ?? "") + " · "),
                Tag.a([.href: "#\(share.metric)"], "definition and numbers"), " · ",
                Tag.a([.href: "improvements.html"], "improvements and ledger")),
        ]
        var sentences = words.reservePeriods.map { Tag.p(.text("\($0.label): \($0.text)")) }
        if !words.reserveStep.isEmpty { sentences.append(Tag.p(next(words.reserveStep))) }
        if let noted = scorecard.improvement.fromCeremonies { sentences.append(Tag.p(.text(noted))) }
        if !scorecard.improvement.running.isEmpty {
            sentences.append(
                Tag.dl(
                    [.class: "pairs"],
                    scorecard.improvement.running.map { running in
                        Tag.div(
                            Tag.dt(.text(running.label)),
                            Tag.dd(.text(running.text + (running.next.isEmpty ? "" : " ")), next(running.next)))
                    }))
        }
        if let check = scorecard.improvement.healthCheck { sentences.append(Tag.p(.text("health check: \(check)"))) }
        sentences.append(Tag.h3(.text(words.waiting)))
        if words.notes.isEmpty {
            sentences.append(Tag.p([.class: "soft"], "Anyone may add one. ", next("hone note \"…\"")))
        } else {
            sentences.append(
                Tag.ul(
                    [.class: "notes"],
                    words.notes.map { Tag.li(.text($0.text), " ", Tag.span([.class: "age"], .text($0.age))) }))
        }
        let bar = shareBar(scorecard).map { [Tag.figure($0)] } ?? []
        return block(
            "improvement", "Improvement",
            [Tag.div([.class: "beside"], [Tag.div([.class: "sentences"], head)] + bar), Tag.div([.class: "sentences"], sentences)])
    }

    /// The share of improvement work against the reserve floor; nil where neither a value nor a range is known.
    static func shareBar(_ scorecard: Scorecard) -> Node? {
        let (share, used) = (scorecard.improvement.share, scorecard.improvement.used)
        // In the unit that the reserve is counted in.
        let value = used.map(\.share) ?? share.value
        let range = used.map(\.range) ?? share.interval.flatMap { $0.lower <= $0.upper ? $0.lower...$0.upper : nil }
        let isKnown = used.map { $0.missing == nil } ?? share.isAvailable
        guard isKnown, value != nil || range != nil else { return nil }
        return ShareBars(
            title: "Improvement work against the reserve floor",
            rows: [.init(label: "improvement", share: value, range: range, style: .solid)],
            floor: scorecard.improvement.reserveFloor,
            whole: used.map { "\(ValueText.short($0.all)) \(ReserveWords.noun($0.unit))" } ?? "\(ValueText.grouped(share.n)) finished"
        ).node
    }

    static func threeLines(_ scorecard: Scorecard) -> Node {
        let lines = ScorecardWords(scorecard).threeLines
        return block(
            "three-questions", "Three questions",
            [Tag.dl([.class: "pairs"], lines.map { Tag.div(Tag.dt(.text($0.label)), Tag.dd(.text($0.text))) })])
    }

    static func cannotSay(_ scorecard: Scorecard) -> Node {
        guard !scorecard.cannotSay.isEmpty else {
            return block("cannot-say", "Cannot say", [Tag.p("Nothing on this page is missing for lack of evidence.")])
        }
        let groups = ScorecardWords(scorecard).gaps.map { group -> Node in
            let isOne = group.rows.count == 1
            let rows = group.rows.map { gap in
                Tag.div(Tag.dt(.text(gap.what)), Tag.dd(Tag.p(.text(gap.why + " "), isOne ? next(gap.next) : .nothing)))
            }
            let step = isOne || group.next.isEmpty ? Node.nothing : Tag.p([.class: "soft"], "For all of these: ", next(group.next))
            return .group([Tag.dl([.class: "pairs"], rows), step])
        }
        return block("cannot-say", "Cannot say", groups)
    }
}
