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

    package var description: String { "\(message) \(advice)" }
}
