import HoneStatistics
import Testing

struct LevelShiftClaimTests {
    private func claim(_ look: LevelShiftLook, _ low: Double, past: (low: Double, high: Double)?) -> LevelShiftClaim {
        look.claim(
            probabilityLow: low, probabilityHigh: 1 - low,
            past: past.map { OwnPastGuard(placebos: 40, low: $0.low, high: $0.high) })
    }

    @Test func `a clear fall that the past never showed is a claim`() throws {
        #expect(claim(.single(.durations), 0.001, past: (0.02, 1)) == .down)
    }

    @Test func `a clear rise that the past shows too is none`() throws {
        #expect(claim(.single(.durations), 0.999, past: (0.9, 0.05)) == .movesByItself)
        #expect(claim(.single(.durations), 0.999, past: (0.9, 0.049)) == .up)
    }

    @Test func `without a past the fit speaks alone`() throws {
        #expect(claim(.single(.shares), 0.999, past: nil) == .up)
        #expect(claim(.single(.shares), 0.049, past: nil) == .down)
        #expect(claim(.single(.shares), 0.05, past: nil) == .none)
        #expect(claim(.single(.shares), 0.5, past: nil) == .none)
    }

    @Test func `counts and early looks need more`() throws {
        #expect(claim(.single(.counts), 0.03, past: nil) == .none)
        #expect(claim(.single(.counts), 0.02, past: nil) == .down)
        let (early, final) = (try #require(LevelShiftLook.early(.durations)), try #require(LevelShiftLook.final(.durations)))
        #expect(claim(early, 0.03, past: nil) == .none)
        #expect(claim(final, 0.03, past: nil) == .down)
        #expect(LevelShiftLook.early(.counts) == nil && LevelShiftLook.final(.counts) == nil)
    }
}
