package import HoneLoop

/// Builds the picture of releases: what each brought, and how able the team was while it was made.
package struct ShowReleases: Sendable {
    /// So many of the newest, where nobody says how many.
    package static let usualCount = 10

    let evidence: Evidence

    package init(_ evidence: Evidence) { self.evidence = evidence }

    private var builder: ReleasesBuilder {
        ReleasesBuilder(
            product: evidence.product, interpretation: evidence.interpretation, histories: evidence.histories,
            agreements: evidence.agreements, now: evidence.now)
    }

    package func picture(last count: Int = usualCount) -> ReleasesPicture { builder.picture(last: count) }

    /// - Parameter name: nil for the newest. Nil where no release has the name.
    package func picture(of name: String?) -> ReleasesPicture? {
        guard let name else { return builder.picture(last: 1) }
        return builder.picture(of: name)
    }
}
