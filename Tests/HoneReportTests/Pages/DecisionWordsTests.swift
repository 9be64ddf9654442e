import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneReport

/// The decision log as people read it.
@Suite struct DecisionWordsTests {
    static let day = CalendarDay(iso: "2026-12-01") ?? CalendarDay(number: 0)
    /// A quarter to midnight of 16 November 2026 in UTC: the next day an hour further east.
    static let late = (Instant(iso: "2026-11-16T23:45:00Z") ?? Instant(seconds: 0)).seconds

    static func words(_ decisions: [Decision], zone: ZoneTable = .utc) async -> DecisionWords {
        let log = MemoryDecisionLog(writer: "w", digest: .forTests)
        for decision in decisions { await log.append(decision) }
        return DecisionWords(await log.entries(), zone: zone)
    }

    /// Whatever a day is to a decision, it has the word for that.
    @Test func `each day has the word that fits it`() {
        let words: [Decision.Verb: String] = [
            .addGate: "planned for", .moveGate: "planned for", .setReserve: "from", .raidReserve: "on", .askedForPeopleData: "on",
            .closeHealthCheck: "on",
            .finishImprovement: "on",
            .carryImprovement: "listed again on", .noteImprovement: "due", .dropImprovement: "since", .putInForce: "since",
            .notAKPI: "until", .park: "until", .answerBrief: "until", .watchKPI: "until",
        ]
        for (verb, word) in words {
            #expect(DecisionWords.day(Decision(verb, decidedAt: 0, until: Self.day)) == "\(word) 2026-12-01", "\(verb)")
            #expect(DecisionWords.day(Decision(verb, decidedAt: 0)) == "", "\(verb)")
        }
        for verb in [Decision.Verb.openGate, .closeGate, .skipGate] {
            #expect(DecisionWords.day(Decision(verb, decidedAt: 0, until: Self.day)) == "", "\(verb)")
        }
    }

    @Test func `what it is about has its number, a version its letter, and a mark is not shown`() async {
        let words = await Self.words([
            Decision(.note, decidedAt: 0, text: "it hurts"),
            Decision(.park, decidedAt: Self.late, role: "product owner", subject: "w:1", reason: "not now", until: Self.day),
            Decision(.join, decidedAt: 1, role: "product", subject: "a-long-mark"),
            Decision(.agree, decidedAt: 2, role: "product", subject: "w:9", text: "2"),
            Decision(.raidReserve, decidedAt: 3, role: "sponsor", reason: "the fair", until: Self.day),
        ])
        #expect(words.rows[0] == ["1970-01-01", "team", "note", "", "it hurts"])
        #expect(words.rows[1] == ["2026-11-16", "product owner", "park", "improvement 1", "not now; until 2026-12-01"])
        #expect(words.rows[2][3].isEmpty && !words.rows[2].contains { $0.contains("mark") })
        #expect(words.rows[3][4].hasPrefix("v2"))
        #expect(words.rows[4] == ["1970-01-01", "sponsor", "raid-reserve", "", "the fair; on 2026-12-01"])
        #expect(words.rows.allSatisfy { $0.count == DecisionWords.headers.count })
    }

    @Test func `a decision that was not possible is listed, and said to change nothing`() async {
        let words = await Self.words([
            Decision(.note, decidedAt: 0, text: "it hurts"), Decision(.decline, decidedAt: 1, subject: "w:1", reason: "too dear"),
            Decision(.park, decidedAt: 2, subject: "w:1", reason: "later", until: Self.day),
        ])
        let marked = words.rows.map { $0[4].hasSuffix("(changes nothing: not possible then)") }
        #expect(marked == [false, false, true] && words.rows[2][4].hasPrefix("later; until 2026-12-01; ("))
        let json = words.json.line
        #expect(json.contains("\"changesNothing\":true") && json.contains("\"day\":\"2026-12-01\",\"dayIs\":\"until\""))
        #expect(json.contains("\"day\":null,\"dayIs\":null"))
    }

    @Test func `a baseline says how many lines it holds`() async {
        let two = ["line A": "- - 3", "line B": "- - 4", "phase A": "Design"]
        let words = await Self.words([
            Decision(.setBaseline, decidedAt: 0, role: "sponsor", details: two),
            Decision(.rebaseline, decidedAt: 1, role: "sponsor", reason: "the supplier is late", details: ["line A": "- - 5"]),
        ])
        #expect(words.rows.map { $0[4] } == ["2 lines of the plan", "the supplier is late; 1 line of the plan"])
    }
}
