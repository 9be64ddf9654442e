import Foundation
import Measurement

/// The tools hone is compared with: pinned Python packages in a folder of their own, and our scripts that drive them.
struct Peers {
    let place: Place
    private let python: String

    /// Makes the folder of packages where it is missing or has other versions; throws Missing where that cannot be done.
    init(place: Place) throws {
        self.place = place
        python = place.work + "/peers/bin/python"
        let pinned = place.project + "/Benchmarks/peers.txt"
        if try !Self.isInstalled(pinned, python: python) {
            Progress.say("installing the peers of Benchmarks/peers.txt")
            do {
                try Command(program: "python3", arguments: ["-m", "venv", place.work + "/peers"], folder: place.work).usage()
                try Command(
                    program: python, arguments: ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", pinned],
                    folder: place.work
                ).usage()
            } catch let problem as WrongAnswer {
                throw Missing(reason: "the peers cannot be installed: \(problem.reason)")
            }
        }
    }

    private static func isInstalled(_ pinned: String, python: String) throws -> Bool {
        let versions = """
            import sys
            from importlib.metadata import version
            for line in open(sys.argv[1]):
                name, _, wanted = line.strip().partition("==")
                if name and version(name) != wanted: sys.exit(1)
            """
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return try Command(program: python, arguments: ["-c", versions, pinned], folder: "/").run().code == 0
    }

    /// Runs one of our scripts and returns its lines; the peak is what the kernel says.
    func lines(_ script: String, _ arguments: [String], in folder: String, budget: Budget) throws -> [PeerLine] {
        try lines(path: try path(of: script), arguments, in: folder, budget: budget)
    }

    /// The same for a script that is part of this project.
    func ownLines(_ script: String, _ arguments: [String], in folder: String, budget: Budget) throws -> [PeerLine] {
        try lines(path: "\(place.project)/Benchmarks/Peers/\(script)", arguments, in: folder, budget: budget)
    }

    private func lines(path: String, _ arguments: [String], in folder: String, budget: Budget) throws -> [PeerLine] {
        let output = folder + "/lines.tsv"
        let command = Command(
            program: python, arguments: [path] + arguments, folder: folder,
            environment: ["R": folder + "/results.tsv", "PYTHONDONTWRITEBYTECODE": "1"], output: output, mostSeconds: budget.commandSeconds)
        do {
            try command.usage()
        } catch let problem as WrongAnswer {
            throw Missing(reason: problem.reason)
        }
        return PeerLine.lines(in: try String(contentsOfFile: output, encoding: .utf8))
    }

    func path(of script: String) throws -> String {
        guard let scripts = place.scripts else {
            throw Missing(reason: "the peers' scripts are not here; set HONE_SHARED to the folder that has bench/gen_events.py")
        }
        return "\(scripts)/\(script)"
    }

    /// The seeded log with so many items, made once.
    func events(items: Int, ending: String = "csv") throws -> String {
        let generator = try path(of: "gen_events.py")
        return try place.cached("ev-\(items).\(ending)") { part in
            let arguments = [generator, "--items", "\(items)", "--seed", "7", "--\(ending)", part]
            try Command(program: python, arguments: arguments, folder: place.work, mostSeconds: 1_200).usage()
        }
    }

    /// A log that ends in the past however long it is, made once.
    func events(_ log: EvenLog) throws -> String {
        let generator = try path(of: "gen_events.py")
        return try place.cached("ev-\(log.items)-\(log.days)-days-before.csv") { part in
            let made = part + ".made"
            defer { try? FileManager.default.removeItem(atPath: made) }
            let arguments = [generator, "--items", "\(log.items)", "--seed", "7", "--days", "\(log.days)", "--csv", made]
            try Command(program: python, arguments: arguments, folder: place.work, mostSeconds: 1_200).usage()
            let earlier = log.firstYears.flatMap { ["-e", "s/,\($0)-/,\($0 - EvenLog.yearsEarlier)-/"] }
            try Command(program: "sed", arguments: earlier + [made], folder: place.work, output: part, mostSeconds: 1_200).usage()
        }
    }

    /// A log without its last rows, and those alone, made once.
    func parts(of file: String, newRows: Int) throws -> (old: String, new: String) {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let shell = { (script: String, part: String) in
            try Command(program: "sh", arguments: ["-c", script, "sh", file, "\(newRows)", part], folder: place.work).usage()
        }
        let old = try place.cached("\(name)-old.csv") { try _ = shell(#"head -n "-$2" "$1" > "$3""#, $0) }
        let new = try place.cached("\(name)-new.csv") { try _ = shell(#"{ head -n 1 "$1"; tail -n "$2" "$1"; } > "$3""#, $0) }
        return (old, new)
    }

    /// The same rows item by item, made once.
    func grouped(items: Int) throws -> String {
        let plain = try events(items: items)
        return try place.cached("ev-\(items)-grouped.csv") { part in
            try Command(program: place.bench, arguments: ["grouped", plain, part], folder: place.work).usage()
        }
    }

    /// The same rows quoted or ragged, made once.
    func events(items: Int, variant: RowVariant.Kind) throws -> String {
        let plain = try events(items: items)
        return try place.cached("ev-\(items)-\(variant.rawValue).csv") { part in
            try Command(program: place.bench, arguments: ["variant", variant.rawValue, plain, part], folder: place.work).usage()
        }
    }
}
