import HoneFacts
package import HoneLoop

/// A closed health check on a terminal. No line is wider than `width`.
package struct HealthText {
    let picture: HealthPicture
    let width: Int
    let isStyled: Bool

    package init(_ picture: HealthPicture, width: Int, isStyled: Bool) {
        (self.picture, self.width, self.isStyled) = (picture, width, isStyled)
    }

    package var text: String {
        let words = HealthWords(picture)
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(words.heading, weight: .bold)
        page.gap()
        let comparison = picture.beforeOn.map { ["since \(DayText.short($0))"] } ?? []
        let rows = picture.rows.map { row in
            [row.question.label] + HealthNumbers.cells(row.cell) + [words.agreeing(row)] + comparison.map { _ in words.moved(row) }
        }
        let table = TextTable(
            headers: ["statement"] + HealthNumbers.headers + ["agree"] + comparison, rows: rows, width: width, numeric: Set(1...6))
        page.append(table.text)
        page.gap()
        for row in picture.rows { page.labelled(row.question.label, row.question.text, at: 18, weight: nil) }
        page.gap()
        for note in words.notes { page.paragraph(note) }
        return page.text
    }
}

extension HealthText {
    /// What people wrote, for the team alone. Text of somebody else cannot steer the terminal.
    package static func comments(_ comments: [String], width: Int) -> String {
        var page = TerminalPage(width: width, isStyled: false)
        page.gap()
        page.paragraph(comments.isEmpty ? "No comments are kept here." : "COMMENTS, in no order, for the team alone")
        for comment in comments { page.labelled("-", comment, at: 2, weight: nil) }
        return page.text
    }

    /// What is said where a check is closed whose sheets nobody can open.
    package static func givenUp(_ check: HealthCheck, answered: Int, width: Int) -> String {
        var page = TerminalPage(width: width, isStyled: false)
        page.paragraph(
            answered > 0
                ? "Health check \(check.number) is closed, and its answers are given up: what \(answered) \(answered == 1 ? "person" : "people") answered could not be opened without the key, and is deleted. That they answered is kept, what they said is not."
                : "Health check \(check.number) is closed, and given up: no answers to it lie in this store. What was answered in the store where it was opened counts no longer."
        )
        page.paragraph("A new check can be opened: hone health open --team \(check.terms.teamSize)")
        return page.text
    }

    /// What is read out before anybody answers.
    package static func beforehand(_ terms: HealthTerms, width: Int) -> String {
        var page = TerminalPage(width: width, isStyled: false)
        page.paragraph(terms.isTeamOnly ? HealthWords.consent(terms) : HealthWords.promise(terms))
        return page.text
    }
}

/// How many said what, as cells of a table.
enum HealthNumbers {
    static let headers = ["1", "2", "3", "4", "5", "?"]

    /// Empty where too few answered.
    static func cells(_ cell: HealthCell?) -> [String] {
        cell.map { ($0.counts + [$0.cannotSay]).map(String.init) } ?? headers.map { _ in "" }
    }
}
