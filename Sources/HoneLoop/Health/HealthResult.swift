/// What is left of a health check when it is closed: all that anybody will ever see of it.
///
/// A statement that fewer than k people gave a number to has no cell, and its "can't say" is hidden with it, so that nothing can be
/// found out by subtracting. No total over statements exists for the same reason.
package struct HealthResult: Sendable, Equatable {
    /// How many were given a token, and how many used it.
    package let asked: Int
    package let answered: Int
    /// One for each statement, in their order; nil where too few answered.
    package let cells: [HealthCell?]

    /// Nil where a cell stands on fewer than `k`, or on more people than answered: such a result is not taken, whoever wrote it.
    package init?(asked: Int, answered: Int, cells: [HealthCell?], k: Int) {
        guard answered <= asked, answered >= 0,
            cells.allSatisfy({ cell in cell.map { $0.n >= k && $0.n + $0.cannotSay == answered } ?? true })
        else { return nil }
        (self.asked, self.answered, self.cells) = (asked, answered, cells)
    }

    /// Sheets that nobody can open.
    init(nothingOf answered: Int, asked: Int, to questions: [HealthQuestion]) {
        (self.asked, self.answered) = (max(asked, answered), answered)
        cells = questions.map { _ in nil }
    }

    /// Counts sheets, and leaves out what may not be seen.
    package init(_ sheets: [HealthSheet], to questions: [HealthQuestion], asked: Int, k: Int) {
        (self.asked, answered) = (max(asked, sheets.count), sheets.count)
        cells = questions.indices.map { place in
            let cell = HealthCell(sheets.map { $0.answers[place] })
            return cell.n >= k ? cell : nil
        }
    }
}

extension HealthResult {
    /// As the decision that closes a check holds it.
    func details(_ questions: [HealthQuestion]) -> [String: String] {
        var details = ["asked": String(asked), "answered": String(answered)]
        for (question, cell) in zip(questions, cells) {
            if let cell { details["answers \(question.id)"] = cell.recorded }
        }
        return details
    }

    /// Nil where the details are none, or say more than may be said.
    init?(_ details: [String: String], to questions: [HealthQuestion], k: Int) {
        guard let asked = details["asked"].flatMap({ Int($0) }), let answered = details["answered"].flatMap({ Int($0) }) else { return nil }
        var cells: [HealthCell?] = []
        for question in questions {
            let text = details["answers \(question.id)"]
            let cell = text.flatMap { HealthCell(recorded: $0) }
            guard (text == nil) == (cell == nil) else { return nil }
            cells.append(cell)
        }
        guard details.count == 2 + cells.count(where: { $0 != nil }) else { return nil }
        self.init(asked: asked, answered: answered, cells: cells, k: k)
    }
}

/// What is kept of a team that is smaller than k, for itself alone: a median a statement. It is in no decision and in no export.
package struct HealthMedians: Sendable, Equatable {
    /// In the order of the statements; nil where nobody gave a number.
    package let values: [Double?]

    package init(values: [Double?]) { self.values = values }

    /// Fewer than two sheets would be somebody's answers.
    package static let least = 2

    package init?(_ sheets: [HealthSheet], questionCount: Int) {
        guard sheets.count >= Self.least else { return nil }
        values = (0..<questionCount).map { place in
            let cell = HealthCell(sheets.map { $0.answers[place] })
            return cell.n >= Self.least ? cell.median : nil
        }
    }
}
