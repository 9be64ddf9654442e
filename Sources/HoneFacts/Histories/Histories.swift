/// The facts of a product folded into timelines, as known at `now`.
package struct Histories: Sendable {
    package var items: ItemHistories
    package var git: GitHistories
    package var changes: ChangeHistories
    package var iterations: IterationHistories
    /// Which of them speak of the same work.
    package var joins: Joins
    package var files = FileHistories()
    /// Who wrote the commits of `git`.
    package var people = CommitPeople()
    /// Versions that trackers know.
    package var versions = VersionHistories()
    package var statuses = StatusTrails()
    package var deployments = DeploymentHistories()
    /// Which deployment first brought each commit.
    package var reach = DeploymentReach()
    package var incidents = IncidentHistories()
    package var builds = BuildHistories()
    package var plan = PlanHistories()
    package var measurements = MeasurementHistories()
    /// What people meant to improve, and their turns of build, measure and learn: of decisions, not of facts.
    package var actions = ActionHistories()
    package var loops = LoopHistories()
    /// Seconds since 1970: nothing later has happened yet.
    package var now: Int64
    /// Up to when sources speak: of later days nothing is known.
    package var readings = ReadingTimes()
    /// Oddities met while folding, for the data-quality page.
    package var remarks: [Remark]
    /// Origins that brought git facts.
    package var gitOrigins: [String]

    /// The last instant that anything is known of: now, or that of the last reading.
    package func known(until now: Int64) -> Int64 { min(now, readings.last ?? now) }

    /// Something odd about the facts, counted.
    package struct Remark: Hashable, Sendable {
        /// Stable id, for example `unmapped-status`.
        package var id: String
        package var subject: String
        package var count: Int
    }
}
