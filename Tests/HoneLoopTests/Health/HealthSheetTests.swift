import Testing

@testable import HoneLoop

@Suite struct HealthSheetTests {
    static let questions = HealthPack.current.questions

    @Test func `a sheet is read back, and every sheet has as many bytes`() throws {
        let texts = ["1234512345", "??????????", "5555555555"]
        let comments = ["", "The build is slow.", String(repeating: "é", count: 250)]
        var lengths: Set<Int> = []
        for (text, comment) in zip(texts, comments) {
            let sheet = try HealthSheet(answers: text.compactMap { HealthAnswer(String($0)) }, comment: comment, to: Self.questions)
            #expect(HealthSheet(bytes: sheet.bytes, questionCount: 10) == sheet)
            #expect(HealthSheet(bytes: sheet.bytes, questionCount: 9) == nil)
            lengths.insert(sheet.bytes.count)
        }
        #expect(lengths == [640])
        #expect(HealthSheet(bytes: [UInt8](repeating: 7, count: 640), questionCount: 10) == nil)
        #expect(HealthSheet(bytes: [], questionCount: 10) == nil)
    }

    @Test func `too few answers and too long a comment are refused`() throws {
        let two = [HealthAnswer.level(1), .cannotSay]
        #expect(throws: Refusal.self) { try HealthSheet(answers: two, to: Self.questions) }
        let ten = [HealthAnswer](repeating: .level(3), count: 10)
        #expect(throws: Refusal.self) {
            try HealthSheet(answers: ten, comment: String(repeating: "x", count: 501), to: Self.questions)
        }
    }

    @Test func `the longest check fits into a sheet`() throws {
        let questions = (0..<HealthPack.most).map { HealthQuestion(id: "q\($0)", text: "Q.") }
        let answers = questions.map { _ in HealthAnswer.level(5) }
        let sheet = try HealthSheet(answers: answers, comment: String(repeating: "x", count: 500), to: questions)
        #expect(sheet.bytes.count == 640 && HealthSheet(bytes: sheet.bytes, questionCount: questions.count) == sheet)
    }

    @Test(arguments: ["0", "6", "", "4.5", "yes", "44"]) func `what is no answer is none`(text: String) {
        #expect(HealthAnswer(text) == nil)
    }

    @Test func `a team's own statements stand behind those of the pack`() throws {
        let text = "# ours\n\nmeetings: Our meetings are worth their time.\non-call:  Nobody fears the night.  \n"
        let questions = try HealthPack.current.adding(text, file: "ours.txt")
        #expect(questions.count == 12 && questions[11] == HealthQuestion(id: "on-call", text: "Nobody fears the night."))
        for wrong in ["Meetings: Yes.", "x", "x:", "flow: Again.", ": y", "a b: c", "x: " + String(repeating: "y", count: 161)] {
            let error = #expect(throws: Refusal.self) { try HealthPack.current.adding("ok: Fine.\n" + wrong, file: "ours.txt") }
            #expect(error?.sentences.first?.hasPrefix("ours.txt:2: ") == true, "\(wrong)")
        }
        let many = (0..<15).map { "q\($0): A statement." }.joined(separator: "\n")
        #expect(throws: Refusal.self) { try HealthPack.current.adding(many, file: "ours.txt") }
    }

    @Test func `the statements of the pack are short, of one sentence and about the team`() {
        #expect(Self.questions.count == 10 && Set(Self.questions.map(\.id)).count == 10)
        for question in Self.questions {
            #expect(
                question.text.split(separator: " ").count <= 16 && question.text.last == "."
                    && question.text.count(where: { $0 == "." }) == 1)
        }
    }
}
