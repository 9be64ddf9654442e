internal import HoneFacts

/// What the rows of one key say of a work item, in codes of its texts.
struct CSVItem {
    var type: Int32
    var title: Int32
    var labels: Int32
    var stream: Int32
    var status: Int32
    var reason: Int32
    var requestedAt: Int64
    var startedAt: Int64
    var finishedAt: Int64
    /// Of its first row.
    var line: Int

    /// Nothing is known of it.
    var isEmpty: Bool {
        type | title | labels | stream | status | reason == 0 && hasNoDate
    }

    var hasNoDate: Bool {
        requestedAt == Instant.missing && startedAt == Instant.missing && finishedAt == Instant.missing
    }

    /// Takes over what another row knows, the earliest start and the latest end; true where the two disagree in a text.
    mutating func merge(_ row: CSVItem) -> Bool {
        var differs = CSVMerge.take(row.type, into: &type)
        differs = CSVMerge.take(row.title, into: &title) || differs
        differs = CSVMerge.take(row.labels, into: &labels) || differs
        differs = CSVMerge.take(row.stream, into: &stream) || differs
        differs = CSVMerge.take(row.status, into: &status) || differs
        differs = CSVMerge.take(row.reason, into: &reason) || differs
        CSVMerge.take(row.requestedAt, into: &requestedAt, latest: false)
        CSVMerge.take(row.startedAt, into: &startedAt, latest: false)
        CSVMerge.take(row.finishedAt, into: &finishedAt, latest: true)
        return differs
    }
}

/// What few exports say of a work item.
struct CSVItemDetails {
    var logged = Instant.missing
    var estimated = Instant.missing
    var severity: Int32 = 0
    var injectedPhase: Int32 = 0
    var foundPhase: Int32 = 0
    var found: Int32 = 0
    var versions: Int32 = 0
    var affected: Int32 = 0
    var sprints: Int32 = 0

    var isEmpty: Bool {
        logged == Instant.missing && estimated == Instant.missing
            && severity | injectedPhase | foundPhase | found | versions | affected | sprints == 0
    }

    /// Takes over what another row knows; true where the two disagree in something that does not add up.
    mutating func merge(_ row: CSVItemDetails, _ repeats: CSVRepeat) -> Bool {
        var differs = repeats == .item ? CSVMerge.take(row.logged, into: &logged) : CSVMerge.add(row.logged, to: &logged)
        differs =
            (repeats == .row ? CSVMerge.add(row.estimated, to: &estimated) : CSVMerge.take(row.estimated, into: &estimated)) || differs
        differs = CSVMerge.take(row.severity, into: &severity) || differs
        differs = CSVMerge.take(row.injectedPhase, into: &injectedPhase) || differs
        differs = CSVMerge.take(row.foundPhase, into: &foundPhase) || differs
        differs = CSVMerge.take(row.found, into: &found) || differs
        differs = CSVMerge.take(row.versions, into: &versions) || differs
        differs = CSVMerge.take(row.affected, into: &affected) || differs
        return CSVMerge.take(row.sprints, into: &sprints) || differs
    }
}

/// How a value of a second row joins the one of the first.
private enum CSVMerge {
    static func take(_ new: Int32, into old: inout Int32) -> Bool {
        guard new != 0, new != old else { return false }
        defer { old = new }
        return old != 0
    }

    static func take(_ new: Int64, into old: inout Int64) -> Bool {
        guard new != Instant.missing, new != old else { return false }
        defer { old = new }
        return old != Instant.missing
    }

    static func take(_ new: Int64, into old: inout Int64, latest: Bool) {
        guard new != Instant.missing else { return }
        if old == Instant.missing || (latest ? new > old : new < old) { old = new }
    }

    static func add(_ new: Int64, to old: inout Int64) -> Bool {
        if new != Instant.missing { old = old == Instant.missing ? new : old + new }
        return false
    }
}
