internal import HoneFacts

/// The facts of an export, without the names of people, in groups of a bounded size.
struct JiraFacts {
    private let export: JiraExport
    private let pages: [JiraPage]
    private let mask: NameMask
    private let origin: String

    static let groupSize = 65_536

    init(_ export: JiraExport, origin: String) {
        self.export = export
        pages = export.histories.sorted { $0.key < $1.key }.map {
            JiraPage(issue: $0.key, $0.value, lacksBeginning: export.lacksBeginning($0.key))
        }
        mask = NameMask(export.people)
        self.origin = origin
    }

    /// Hands over the facts, one family after the other, issues first. Complexity: O(facts).
    func hand(to sink: ([FactBatch]) async throws -> Void) async throws {
        var batch = FactBatch(.item, origin: origin)
        func begin(_ family: FactFamily) async throws {
            if !batch.isEmpty { try await sink([batch]) }
            batch = FactBatch(family, origin: origin)
        }
        func full() async throws { if batch.count >= Self.groupSize { try await begin(batch.family) } }
        for record in export.records {
            append(record, to: &batch)
            try await full()
            // An identity of its own: an export of the same issues without a changelog must not be written over it.
            if record.transitions != nil {
                batch.append(
                    id: record.key + "\u{1f}transitions", integers: record.requestedAt.map { ["requested_at": $0.rawValue] } ?? [:],
                    texts: ["key": record.key, "shape": "transitions"])
                try await full()
            }
        }
        try await begin(.transition)
        for record in export.records {
            for step in record.transitions ?? [] {
                append(step, of: record.key, to: &batch)
                try await full()
            }
        }
        for page in pages { append(page, to: &batch) }
        try await begin(.block)
        for record in export.records { appendBlocks(record.life, of: record.key, to: &batch) }
        for page in pages { appendBlocks(page.life, of: page.issue, to: &batch) }
        try await begin(.iteration)
        for sprint in export.sprints.values.sorted(by: { $0.id < $1.id }) { append(sprint, to: &batch) }
        try await begin(.iterationItem)
        for record in export.records { appendStays(record.life, of: record.key, to: &batch) }
        for page in pages { appendStays(page.life, of: page.issue, to: &batch) }
        try await begin(.workLog)
        for record in export.records {
            for (index, log) in record.workLogs.enumerated() { append(log, of: record.key, index, to: &batch) }
            try await full()
        }
        for (index, entry) in export.workLogs.enumerated() { append(entry.log, of: entry.issue, index, to: &batch) }
        try await begin(.version)
        for version in Set(export.records.flatMap(\.versions)).sorted(by: { ($0.name, $0.released ?? "") < ($1.name, $1.released ?? "") }) {
            let name = mask.masked(version.name)
            batch.append(id: name, row: [.text(name), .instant(version.released.flatMap(Instant.init(iso:)))])
        }
        try await begin(.item)
    }

    private func append(_ record: JiraRecord, to batch: inout FactBatch) {
        batch.append(
            id: record.key,
            row: [
                .text(record.key), .text(mask.masked(record.type)), .text(mask.masked(record.title)), .text(labels(record)),
                .text(mask.masked(record.stream)), .instant(record.requestedAt), .unknown, .instant(record.finishedAt),
                .text(mask.masked(record.status)), .text(record.reason), record.loggedSeconds.map(FactValue.integer) ?? .unknown, .unknown,
                .text("dates"), record.estimatedSeconds.map(FactValue.integer) ?? .unknown, .unknown, .unknown, .unknown,
                .text(record.versions.map { mask.masked($0.name) }.joined(separator: "\u{1f}")),
                .text(record.aliases.joined(separator: " ")), .text(record.category),
                record.affected.isEmpty ? .unknown : .text(record.affected.map { mask.masked($0) }.joined(separator: "\u{1f}")),
            ])
    }

    private func append(_ step: JiraRecord.Transition, of item: String, to batch: inout FactBatch) {
        let status = mask.masked(step.status)
        let changedAt = step.changedAt.rawValue
        batch.append(
            id: item + "|" + status + "|" + String(changedAt) + "|" + String(step.ordinal),
            row: [
                .text(item), .text(status), .integer(changedAt), .integer(step.ordinal), .text(export.categories[step.status] ?? ""),
            ])
    }

    private func append(_ page: JiraPage, to batch: inout FactBatch) {
        if let first = page.first {
            let status = mask.masked(first)
            batch.append(
                id: page.issue + "|created",
                row: [.text(page.issue), .text(status), .unknown, .integer(-1), .text(export.categories[first] ?? "")])
        }
        for step in page.steps { append(step, of: page.issue, to: &batch) }
    }

    private func appendBlocks(_ life: JiraLife, of item: String, to batch: inout FactBatch) {
        for flag in life.flagged {
            batch.append(
                id: item + "|flagged|" + String(flag.from.rawValue), row: [.text(item), .instant(flag.from), .instant(flag.to)])
        }
    }

    private func append(_ sprint: JiraSprint, to batch: inout FactBatch) {
        func instant(_ text: String?) -> FactValue { .instant(text.flatMap(JiraRecord.instant)) }
        batch.append(
            id: key(ofSprint: sprint.id),
            row: [
                .text(key(ofSprint: sprint.id)), .text(mask.masked(sprint.name)), .text(sprint.state), instant(sprint.started),
                instant(sprint.due),
                instant(sprint.completed),
            ])
    }

    /// A sprint without an id is known by its name, which may hold somebody's.
    private func key(ofSprint id: String) -> String { mask.masked(id) }

    private func appendStays(_ life: JiraLife, of item: String, to batch: inout FactBatch) {
        var counts: [String: Int] = [:]
        for stay in life.stays {
            let count = counts[stay.sprint, default: 0]
            counts[stay.sprint] = count + 1
            batch.append(
                id: "\(key(ofSprint: stay.sprint)) \(item) \(count)",
                row: [.text(key(ofSprint: stay.sprint)), .text(item), .instant(stay.addedAt), .instant(stay.removedAt)])
        }
    }

    private func append(_ log: JiraWorkLog, of item: String, _ index: Int, to batch: inout FactBatch) {
        guard let seconds = log.seconds, seconds >= 0 else { return }
        batch.append(
            id: log.id ?? "\(item) \(index)",
            row: [.text(item), .instant(log.started.flatMap(JiraRecord.instant)), .integer(seconds)])
    }

    /// Labels and components, each once.
    private func labels(_ record: JiraRecord) -> String {
        var seen: Set<String> = []
        return record.labels.filter { seen.insert($0).inserted }.map { mask.masked($0) }.joined(separator: "\u{1f}")
    }
}
