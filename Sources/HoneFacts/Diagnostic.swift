/// One thing in the input that could not be used, or was used with a doubt: what, where, why and what to do.
///
/// Bad records are counted and shown, never thrown and never dropped in silence.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        /// Worth knowing; the record was used.
        case note
        /// The record, or a field of it, was not used.
        case skipped
        /// Nothing of the file or source could be used.
        case refused

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { self == .note ? 0 : self == .skipped ? 1 : 2 }
    }

    /// The code of one that only counts the others of its file, where there are too many to tell.
    package static let countedCode = "more-diagnostics"

    package var severity: Severity
    /// A short stable id, for example `no-such-date`, by which diagnostics are counted.
    package var code: String
    package var file: String
    /// 1-based; nil when it concerns the whole file.
    package var line: Int?
    package var field: String?
    /// One sentence: what is wrong. Never holds a person's name; a value is quoted only where the field cannot hold one.
    package var message: String
    /// The same without any value of the file: what may be stored. Whoever mapped the wrong column has names where dates should be.
    package var kept: String
    /// One sentence: what to do.
    package var advice: String

    package init(
        _ severity: Severity, code: String, file: String, line: Int? = nil, field: String? = nil, message: String, advice: String,
        kept: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.line = line
        self.field = field
        self.message = message
        self.kept = kept ?? message
        self.advice = advice
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `orders.csv:12, column Done: 31/04/2010 is not a date. Mend the row, or set date_format.`
    package var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let field { place += ", column \(field)" }
        return "\(place): \(message) \(advice)"
    }
}
