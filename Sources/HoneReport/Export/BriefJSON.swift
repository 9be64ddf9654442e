import HoneFacts
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
                brief.answer.map { answer in
                    .object([
                        ("answer", .text(answer.kind.rawValue)), ("reason", answer.reason.isEmpty ? .null : .text(answer.reason)),
                        ("until", .optional(answer.until?.description)), ("role", .text(answer.role)),
                        ("answeredAt", .integer(answer.answeredAt)), ("answeredOn", .optional(brief.answeredOn?.description)),
                    ])
                } ?? .null
            ), ("changes", .array(brief.changes.map { .text($0) })), ("outcome", .optional(brief.outcome)),
        ])
    }
}
