import Foundation
import Measurement

/// Everything that `bench` measures, in the order of what it costs.
struct WholeTable {
    let place: Place
    let options: Options
    let machine: Machine
    let budget: Budget

    func rows() -> [TableRow] {
        let rows = statisticsRows() + gitRows() + eventRows()
        return rows.sorted { Self.order($0.id) < Self.order($1.id) }
    }

    /// P2 stands before P10; rows of one line keep their order.
    private static func order(_ id: String) -> Int {
        Int(id.dropFirst().prefix { $0.isNumber }) ?? 0
    }

    private func gitRows() -> [TableRow] {
        guard options.wants("P1", "P2", "P3", "P14") else { return [] }
        // The lines are written for a history of people; one is made up where none is named.
        let real = ProcessInfo.processInfo.environment["HONE_BENCH_REPO"].map { URL(fileURLWithPath: $0).standardizedFileURL }
        let name = real?.lastPathComponent ?? "made up"
        return measured("P1-P3", "git history, \(name)") {
            let source = try real?.path ?? GitWork.madeUp(commits: 3_000, place: place)
            let work = try GitWork(name: name, source: source, place: place, budget: budget)
            let ring = Contest.Ring(canJudgeWall: machine.canJudgeWall, isFullSize: true)
            return try GitRows(work: work, options: options, ring: ring).rows()
        }
    }

    private func eventRows() -> [TableRow] {
        let ring = Contest.Ring(canJudgeWall: machine.canJudgeWall, isFullSize: options.items == 1_000_000)
        guard options.wants("P4", "P5", "P5B", "P6", "P9", "P10", "P11", "P12", "P13", "P14") else { return [] }
        let peers: Peers
        do {
            peers = try Peers(place: place)
        } catch {
            return Self.unmeasured("P4-P14", "event log", error)
        }
        let growth = GrowthRows(place: place, peers: peers, budget: budget, options: options, ring: ring)
        var rows: [TableRow] = []
        if options.isFull ? options.wants("P13") : options.only.contains("P13") {
            rows += measured("P13", "10k items, cold command line") { [try growth.coldRow()] }
        }
        if options.wants("P4", "P5", "P5B", "P6", "P9", "P10", "P11", "P12", "P14") {
            rows += measured("P4-P14", "event log, \(options.items) items") {
                let work = try EventWork(place: place, peers: peers, budget: budget, items: options.items)
                let series = EventRows(work: work, options: options, ring: ring)
                let refresh = RefreshRows(place: place, peers: peers, budget: budget, ring: ring)
                let columns = ColumnsRows(work: work, options: options, ring: ring)
                let parts = (whole: PartLines(), refresh: PartLines())
                var others = options.wants("P5") ? [columns.subject(parts: parts.whole)] : []
                if options.wants("P5", "P5B") { others += try refresh.subjects(work, parts: parts.refresh) }
                let found = try series.outcomes(others)
                var rows = series.rows(found)
                if options.wants("P5", "P5B") { rows += refresh.rows(work, found, parts: parts.refresh) }
                if options.wants("P5") { rows += columns.rows(found, parts: parts.whole) }
                if options.wants("P14") { rows.append(try series.threadRow()) }
                if options.wants("P12") {
                    rows += measured("P12", "exponent of CPU") { [try growth.exponentRow(found)] }
                    rows += measured("P12", "refresh over years") { [try refresh.growthRow(options)] }
                }
                if options.wants("P4") { rows.append(try series.sqliteRow(found)) }
                return rows
            }
        }
        return rows
    }

    private func statisticsRows() -> [TableRow] {
        guard options.wants("P7", "P7B") else { return [] }
        return measured("P7", "forecasts and resampling") {
            let ring = Contest.Ring(canJudgeWall: machine.canJudgeWall, isFullSize: true)
            return try StatisticsRows(place: place, peers: Peers(place: place), budget: budget, ring: ring).rows()
        }
    }

    private func measured(_ id: String, _ work: String, _ make: () throws -> [TableRow]) -> [TableRow] {
        do {
            return try make()
        } catch {
            return Self.unmeasured(id, work, error)
        }
    }

    private static func unmeasured(_ id: String, _ work: String, _ error: any Error) -> [TableRow] {
        let reason =
            switch error {
            case let missing as Missing: missing.reason
            case let wrong as WrongAnswer: wrong.reason
            case let stopped as Stopped: "\(stopped.words) did not end in the time it was given"
            default: "\(error)"
            }
        return [TableRow(id: id, work: work, verdict: .notMeasured(reason))]
    }
}
