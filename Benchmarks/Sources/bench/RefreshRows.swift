import Foundation
import Measurement

/// What a thousand new events cost: P5b, in a process that stays and as two commands, beside all queries of the fastest engine; and P12, how a refreshed page grows with the
/// years of a log whose rate stays the same.
struct RefreshRows {
    let place: Place
    let peers: Peers
    let budget: Budget
    let ring: Contest.Ring
    private static let newRows = 1_000

    /// P5b: the process that stays, and the two commands.
    func subjects(_ work: EventWork, parts: PartLines) throws -> [Subject] {
        let file = try peers.events(items: work.items)
        let old = try stored(file, as: "refresh-old")
        return [try resident(file, old, work, parts), try refresh(file, old)]
    }

    func rows(_ work: EventWork, _ found: [String: Outcome], parts: PartLines) -> [TableRow] {
        let tool = work.fastestQueries
        let title = "\(Self.newRows) new events on \(EventRows.count(work.rows))"
        func row(_ part: String, _ subject: String, ship: Limit?, goal: Limit, note: String) -> TableRow {
            let contest = Contest(
                id: "P5b", work: "\(title): \(part)", scale: .times, ship: ship, goal: goal, peers: { $0.parts[1] }, note: note)
            return contest.row(found[subject], "\(tool), all queries", found["flow \(tool)"], in: ring)
        }
        let inProcess = row(
            "flow metrics, in process", "columns refresh", ship: .atLeast(100), goal: .atLeast(400),
            note: "hone reads what was stored since and exchanges the items that it speaks of; the sums are those of a full recompute")
        let commands = row(
            "import and page", "hone refresh", ship: nil, goal: .atLeast(100),
            note: "two whole commands, from their start to their end; the page is that of a log that was imported at once")
        return [inProcess] + ColumnsRun.rows(ofParts: parts.lines) + [commands]
    }

    /// A process that has the sums of a log, while another one stores its last rows.
    private func resident(_ file: String, _ old: Prepared, _ work: EventWork, _ parts: PartLines) throws -> Subject {
        let new = try peers.parts(of: file, newRows: Self.newRows).new
        return Subject(name: "columns refresh") {
            let folder = try old.folder().copied(as: "resident", place, budget)
            let run = try ColumnsRun(work, folder, then: [place.hone, "import", "csv", new])
            parts.lines = run.lines.filter { $0.id == "P5b" && !$0.part.isEmpty }
            return Sample(parts: [try run.line("P5b", answer: work.answer).usage])
        }
    }

    /// Three years, which have every part of a page, and three times as many.
    func growthRow(_ options: Options) throws -> TableRow {
        let logs = [3, 9].map { EvenLog(years: $0, itemsOfThree: options.items) }
        let (years, sizes) = (logs.map(\.years), logs.map(\.items))
        var imports: [Int: Usage] = [:]
        let subjects = try logs.map { log in
            let file = try peers.events(log)
            let old = try stored(file, as: "refresh-old-\(log.years)")
            return try page(file, old, name: "\(log.years)") { imports[log.years] = $0 }
        }
        let found = Outcome.measured(subjects, budget: budget)
        let samples = years.map { found["\($0)"]?.samples ?? [] }
        let pages = samples.map { Usage.median(of: $0.map(\.whole)) }
        var row = TableRow(
            id: "P12", work: "exponent of a page after \(Self.newRows) new events, \(years.map(String.init).joined(separator: ", ")) years",
            peerName: "", scale: .exponent, ship: .atMost(0.05), verdict: .notMeasured("it did not run to its end"))
        for case let outcome? in years.map({ found["\($0)"] }) {
            switch outcome {
            case .wrong(let reason): row.verdict = .wrong(reason)
            case .missing(let missing): row.verdict = .notMeasured(missing.reason)
            case .stopped: row.verdict = .notMeasured("hone did not end in the time it was given")
            case .measured: continue
            }
            return row
        }
        // Of each round one: what slows both down is no growth.
        let rounds = samples.map(\.count).min() ?? 0
        let exponents = (0..<rounds).compactMap { round in
            GrowthExponent.fit(sizes: sizes.map(Double.init), costs: samples.map { $0[round].whole.cpuSeconds })
        }
        row.value = RatioSummary(values: exponents)
        guard let exponent = row.value?.median else { return row }
        row.ours = pages.last ?? nil
        row.load = Machine.load
        func text(_ costs: [Double]) -> String { costs.map { Scale.exponent.text($0) }.joined(separator: ", ") }
        row.note =
            "the same rate of events at the end; CPU s of the page \(text(pages.compactMap { $0?.cpuSeconds })), of the import before it, once, "
            + text(years.compactMap { imports[$0]?.cpuSeconds })
        row.verdict = Verdict(of: exponent, ship: .atMost(0.05), goal: .atMost(0.05), isFullSize: ring.isFullSize)
        return row
    }

    /// A stored log with its page, without its last rows.
    private func stored(_ file: String, as name: String) throws -> Prepared {
        let parts = try peers.parts(of: file, newRows: Self.newRows)
        return Prepared {
            let folder = try HoneFolder.events(at: place.emptyFolder(name), hone: place.hone, files: [parts.old, parts.new])
            _ = try folder.importCSV(parts.old)
            _ = try folder.scorecard()
            return folder
        }
    }

    /// The last rows and the page again, behind a stored log with its page.
    private func refresh(_ file: String, _ old: Prepared) throws -> Subject {
        let parts = try peers.parts(of: file, newRows: Self.newRows)
        let expected = WholePage(files: [parts.old, parts.new], place: place)
        return Subject(name: "hone refresh") {
            let folder = try old.folder().copied(as: "refresh", place, budget)
            let usages = [try folder.importCSV(parts.new), try folder.scorecard()]
            try expected.check(folder)
            return Sample(parts: usages)
        }
    }

    /// The page alone, each time behind the same import of the last rows, which is told what it took.
    private func page(_ file: String, _ old: Prepared, name: String, imported: @escaping (Usage) -> Void) throws -> Subject {
        let parts = try peers.parts(of: file, newRows: Self.newRows)
        let expected = WholePage(files: [parts.old, parts.new], place: place)
        let new = Prepared {
            let folder = try old.folder().copied(as: "refresh-new-\(name)", place, budget)
            imported(try folder.importCSV(parts.new))
            return folder
        }
        return Subject(name: name) {
            let folder = try new.folder().copied(as: "refresh", place, budget)
            let usage = try folder.scorecard()
            try expected.check(folder)
            return Sample(parts: [usage])
        }
    }
}

/// The page of a log that was imported at once. Reading everything says the same each time.
private final class WholePage {
    private let files: [String]
    private let place: Place
    private var page: [Substring]?
    private var isNextChecked = false

    init(files: [String], place: Place) { (self.files, self.place) = (files, place) }

    /// Wants that a folder has printed it; and, the first time, that the page after that, which begins with what this one kept, is the same.
    func check(_ folder: HoneFolder) throws {
        try compare(folder)
        guard !isNextChecked else { return }
        isNextChecked = true
        _ = try folder.scorecard()
        try compare(folder)
    }

    private func compare(_ folder: HoneFolder) throws {
        let found = try folder.printedPage()
        if try found != page ?? made() { throw WrongAnswer(reason: "the refreshed page is not that of a reading of everything") }
    }

    private func made() throws -> [Substring] {
        let folder = try HoneFolder.events(at: place.emptyFolder("refresh-whole"), hone: place.hone, files: files)
        for file in files { _ = try folder.importCSV(file) }
        _ = try folder.scorecard()
        let made = try folder.printedPage()
        page = made
        return made
    }
}

extension HoneFolder {
    /// The page that was printed last, without when its sources were read and how many minutes ago they were written.
    fileprivate func printedPage() throws -> [Substring] {
        let text = try String(contentsOfFile: path + "/output.txt", encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("evidence:") && !$0.contains(" as it ") }
    }
}
