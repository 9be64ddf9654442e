import Foundation
import HoneFacts
import Synchronization
import Testing

@testable import HoneConnectors

/// Printed logs of real projects. The expected numbers were counted in the files by another program.
@Suite(.enabled(if: CSVSharedData.isPresent), .serialized) struct GitLogRealFilesTests {
    struct Project: CustomTestStringConvertible, Sendable {
        let name: String
        var commits = 0, files = 0, added: Int64 = 0, tags = 0, numbered = 0, keyed = 0
        /// Tags that name commits the log does not hold.
        var outside = 0
        var testDescription: String { name }
    }

    private static let projects = [
        Project(name: "secp256k1", commits: 2_866, files: 5_148, added: 215_365, tags: 12, numbered: 950, keyed: 4),
        Project(
            name: "titanium-aloy", commits: 4_388, files: 22_509, added: 570_301, tags: 163, numbered: 687, keyed: 1_109, outside: 56),
        Project(name: "titanium-daemon", commits: 1_937, files: 12_736, added: 632_557, tags: 341, numbered: 503, keyed: 310, outside: 3),
        Project(name: "ietf-mls-protocol", commits: 1_233, files: 951, added: 39_500, tags: 23, numbered: 483, keyed: 1),
    ]

    private func sync(_ project: String) async throws -> GitSync {
        let settings = GitLogSettings(log: "git-log-numstat.tsv.gz", tags: "git-tags.tsv")
        let folder = try #require(CSVSharedData.folder) + "/projects/" + project
        let source = GitLogSource(settings: settings, directory: folder, digest: .veiled, nowSeconds: 1_900_000_000)
        let sync = GitSync()
        let reading = try await source.facts(since: nil) { sync.store($0) }
        sync.reading.withLock { $0 = reading }
        return sync
    }

    private func texts(_ column: String, of sync: GitSync) -> [String] {
        sync.batches.filter { $0.family == .commit }.flatMap { batch in
            (0..<batch.count).map { batch.texts(column)[$0] }
        }
    }

    @Test(arguments: projects) func `every commit, file and tag of the log is read`(project: Project) async throws {
        let sync = try await sync(project.name)
        func count(_ family: FactFamily) -> Int { sync.batches.filter { $0.family == family }.reduce(0) { $0 + $1.count } }
        let counts = [FactFamily.commit, .fileChange, .tag, .head].map(count)
        #expect(counts == [project.commits, project.files, project.tags, 1])
        let added = sync.batches.flatMap { $0.family == .fileChange ? $0.integers("added") : [] }
        #expect(added.reduce(0) { $1 == Instant.missing ? $0 : $0 + $1 } == project.added)
        #expect(texts("change_number", of: sync).count { !$0.isEmpty } == project.numbered)
        #expect(texts("keys", of: sync).count { !$0.isEmpty } == project.keyed)
        let diagnostics = sync.reading.withLock { $0.diagnostics }
        #expect(diagnostics.allSatisfy { $0.severity == .note })
        #expect(sync.notes.count == (project.outside > 0 ? 1 : 0))
        #expect(sync.notes.allSatisfy { $0.hasPrefix("\(project.outside) tags ") })
        #expect(sync.recordCount == project.commits + project.tags)
        #expect(!texts("subject", of: sync).contains { $0.contains("@") && $0.contains(".com") })
    }

    @Test func `the changes that secp256k1's commits name are the merged pull requests`() async throws {
        #expect(Set(texts("change_number", of: try await sync("secp256k1"))).subtracting([""]).count == 944)
    }

    @Test(arguments: [("titanium-aloy", "ALOY", 510, 516), ("titanium-daemon", "DAEMON", 146, 148)])
    func `issues that commits name exist in the tracker`(project: String, key: String, existing: Int, named: Int) async throws {
        let keys = Set(texts("keys", of: try await sync(project)).flatMap { $0.split(separator: " ") }.map(String.init))
        let own = keys.filter { $0.hasPrefix(key + "-") }
        let bytes = try #require(Gzip.inflated(CSVSharedData.bytes("projects/\(project)/jira-issues-\(key)-00.jsonl.gz")))
        let issues = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])?["key"] as? String
        }
        #expect(own.count == named)
        #expect(own.intersection(issues).count == existing)
    }
}
