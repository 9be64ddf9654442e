internal import Foundation
internal import HoneFacts

/// Reads the objects of one file: what is understood becomes records, the rest diagnostics.
struct GitHubReading {
    private(set) var records: [GitHubRecord] = []
    private(set) var people = KnownPeople()
    var diagnostics: CSVDiagnostics
    /// Objects that were not used.
    private(set) var unusedCount = 0
    /// Objects seen, used or not.
    private(set) var objectCount = 0
    /// Reviews and closings whose subject the file does not describe.
    private(set) var strays: [GitHubStray] = []
    private var otherKinds: [String: Int] = [:]
    /// Reviews that nobody has submitted yet.
    private(set) var pendingCount = 0

    private var places: [String: Int] = [:]
    private var seen: Set<String> = []
    private let decoder = JSONDecoder()
    private let bots: BotNames

    init(file: String, bots: BotNames) {
        self.bots = bots
        diagnostics = CSVDiagnostics(file: file)
    }

    /// - Parameter url: of the request that the object answers, where the file has it.
    mutating func read(_ json: Data, line: Int, url: String = "") {
        objectCount += 1
        let object: GitHubObject
        do {
            object = try decoder.decode(GitHubObject.self, from: json)
        } catch {
            let field = Self.field(of: error)
            skip(
                "bad-json", line, field: field,
                field == nil ? "This is no JSON object." : "The field is not of the kind that GitHub writes.", "Export the file again.")
            return
        }
        switch object {
        case .entry(let entry): add(entry, line)
        case .subject(let subject, let isChange):
            for account in subject.people { add(account) }
            add(subject, isChange: isChange, nil, nil, line)
        case .review(let review): add(review, line, url: url)
        case .event(let event): add(event, line)
        case .archive(let archive): add(archive, line)
        case .other(let kind):
            unusedCount += 1
            otherKinds[kind, default: 0] += 1
        case .unknown:
            skip("unknown-type", line, field: nil, "The object is neither an issue nor a pull request.", "Export issues and pull requests.")
        }
    }

    /// Whether the file is a list with nothing in it.
    func isEmptyPage(_ bytes: [UInt8]) -> Bool {
        objectCount == 0 && bytes.filter { $0 > UInt8(ascii: " ") } == [UInt8(ascii: "["), UInt8(ascii: "]")]
    }

    /// A note for each kind of object that no fact is made of.
    mutating func finish() {
        for (kind, count) in otherKinds.sorted(by: { $0.key < $1.key }) {
            diagnostics.add(
                .note, "not-read-yet", line: nil, "\(CountText.counted(count, "object")) of a kind that is not read yet: \(kind).",
                advice: "Nothing to do; issues, pull requests, reviews and their events are read.")
        }
    }

    private mutating func add(_ entry: GitHubEntry, _ line: Int) {
        for account in entry.people { add(account) }
        switch (entry.type, entry.issue, entry.pull) {
        case ("issue", let issue?, _): add(issue, isChange: false, entry.events ?? [], nil, line)
        case ("pull", _, let pull?):
            add(pull, isChange: true, entry.events ?? [], entry.comments?.filter { $0.path != nil || $0.review != nil }, line)
        default:
            skip("unknown-type", line, field: "type", "The object is neither an issue nor a pull.", "Export issues and pull requests.")
        }
    }

    private mutating func add(_ archive: GitHubArchive, _ line: Int) {
        objectCount += archive.issues.count + archive.pulls.count - 1
        for issue in archive.issues {
            for account in issue.people { add(account) }
            add(issue.subject, isChange: false, nil, nil, line)
        }
        for pull in archive.pulls {
            for account in pull.people { add(account) }
            guard var record = record(of: pull.subject, isChange: true, [], line) else { continue }
            record.commentCount = pull.commentCount(bots)
            for (index, review) in (pull.reviews ?? []).enumerated() {
                let account = GitHubArchive.Subject.account(review.author)
                keep(review.submittedAt ?? review.createdAt, review.state, account, id: "\(index)", of: &record)
            }
            keep(record)
        }
    }

    private mutating func add(_ review: GitHubPlainReview, _ line: Int, url: String) {
        let addresses = [review.change, url, review.page]
        guard let number = addresses.lazy.compactMap({ GitHubAddress.number(of: $0) }).first,
            let repository = GitHubAddress.repository(of: addresses)
        else {
            skip(
                "no-change", line, field: "pull_request_url", "No address says which pull request was reviewed.", "Export the address too.")
            return
        }
        if let user = review.user { add(user) }
        var record = GitHubRecord(stray: "!\(number)", repository, line)
        keep(review.submittedAt, review.state, review.user, id: review.id.map { "\($0)" } ?? "line \(line)", of: &record)
        strays += record.reviews.map { GitHubStray(repository: repository, key: record.key, review: $0) }
    }

    private mutating func add(_ event: GitHubPlainEvent, _ line: Int) {
        for account in [event.actor, event.issue?.user].compactMap(\.self) { add(account) }
        guard event.issue?.pullRequest == nil, event.event == "closed" || event.event == "reopened" else {
            unusedCount += 1
            otherKinds["events that neither close nor reopen an issue", default: 0] += 1
            return
        }
        guard let number = event.issue?.number, let repository = GitHubAddress.repository(of: [event.issue?.url]) else {
            skip("no-number", line, field: "issue.number", "The event does not say of which issue it is.", "Export the file again.")
            return
        }
        guard let at = event.createdAt.flatMap(Instant.init(iso:)) else {
            skip("no-such-date", line, field: "created_at", "There is no readable date.", "Mend the date and read the file again.")
            return
        }
        let id = "#\(number):" + (event.id.map { "\($0)" } ?? "line \(line)")
        strays.append(
            GitHubStray(
                repository: repository, key: "#\(number)", closing: GitHubClosing(id: id, isClosed: event.event == "closed", at: at)))
    }

    private mutating func add(
        _ subject: GitHubSubject, isChange: Bool, _ timeline: [GitHubEvent]?, _ comments: [GitHubComment]?, _ line: Int
    ) {
        let events = timeline ?? []
        guard var record = record(of: subject, isChange: isChange, events, line) else { return }
        record.isPlain = timeline == nil
        if isChange {
            readTimeline(events, of: &record)
            let (author, bots) = (subject.user?.plainLogin, bots)
            record.commentCount = comments.map { comments in
                Int64(comments.count { $0.user?.plainLogin != author && $0.user?.isBot(bots) != true })
            }
        } else {
            record.closings = closings(in: events, of: record.key)
        }
        keep(record)
    }

    /// The record of a subject, without what its timeline says; nil where it cannot be used.
    private mutating func record(
        of subject: GitHubSubject, isChange: Bool, _ events: [GitHubEvent], _ line: Int
    ) -> GitHubRecord? {
        if !isChange, subject.pullRequest != nil {
            unusedCount += 1
            diagnostics.add(
                .note, "issue-is-change", line: line, "This issue is a pull request and is no item.",
                advice: "Nothing to do: pull requests are read from objects of the type pull.")
            return nil
        }
        guard let number = subject.number, number > 0 else {
            skip("no-number", line, field: "number", "The object has no number.", "Export the file again.")
            return nil
        }
        guard let repository = subject.repository else {
            skip("no-repository", line, field: "html_url", "No address says which repository this is.", "Export html_url or url too.")
            return nil
        }
        let key = (isChange ? "!" : "#") + "\(number)"
        let (closing, merging) = (events.last { $0.event == "closed" }?.createdAt, events.last { $0.event == "merged" }?.createdAt)
        let closed = subject.isOpen ? nil : subject.closedAt ?? closing
        let merged = isChange ? subject.mergedAt ?? (subject.isMerged == true ? merging ?? closed : nil) : nil
        let dates = [("created_at", subject.createdAt ?? ""), ("closed_at", closed), ("merged_at", merged)]
        if let wrong = dates.first(where: { $0.1.map { Instant(iso: $0) == nil } ?? false }) {
            skip("no-such-date", line, field: wrong.0, "There is no readable date.", "Mend the date and read the file again.")
            return nil
        }
        guard let openedAt = subject.createdAt.flatMap(Instant.init(iso:)) else { return nil }
        if closed == nil, subject.state?.lowercased() == "closed" {
            diagnostics.add(
                .note, "no-such-date", line: line, field: "closed_at", "\(key) is closed, and nothing says when.",
                advice: "Export it again, with its events.")
        }
        return GitHubRecord(
            line: line, isChange: isChange, key: key, repository: repository, subject: subject, openedAt: openedAt,
            closedAt: closed.flatMap(Instant.init(iso:)), mergedAt: merged.flatMap(Instant.init(iso:)), reviews: [])
    }

    /// Of two objects of one number the one that was changed later is used; where neither says when, the last one. A plain one and one
    /// with a timeline say different things, and both are kept.
    private mutating func keep(_ record: GitHubRecord) {
        let name = record.repository + record.factID
        guard let place = places[name] else {
            places[name] = records.count
            records.append(record)
            return
        }
        unusedCount += 1
        func changed(_ record: GitHubRecord) -> Int64? { record.subject.updatedAt.flatMap(Instant.init(iso:))?.rawValue }
        let isOlder = changed(record).flatMap { new in changed(records[place]).map { new < $0 } } ?? false
        diagnostics.add(
            .note, "duplicate-number", line: records[place].line,
            "Lines \(records[place].line) and \(record.line) both describe \(record.key); the \(isOlder ? "first, which is newer," : "last one") is used.",
            advice: "Nothing to do if the later one is the newer.")
        if !isOlder { records[place] = record }
    }

    /// Reviews with their rounds, and the commits that were pushed, in the order of the timeline.
    private mutating func readTimeline(_ events: [GitHubEvent], of record: inout GitHubRecord) {
        let hasPushes = events.contains(where: \.isPush)
        let author = record.subject.user?.plainLogin
        var (round, isPushed): (Int64, Bool) = (0, true)
        for (index, event) in events.enumerated() {
            if event.isPush {
                isPushed = true
                if let sha = event.sha { record.commits.append(sha) }
            }
            guard event.isReview, !event.isPending else {
                if event.isReview { pendingCount += 1 }
                continue
            }
            if event.account?.plainLogin != author, event.account?.isBot(bots) != true, isPushed {
                (round, isPushed) = (round + 1, false)
            }
            keep(
                event.submittedAt ?? event.createdAt, event.state, event.account, id: event.id.isEmpty ? "\(index)" : event.id,
                field: "events.\(index).submitted_at", round: hasPushes ? max(round, 1) : nil, of: &record)
        }
    }

    /// Adds a review to its change, unless its date cannot be read or it is there already.
    private mutating func keep(
        _ date: String?, _ state: String?, _ account: GitHubAccount?, id: String, field: String = "submitted_at", round: Int64? = nil,
        of record: inout GitHubRecord
    ) {
        if state?.lowercased() == "pending" {
            pendingCount += 1
            return
        }
        guard let reviewedAt = date.flatMap(Instant.init(iso:)) else {
            diagnostics.add(
                .skipped, "no-such-date", line: record.line, field: field, "A review of \(record.key) has no readable date.",
                advice: "Export the file again.")
            return
        }
        let full = record.key + ":" + id
        guard !record.reviews.contains(where: { $0.id == full }) else { return }
        record.reviews.append(
            GitHubReview(id: full, reviewedAt: reviewedAt, account: account, state: state?.lowercased() ?? "", round: round))
    }

    private func closings(in events: [GitHubEvent], of key: String) -> [GitHubClosing] {
        events.enumerated().compactMap { index, event in
            guard event.event == "closed" || event.event == "reopened", let at = event.createdAt.flatMap(Instant.init(iso:)) else {
                return nil
            }
            return GitHubClosing(
                id: key + ":" + (event.id.isEmpty ? "\(index)" : event.id), isClosed: event.event == "closed", at: at)
        }
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
