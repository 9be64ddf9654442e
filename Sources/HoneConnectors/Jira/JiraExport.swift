internal import HoneFacts

/// The issues of one file and the people it names, collected before anything is mapped: a name in the first title may
/// belong to the author of the last comment.
struct JiraExport {
    let file: String
    private(set) var records: [JiraRecord] = []
    private(set) var people = KnownPeople()
    private(set) var diagnostics: CSVDiagnostics
    /// Objects seen, used or not.
    private(set) var recordCount = 0
    private(set) var sprints: [String: JiraSprint] = [:]
    /// Changes of issues that stand on pages of their own, by the tracker's number of the issue.
    private(set) var histories: [String: [JiraHistory]] = [:]
    private(set) var workLogs: [(issue: String, log: JiraWorkLog)] = []
    /// What the tracker says of its statuses.
    private(set) var categories: [String: String] = [:]
    /// Issues whose changelog begins on a page that is not here, and those whose first page is.
    private var continued: Set<String> = []
    private var begun: Set<String> = []
    /// Objects on the pages of one answer, by how many the answer has as a whole.
    private var pagedCounts: [Int64: Int] = [:]
    /// Whether the last page says that others follow.
    private var isFollowed = false
    private var otherKinds: [String: Int] = [:]
    private var positions: [String: Int] = [:]
    private var users: Set<JiraUser> = []

    init(file: String) {
        self.file = file
        diagnostics = CSVDiagnostics(file: file)
    }

    /// The rows of a CSV with a column `data`; nil for any other text.
    mutating func table(of bytes: [UInt8]) -> ObjectTable? { ObjectTable(bytes, &diagnostics) }

    /// - Parameter address: of the request that the document answers; empty where nobody says.
    mutating func add(_ document: JiraDocument, line: Int?, address: String = "") {
        let address = address.isEmpty ? document.address : address
        if let place = document.place, Self.issue(in: address) == nil {
            if let total = place.total { pagedCounts[total, default: 0] += document.objects.count }
            isFollowed = place.isFollowed
        }
        noteBeginning(of: document, address)
        for (index, object) in document.objects.enumerated() {
            recordCount += 1
            let place = document.isSingle ? "The object" : "Object \(index + 1)"
            switch object {
            case nil: diagnostics.add(.skipped, "bad-json", line: line, "\(place) is no issue.", advice: "Export it again.")
            case .issue(let issue): add(issue, place, line: line)
            case .sprint(let sprint): sprints[sprint.id] = sprint
            case .status(let name, let category): if !category.isEmpty { categories[name] = category }
            case .history(let history): add(history, address, line: line)
            case .workLog(let log): add(log, address, line: line)
            case .other(let kind): otherKinds[kind, default: 0] += 1
            }
        }
    }

    /// Notes whether the first change of an issue is on this page of its changelog, where the page or its address says so.
    private mutating func noteBeginning(of document: JiraDocument, _ address: String) {
        guard let issue = Self.issue(in: address), let start = document.place?.start ?? JiraPlace.start(in: address) else { return }
        if start > 0 { continued.insert(issue) } else { begun.insert(issue) }
    }

    /// Whether the changes of an issue that are here do not begin with its first one.
    func lacksBeginning(_ issue: String) -> Bool { continued.contains(issue) && !begun.contains(issue) }

    private mutating func add(_ issue: JiraIssue, _ place: String, line: Int?) {
        remember((issue.fields?.users ?? []) + (issue.changelog?.histories.flatMap(\.users) ?? []))
        guard let key = issue.key, !key.isEmpty else {
            diagnostics.add(
                .skipped, "no-key", line: line, "\(place) has no key, so it is no issue.",
                advice: "Export issues with their keys, not comments, fields or boards.")
            return
        }
        let record = JiraRecord(key: key, issue, line: line, &diagnostics)
        for sprint in record.sprints { sprints[sprint.id] = sprint }
        for log in record.workLogs { remember(log.users) }
        if !record.category.isEmpty { categories[record.status] = record.category }
        add(record, line: line)
    }

    private mutating func add(_ history: JiraHistory, _ address: String, line: Int?) {
        remember(history.users)
        guard let issue = Self.issue(in: address) else {
            diagnostics.add(
                .skipped, "no-issue", line: line, "Nothing says whose change this is.", advice: "Export the address of the page too.")
            return
        }
        guard history.created.flatMap(JiraRecord.instant) != nil else {
            diagnostics.add(
                .skipped, "no-such-date", line: line, field: "created", "The change has no date that can be read.",
                advice: "Export it again.")
            return
        }
        histories[issue, default: []].append(history)
    }

    private mutating func add(_ log: JiraWorkLog, _ address: String, line: Int?) {
        remember(log.users)
        guard let issue = log.issue ?? Self.issue(in: address), let seconds = log.seconds, seconds >= 0 else {
            diagnostics.add(
                .skipped, "no-issue", line: line, "The work log has no issue or no time.", advice: "Export it again, with issueId.")
            return
        }
        workLogs.append((issue, log))
    }

    /// `10063` of `.../issue/10063/changelog`.
    private static func issue(in address: String) -> String? {
        let parts = address.split { $0 == "/" || $0 == "?" }
        guard let place = parts.firstIndex(of: "issue"), place + 1 < parts.count else { return nil }
        return String(parts[place + 1])
    }

    /// A note for each kind of object that no fact is made of.
    mutating func finish() {
        for (kind, count) in otherKinds.sorted(by: { $0.key < $1.key }) {
            diagnostics.add(
                .note, "not-read-yet", line: nil, "\(CountText.counted(count, "object")) of a kind that is not read yet: \(kind).",
                advice: "Nothing to do; issues, changelogs, sprints, work logs and statuses are read.")
        }
        let flagged = records.count { $0.isFlaggedSinceWhen }
        if flagged > 0 {
            diagnostics.add(
                .note, "flagged-without-date", line: nil, "\(flagged) issues are flagged, and no changelog says since when.",
                advice: "Export them with their changelog.")
        }
    }

    mutating func addBadJSON(line: Int) {
        recordCount += 1
        diagnostics.add(.skipped, "bad-json", line: line, "The line is not JSON, or is cut off.", advice: "Export it again.")
    }

    mutating func refuse() {
        diagnostics.add(
            .refused, "bad-json", line: nil, "The file is not JSON, or is cut off.",
            advice: "Export issues as JSON, or as JSON lines with one issue a line.")
    }

    private mutating func add(_ record: JiraRecord, line: Int?) {
        guard let position = positions[record.key] else {
            positions[record.key] = records.count
            records.append(record)
            return
        }
        let isOlder = records[position].updatedAt.flatMap { known in record.updatedAt.map { $0 < known } } ?? false
        diagnostics.add(
            .note, "duplicate-key", line: line, field: "key",
            "\(record.key) is in the file more than once; the \(isOlder ? "newer" : "last") is used.",
            advice: "Nothing to do; export each issue once.")
        if !isOlder { records[position] = record }
    }

    private mutating func remember(_ found: [JiraUser]) {
        for user in found where users.insert(user).inserted { user.add(to: &people) }
    }

    /// `issues.jsonl: 1,499 issues, 1,283 resolved, 0 changes of status.`
    var summary: String {
        let resolved = records.count { $0.finishedAt != nil }
        let changes = records.reduce(0) { $0 + $1.changeCount }
        let undated = records.count { $0.requestedAt == nil }
        var text = "\(file): " + CountText.counted(records.count, "issue") + ", \(CountText.grouped(resolved)) resolved, "
        text += CountText.counted(changes, "change of status", many: "changes of status")
        let more = [
            CountText.counted(sprints.count, "sprint"),
            CountText.counted(workLogs.count + records.reduce(0) { $0 + $1.workLogs.count }, "work log"),
            CountText.counted(
                histories.values.reduce(0) { $0 + $1.count }, "change on pages of its own", many: "changes on pages of their own"),
            CountText.counted(categories.count, "status", many: "statuses"),
        ].filter { !$0.hasPrefix("0 ") }
        if !more.isEmpty { text += "; " + more.joined(separator: ", ") }
        if undated > 0 { text += "; \(CountText.grouped(undated)) without the date they were created on" }
        for (total, count) in pagedCounts.sorted(by: { $0.key < $1.key }) where count < total {
            text += "; it holds \(CountText.grouped(count)) of the \(CountText.grouped(Int(total))) objects that its pages speak of"
        }
        if isFollowed { text += "; its last page says that more follow" }
        if diagnostics.skippedCount > 0 {
            text += "; \(CountText.counted(diagnostics.skippedCount, "object or field", many: "objects or fields")) not used"
        }
        return text + "."
    }
}
