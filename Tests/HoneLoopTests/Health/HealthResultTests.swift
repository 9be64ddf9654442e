import HoneStatistics
import Testing

@testable import HoneLoop

/// What may be seen of a health check (I11), as laws over made-up teams.
@Suite struct HealthResultTests {
    static let questions = ["a", "b", "c"].map { HealthQuestion(id: $0, text: "Statement \($0).") }

    static func sheet(_ text: String, to questions: [HealthQuestion] = questions) throws -> HealthSheet {
        try HealthSheet(answers: text.compactMap { HealthAnswer(String($0)) }, to: questions)
    }

    /// Sheets of random answers, a third of them "can't say".
    static func sheets(_ count: Int, _ generator: inout SeededGenerator) throws -> [HealthSheet] {
        try (0..<count).map { _ in
            try HealthSheet(
                answers: questions.map { _ in
                    let drawn = generator.index(below: 8)
                    return drawn < 5 ? .level(drawn + 1) : .cannotSay
                }, to: questions)
        }
    }

    @Test func `a statement that fewer than five gave a number to has no cell, and its can't say goes with it`() throws {
        let sheets = try ["12?", "23?", "345", "44?", "554"].map { try Self.sheet($0) }
        let result = HealthResult(sheets, to: Self.questions, asked: 7, k: 5)
        #expect(result.asked == 7 && result.answered == 5)
        #expect(result.cells[0]?.counts == [1, 1, 1, 1, 1] && result.cells[1]?.counts == [0, 1, 1, 2, 1])
        #expect(result.cells[2] == nil)
        let details = result.details(Self.questions)
        #expect(details == ["asked": "7", "answered": "5", "answers a": "1 1 1 1 1 0", "answers b": "0 1 1 2 1 0"])
    }

    @Test(arguments: [3, 4, 5, 8]) func `nothing that is kept stands on fewer than k, and no sum gives it away`(k: Int) throws {
        var generator = SeededGenerator(seed: UInt64(k))
        for _ in 0..<200 {
            let sheets = try Self.sheets(generator.index(below: 14), &generator)
            let result = HealthResult(sheets, to: Self.questions, asked: sheets.count + 1, k: k)
            let details = result.details(Self.questions)
            for (place, cell) in result.cells.enumerated() {
                let answered = sheets.count { $0.answers[place] != .cannotSay }
                #expect((cell == nil) == (answered < k))
                #expect(cell.map { $0.n == answered && $0.n + $0.cannotSay == sheets.count } ?? true)
                if cell == nil {
                    #expect(
                        !details.keys.contains {
                            $0.contains(Self.questions[place].id + " ") || $0.hasSuffix(" \(Self.questions[place].id)")
                        })
                }
            }
            // Besides the cells that are shown there are two numbers, and neither is a sum over statements.
            #expect(details.count == 2 + result.cells.count { $0 != nil })
            #expect(HealthResult(details, to: Self.questions, k: k) == result)
        }
    }

    @Test(arguments: [
        ["answers a": "1 1 1 1 0 1"], ["answers a": "1 1 1 1 1 1"], ["answers a": "5"], ["answers a": "-1 2 2 1 1 0"],
        ["answers d": "1 1 1 1 1 0"], ["sheet 1": "1 2 3"],
    ])
    func `a result that says more than may be said is not taken, whoever wrote it`(more: [String: String]) {
        let details = ["asked": "5", "answered": "5"].merging(more) { $1 }
        #expect(HealthResult(details, to: Self.questions, k: 5) == nil)
        #expect(HealthResult(["asked": "5", "answered": "5"], to: Self.questions, k: 5) != nil)
        #expect(HealthResult(["asked": "4", "answered": "5"], to: Self.questions, k: 5) == nil)
    }

    @Test func `intervals of small teams are wide, and a median of five has none`() throws {
        let cell = try #require(HealthCell(counts: [0, 1, 2, 3, 1], cannotSay: 0))
        let interval = try #require(cell.interval)
        // Wilson's formula by hand in Python: 4 of 7.
        #expect(abs(interval.lower - 0.250458) < 1e-5 && abs(interval.upper - 0.841780) < 1e-5)
        #expect(cell.median == 4 && cell.medianInterval?.lower == 2 && cell.medianInterval?.upper == 5)
        let five = try #require(HealthCell(counts: [0, 1, 1, 2, 1], cannotSay: 2))
        #expect(five.median == 4 && five.medianInterval == nil)
    }

    @Test func `of a team that is too small only medians are kept, and of one sheet nothing`() throws {
        let sheets = try ["123", "34?", "52?"].map { try Self.sheet($0) }
        #expect(HealthMedians(sheets, questionCount: 3)?.values == [3, 2, nil])
        #expect(HealthMedians(Array(sheets.prefix(1)), questionCount: 3) == nil)
    }
}
