import Foundation
import HoneFacts

/// The only place that asks what time it is.
enum Clock {
    /// Seconds since 1970; `HONE_NOW`, an ISO instant, freezes it.
    static func now() throws -> Int64 {
        guard let frozen = ProcessInfo.processInfo.environment["HONE_NOW"], !frozen.isEmpty else {
            return Int64(Date().timeIntervalSince1970)
        }
        guard let instant = Instant(iso: frozen) else {
            throw Failure(.usage, "HONE_NOW is '\(frozen)', not an instant. Write it as 2026-11-22T08:00:00Z.")
        }
        return instant.seconds
    }
}
