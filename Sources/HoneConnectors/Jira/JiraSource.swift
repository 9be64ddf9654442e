package import HoneFacts

/// Facts from one export of a Jira: issues with their dates, and their changes of status where the export has a changelog.
///
/// Keys are unique in a Jira: several exports share their issues, and what a later reading says of an issue replaces what an
/// earlier one said. Issues that a newer export lacks stay.
package struct JiraSource: FactSource {
    package let origin: String
    package let factOrigin = Self.tracker
    /// The tracker that keys of a Jira belong to, whichever export they stand in.
    package static let tracker = "jira"
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 6
    private let settings: JiraSettings
    private let directory: String
    private let digest: Digest

    /// - Parameter directory: where a relative path starts.
    package init(settings: JiraSettings, directory: String, digest: Digest) {
        origin = "jira:" + settings.path
        self.settings = settings
        self.directory = directory
        self.digest = digest
    }

    package var writtenAt: Int64? { ExportFile(path: settings.path, directory: directory).writtenAt }

    package func readsAnew(since cursor: String) -> Bool {
        ExportPosition.readsAnew(since: cursor, version: Self.readingVersion, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        let bytes: [UInt8]
        let position: ExportPosition
        let file = ExportFile(path: settings.path, directory: directory)
        switch file.opened(since: cursor, version: Self.readingVersion, digest: digest) {
        case .over(let reading): return reading
        case .bytes(let content, let place): (bytes, position) = (content, place)
        }
        var export = JiraExport(file: settings.path)
        guard try JiraDocument.read(bytes, into: &export) else { return SourceReading(diagnostics: export.diagnostics.all) }
        export.finish()
        try await JiraFacts(export, origin: factOrigin).hand { group in
            try Task.checkCancellation()
            try await sink(group)
        }
        return SourceReading(
            position: position.text, diagnostics: export.diagnostics.all, notes: [export.summary], recordCount: export.recordCount)
    }
}
