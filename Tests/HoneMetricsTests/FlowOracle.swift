import Foundation
import HoneFacts
import Testing

/// The golden cases of `flow_events`, read where they lie beside the project.
struct FlowOracle: Decodable {
    let cases: [Case]

    struct Case: Decodable, CustomTestStringConvertible {
        let id: String
        let input: Input
        let expected: Expected
        var testDescription: String { id }
    }

    struct Input: Decodable {
        let timeZone: String
        let stages: [StageEntry]
        let commitmentStage: String
        let asOf: String
        let window: [String]
        let items: [Item]
    }

    struct StageEntry: Decodable {
        let name: String
        let kind: String
    }

    struct Item: Decodable {
        let id: String
        let type: String
        let created: String
        let transitions: [Transition]
        let blocked: [Block]?
    }

    struct Transition: Decodable {
        let at: String
        let to: String
    }

    struct Block: Decodable {
        let from: String
        let to: String?
    }

    struct Expected: Decodable {
        let items: [ExpectedItem]
        let daily: [Day]
        let aggregate: Aggregate
    }

    struct ExpectedItem: Decodable {
        let id: String
        let started: String?
        let finished: String?
        let cancelled: Bool
        let returnedToBacklog: Bool
        let reopens: Int
        let leadTimeDays: Int?
        let cycleTimeDays: Int?
        let cycleTimeElapsedHours: Double?
        let leadTimeElapsedHours: Double?
        let activeSeconds: Double?
        let blockedSeconds: Double?
        let inProcessSeconds: Double?
        let stageSeconds: [String: Double]
    }

    struct Day: Decodable {
        let date: String
        let wipEndOfDay: Int
        let throughput: Int
        let totalAgeDays: Int
    }

    struct Aggregate: Decodable {
        let itemsDoneInWindow: Int
        let cycleTimePercentilesNearestRank: [String: Int]
        let avgCycleTime: Double
        let flowEfficiencyRatioOfSums: Double
        let flowDistribution: [String: Int]
        let avgWipTouched: Double
        let sleAttainment: [String: Double]
        let littlesLaw: LittlesLaw
    }

    struct LittlesLaw: Decodable {
        let avgWip: Double
        let throughputXCycleTime: Double
    }

    static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/oracle/flow_events.json")

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    static let all: [Case] = (try? Data(contentsOf: file)).flatMap { try? decoder.decode(FlowOracle.self, from: $0).cases } ?? []
    static let isPresent = FileManager.default.fileExists(atPath: file.path)

    /// Summer time of 2024, which is all that the cases touch.
    static let berlin = ZoneTable(
        name: "Europe/Berlin", changes: [(Int64.min / 4, 3600), (1_711_846_800, 7200), (1_729_990_800, 3600)])
}

extension FlowOracle.Case {
    var interpretation: Interpretation {
        let stages = input.stages.compactMap { entry in Stage.Kind(rawValue: entry.kind).map { Stage(name: entry.name, kind: $0) } }
        return Interpretation(
            zone: input.timeZone == "UTC" ? .utc : FlowOracle.berlin, stages: StageMap(stages, commitment: input.commitmentStage),
            workKindRules: [WorkKindRule(kind: .bug, types: ["defect"]), WorkKindRule(kind: .refactoring, types: ["debt"])])
    }

    var now: Int64 { Instant(iso: input.asOf)?.seconds ?? 0 }

    var facts: FactTables {
        var items = FactBatch(.item, origin: "oracle")
        var transitions = FactBatch(.transition, origin: "oracle")
        var blocks = FactBatch(.block, origin: "oracle")
        func raw(_ text: String) -> Int64 { Instant(iso: text)?.rawValue ?? Instant.missing }
        for item in input.items {
            items.append(
                id: item.id, integers: ["requested_at": raw(item.created)],
                texts: ["key": item.id, "type": item.type, "shape": "transitions"])
            for (ordinal, transition) in item.transitions.enumerated() {
                transitions.append(
                    id: "\(item.id) \(ordinal)", integers: ["changed_at": raw(transition.at), "ordinal": Int64(ordinal)],
                    texts: ["item": item.id, "status": transition.to])
            }
            for (number, block) in (item.blocked ?? []).enumerated() {
                blocks.append(
                    id: "\(item.id) \(number)",
                    integers: ["blocked_at": raw(block.from), "unblocked_at": block.to.map(raw) ?? Instant.missing],
                    texts: ["item": item.id])
            }
        }
        return FactTables([.item: [items], .transition: [transitions], .block: [blocks]])
    }
}
