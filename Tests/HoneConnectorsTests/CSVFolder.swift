import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// A folder of its own for one test, with real files in it.
final class CSVFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/hone-csv-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String = "export.csv") throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func write(_ text: String, to name: String = "export.csv") throws { try write(Array(text.utf8), to: name) }

    /// Reads a file of the folder the way a workflow does: facts, then the cursor.
    func read(
        _ settings: CSVSettings, zone: ZoneTable = .utc, into log: MemoryFactLog = MemoryFactLog(),
        mask: @escaping @Sendable (String) -> String = { $0 }
    ) async throws -> CSVOutcome {
        let source = CSVSource(settings: settings, directory: path, zone: zone, digest: .plain, mask: mask)
        let cursor = await log.cursors().first { $0.origin == source.origin }
        let counts = CSVCounts()
        let reading = try await source.facts(since: cursor?.position) { batches in
            let count = try await log.append(batches, recordedAt: 0, cursor: nil)
            await counts.add(count, live: batches.reduce(0) { sum, batch in sum + (0..<batch.count).count { !batch.isRetracted($0) } })
        }
        if let position = reading.position {
            _ = try await log.append([], recordedAt: 0, cursor: SourceCursor(origin: source.origin, position: position, readAt: 0))
        }
        return await CSVOutcome(reading: reading, appended: counts.total, live: counts.live, log: log)
    }

    /// Reads `export.csv` the way a source of hone.yaml with these values does.
    func read(
        values: [String: SettingsValue], columns: [String: String], into log: MemoryFactLog = MemoryFactLog()
    ) async throws -> CSVOutcome {
        let table = SettingsValue.table(columns.mapValues(SettingsValue.text))
        return try await read(CSVSettings(values.merging(["columns": table]) { old, _ in old }, path: "export.csv"), into: log)
    }

    /// Reads text as `export.csv`.
    func read(_ text: String, columns: [String: String], dateFormat: String? = nil) async throws -> CSVOutcome {
        try write(text)
        return try await read(CSVSettings(csv: "export.csv", columns: columns, dateFormat: dateFormat))
    }
}

/// Sums what a log said.
actor CSVCounts {
    private(set) var total = AppendCount()
    private(set) var live = 0

    func add(_ count: AppendCount, live: Int) {
        total += count
        self.live += live
    }
}

struct CSVOutcome {
    let reading: SourceReading
    let appended: AppendCount
    /// Facts handed over that are not retractions.
    let live: Int
    let log: MemoryFactLog

    var codes: [String] { reading.diagnostics.map(\.code) }

    /// The known integers of a column, in the order of the facts.
    func integers(_ family: FactFamily, _ column: String) async throws -> [Int64] {
        try await facts(family).compactMap { fact in
            if case .integer(let number) = fact.values[column] { number } else { nil }
        }
    }

    /// The facts of a family with their values by column.
    func facts(_ family: FactFamily) async throws -> [(id: String, values: [String: FactValue])] {
        try await log.read(family).flatMap { batch in
            (0..<batch.count).map { row in
                let names = family.columns.map(\.name)
                return (
                    batch.id(row).replacing("|dates", with: ""),
                    Dictionary(zip(names, batch.row(row)), uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }
}

extension Digest {
    /// Good enough to tell files apart.
    static let plain = Digest(
        pseudonym: { $0 },
        fingerprint: { bytes in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return String(hash, radix: 16)
        })
}

/// SplitMix64: the same numbers in every run.
struct CSVRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// The data sets beside the checkout, which a clone elsewhere does not have.
enum CSVSharedData {
    static let folder: String? = {
        var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while url.path != "/" {
            url.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: url.path + "/Package.swift") {
                let data = url.deletingLastPathComponent().path + "/shared/data/real"
                return FileManager.default.fileExists(atPath: data) ? data : nil
            }
        }
        return nil
    }()

    static var isPresent: Bool { folder != nil }

    static func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: #require(folder) + "/" + name)))
    }
}
