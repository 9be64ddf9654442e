internal import Foundation
package import HoneFacts

/// Facts from one file of GitHub objects: issues, pull requests and the reviews in their timelines.
///
/// The file is read again when its bytes change; what a newer file lacks stays known. Facts belong to the repository, not to
/// the file, so that files which overlap do not double.
package struct GitHubSource: FactSource {
    package let origin: String
    /// Shared by all files; the facts themselves name their repository by a digest.
    package let factOrigin = "github"
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 5
    private let settings: GitHubSettings
    private let directory: String
    private let digest: Digest

    /// - Parameter directory: where a relative path starts; the folder of `hone.yaml`.
    package init(settings: GitHubSettings, directory: String, digest: Digest) {
        origin = settings.origin
        self.settings = settings
        self.directory = directory
        self.digest = digest
    }

    /// Names of programs decide what a fact says, so another list is another way to read.
    private var version: String {
        settings.botPatterns.isEmpty ? "\(Self.readingVersion)" : "\(Self.readingVersion) \(settings.botPatterns)"
    }

    package var writtenAt: Int64? { ExportFile(path: settings.path, directory: directory).writtenAt }

    package func readsAnew(since cursor: String) -> Bool {
        ExportPosition.readsAnew(since: cursor, version: version, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        let bytes: [UInt8]
        let position: ExportPosition
        let file = ExportFile(path: settings.path, directory: directory)
        switch file.opened(since: cursor, version: version, digest: digest) {
        case .over(let reading): return reading
        case .bytes(let content, let place): (bytes, position) = (content, place)
        }
        var reading = GitHubReading(file: settings.path, bots: BotNames(settings.botPatterns))
        if let table = ObjectTable(bytes, &reading.diagnostics) {
            for object in table.objects {
                try Task.checkCancellation()
                reading.read(Data(object.json), line: object.line, url: object.url)
            }
        } else {
            for piece in GitHubLines(bytes).pieces {
                try Task.checkCancellation()
                reading.read(Data(bytes[piece.range]), line: piece.line)
            }
        }
        reading.finish()
        if reading.isEmptyPage(bytes) {
            return SourceReading(position: position.text, notes: ["\(settings.path): an empty list, as behind the last page."])
        }
        if reading.records.isEmpty, reading.strays.isEmpty, reading.pendingCount == 0 { return nothing(reading, reading.objectCount) }
        let tally = try await hand(reading, to: sink)
        return SourceReading(
            position: position.text, diagnostics: reading.diagnostics.all, notes: [note(reading, tally, of: reading.objectCount)],
            recordCount: reading.objectCount)
    }

    /// Hands the facts over, group after group. Returns how many there were of each family.
    private func hand(
        _ reading: GitHubReading, to sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> [FactFamily: Int] {
        // Only now is everybody known whom a title can name.
        let facts = GitHubFacts(mask: NameMask(reading.people), digest: digest, bots: BotNames(settings.botPatterns))
        var tally: [FactFamily: Int] = [:]
        var group = GitHubGroup()
        for part in [reading.records.lazy.map(facts.facts(of:)).joined().map(\.self), reading.strays.compactMap(facts.fact(of:))] {
            for fact in part {
                if group.count == GitHubGroup.size {
                    try await sink(group.batches)
                    try Task.checkCancellation()
                    group = GitHubGroup()
                }
                group.append(fact)
                tally[fact.family, default: 0] += 1
            }
        }
        try await sink(group.batches)
        return tally
    }

    /// A file without one usable object is refused, so that it is read again, and said again, the next time.
    private func nothing(_ reading: GitHubReading, _ count: Int) -> SourceReading {
        let refusal = Diagnostic(
            .refused, code: "no-objects", file: settings.path, message: "The file holds no issue and no pull request.",
            advice: reading.diagnostics.all.first.map { "Of those that look like one: \($0.message) \($0.advice)" }
                ?? "Export one JSON object a line, each with type, issue or pull, and events.")
        return SourceReading(diagnostics: reading.diagnostics.all + [refusal], recordCount: count)
    }

    private func note(_ reading: GitHubReading, _ tally: [FactFamily: Int], of count: Int) -> String {
        let parts = [
            CountText.counted(tally[.item] ?? 0, "issue"), CountText.counted(tally[.change] ?? 0, "change"),
            CountText.counted(tally[.review] ?? 0, "review"),
        ]
        var note = "\(settings.path): \(CountText.counted(count, "object")): \(parts.joined(separator: ", "))"
        if reading.unusedCount > 0 { note += "; \(CountText.counted(reading.unusedCount, "object")) not used" }
        if reading.pendingCount > 0 { note += "; \(CountText.counted(reading.pendingCount, "review")) not yet submitted left out" }
        return note + "."
    }
}
