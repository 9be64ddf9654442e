import Foundation
import Measurement

/// P4, P6, P9, P10, P11 and P14 of events: all from the same rounds.
struct EventRows {
    let work: EventWork
    let options: Options
    let ring: Contest.Ring

    /// What must be left for SQLite with a unique index: it is slower by two orders of magnitude, so it runs once, and last.
    private static let secondsForSQLite = 90.0

    /// - Parameter others: subjects that take turns with these.
    func outcomes(_ others: [Subject]) throws -> [String: Outcome] {
        let file = try work.peers.events(items: work.items)
        let tool = work.bestEngine
        var subjects =
            options.wants("P4", "P6", "P9", "P10", "P11", "P12") ? [work.hone("hone", file: file, storedRows: work.rows)] : []
        if options.wants("P4", "P11") { subjects.append(work.durable("parquet", ending: "parquet", file: file)) }
        if options.wants("P4", "P9") { subjects.append(work.durable("duckdb", ending: "duckdb", file: file)) }
        if options.wants("P9") { subjects += [work.duckdbOpen(), work.pages(file: file)] }
        if options.wants("P6") { subjects.append(work.tried(file: file)) }
        var engines: Set<String> = options.wants("P6") ? [tool] : []
        if options.wants("P10", "P12") { engines.insert("duckdb") }
        if options.wants("P5", "P5B") { engines.insert(work.fastestQueries) }
        subjects += others + engines.sorted().map { work.flow($0, file: file) }
        if options.wants("P4") { subjects += try ingestSubjects(file: file) }
        return Outcome.measured(subjects, budget: work.budget)
    }

    func rows(_ found: [String: Outcome]) -> [TableRow] {
        let tool = work.bestEngine
        var rows: [TableRow] = []
        if options.wants("P4") { rows += ingestRows(found) }
        if options.wants("P6") {
            let contest = Contest(
                id: "P6", work: "CSV file to printed scorecard, \(Self.count(work.items)) items", ship: .atMost(0.30), goal: .atMost(0.15),
                note: "one process that stores nothing, as the peer; that is the best of three, without the permutation test")
            rows.append(contest.row(found["hone try"], "\(tool) in memory", found["flow \(tool)"], in: ring))
            let stored = Contest(
                id: "P6", work: "the same, import and scorecard", goal: .atMost(0.30),
                note: "two commands, added up, with a store that is durable")
            rows.append(stored.row(found["hone"], "\(tool) in memory", found["flow \(tool)"], in: ring))
        }
        if options.wants("P9") { rows += pageRows(found) }
        if options.wants("P10") {
            let contest = Contest(
                id: "P10", work: "peak memory, import and scorecard", ship: .atMost(0.25), goal: .atMost(0.16), quantity: \.peakMebibytes,
                note: perMillion(found["hone"], found["flow duckdb"]))
            rows.append(contest.row(found["hone"], "DuckDB in memory", found["flow duckdb"], in: ring))
        }
        if options.wants("P11") {
            let contest = Contest(
                id: "P11", work: "bytes of the store", ship: .atMost(1), goal: .atMost(0.75), ours: { $0.parts[0] },
                figure: { Double($0.bytes) }, note: bytes(found["hone"], found["parquet"]))
            rows.append(contest.row(found["hone"], "Parquet by polars", found["parquet"], in: ring))
        }
        return rows
    }

    /// The page that a sync has prepared, the one after it, and the one that an import leaves to whoever asks first.
    private func pageRows(_ found: [String: Outcome]) -> [TableRow] {
        func row(_ page: String, _ subject: String, _ part: Int) -> TableRow {
            let contest = Contest(
                id: "P9", work: "\(page) of \(Self.count(work.rows)) stored events, wall", scale: .milliseconds,
                ship: .atMost(200), goal: .atMost(100), isWall: true, ours: { $0.parts[part] }, quantity: { $0.wallSeconds * 1_000 })
            return contest.row(found[subject], in: ring, peerName: "DuckDB open, query", peer: found["duckdb open"])
        }
        var unprepared = row("first scorecard behind an import", "hone", 1)
        if unprepared.value != nil {
            unprepared.verdict = .notJudged("a sync prepares the page; an import with its page has a goal, beside P6")
        }
        return [row("first scorecard", "hone pages", 0), row("next scorecard", "hone pages", 1), unprepared]
    }

    private func ingestSubjects(file: String) throws -> [Subject] {
        let quoted = try work.peers.events(items: work.items, variant: .quoted)
        let ragged = try work.peers.events(items: work.items, variant: .ragged)
        return [
            work.hone("hone quoted", file: quoted, storedRows: work.rows, withScorecard: false),
            work.hone("hone ragged", file: ragged, storedRows: work.rows - RowVariant.shortRows(of: work.rows), withScorecard: false),
            work.jsonLines(),
            work.reimport(file: file),
        ]
    }

    /// P4 beside SQLite, which takes minutes.
    func sqliteRow(_ found: [String: Outcome]) throws -> TableRow {
        let subject = work.durable("pysqlite-uniq", ending: "pysqlite-uniq", file: try work.peers.events(items: work.items), mostRounds: 1)
        let isTime = work.budget.secondsLeft > Self.secondsForSQLite
        let outcome =
            isTime
            ? Outcome.measured([subject], budget: work.budget)[subject.name]
            : .missing(Missing(reason: "it takes minutes and too few were left; run bench --only P4 or bench --full"))
        return ingest(60, 120, note: "SQLite runs once").row(found["hone"], "SQLite, unique", outcome, in: ring)
    }

    private func ingest(_ ship: Double, _ goal: Double, note: String? = nil) -> Contest {
        Contest(
            id: "P4", work: "durable ingest, \(Self.count(work.rows)) events from CSV", scale: .times, ship: .atLeast(ship),
            goal: .atLeast(goal), ours: { $0.parts[0] }, note: note)
    }

    private func ingestRows(_ found: [String: Outcome]) -> [TableRow] {
        func variant(_ name: String) -> Contest {
            Contest(id: "P4", work: "\(name) input over plain", ship: .atMost(2.5), ours: { $0.parts[0] }, peers: { $0.parts[0] })
        }
        let again = Contest(
            id: "P4", work: "the same file again adds 0 rows", scale: .milliseconds, quantity: { $0.wallSeconds * 1_000 })
        return [
            ingest(2, 4, note: perSecond(found["hone"])).row(found["hone"], "Parquet by polars", found["parquet"], in: ring),
            ingest(4, 8).row(found["hone"], "DuckDB file", found["duckdb"], in: ring),
            variant("quoted").row(found["hone quoted"], "hone, plain", found["hone"], in: ring),
            variant("ragged").row(found["hone ragged"], "hone, plain", found["hone"], in: ring),
            variant("JSON lines").row(found["hone JSON lines"], "hone, plain", found["hone"], in: ring),
            again.row(found["hone re-import"], in: ring),
        ]
    }

    /// P14: the same import on one core and on all.
    func threadRow() throws -> TableRow {
        let file = try work.peers.events(items: work.items)
        let found = Outcome.measured(
            [
                work.hone("hone import", file: file, storedRows: work.rows, withScorecard: false),
                work.hone("hone import, one core", file: file, storedRows: work.rows, isOnOneCore: true, withScorecard: false),
            ], budget: work.budget)
        let contest = Contest(
            id: "P14", work: "import, all cores over one", ship: .atMost(0.75), goal: .atMost(0.60), isWall: true, quantity: \.wallSeconds)
        return contest.row(found["hone import"], "hone, one core", found["hone import, one core"], in: ring)
    }

    static func count(_ number: Int) -> String {
        number >= 1_000_000 && number.isMultiple(of: 1_000_000)
            ? "\(number / 1_000_000)M" : number >= 1_000_000 ? String(format: "%.2fM", Double(number) / 1e6) : "\(number / 1_000)k"
    }

    private func perSecond(_ outcome: Outcome?) -> String? {
        guard let usage = Usage.median(of: outcome?.samples.map { $0.parts[0] } ?? []), usage.cpuSeconds > 0 else { return nil }
        return String(format: "hone %.2f M rows a CPU s", Double(work.rows) / usage.cpuSeconds / 1e6)
    }

    private func perMillion(_ outcomes: Outcome?...) -> String? {
        let peaks = outcomes.compactMap { Usage.median(of: $0?.samples.map(\.whole) ?? [])?.peakMebibytes }
        guard peaks.count == 2 else { return nil }
        let millions = Double(work.rows) / 1e6
        return String(format: "per million events: hone %.0f MiB, DuckDB %.0f MiB", peaks[0] / millions, peaks[1] / millions)
    }

    private func bytes(_ outcomes: Outcome?...) -> String? {
        let sizes = outcomes.compactMap { $0?.samples.last?.bytes }
        guard sizes.count == 2 else { return nil }
        return String(
            format: "bytes an event: hone %.1f, Parquet %.1f", Double(sizes[0]) / Double(work.rows), Double(sizes[1]) / Double(work.rows))
    }
}
