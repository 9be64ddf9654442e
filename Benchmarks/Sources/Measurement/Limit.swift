import Foundation

/// A line that a value must stay under or reach.
package enum Limit: Sendable, Equatable {
    case atMost(Double)
    case atLeast(Double)

    package func isKept(by value: Double) -> Bool {
        switch self {
        case .atMost(let bound): value <= bound
        case .atLeast(let bound): value >= bound
        }
    }

    package func text(in scale: Scale) -> String {
        switch self {
        case .atMost(let bound): "<= \(scale.text(bound))"
        case .atLeast(let bound): ">= \(scale.text(bound))"
        }
    }
}

/// How a value is written.
package enum Scale: Sendable, Equatable {
    /// Ours over the peer's.
    case share
    /// How many times better.
    case times
    case milliseconds
    case exponent

    package func text(_ value: Double) -> String {
        switch self {
        case .share: value < 10 ? String(format: "%.2f", value) : String(format: "%.0f", value)
        case .times: value < 10 ? String(format: "%.1fx", value) : String(format: "%.0fx", value)
        case .milliseconds: String(format: value < 1 ? "%.3f ms" : "%.0f ms", value)
        case .exponent: String(format: "%.2f", value)
        }
    }
}
