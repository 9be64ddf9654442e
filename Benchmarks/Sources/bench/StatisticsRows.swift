import Foundation
import Measurement

/// P7 and P7b: forecasts and resampling, which the program `statistics` times inside its own process, beside `mc.py`.
struct StatisticsRows {
    let place: Place
    let peers: Peers
    let budget: Budget
    let ring: Contest.Ring

    /// One row: a line of `statistics` and the lines of `mc.py` that do the same, of which the one with least CPU time counts.
    private struct Work {
        let line: String
        let title: String
        let peer: String
        let phases: [String]
        let goal: Double
        var ship = 2.0

        var id: String { line.split(separator: " ").first.map(String.init) ?? line }
    }

    private static let works = [
        Work(
            line: "P7 simulated", title: "forecast of 50 items, 1,000,000 trials", peer: "numpy, its faster way",
            phases: ["MC 1M trials, matrix (horizon 120 d)", "MC 1M trials, stepped"], goal: 15, ship: 8),
        Work(
            line: "P7b BCa", title: "BCa interval of a mean of 1,000, 10,000 resamples", peer: "scipy",
            phases: ["bootstrap BCa 10k resamples, mean, n=1000"], goal: 8),
        Work(
            line: "P7b BCa-median", title: "BCa interval of a median of 1,000, 10,000 resamples", peer: "scipy",
            phases: ["bootstrap BCa 10k resamples, median, n=1000"], goal: 8),
        Work(
            line: "P7b permutation", title: "permutation test of 2 x 1,000, 10,000 rearrangements", peer: "scipy",
            phases: ["permutation test 10k, mean diff, n=2x1000"], goal: 10),
        Work(
            line: "P7b PELT", title: "changes of level in 10,000 values", peer: "ruptures in C",
            phases: ["KernelCPD linear (C) PELT n=10000"], goal: 4),
    ]
    private static let exact = "P7 exact"

    func rows() -> [TableRow] {
        let names = [Self.exact] + Self.works.map(\.line)
        let subjects = [
            Subject(name: "statistics", mostRounds: 5) { Sample(parts: try usages(of: names)) },
            // Half a minute of it goes into what no row needs.
            Subject(name: "mc.py", mostRounds: 1) { Sample(parts: try peerUsages()) },
        ]
        let found = Outcome.measured(subjects, budget: budget)
        let exact = Contest(
            id: "P7", work: "exact forecast of 50 items from 120 days, CPU", scale: .milliseconds, goal: .atMost(0.05),
            ours: { $0.parts[0] },
            quantity: { $0.cpuSeconds * 1_000 },
            note: "by convolution; its quantiles and its mean agree with the simulation")
        var rows = Self.works.enumerated().map { position, work in
            Contest(
                id: work.id, work: work.title, scale: .times, ship: .atLeast(work.ship), goal: .atLeast(work.goal),
                ours: { $0.parts[position + 1] }, peers: { $0.parts[position] }
            ).row(found["statistics"], work.peer, found["mc.py"], in: ring)
        }
        rows.insert(exact.row(found["statistics"], in: ring), at: 1)
        return rows
    }

    /// Runs `statistics` and wants every answer right.
    private func usages(of names: [String]) throws -> [Usage] {
        guard FileManager.default.isExecutableFile(atPath: place.statistics) else {
            throw Missing(reason: "the program statistics is not built; make bench builds it")
        }
        let folder = try place.emptyFolder("statistics")
        var command = Command(program: place.statistics, arguments: [], folder: folder, mostSeconds: budget.commandSeconds)
        command.output = folder + "/statistics.tsv"
        try command.usage()
        let lines = try String(contentsOfFile: command.output, encoding: .utf8).split(separator: "\n").compactMap {
            ColumnsLine(String($0))
        }
        let checks = Dictionary(lines.map { ($0.name, $0.check) }) { first, _ in first }
        if let difference = StatisticsAnswer.difference(in: checks) { throw WrongAnswer(reason: difference) }
        return try names.map { name in
            guard let line = lines.first(where: { $0.name == name }) else {
                throw WrongAnswer(reason: "statistics printed no line \(name)")
            }
            return line.usage
        }
    }

    /// Runs `mc.py`; of each work the fastest of its lines.
    private func peerUsages() throws -> [Usage] {
        let lines = try peers.lines("mc.py", [], in: place.emptyFolder("mc"), budget: budget)
        return try Self.works.map { work in
            let usages = lines.filter { work.phases.contains($0.phase) }.map(\.usage)
            guard let fastest = usages.min(by: { $0.cpuSeconds < $1.cpuSeconds }) else {
                throw Missing(reason: "mc.py printed no line \(work.phases[0])")
            }
            return fastest
        }
    }
}
