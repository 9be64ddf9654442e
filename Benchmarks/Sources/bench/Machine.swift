import Foundation
import Glibc
import Measurement

/// The machine this runs on. What it can do with two processes decides which lines can be judged.
struct Machine {
    /// Throughput of two processes over that of one: 2 is perfect.
    let scaling: Double
    let cores: Int
    let memoryGibibytes: Double
    let system: String

    /// Wall lines and the two-thread line are judged only from here.
    static let leastScaling = 1.6

    var canJudgeWall: Bool { scaling >= Self.leastScaling }

    static var load: Double {
        var loads = [0.0, 0.0, 0.0]
        return getloadavg(&loads, 3) > 0 ? loads[0] : 0
    }

    /// Times `bench spin` alone and twice at once.
    static func measured(bench: String) throws -> Machine {
        let spin = Command(program: bench, arguments: ["spin"], folder: "/")
        var ratios: [Double] = []
        for _ in 0..<3 {
            let alone = try spin.run().usage.wallSeconds
            let first = try spin.start()
            let second = try spin.start()
            let both = max(first.ending().usage.wallSeconds, second.ending().usage.wallSeconds)
            ratios.append(2 * alone / both)
        }
        let info = ProcessInfo.processInfo
        return Machine(
            scaling: medianValue(of: ratios) ?? 0, cores: info.activeProcessorCount,
            memoryGibibytes: Double(info.physicalMemory) / 1_073_741_824, system: processor)
    }

    private static var processor: String {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
    }

    /// Whole numbers only, about half a second, nothing that could be left out.
    static func spin() -> UInt64 {
        var numbers = SeededNumbers(seed: 1)
        var sum: UInt64 = 0
        for _ in 0..<400_000_000 { sum &+= numbers.next() }
        return sum
    }

    /// The kernel counts the peak of the one who starts a command as the least peak of the command.
    private var ownPeakMebibytes: Double {
        var resources = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &resources)
        return Double(resources.ru_maxrss) / 1_024
    }

    var text: String {
        let wall = canJudgeWall ? "wall lines are judged" : "below \(Self.leastScaling): wall lines and P14 are not judged"
        return String(format: "%d cores, %.0f GiB, load %.1f, ", cores, memoryGibibytes, Self.load) + system
            + String(format: "\ntwo processes do %.2f times the work of one: ", scaling) + wall
            + String(format: "\npeaks of %.0f MiB or less may be that of bench itself", ownPeakMebibytes.rounded(.up))
    }
}
