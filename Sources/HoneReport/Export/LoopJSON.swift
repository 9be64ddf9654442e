import HoneFacts
package import HoneLoop

/// The loop as one JSON object. Times are hours.
package struct LoopJSON {
    let picture: LoopPicture

    package init(_ picture: LoopPicture) {
        self.picture = picture
    }

    package var json: JSON {
        .object(members + improvements + (picture.phased.map { [("phased", PhasedJSON($0).json)] } ?? []))
    }

    /// Absent where nobody has said what an improvement touches. The stage of those that touch none in particular is null.
    private var improvements: [(String, JSON)] {
        guard let coverage = picture.improvements else { return [] }
        let rows = (coverage.rows + [coverage.everywhere]).map { row in
            JSON.object(
                [("stage", .unlessEmpty(row.stage))]
                    + ImprovementCoverage.Step.allCases.map { (JSON.key($0.rawValue), .integer(row.counts[$0] ?? 0)) })
        }
        return [("improvements", .array(rows))]
    }

    private var members: [(String, JSON)] {
        [
            ("product", .text(picture.product)), ("lifeCycle", .text(picture.lifeCycle)), ("zone", .text(picture.zone)),
            ("today", .text(picture.today.description)), ("evidenceEndsOn", .optional(picture.evidenceEndsOn?.description)),
            ("source", .text(picture.source.id)), ("unit", .text("hours")),
            ("sentences", .array((LoopSentences(picture).all + [LoopSentences(picture).yearAgo]).map { .text($0) })),
            ("now", strip(picture.now)), ("yearAgo", picture.yearAgo.map(strip) ?? .null),
            (
                "joins",
                .array(
                    picture.coverage.map {
                        .object([
                            ("id", .text($0.id)), ("what", .text($0.what)), ("joined", .integer($0.joined)), ("of", .integer($0.of)),
                        ])
                    })
            ),
        ]
    }

    private func strip(_ strip: LoopStrip) -> JSON {
        .object([
            (
                "window",
                .object([("from", .text(strip.window.from.description)), ("to", .text(strip.window.to.description))])
            ), ("n", .integer(strip.n)), ("of", .integer(strip.of)),
            ("excluded", .object(strip.excluded.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
            ("cameBackItems", count(strip.reentered)), ("skippingItems", count(strip.skipped)),
            (
                "beforeStart",
                strip.beforeStart.map {
                    .object([("share", .number($0.share)), ("n", .integer($0.n)), ("of", .integer($0.of))])
                } ?? .null
            ), ("bottleneck", .optional(strip.bottleneck.flatMap { $0.isClear ? $0.first.name : nil })),
            ("mostTimeIn", .array((strip.bottleneck.map { $0.standsOut ? $0.all : [] } ?? []).map { .text($0.name) })),
            ("waitingShare", .optional(strip.waitingShare)),
            ("stages", .array(strip.stages.map { stage($0, strip) })),
        ])
    }

    private func stage(_ stage: LoopStage, _ strip: LoopStrip) -> JSON {
        let (fate, passage) = (stage.passage?.fate, stage.passage)
        return .object([
            ("name", .text(stage.name)), ("meaning", stage.meaning.isEmpty ? .null : .text(stage.meaning)),
            ("group", .text(stage.group.rawValue)), ("kind", .text(stage.kind.rawValue)), ("side", .text(stage.side.rawValue)),
            ("n", .integer(stage.n)), ("of", .integer(stage.of)), ("smallSample", .boolean(stage.isSmallSample)),
            ("median", .optional(stage.median)), ("p85", .optional(stage.p85)), ("p95", .optional(stage.p95)),
            ("totalHours", .number(stage.totalHours)), ("teamShare", .optional(strip.teamShare(of: stage))),
            (
                "visits",
                stage.visits.map {
                    .object([
                        ("count", .integer($0.count)), ("cameBack", .integer($0.cameBack)), ("skipped", .integer($0.skipped)),
                    ])
                } ?? .null
            ), ("entered", count(fate?.entered)), ("wentOnCount", count(fate?.wentOn)), ("droppedHere", count(fate?.droppedHere)),
            ("stillHere", count(fate?.stillHere)), ("neverLeftShare", .optional(fate?.neverLeft ?? nil)),
            ("leftCount", count(passage?.leftCount)), ("leftPerWeek", .optional(passage?.leftPerWeek)), ("inIt", count(passage?.inIt)),
        ])
    }

    private func count(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
}
