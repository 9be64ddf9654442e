import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Random steps of one kind of ceremony, in the order of their days, against a count that knows only the rule of seven days.
@Suite struct CeremonyRecordLawTests {
    static let start = CalendarDay(iso: "2026-01-05") ?? CalendarDay(number: 0)

    @Test(arguments: 0..<200)
    func `each one that is opened ends in one way only: held, skipped, lapsed, or it is open still`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var record = CeremonyRecord()
        var (day, opened, heldInTime, skippedInTime) = (Self.start, 0, 0, 0)
        /// The day of the one that runs.
        var running: CalendarDay?
        for _ in 0..<60 {
            day = day + Int(random.next() % 6)
            let subject = Ceremony(.retrospective, heldOn: day).subject
            let isInTime = running.map { day - $0 <= 7 } ?? false
            switch random.next() % 4 {
            case 0, 1:
                let isTaken = record.take(Decision(.openCeremony, decidedAt: 0, subject: subject))
                #expect(isTaken == !isInTime)
                guard isTaken else { continue }
                (running, opened) = (day, opened + 1)
            case 2:
                let isTaken = record.take(Decision(.holdCeremony, decidedAt: 0, subject: subject))
                #expect(isTaken)
                guard isInTime else { continue }
                (running, heldInTime) = (nil, heldInTime + 1)
            default:
                let isTaken = record.take(Decision(.skipCeremony, decidedAt: 0, subject: subject, reason: "the season"))
                #expect(isTaken)
                guard isInTime else { continue }
                (running, skippedInTime) = (nil, skippedInTime + 1)
            }
        }
        #expect(record.open[.retrospective]?.openedOn == running)
        #expect(record.lapsed.count == opened - heldInTime - skippedInTime - (running == nil ? 0 : 1))
        for lapsed in record.lapsed {
            // Strictly after: on its own day another one may have been held before it was opened.
            #expect(!record.held.contains { $0.heldOn > lapsed.openedOn && $0.heldOn <= lapsed.openedOn + 7 })
        }
    }

    @Test func `nothing but a count of people is kept, and no count that cannot be one`() {
        var record = CeremonyRecord()
        for (place, text) in ["6", "0", "-3", "six", "Ada, Grace"].enumerated() {
            let subject = Ceremony(.review, heldOn: Self.start + place).subject
            _ = record.take(Decision(.holdCeremony, decidedAt: 0, subject: subject, details: ["attended": text]))
        }
        #expect(record.held.count == 5)
        #expect(record.attended == [Ceremony(.review, heldOn: Self.start): 6])
    }

    @Test func `a list of many counts keeps the last twelve, and says how many were before`() {
        var record = CeremonyRecord()
        for week in 0..<15 {
            let subject = Ceremony(.retrospective, heldOn: Self.start + 7 * week).subject
            _ = record.take(Decision(.holdCeremony, decidedAt: 0, subject: subject, details: ["attended": "\(week + 1)"]))
        }
        let attendance = CeremonyAttendance(record, of: record.held)
        #expect(attendance.text == "4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 came (oldest first), 3 before these")
        #expect(attendance.unsaid == 0)
    }
}
