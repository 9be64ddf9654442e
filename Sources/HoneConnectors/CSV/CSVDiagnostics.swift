internal import HoneFacts

/// Collects what is odd about one file: the first thousand in full, the rest counted by code.
struct CSVDiagnostics {
    static let limit = 1_000

    let file: String
    private var told: [Diagnostic] = []
    private var rest: [String: Int] = [:]
    private var worst = Diagnostic.Severity.note
    /// Records that were not used.
    private(set) var skippedCount = 0

    init(file: String) {
        self.file = file
    }

    mutating func add(
        _ severity: Diagnostic.Severity, _ code: String, line: Int?, field: String? = nil, _ message: @autoclosure () -> String,
        advice: @autoclosure () -> String, kept: @autoclosure () -> String? = nil
    ) {
        if severity == .skipped { skippedCount += 1 }
        guard told.count < Self.limit else {
            rest[code, default: 0] += 1
            worst = max(worst, severity)
            return
        }
        told.append(
            Diagnostic(
                severity, code: code, file: file, line: line, field: field, message: message(), advice: advice(), kept: kept()))
    }

    mutating func add(_ diagnostics: [Diagnostic]) { told += diagnostics }

    /// All of them; where there were more than are told, the last one counts those.
    var all: [Diagnostic] {
        guard !rest.isEmpty else { return told }
        let total = rest.values.reduce(0, +)
        let parts = rest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        let last = Diagnostic(
            worst, code: Diagnostic.countedCode, file: file, message: "\(total) more of the same file: \(parts.joined(separator: ", ")).",
            advice: "Mend the ones above and read the file again.")
        return told + [last]
    }
}
