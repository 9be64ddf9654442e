/// Defect removal effectiveness: which share of the defects present is found, phase by phase and before release.
///
/// The matrix counts confirmed defects by the phase that found them and the phase they came from. Every count in it
/// is used, also one found "before" its phase of origin: it was found, so it was there.
///
/// Source: C. Jones (1996), Software Defect-Removal Efficiency, IEEE Computer 29(4), 94-95, doi:10.1109/2.488361;
/// L. Westfall, Defect Removal Effectiveness (the worked example of the tests).
public struct DefectRemoval: Sendable, Hashable {
    /// For each phase before release: found in it / (found in it + found later but already present); `nil` for 0/0.
    public let byPhase: [Double?]

    /// For each phase of origin: found in that same phase / all that came from it; `nil` for 0/0.
    public let phaseContainment: [Double?]

    /// Defects found before release.
    public let foundBeforeRelease: Int

    /// Defects found after release.
    public let foundAfterRelease: Int

    /// Reads the matrix.
    ///
    /// Refuses (answers `nil` for) rows of different lengths, more origins than phases, negative counts, and a
    /// first phase after release outside 0...phases.
    ///
    /// - Parameters:
    ///   - foundByOrigin: counts, `[phase found][phase of origin]`, both in order of time.
    ///   - firstPostReleasePhase: index of the first phase after release; the number of phases when none is.
    /// - Complexity: O(p² o), p phases and o origins.
    public init?(foundByOrigin: [[Int]], firstPostReleasePhase: Int) {
        let phases = foundByOrigin.count
        let origins = foundByOrigin.first?.count ?? 0
        guard (0...phases).contains(firstPostReleasePhase), origins <= phases,
            foundByOrigin.allSatisfy({ $0.count == origins && $0.allSatisfy { $0 >= 0 } })
        else { return nil }
        let found = foundByOrigin.map { $0.reduce(0, +) }
        byPhase = (0..<firstPostReleasePhase).map { phase in
            let later = foundByOrigin[(phase + 1)...].reduce(0) { $0 + $1.prefix(phase + 1).reduce(0, +) }
            return Self.share(found[phase], of: found[phase] + later)
        }
        phaseContainment = (0..<origins).map { origin in
            Self.share(foundByOrigin[origin][origin], of: foundByOrigin.reduce(0) { $0 + $1[origin] })
        }
        foundBeforeRelease = found[..<firstPostReleasePhase].reduce(0, +)
        foundAfterRelease = found[firstPostReleasePhase...].reduce(0, +)
    }

    /// Found before release / all found, in 0...1; `nil` when nothing was found at all.
    ///
    /// - Complexity: O(1).
    public var overall: Double? {
        Self.share(foundBeforeRelease, of: foundBeforeRelease + foundAfterRelease)
    }

    /// Found after release / all found, in 0...1; `nil` when nothing was found at all.
    ///
    /// - Complexity: O(1).
    public var escapeRate: Double? {
        Self.share(foundAfterRelease, of: foundBeforeRelease + foundAfterRelease)
    }

    /// Wilson's interval for ``overall``.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `wilson`, or `nil` when nothing was found or the level is out of range.
    /// - Complexity: O(1).
    public func overallInterval(level: Double) -> Interval? {
        Proportion.wilson(successes: foundBeforeRelease, of: foundBeforeRelease + foundAfterRelease, level: level)
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
