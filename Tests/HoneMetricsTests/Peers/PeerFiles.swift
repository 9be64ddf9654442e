import Foundation
import HoneFacts

@testable import HoneMetrics

/// Published cases of other tools, beside the checkout.
enum PeerFiles {
    static let folder = GitLogFile.folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("peers")

    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) }

    static func decoded<Value: Decodable>(_ type: Value.Type, _ path: String, isSnakeCase: Bool = false) throws -> Value {
        let decoder = JSONDecoder()
        if isSnakeCase { decoder.keyDecodingStrategy = .convertFromSnakeCase }
        return try decoder.decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// Rows of a CSV, by the names of its header.
    static func rows(_ path: String) throws -> [[String: String]] {
        let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for sign in text {
            if sign == "\"" {
                // A doubled quote opens again at once; the fields that are read hold none.
                isQuoted.toggle()
            } else if !isQuoted, sign == "," {
                fields.append(field)
                field = ""
            } else if !isQuoted, sign.isNewline {
                records.append(fields + [field])
                (fields, field) = ([], "")
            } else {
                field.append(sign)
            }
        }
        if !field.isEmpty || !fields.isEmpty { records.append(fields + [field]) }
        guard let header = records.first else { return [] }
        return records.dropFirst().map { fields in Dictionary(zip(header, fields)) { first, _ in first } }
    }

    /// A clock time as the peers write it: `2023-4-11 4:51:47`, or ISO with milliseconds.
    static func seconds(_ text: String) -> Int64? {
        if let instant = Instant(iso: text) { return instant.seconds }
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6, let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
        return Int64(day.number) * 86_400 + Int64(numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
    }
}

/// Facts of deployments and what was deployed, put together row by row.
struct PeerFacts {
    var deployments = FactBatch(.deployment, origin: "peer")
    var incidents = FactBatch(.incident, origin: "peer")
    var changes = FactBatch(.change, origin: "peer")
    private var commits: [String: FactBatch] = [:]
    private var tips: [String: String] = [:]
    private var last: Int64 = 0

    mutating func deploy(
        _ key: String, at seconds: Int64, status: String = "", service: String = "", environment: String = "", sha: String = "",
        commits: String = ""
    ) {
        last = max(last, seconds)
        deployments.append(
            id: key, integers: ["finished_at": seconds * 2],
            texts: [
                "key": key, "status": status, "service": service, "environment": environment, "sha": sha, "commits": commits,
            ])
    }

    mutating func incident(_ key: String, opened: Int64, resolved: Int64? = nil, service: String = "") {
        last = max(last, opened, resolved ?? 0)
        incidents.append(
            id: key, integers: ["opened_at": opened * 2, "resolved_at": resolved.map { $0 * 2 } ?? Instant.missing],
            texts: ["key": key, "service": service])
    }

    mutating func merge(_ key: String, opened: Int64? = nil, at seconds: Int64, sha: String) {
        last = max(last, seconds)
        changes.append(
            id: key, integers: ["opened_at": opened.map { $0 * 2 } ?? Instant.missing, "merged_at": seconds * 2],
            texts: ["key": key, "merge_sha": sha])
    }

    /// A commit of a repository; its newest commit is where the repository stands.
    mutating func commit(_ sha: String, parents: [String], at seconds: Int64, in repository: String) {
        last = max(last, seconds)
        commits[repository, default: FactBatch(.commit, origin: repository)].append(
            id: sha, integers: ["authored_at": seconds * 2, "committed_at": seconds * 2, "is_inside": 1, "is_bot": 0],
            texts: ["sha": sha, "parents": parents.joined(separator: " ")])
        tips[repository] = sha
    }

    /// Folded, with incidents laid to the latest deployment before them however long ago that was: the rule of most peers.
    func histories() -> (histories: Histories, context: MeasureContext) {
        let heads = tips.map { repository, sha -> FactBatch in
            var head = FactBatch(.head, origin: repository)
            head.append(id: "HEAD", integers: ["is_shallow": 0], texts: ["branch": "main", "sha": sha])
            return head
        }
        let tables = FactTables([
            .deployment: [deployments], .incident: [incidents], .change: [changes], .commit: Array(commits.values), .head: heads,
        ])
        let interpretation = Interpretation(delivery: DeliveryRule(incidentWindow: .unlimited))
        let end = interpretation.zone.day(atSeconds: last) + 1
        let window = Window(from: CalendarDay(number: -700_000), to: end)
        let now = interpretation.zone.startOfDay(end)
        return (
            fold(tables, interpretation, now: now), MeasureContext(interpretation: interpretation, window: window, now: now)
        )
    }
}

extension Metric {
    /// The rows of all time.
    func rows(_ histories: Histories, _ context: MeasureContext) -> MeasuredRows? {
        if case .rows(let rows) = measure(histories, context) { rows } else { nil }
    }
}
