import Foundation
import Measurement

/// Counts instructions under valgrind: unlike seconds they hardly differ from run to run, so a CI job may fail on them.
struct Instructions {
    let place: Place
    let records: Bool

    private static let items = 10_000
    private static let commits = 300
    private var recordPath: String { place.project + "/Benchmarks/instructions.txt" }

    /// Whether everything that was recorded still holds.
    func areKept() throws -> Bool {
        let missing = ["valgrind", "strip"].filter { (try? Command(program: $0, arguments: ["--version"], folder: "/").run().code) != 0 }
        guard missing.isEmpty else {
            print("not measured: there is no \(missing.joined(separator: " and no ")) here. Install it: apt-get install valgrind binutils")
            return true
        }
        let recorded = InstructionCounts(text: (try? String(contentsOfFile: recordPath, encoding: .utf8)) ?? "")
        let counts = InstructionCounts(counts: try counted())
        if records {
            try (Self.heading + counts.text).write(toFile: recordPath, atomically: true, encoding: .utf8)
            print(counts.text + "recorded in Benchmarks/instructions.txt")
            return true
        }
        var areKept = true
        for (name, count) in counts.counts.sorted(by: { $0.key < $1.key }) {
            let verdict: String
            switch recorded.change(of: name, to: count) {
            case .new: verdict = "not judged: nothing is recorded; bench instructions --record writes it"
            case .same: verdict = "holds"
            case .shrunk(let share): verdict = String(format: "%.1f %% fewer: record it with bench instructions --record", share * 100)
            case .grown(let share):
                verdict = String(format: "MISSED: %.1f %% more than recorded, 2 %% are allowed", share * 100)
                areKept = false
            }
            print("\(name)\t\(count)\t\(verdict)")
        }
        return areKept
    }

    private static let heading = """
        # Instructions under valgrind --tool=callgrind, children not counted: events are \(items) items of bench's own log,
        # the repository is made up of \(commits) commits. Written by `bench instructions --record`; another Swift
        # toolchain or libsqlite3 needs a new record.

        """

    private func counted() throws -> [String: Int] {
        // valgrind cannot read the debug information that Swift writes today, and needs none to count.
        let program = place.work + "/hone-without-debug-information"
        try Command(program: "strip", arguments: ["-g", "-o", program, place.hone], folder: place.work).usage()
        let events = try place.cached("own-\(Self.items).csv") { part in
            try Command(program: place.bench, arguments: ["events", "\(Self.items)", part], folder: place.work).usage()
        }
        let repository = try GitWork.madeUp(commits: Self.commits, place: place)
        let items = try HoneFolder.events(at: place.emptyFolder("counted-events"), hone: program, file: events)
        let history = try HoneFolder.repository(at: place.emptyFolder("counted-history"), hone: program, repository: repository)
        let log = items.path + "/printed-log.tsv"
        try GitWork.printLog(of: repository, to: log, place: place)
        var counts = [
            "import csv, 10k items": try count(["import", "csv", events], in: items),
            "scorecard, 10k items": try count(["scorecard"] + HoneFolder.window, in: items),
            "import git-log, 300 commits": try count(["import", "git-log", log], in: history),
        ]
        history.removeStore()
        do {
            counts["sync, 300 commits"] = try count(["sync"], in: history)
        } catch let missing as Missing {
            print("sync, 300 commits\t\tnot measured: \(missing.reason)")
        }
        return counts
    }

    private func count(_ arguments: [String], in folder: HoneFolder) throws -> Int {
        Progress.say("counting hone \(arguments[0])")
        let output = folder.path + "/callgrind.out"
        let shim = (place.bench as NSString).deletingLastPathComponent + "/libWritableMask.so"
        let command = Command(
            program: "valgrind", arguments: ["--tool=callgrind", "--callgrind-out-file=\(output)", folder.hone] + arguments,
            folder: folder.path,
            environment: ["LD_PRELOAD": shim, "SWIFT_DETERMINISTIC_HASHING": "1"], errors: folder.path + "/errors.txt", mostSeconds: 900)
        do {
            try command.usage()
        } catch let wrong as WrongAnswer {
            let said = try String(contentsOfFile: command.errors, encoding: .utf8)
            guard said.contains("unhandled amd64-linux syscall: 434") else { throw wrong }
            throw Missing(reason: "this valgrind does not know pidfd_open, with which hone starts git; take a newer one")
        }
        for line in try TextLines(path: output) where line.hasPrefix("totals: ") {
            if let count = Int(line.dropFirst(8)) { return count }
        }
        throw Failure(what: "callgrind", why: "its output has no line of totals", advice: "Run valgrind --tool=callgrind by hand and look")
    }
}
