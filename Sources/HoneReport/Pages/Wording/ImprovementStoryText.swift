import HoneFacts
package import HoneLoop

/// An improvement as a story for a tracker: so that everybody sees it among the other work.
package struct ImprovementStoryText {
    let improvement: Improvement
    let agreements: Agreements

    package init(_ improvement: Improvement, _ agreements: Agreements) {
        (self.improvement, self.agreements) = (improvement, agreements)
    }

    private var paragraphs: [(heading: String, text: String)] {
        var paragraphs: [(String, String)] = []
        if let shape = improvement.shape {
            if !shape.hurts.isEmpty { paragraphs.append(("What hurts", shape.hurts)) }
            if let goal = agreements.goal(id: shape.goal) { paragraphs.append(("Goal it serves", goal.outcome)) }
            paragraphs.append(("Kind", ImprovementWords.kind(shape)))
        }
        if let terms = improvement.terms {
            paragraphs.append(("What we believe", terms.hypothesis))
            paragraphs.append(("What we expect", ImprovementWords.expectation(terms)))
            paragraphs.append(("What must not suffer", ImprovementWords.name(terms.guarding)))
        }
        if let cost = improvement.terms?.costHours ?? improvement.shape?.costHours {
            paragraphs.append(("What it may take", "about \(ValueText.short(cost)) hours"))
        }
        return paragraphs
    }

    /// A heading, a paragraph each, and the number by which Hone knows it.
    package var markdown: String {
        let body = paragraphs.map { "**\($0.heading):** \(MarkdownText.escaped($0.text))" }
        return (["# \(MarkdownText.escaped(improvement.title))"] + body + ["Improvement \(improvement.number) in Hone."])
            .joined(separator: "\n\n")
    }

    /// Fields that trackers import: summary, description, labels.
    package var json: JSON {
        let description = paragraphs.map { "\($0.heading): \($0.text)" }.joined(separator: "\n")
        let labels = ["improvement"] + [improvement.shape?.kind?.rawValue].compactMap(\.self)
        return .object([
            ("summary", .text(improvement.title)), ("description", .text(description)), ("labels", .array(labels.map { .text($0) })),
            ("improvement", .integer(improvement.number)),
        ])
    }
}
