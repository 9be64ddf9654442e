/// A line that a peer's script prints: section, tool, file, phase, run, wall, CPU, -, peak MiB, -, load, check.
package struct PeerLine: Sendable, Equatable {
    package let tool: String
    package let phase: String
    package let usage: Usage
    /// What it found, as `name=value` pairs.
    package let check: String

    /// Nothing for lines of another shape.
    package init?(_ line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 12, let wall = Double(fields[5]), let cpu = Double(fields[6]), let peak = Double(fields[8]) else {
            return nil
        }
        tool = fields[1]
        phase = fields[3]
        usage = Usage(cpuSeconds: cpu, wallSeconds: wall, peakMebibytes: peak)
        check = fields[11]
    }

    package static func lines(in text: String) -> [PeerLine] {
        text.split(separator: "\n").compactMap { PeerLine(String($0)) }
    }

    /// The number called so in a check such as `groups=4236 sum=9156`.
    package static func number(_ name: String, in check: String) -> Double? {
        for pair in check.split(separator: " ") where pair.hasPrefix(name + "=") {
            return Double(pair.dropFirst(name.count + 1))
        }
        return nil
    }
}
