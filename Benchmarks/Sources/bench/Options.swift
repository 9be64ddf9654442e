import Foundation

/// The command line.
struct Options {
    enum Work: String {
        case table, instructions, spin, repository, events, variant, grouped, help
    }

    var work = Work.table
    var only: Set<String> = []
    var isFull = false
    var items = 1_000_000
    var isMarkdown = false
    var records = false
    var hone: String?
    /// What follows a work that only the runner itself starts.
    var rest: [String] = []

    static let help = """
        Times whole commands of hone beside the tools that do the same work, and compares them with the ship lines.

        bench                     every line that fits into ten minutes
        bench --full              also what takes longer; the table is written to Benchmarks/Results/
        bench --only P4,P6        only these lines
        bench --items 100000      a smaller event log, for quick tries; the lines are written for 1,000,000
        bench --markdown          the table as Markdown
        bench --hone PATH         the program to time; default .build/release/hone of the project
        bench instructions        counts instructions under valgrind, fails on more than 2 % above instructions.txt
        bench instructions --record   writes instructions.txt

        Environment: HONE_BENCH_DIR work folder, default .build/bench; HONE_SHARED folder whose bench/ holds the peers'
        scripts and the generator, default ../shared; HONE_BENCH_REPO a real git repository to read.

        Exit codes: 0 no line was missed; 1 a line was missed or an answer was wrong; 64 wrong usage; 70 it could not run.
        """

    init(_ arguments: [String]) throws {
        var words = arguments[...]
        if let first = words.first, let work = Work(rawValue: first) {
            self.work = work
            words = words.dropFirst()
            if [.spin, .repository, .events, .variant, .grouped].contains(work) {
                rest = Array(words)
                return
            }
        }
        while let word = words.popFirst() {
            switch word {
            case "--help", "-h": work = .help
            case "--full": isFull = true
            case "--markdown": isMarkdown = true
            case "--record" where work == .instructions: records = true
            case "--only":
                only = Set(try Self.value(of: word, in: &words).split(separator: ",").map { $0.uppercased() })
            case "--items":
                let text = try Self.value(of: word, in: &words)
                guard let items = Int(text), items >= 1_000 else {
                    throw Failure(what: "--items \(text)", why: "it is no number from 1000 up", advice: "Write for example --items 100000")
                }
                self.items = items
            case "--hone": hone = try Self.value(of: word, in: &words)
            default:
                throw Failure(what: "'\(word)'", why: "bench does not know it", advice: "bench --help lists what it knows")
            }
        }
    }

    private static func value(of option: String, in words: inout ArraySlice<String>) throws -> String {
        guard let value = words.popFirst() else {
            throw Failure(what: option, why: "its value is missing", advice: "bench --help shows an example")
        }
        return value
    }

    /// Whether any of these rows is wanted.
    func wants(_ ids: String...) -> Bool {
        only.isEmpty || ids.contains(where: only.contains)
    }
}
