package import HoneFacts
package import HoneLoop

/// A brief as JSON.
package struct BriefJSON {
    let brief: Brief

    package init(_ brief: Brief) { self.brief = brief }

    package var json: JSON {
        .object([
            ("product", .text(brief.product)), ("improvement", .integer(brief.number)), ("title", .text(brief.title)),
            ("today", .text(brief.today.description)), ("stoodOn", .optional(brief.stoodOn?.description)),
            (
                "sections",
                .array(
                    brief.sections.map { section in
                        .object([
                            ("heading", .text(section.heading)), ("sentences", .array(section.sentences.map { .text($0) })),
                            ("examples", .array(section.examples.map { .text($0) })),
                        ])
                    })
            ),
            (
                "answer",
                brief.answer.map { Self.answer($0, on: brief.answeredOn) } ?? .null
            ), ("changes", .array(brief.changes.map { .text($0) })), ("outcome", .optional(brief.outcome)),
        ])
    }

    /// An answer to a brief.
    package static func answer(_ answer: BriefRequest.Answer, _ zone: ZoneTable) -> JSON {
        Self.answer(answer, on: zone.day(atSeconds: answer.answeredAt))
    }

    private static func answer(_ answer: BriefRequest.Answer, on day: CalendarDay?) -> JSON {
        .object([
            ("answer", .text(answer.kind.rawValue)), ("reason", .unlessEmpty(answer.reason)),
            ("until", .optional(answer.until?.description)), ("role", .text(answer.role)), ("answeredOn", .optional(day?.description)),
        ])
    }
}
