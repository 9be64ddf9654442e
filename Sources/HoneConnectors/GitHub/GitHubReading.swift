internal import Foundation
internal import HoneFacts

/// Reads the objects of one file: what is understood becomes records, the rest diagnostics.
struct GitHubReading {
    private(set) var records: [GitHubRecord] = []
    private(set) var people = KnownPeople()
    private(set) var diagnostics: CSVDiagnostics
    /// Objects that were not used.
    private(set) var unusedCount = 0
    /// Reviews that nobody has submitted yet.
    private(set) var pendingCount = 0

    private var places: [String: Int] = [:]
    private var seen: Set<String> = []
    private let decoder = JSONDecoder()

    init(file: String) {
        diagnostics = CSVDiagnostics(file: file)
    }

    mutating func read(_ json: Data, line: Int) {
        let entry: GitHubEntry
        do {
            entry = try decoder.decode(GitHubEntry.self, from: json)
        } catch {
            let field = Self.field(of: error)
            skip(
                "bad-json", line, field: field,
                field == nil ? "This is no JSON object." : "The field is not of the kind that GitHub writes.", "Export the file again.")
            return
        }
        for account in entry.people { add(account) }
        switch (entry.type, entry.issue, entry.pull) {
        case ("issue", let issue?, _):
            if issue.pullRequest != nil {
                unusedCount += 1
                diagnostics.add(
                    .note, "issue-is-change", line: line, "This issue is a pull request and is no item.",
                    advice: "Nothing to do: pull requests are read from objects of the type pull.")
            } else {
                add(issue, isChange: false, entry.events ?? [], line)
            }
        case ("pull", _, let pull?): add(pull, isChange: true, entry.events ?? [], line)
        default:
            skip("unknown-type", line, field: "type", "The object is neither an issue nor a pull.", "Export issues and pull requests.")
        }
    }

    private mutating func add(_ subject: GitHubSubject, isChange: Bool, _ events: [GitHubEvent], _ line: Int) {
        guard let number = subject.number, number > 0 else {
            skip("no-number", line, field: "number", "The object has no number.", "Export the file again.")
            return
        }
        guard let repository = subject.repository else {
            skip("no-repository", line, field: "html_url", "No address says which repository this is.", "Export html_url or url too.")
            return
        }
        let key = (isChange ? "!" : "#") + "\(number)"
        let (closing, merging) = (events.last { $0.event == "closed" }?.createdAt, events.last { $0.event == "merged" }?.createdAt)
        let closed = subject.isOpen ? nil : subject.closedAt ?? closing
        let merged = isChange ? subject.mergedAt ?? (subject.isMerged == true ? merging ?? closed : nil) : nil
        let dates = [("created_at", subject.createdAt ?? ""), ("closed_at", closed), ("merged_at", merged)]
        if let wrong = dates.first(where: { $0.1.map { Instant(iso: $0) == nil } ?? false }) {
            skip("no-such-date", line, field: wrong.0, "There is no readable date.", "Mend the date and read the file again.")
            return
        }
        guard let openedAt = subject.createdAt.flatMap(Instant.init(iso:)) else { return }
        if closed == nil, subject.state?.lowercased() == "closed" {
            diagnostics.add(
                .note, "no-such-date", line: line, field: "closed_at", "\(key) is closed, and nothing says when.",
                advice: "Export it again, with its events.")
        }
        let record = GitHubRecord(
            line: line, isChange: isChange, key: key, repository: repository, subject: subject, openedAt: openedAt,
            closedAt: closed.flatMap(Instant.init(iso:)), mergedAt: merged.flatMap(Instant.init(iso:)),
            reviews: isChange ? reviews(in: events, of: key, line) : [])
        keep(record)
    }

    /// Of two objects with one number the last one is used.
    private mutating func keep(_ record: GitHubRecord) {
        let name = record.repository + record.key
        guard let place = places[name] else {
            places[name] = records.count
            records.append(record)
            return
        }
        unusedCount += 1
        diagnostics.add(
            .note, "duplicate-number", line: records[place].line,
            "Lines \(records[place].line) and \(record.line) both describe \(record.key); the last one is used.",
            advice: "Nothing to do if the later one is the newer.")
        records[place] = record
    }

    private mutating func reviews(in events: [GitHubEvent], of key: String, _ line: Int) -> [GitHubReview] {
        var reviews: [GitHubReview] = []
        var ids: Set<String> = []
        for (index, event) in events.enumerated() where event.isReview {
            if event.isPending {
                pendingCount += 1
                continue
            }
            guard let reviewedAt = (event.submittedAt ?? event.createdAt).flatMap(Instant.init(iso:)) else {
                diagnostics.add(
                    .skipped, "no-such-date", line: line, field: "events.\(index).submitted_at", "A review of \(key) has no readable date.",
                    advice: "Export the file again.")
                continue
            }
            let id = key + ":" + (event.id.isEmpty ? "\(index)" : event.id)
            guard ids.insert(id).inserted else { continue }
            reviews.append(GitHubReview(id: id, reviewedAt: reviewedAt, account: event.account))
        }
        return reviews
    }

    private mutating func add(_ account: GitHubAccount) {
        guard account.isPerson else { return }
        if let login = account.plainLogin, seen.insert(login).inserted { people.add(name: login) }
        if let name = account.name, seen.insert("name " + name).inserted { people.add(name: name) }
        if let mail = account.email, seen.insert("mail " + mail).inserted { people.add(mail: mail) }
    }

    private mutating func skip(_ code: String, _ line: Int, field: String?, _ message: String, _ advice: String) {
        unusedCount += 1
        diagnostics.add(.skipped, code, line: line, field: field, message, advice: advice)
    }

    /// Which field was of another kind; nil where the text is no JSON object at all. Keys are ours, so they name nobody.
    private static func field(of error: any Error) -> String? {
        let path =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            default: [any CodingKey]()
            }
        return path.isEmpty ? nil : path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}

extension GitHubEntry {
    /// Everyone the object names, for the mask.
    fileprivate var people: [GitHubAccount] {
        (issue?.people ?? []) + (pull?.people ?? []) + (events ?? []).flatMap(\.people) + (comments ?? []).compactMap(\.user)
    }
}
