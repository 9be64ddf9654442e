/// What a fit and its own past together let people say.
public enum LevelShiftClaim: String, Sendable, Hashable, CaseIterable {
    /// The level went down.
    case down

    /// The level went up.
    case up

    /// The fit alone would claim, but the series moves that much by itself.
    case movesByItself

    /// Neither way is clear.
    case none
}

/// The probabilities below which a look at the data may claim, agreed before it.
///
/// One look, or an early one at 6 weeks and a final one at 12, which share what one may err; there are no other looks.
public struct LevelShiftLook: Sendable, Hashable {
    /// For the fit.
    public let alpha: Double

    /// For the guard by its own past.
    public let guardAlpha: Double

    /// How many earlier dates it takes until a shift that none of them equals can be claimed: 20, 50 and 25.
    ///
    /// - Complexity: O(1).
    public var fewestEarlierDates: Int { Int((1 / guardAlpha).rounded()) }

    /// The only look: 0.05 for both, for counts 0.025 for the fit.
    ///
    /// - Parameter kind: what the values are.
    /// - Complexity: O(1).
    public static func single(_ kind: WeeklySeries.Kind) -> LevelShiftLook {
        LevelShiftLook(alpha: kind == .counts ? 0.025 : 0.05, guardAlpha: 0.05)
    }

    /// The early one of two looks: 0.02 for both; `nil` for counts, which are looked at once.
    ///
    /// - Parameter kind: what the values are.
    /// - Complexity: O(1).
    public static func early(_ kind: WeeklySeries.Kind) -> LevelShiftLook? {
        kind == .counts ? nil : LevelShiftLook(alpha: 0.02, guardAlpha: 0.02)
    }

    /// The final one of two looks: 0.04 for both; `nil` for counts, which are looked at once.
    ///
    /// - Parameter kind: what the values are.
    /// - Complexity: O(1).
    public static func final(_ kind: WeeklySeries.Kind) -> LevelShiftLook? {
        kind == .counts ? nil : LevelShiftLook(alpha: 0.04, guardAlpha: 0.04)
    }

    /// The claim of a fit, given its own past.
    ///
    /// - Parameters:
    ///   - probabilityLow: ``LevelShiftFit/probabilityLow(movedBy:)``.
    ///   - probabilityHigh: ``LevelShiftFit/probabilityHigh(movedBy:)``.
    ///   - past: how unusual the fit is among its own past; `nil` when that is too short to check, which must be said.
    /// - Complexity: O(1).
    public func claim(probabilityLow: Double, probabilityHigh: Double, past: OwnPastGuard?) -> LevelShiftClaim {
        let (low, high) = (probabilityLow < alpha, probabilityHigh < alpha)
        if low, (past?.low ?? 0) < guardAlpha { return .down }
        if high, (past?.high ?? 0) < guardAlpha { return .up }
        return low || high ? .movesByItself : .none
    }
}
