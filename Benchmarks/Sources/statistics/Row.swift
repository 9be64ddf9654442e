import Foundation

/// One line of the program: name, CPU s, wall s, peak MiB, check, separated by tabs, as `bench` reads them.
struct Row {
    let name: String
    /// How often the work is done, 1 or more; the line says the seconds of one time.
    let repeats: Int

    init(_ name: String, repeats: Int = 1) {
        self.name = name
        self.repeats = repeats
    }

    /// Does the work, whose answer is its check, and prints the line.
    func timed(_ work: () throws -> String) throws { try timed(work) { $0 } }

    /// Does the work and prints the line. The check of the last answer is printed, so the work cannot be left out.
    func timed<Answer>(_ work: () throws -> Answer, check: (Answer) -> String) throws {
        let (cpu, wall) = (Self.now(CLOCK_PROCESS_CPUTIME_ID), Self.now(CLOCK_MONOTONIC))
        var answer = try work()
        for _ in 1..<repeats { answer = try work() }
        let times = Double(repeats)
        let (cpuSeconds, wallSeconds) =
            ((Self.now(CLOCK_PROCESS_CPUTIME_ID) - cpu) / times, (Self.now(CLOCK_MONOTONIC) - wall) / times)
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let peak = Double(usage.ru_maxrss) / 1_024
        print(String(format: "%@\t%.7f\t%.7f\t%.1f\t%@", name, cpuSeconds, wallSeconds, peak, check(answer)))
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
