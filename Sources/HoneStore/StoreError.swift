/// What went wrong with the store, why, and what to do.
package struct StoreError: Error, CustomStringConvertible, Sendable {
    enum Code: Sendable {
        case newer, unreadable, full, busy, failed
    }

    private let code: Code
    private let message: String
    private let advice: String

    init(_ code: Code, _ message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }

    /// Bytes in the store that are not those that were written.
    static func damaged(_ what: String) -> StoreError {
        StoreError(
            .unreadable, "The store is damaged: \(what).",
            advice: "Export the decisions (hone decision export), move the store away and read the sources again.")
    }

    /// Whether what failed is writing, so that a file that is there may be read.
    var mayBeReadable: Bool { code == .unreadable || code == .full }

    package var description: String { "\(message) \(advice)" }
}
