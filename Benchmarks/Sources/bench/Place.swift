import Foundation

/// Where things are: the project, the program to time, the work folder, the peers' scripts.
struct Place {
    let project: String
    let bench: String
    let hone: String
    /// The program that times code inside its own process; `make bench` builds it.
    let columns: String
    /// The same for forecasts and resampling.
    let statistics: String
    let work: String
    /// Folder with the generator and the peers' scripts, if there is one.
    let scripts: String?

    init(options: Options) throws {
        let files = FileManager.default
        let environment = ProcessInfo.processInfo.environment
        bench = try files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        project = try Self.project(above: [bench, files.currentDirectoryPath])
        hone = Self.absolute(options.hone ?? project + "/.build/release/hone")
        columns = project + "/.build/release/columns"
        statistics = project + "/.build/release/statistics"
        work = Self.absolute(environment["HONE_BENCH_DIR"] ?? project + "/.build/bench")
        let shared = Self.absolute(environment["HONE_SHARED"] ?? project + "/../shared") + "/bench"
        scripts = files.fileExists(atPath: shared + "/gen_events.py") ? shared : nil
        guard files.isExecutableFile(atPath: hone) else {
            throw Failure(what: hone, why: "there is no program to time", advice: "Run make build, or name one with --hone PATH")
        }
        try files.createDirectory(atPath: work + "/runs", withIntermediateDirectories: true)
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    private static func project(above places: [String]) throws -> String {
        for place in places {
            var folder = URL(fileURLWithPath: place)
            while folder.path != "/" {
                if FileManager.default.fileExists(atPath: folder.path + "/Benchmarks/peers.txt") { return folder.path }
                folder = folder.deletingLastPathComponent()
            }
        }
        throw Failure(what: "The project", why: "no folder above has Benchmarks/peers.txt", advice: "Start bench inside the project")
    }

    /// An empty folder for one command.
    func emptyFolder(_ name: String) throws -> String {
        let path = work + "/runs/" + name
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// A file made once: `make` writes it under another name, which then gets the right one.
    func cached(_ name: String, make: (String) throws -> Void) throws -> String {
        let path = work + "/" + name
        if FileManager.default.fileExists(atPath: path) { return path }
        Progress.say("making \(name)")
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        try make(part)
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return path
    }

    /// Bytes of a file; 0 where there is none.
    static func bytes(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}

/// Lines for whoever watches, on standard error.
enum Progress {
    private static let begun = ContinuousClock.now

    static func say(_ line: String) {
        let passed = (ContinuousClock.now - begun).components.seconds
        FileHandle.standardError.write(Data("· \(passed) s, \(line)\n".utf8))
    }
}
