import HoneFacts
package import HoneLoop

/// A brief as text, for a terminal and as Markdown.
package struct BriefText {
    let brief: Brief
    let width: Int
    let isStyled: Bool

    package init(_ brief: Brief, width: Int, isStyled: Bool) {
        (self.brief, self.width, self.isStyled) = (brief, width, isStyled)
    }

    static let changesHeading = "Said after this answer"
    package static let choices = ["Yes", "Not now. Ask me again on …", "No, because …"]

    package var text: String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(brief.title, weight: .bold)
        page.paragraph("\(brief.product) · \(day)")
        for section in brief.sections {
            page.gap()
            page.paragraph(section.heading, weight: .bold)
            page.paragraph(section.sentences.joined(separator: " "), indent: 2)
            for example in section.examples { page.paragraph("- \(example)", indent: 4) }
        }
        page.gap()
        page.paragraph("Your answer", weight: .bold)
        for line in answer { page.paragraph(line, indent: 2) }
        if !brief.changes.isEmpty {
            page.gap()
            page.paragraph(Self.changesHeading, weight: .bold)
            page.paragraph(brief.changes.joined(separator: " "), indent: 2)
        }
        if let outcome = brief.outcome {
            page.gap()
            page.paragraph("What came of it", weight: .bold)
            page.paragraph(outcome, indent: 2)
        }
        // Behind the page that is handed on: whoever reads it needs no command.
        if brief.answer == nil, brief.isOpen {
            page.gap()
            page.paragraph("To record the answer: hone brief answer \(brief.number) yes --role \"product owner\"")
        } else if brief.answer != nil, brief.isOpen, !brief.changes.isEmpty {
            page.gap()
            page.paragraph("To ask again: hone brief ask \(brief.number) --ask \"...\"")
        }
        return page.text
    }

    /// What was answered, or what can be.
    var answer: [String] {
        guard let answer = brief.answer else {
            return brief.isOpen ? Self.choices.map { "[ ] \($0)" } : ["None was given before it began, or was over."]
        }
        let said = "said the \(answer.role)" + (brief.answeredOn.map { " on \(DayText.day($0))" } ?? "")
        let reason = answer.reason.isEmpty ? "." : ": \(answer.reason)"
        switch answer.kind {
        case .yes: return ["Yes, \(said)\(reason)"]
        case .no: return ["No, \(said)\(reason)"]
        case .notNow: return ["Not now, \(said); ask again on \(answer.until.map(DayText.day) ?? "another day")\(reason)"]
        }
    }

    /// The day that the numbers are of.
    var day: String {
        brief.stoodOn.map { "as it stood on \(DayText.day($0)), by what is known of those days today" } ?? DayText.day(brief.today)
    }

    package var markdown: String {
        var parts = ["# \(MarkdownText.escaped(brief.title))", MarkdownText.escaped("\(brief.product) · \(day)")]
        for section in brief.sections {
            parts.append("## \(MarkdownText.escaped(section.heading))")
            parts.append(MarkdownText.escaped(section.sentences.joined(separator: " ")))
            if !section.examples.isEmpty { parts.append(section.examples.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n")) }
        }
        parts += ["## Your answer", answer.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n")]
        if !brief.changes.isEmpty { parts += ["## \(Self.changesHeading)", MarkdownText.escaped(brief.changes.joined(separator: " "))] }
        if let outcome = brief.outcome { parts += ["## What came of it", MarkdownText.escaped(outcome)] }
        return parts.joined(separator: "\n\n")
    }
}
