package import HoneLoop

/// The sheet of a ceremony, for a terminal, a printer or a program.
package struct CeremonySheetText {
    let sheet: CeremonySheet
    let width: Int
    let isStyled: Bool

    package init(_ sheet: CeremonySheet, width: Int, isStyled: Bool) {
        (self.sheet, self.width, self.isStyled) = (sheet, width, isStyled)
    }

    package var text: String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(sheet.title, weight: .bold)
        for section in sheet.sections {
            page.gap()
            page.paragraph(section.heading, weight: .bold)
            for line in section.lines { page.labelled("-", line, at: 4, indent: 2, weight: nil) }
        }
        return page.text
    }

    package var markdown: String {
        let sections = sheet.sections.flatMap { section in
            ["## \(MarkdownText.escaped(section.heading))", section.lines.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n")]
        }
        return (["# \(MarkdownText.escaped(sheet.title))"] + sections).joined(separator: "\n\n")
    }

    package var json: JSON {
        .object([
            ("title", .text(sheet.title)),
            (
                "sections",
                .array(
                    sheet.sections.map {
                        .object([("heading", .text($0.heading)), ("lines", .array($0.lines.map { .text($0) }))])
                    })
            ),
        ])
    }
}
