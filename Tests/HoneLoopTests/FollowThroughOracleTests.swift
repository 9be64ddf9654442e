import Foundation
import HoneFacts
import Testing

@testable import HoneLoop

/// The golden actions of `retro_follow_through`, as the notes of the retrospectives that raised them.
private struct FollowThroughOracle: Decodable {
    struct Case: Decodable, CustomTestStringConvertible {
        let id: String
        let input: Input
        let expected: Expected
        var testDescription: String { id }
    }

    struct Input: Decodable {
        let actions: [Action]
        let asOf: String
    }

    struct Action: Decodable {
        let raised: String
        let due: String
        let status: String
        let done: String?
    }

    struct Expected: Decodable {
        let raised: Int
        let completionRate: Double
        let due: Int
        let onTimeRate: Double
        let openAgesDays: [Int]
    }

    let cases: [Case]

    static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/oracle/retro_follow_through.json")
    static let all: [Case] = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return (try? Data(contentsOf: file)).flatMap { try? decoder.decode(FollowThroughOracle.self, from: $0).cases } ?? []
    }()
}

@Suite(.enabled(if: !FollowThroughOracle.all.isEmpty, "retro_follow_through.json does not lie in ../shared/data/oracle"))
struct FollowThroughOracleTests {
    @Test(arguments: FollowThroughOracle.all)
    fileprivate func `what became of the golden actions`(golden: FollowThroughOracle.Case) throws {
        let today = try #require(CalendarDay(iso: golden.input.asOf))
        let days = Set(golden.input.actions.map(\.raised)).sorted()
        let notes = days.map { day in
            CeremonyNotes(
                heldOn: NotesReadingTests.day(day),
                items: golden.input.actions.enumerated().filter { $0.element.raised == day }.map { number, action in
                    let states: [String: CeremonyNotes.State] = ["done": .done, "withdrawn": .dropped]
                    return NotesReadingTests.item("action \(number)", states[action.status] ?? .open, on: action.done, due: action.due)
                })
        }
        let record = NotesReading(notes, after: ImprovementRecord(), now: 0).record
        let follow = LoopHealth(record, iterations: nil, today: today, zone: .utc).followThrough
        let expected = golden.expected
        #expect(follow.completion.of == expected.raised)
        #expect(abs(Double(follow.completion.count) / Double(follow.completion.of) - expected.completionRate) < 1e-9)
        #expect(follow.onTime.of == expected.due && follow.onTime.unknown == 0)
        #expect(abs(Double(follow.onTime.count) / Double(follow.onTime.of) - expected.onTimeRate) < 1e-9)
        #expect(follow.openAges.reversed() == expected.openAgesDays)
    }
}
