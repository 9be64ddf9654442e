import HoneFacts

/// Every metric there is, in the order they are listed. Being in the catalogue puts nothing on a scorecard.
package enum Catalogue {
    package static let metrics: [any Metric] = [
        LeadTime(), CycleTime(), Throughput(), ItemSize(), WorkInProgress(), WorkItemAge(), StageTime(), FlowEfficiency(),
        FlowDistribution(),
        ReopenRate(), LegacyBugCount(), BugAge(), BugFixTime(), LabourPerBugFix(), DefectRemovalEffectiveness(),
        DefectRemovalByPhase(), PhaseContainment(), EscapedDefectsPerRelease(), ReleaseFrequency(), ChangeLeadTime(),
        ChangeOpenTime(), TimeToFirstReview(), ReviewDepth(), ReviewRounds(), MergedWithoutReview(), ReviewLoadSpread(),
        SayDo(), ImprovementShare(), WorkWithoutAStory(), CodeHotspots(), Rework(), CodeAge(), DebtInterest(),
        SelfAdmittedDebt(), KnowledgeConcentration(), WorkSharing(), CoAuthoredShare(), HandOffs(), WaitForProduct(),
        TimeInStatus(), BlockedTime(), StalledWork(), AgingPace(), ArrivalBalance(), LittlesLaw(), DiscardRate(), CommitmentReturns(),
        OpenItemsSurvival(), ScopeChange(), SLEAttainment(), ImprovementPlanned(),
        RetroFollowThrough(), BuildMeasureLearn(), ValidatedLearningRate(),
        DeploymentFrequency(), ChangeLeadTimeToDeployment(), ChangeFailRate(), FailedDeploymentRecoveryTime(), DeploymentReworkRate(),
        BatchSize(), FinishedNotReleased(), BuildFailRate(),
        PlannedValue(), EarnedValue(), ActualCost(), ScheduleVariance(), CostVariance(), SchedulePerformance(), CostPerformance(),
        EstimateAtCompletion(), ToCompletePerformance(), EarnedSchedule(), ScheduleSlip(), ImprovementLane(), ProductMeasures(),
    ]

    package static func metric(_ id: String) -> (any Metric)? { metrics.first { $0.definition.id == id } }

    /// Ids close to a misspelled one, nearest first, at most three.
    package static func suggestions(for id: String) -> [String] {
        metrics.map { ($0.definition.id, EditDistance.between(id, $0.definition.id)) }.filter {
            $0.1 < id.count && $0.1 <= max(2, id.count / 3)
        }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
    }
}
