package import HoneFacts
package import HoneMetrics

extension Agreements {
    /// The times that KPIs in force agree to stay within, in whole days: what people may feel held to.
    package func limits(on day: CalendarDay) -> [AgreedLimit] {
        kpisInForce(on: day).compactMap { kpi in
            guard let span = AgreedLimit.Span(rawValue: kpi.metric), let target = kpi.active?.terms.target, target.unit == .days else {
                return nil
            }
            switch target.limit {
            case .atMost(let most), .between(_, let most): return most >= 1 ? AgreedLimit(span, days: Int(most)) : nil
            case .atLeast: return nil
            }
        }
    }
}
