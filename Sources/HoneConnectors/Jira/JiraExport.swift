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
    private var positions: [String: Int] = [:]
    private var users: Set<JiraUser> = []

    init(file: String) {
        self.file = file
        diagnostics = CSVDiagnostics(file: file)
    }

    mutating func add(_ document: JiraDocument, line: Int?) {
        for (index, issue) in document.issues.enumerated() {
            recordCount += 1
            let place = document.isSingle ? "The object" : "Object \(index + 1)"
            guard let issue else {
                diagnostics.add(.skipped, "bad-json", line: line, "\(place) is no issue.", advice: "Export it again.")
                continue
            }
            remember((issue.fields?.users ?? []) + (issue.changelog?.histories.flatMap(\.users) ?? []))
            guard let key = issue.key, !key.isEmpty else {
                diagnostics.add(
                    .skipped, "no-key", line: line, "\(place) has no key, so it is no issue.",
                    advice: "Export issues with their keys, not comments, fields or boards.")
                continue
            }
            add(JiraRecord(key: key, issue, line: line, &diagnostics), line: line)
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
        diagnostics.add(
            .note, "duplicate-key", line: line, field: "key", "\(record.key) is in the file more than once; the last is used.",
            advice: "Nothing to do; export each issue once.")
        records[position] = record
    }

    private mutating func remember(_ found: [JiraUser]) {
        for user in found where users.insert(user).inserted { user.add(to: &people) }
    }

    /// `issues.jsonl: 1,499 issues, 1,283 resolved, 0 changes of status.`
    var summary: String {
        let resolved = records.count { $0.finishedAt != nil }
        let changes = records.reduce(0) { $0 + $1.changeCount }
        let undated = records.count { $0.requestedAt == nil }
        var text = "\(file): " + Self.counted(records.count, "issue", "issues") + ", \(Self.grouped(resolved)) resolved, "
        text += Self.counted(changes, "change of status", "changes of status")
        if undated > 0 { text += "; \(Self.grouped(undated)) without the date they were created on" }
        if diagnostics.skippedCount > 0 { text += "; \(Self.grouped(diagnostics.skippedCount)) objects or fields were not used" }
        return text + "."
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String { grouped(count) + " " + (count == 1 ? one : many) }

    /// With a comma between thousands.
    private static func grouped(_ count: Int) -> String {
        let digits = Array(String(count))
        return digits.indices.reduce(into: "") { text, index in
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digits[index])
        }
    }
}
