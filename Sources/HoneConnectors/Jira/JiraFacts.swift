internal import HoneFacts

/// The facts of an export, without the names of people, in groups of a bounded size.
struct JiraFacts {
    private let records: [JiraRecord]
    /// Positions of the issues with a changelog.
    private let traced: [Int]
    /// Every transition: position of its issue, position in the issue.
    private let steps: [(record: Int, step: Int)]
    private let mask: NameMask
    private let origin: String

    static let groupSize = 65_536

    init(_ export: JiraExport, origin: String) {
        let records = export.records
        self.records = records
        traced = records.indices.filter { records[$0].transitions != nil }
        steps = records.enumerated().flatMap { record, issue in (issue.transitions ?? []).indices.map { (record, $0) } }
        mask = NameMask(export.people)
        self.origin = origin
    }

    private var counts: [Int] { [records.count, traced.count, steps.count] }

    private static func groups(_ facts: Int) -> Int { (facts + groupSize - 1) / groupSize }

    var groupCount: Int { counts.reduce(0) { $0 + Self.groups($1) } }

    /// Issues first, then what says that they have transitions, then those.
    func group(_ index: Int) -> FactBatch {
        let (dated, timed) = (Self.groups(records.count), Self.groups(traced.count))
        if index < dated { return batch(.item, index, of: records.count) { append(records[$0], to: &$1) } }
        if index < dated + timed { return batch(.item, index - dated, of: traced.count) { appendTraced(records[traced[$0]], to: &$1) } }
        return batch(.transition, index - dated - timed, of: steps.count) { append(steps[$0], to: &$1) }
    }

    private func batch(
        _ family: FactFamily, _ group: Int, of count: Int, append: (Int, inout FactBatch) -> Void
    ) -> FactBatch {
        var batch = FactBatch(family, origin: origin)
        let first = group * Self.groupSize
        for index in first..<min(first + Self.groupSize, count) { append(index, &batch) }
        return batch
    }

    private func append(_ record: JiraRecord, to batch: inout FactBatch) {
        batch.append(
            id: record.key,
            row: [
                .text(record.key), .text(record.type), .text(mask.masked(record.title)), .text(labels(record)),
                .text(mask.masked(record.stream)), .instant(record.requestedAt), .unknown, .instant(record.finishedAt),
                .text(mask.masked(record.status)), .text(record.reason), record.loggedSeconds.map(FactValue.integer) ?? .unknown, .unknown,
                .text("dates"),
            ])
    }

    /// An identity of its own: an export of the same issues without a changelog must not be written over it.
    private func appendTraced(_ record: JiraRecord, to batch: inout FactBatch) {
        batch.append(
            id: record.key + "\u{1f}transitions",
            row: [
                .text(record.key), .unknown, .unknown, .unknown, .unknown, .instant(record.requestedAt), .unknown, .unknown, .unknown,
                .unknown, .unknown, .unknown, .text("transitions"),
            ])
    }

    private func append(_ place: (record: Int, step: Int), to batch: inout FactBatch) {
        let record = records[place.record]
        guard let transition = record.transitions?[place.step] else { return }
        let status = mask.masked(transition.status)
        let changedAt = transition.changedAt.rawValue
        batch.append(
            id: record.key + "|" + status + "|" + String(changedAt) + "|" + String(transition.ordinal),
            row: [.text(record.key), .text(status), .integer(changedAt), .integer(transition.ordinal)])
    }

    /// Labels and components, each once.
    private func labels(_ record: JiraRecord) -> String {
        var seen: Set<String> = []
        return record.labels.filter { seen.insert($0).inserted }.map { mask.masked($0) }.joined(separator: "\u{1f}")
    }
}
