/// A limit that somebody agreed a time to stay within: a service level, or the target of a KPI. Only such a limit can be heaped under.
package struct AgreedLimit: Sendable, Hashable {
    /// Which time it speaks of: the id of the metric.
    package enum Span: String, Sendable {
        case cycleTime = "cycle-time"
        case leadTime = "lead-time"
    }

    package let span: Span
    /// Calendar days.
    package let days: Int

    package init(_ span: Span, days: Int) {
        (self.span, self.days) = (span, days)
    }
}
