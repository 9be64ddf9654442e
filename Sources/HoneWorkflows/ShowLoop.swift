package import HoneFacts
package import HoneLoop

/// Builds the picture of the loop from idea to working product.
package struct ShowLoop: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// - Parameter window: nil for the window that the scorecard has.
    package func picture(window: Window? = nil) -> LoopPicture {
        LoopBuilder(
            product: evidence.product, interpretation: evidence.interpretation, histories: evidence.histories,
            agreements: evidence.agreements, now: evidence.now
        ).picture(window: window)
    }
}
