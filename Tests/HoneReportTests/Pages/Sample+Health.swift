import HoneFacts
import HoneLoop

extension Sample {
    /// Three checks of a team of seven: in the second "safety" was hidden, and before it "flow" had another text.
    static let healthRecord: HealthRecord = {
        let questions = HealthPack.current.questions
        let older = questions.map { $0.id == "flow" ? HealthQuestion(id: "flow", text: "Work flows here.") : $0 }
        let checks: [(id: String, day: String, questions: [HealthQuestion], cells: [String: String])] = [
            ("a", "2026-05-15", older, ["pace": "1 3 2 1 0 0", "teamwork": "0 1 2 3 1 0"]),
            ("b", "2026-08-14", questions, ["pace": "2 4 1 0 0 0", "safety": "", "teamwork": "0 0 2 4 1 0"]),
            ("c", "2026-11-20", questions, ["pace": "0 0 0 3 4 0", "quality": "0 1 2 2 0 2", "tools": ""]),
        ]
        var record = HealthRecord()
        for check in checks {
            let terms = HealthTerms(
                packVersion: 1, questions: check.questions, k: 5, teamSize: 7, allowsComments: true, sealingKey: "00")
            _ = record.take(Decision(.openHealthCheck, decidedAt: 0, subject: check.id, details: terms.details))
            var details = ["asked": "7", "answered": "7"]
            for question in check.questions {
                let cell = check.cells[question.id] ?? "0 1 1 3 2 0"
                if !cell.isEmpty { details["answers \(question.id)"] = cell }
            }
            _ = record.take(
                Decision(.closeHealthCheck, decidedAt: 0, subject: check.id, until: CalendarDay(iso: check.day), details: details))
        }
        return record
    }()

    static func health(_ number: Int = 3) -> HealthPicture? {
        guard let today = CalendarDay(iso: "2026-11-22"), let check = healthRecord.checks.first(where: { $0.number == number }) else {
            return nil
        }
        return HealthPicture(check, healthRecord, product: "Alloy", today: today, zone: "UTC")
    }
}
