import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// A folder of its own for one test, with exports of a Jira in it.
struct JiraFolder {
    private let folder: CSVFolder
    let log: MemoryFactLog

    init(log: MemoryFactLog = MemoryFactLog()) throws {
        folder = try CSVFolder()
        self.log = log
    }

    func write(_ text: String, to name: String = "issues.json") throws { try folder.write(text, to: name) }

    /// Gzip without compression: one stored block.
    func writePacked(_ text: String, to name: String = "issues.json.gz") throws {
        let bytes = Array(text.utf8)
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
        }
        let count = UInt16(bytes.count)
        func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
        let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        try folder.write(header + [1] + little(count) + little(~count) + bytes + little(~sum) + little(UInt32(bytes.count)), to: name)
    }

    /// Reads a file the way a workflow does: facts, then the cursor.
    func read(_ name: String = "issues.json") async throws -> CSVOutcome {
        let source = JiraSource(settings: JiraSettings(jira: name), directory: folder.path, digest: .plain)
        let cursor = await log.cursors().first { $0.origin == source.origin }
        let counts = CSVCounts()
        let reading = try await source.facts(since: cursor?.position) { batches in
            #expect(batches.allSatisfy { $0.origin == "jira" && $0.count <= 65_536 })
            let count = await log.append(batches, from: source.origin, recordedAt: 0, cursor: nil)
            await counts.add(count, live: batches.reduce(0) { $0 + $1.count })
        }
        if let position = reading.position {
            let cursor = SourceCursor(origin: source.origin, position: position, readAt: 0)
            _ = await log.append([], from: source.origin, recordedAt: 0, cursor: cursor)
        }
        return await CSVOutcome(reading: reading, appended: counts.total, live: counts.live, log: log)
    }

    func read(text: String) async throws -> CSVOutcome {
        try write(text)
        return try await read()
    }
}

extension CSVOutcome {
    /// Every text of every fact that was stored, identities included.
    func texts() async -> Set<String> {
        var texts: Set<String> = []
        for batch in await log.read(FactFamily.allCases).batches.values.flatMap({ Array($0) }) {
            texts.formUnion(batch.ids)
            for column in batch.family.columns where column.kind == .text { texts.formUnion(batch.texts(column.name).values) }
        }
        return texts
    }

    /// `key status time ordinal`, in order of the facts.
    func transitions() async throws -> [String] {
        try await facts(.transition).map { fact in
            guard case .text(let item) = fact.values["item"], case .text(let status) = fact.values["status"],
                case .integer(let at) = fact.values["changed_at"], case .integer(let ordinal) = fact.values["ordinal"]
            else { return "?" }
            return "\(item) \(status) \(Instant(rawValue: at)) \(ordinal)"
        }
    }
}

/// Issues typed by hand, made up.
enum JiraSample {
    /// As the Cloud writes it, newest change first, two of them within a second.
    static let cloud = """
        {"key": "SHOP-7", "fields": {
          "summary": "Ask Mary Quill about the basket", "issuetype": {"name": "Story"}, "status": {"name": "Done"},
          "resolution": {"name": "Fixed"}, "created": "2024-03-04T09:00:00.123+0100", "resolutiondate": "2024-03-08T16:30:00.000+0000",
          "labels": ["checkout", "mquill"], "components": [{"name": "Basket"}, {"name": "Payment"}], "timespent": 5400,
          "reporter": {"displayName": "Mary Quill", "emailAddress": "mquill@example.org", "accountId": "5:1", "accountType": "atlassian"},
          "customfield_10031": {"displayName": "Otto Zander", "active": true},
          "comment": {"comments": [{"author": {"displayName": "Ines Falke", "name": "ifalke"}, "body": "Yes."}]}},
         "changelog": {"startAt": 0, "maxResults": 3, "total": 3, "histories": [
          {"id": "12", "author": {"displayName": "Ines Falke"}, "created": "2024-03-08T16:30:00.900+0000",
           "items": [{"field": "resolution", "toString": "Fixed"},
                     {"field": "status", "fieldId": "status", "fromString": "Review", "toString": "Done"}]},
          {"id": "11", "created": "2024-03-08T16:30:00.100+0000",
           "items": [{"field": "status", "fieldId": "status", "fromString": "To Do", "toString": "Review"}]},
          {"id": "10", "created": "2024-03-05T08:00:00.000+0000",
           "items": [{"field": "assignee", "fieldId": "assignee", "fromString": "Piet Uhu", "toString": null}]}]}}
        """

    static func line(_ key: String, _ fields: String) -> String { "{\"key\":\"\(key)\",\"fields\":{\(fields)}}\n" }
}
