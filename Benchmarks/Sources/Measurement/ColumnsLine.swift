/// A line of the program `columns`, which times code inside its own process: name, CPU s, wall s, peak MiB, check.
package struct ColumnsLine: Sendable, Equatable {
    /// The row it stands for, such as `P5`, or a part of one, such as `P5 fold`.
    package let name: String
    package let usage: Usage
    package let check: String

    /// Nothing for lines of another shape.
    package init?(_ line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let cpu = Double(fields[1]), let wall = Double(fields[2]), let peak = Double(fields[3]) else { return nil }
        name = fields[0]
        usage = Usage(cpuSeconds: cpu, wallSeconds: wall, peakMebibytes: peak)
        check = fields[4]
    }

    package var id: String {
        name.split(separator: " ").first.map(String.init) ?? name
    }

    /// Which part of the row it is; empty for the row itself.
    package var part: String {
        name.split(separator: " ").dropFirst().joined(separator: " ")
    }
}
