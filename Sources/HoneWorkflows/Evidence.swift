package import HoneFacts
package import HoneLoop

/// The facts and decisions of a product, read once and folded: what every page and every number starts from.
package struct Evidence: Sendable {
    package let product: Product
    package let interpretation: Interpretation
    package let histories: Histories
    package let agreements: Agreements
    package let cursors: [SourceCursor]
    /// Seconds since 1970.
    package let now: Int64

    package init(
        product: Product, interpretation: Interpretation, log: some FactLog, decisions: some DecisionLog, now: Int64
    ) async throws {
        self.product = product
        self.interpretation = interpretation
        self.now = now
        histories = fold(try await FactTables(log: log), interpretation, now: now)
        agreements = Agreements(try await decisions.decisions())
        cursors = try await log.cursors()
    }

    /// The day it is now, in the product's zone.
    package var today: CalendarDay { interpretation.zone.day(atSeconds: now) }
}
