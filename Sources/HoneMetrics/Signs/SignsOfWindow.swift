package import HoneFacts

/// The signs of one window, by the metric that they touch. Each sign says itself, in its own file, which metrics these are.
package struct SignsOfWindow: Sendable {
    package let signs: [Sign]

    /// - Parameters:
    ///   - limits: what times are agreed to stay within; the service level of the context is looked at besides.
    ///   - earlier: replaced versions of item facts, where they were read.
    ///   - looksAtTitles: a reading that keeps no titles says no.
    /// - Complexity: O(items log items + visits + versions).
    package init(
        _ histories: Histories, _ context: MeasureContext, limits: [AgreedLimit] = [], earlier: [EarlierItem] = [],
        looksAtTitles: Bool = true
    ) {
        let asked = context.serviceLevel.map { [AgreedLimit(.cycleTime, days: $0.days)] } ?? []
        var all = (asked + limits.filter { !asked.contains($0) }).map { HeapingUnderALimit.sign(histories, $0, context) }
        all += [
            BulkClosing.sign(histories, context), ItemSplitting.sign(histories, context), StageTeleports.sign(histories, context),
            BackAndForth.sign(histories, context), AgeResets.sign(histories, context, looksAtTitles: looksAtTitles),
            Reclassification.sign(earlier, histories, context),
        ]
        signs = all.compactMap(\.self)
    }

    package init() {
        signs = []
    }

    /// Those that touch a metric.
    package subscript(metric: String) -> [Sign] { signs.filter { $0.metrics.contains(metric) } }
}

extension Observation {
    /// The same number with the signs that touch it; a number that there is none of has none.
    package func with(_ signs: SignsOfWindow) -> Observation {
        var observation = self
        observation.signs = isAvailable ? signs[metric] : []
        return observation
    }
}
