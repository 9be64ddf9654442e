package import HoneFacts
package import HoneLoop

/// The reserve over a window, from the facts and the decisions.
package struct ShowReserve: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) { self.evidence = evidence }

    /// - Parameter window: nil for that of the scorecard.
    package func picture(window: Window? = nil) -> ReservePicture {
        let page = PageWindow(asked: window, histories: evidence.histories, interpretation: evidence.interpretation, now: evidence.now)
        return ReservePicture(
            evidence.agreements.reserveRecord, evidence.product, evidence.histories, evidence.interpretation, window: page.window,
            now: evidence.now)
    }
}
