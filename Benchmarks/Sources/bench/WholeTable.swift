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
        var sources: [(name: String, find: () throws -> String)] = [("made up", { try GitWork.madeUp(commits: 3_000, place: place) })]
        if let real = ProcessInfo.processInfo.environment["HONE_BENCH_REPO"] {
            sources.append((URL(fileURLWithPath: real).lastPathComponent, { URL(fileURLWithPath: real).standardizedFileURL.path }))
        }
        // The lines are written for a history of people; the one made here is judged where there is no other.
        let judged = sources.last?.name
        return sources.flatMap { source in
            let ring = Contest.Ring(canJudgeWall: machine.canJudgeWall, isFullSize: source.name == judged)
            return measured("P1-P3", "git history, \(source.name)") {
                let work = try GitWork(name: source.name, source: try source.find(), place: place, budget: budget)
                return try GitRows(work: work, options: options, ring: ring).rows()
            }
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
        if options.wants("P4", "P5", "P5B", "P6", "P9", "P10", "P11", "P14") {
            rows += measured("P4-P14", "event log, \(options.items) items") {
                let work = try EventWork(place: place, peers: peers, budget: budget, items: options.items)
                var rows: [TableRow] = []
                let series = EventRows(work: work, options: options, ring: ring)
                if options.wants("P4", "P6", "P9", "P10", "P11") { rows += try series.rows() }
                if options.wants("P5", "P5B") {
                    rows += try RefreshRows(place: place, peers: peers, budget: budget, ring: ring).rows(work)
                }
                if options.wants("P5") { rows += try ColumnsRows(work: work, options: options, ring: ring).rows() }
                if options.wants("P14") { rows.append(try series.threadRow()) }
                return rows
            }
        }
        if options.wants("P12") {
            rows += measured("P12", "exponent of CPU") { [try growth.exponentRow()] }
            rows += measured("P12", "refresh over years") {
                [try RefreshRows(place: place, peers: peers, budget: budget, ring: ring).growthRow(options)]
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
