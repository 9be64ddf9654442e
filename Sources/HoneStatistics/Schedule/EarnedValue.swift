/// Where a plan stands by what was planned, done and spent up to one day, all in one unit such as hours.
///
/// A quotient whose denominator is 0 is `nil`: before anything is planned or spent there is no index.
///
/// Source: Project Management Institute (2019), The Standard for Earned Value Management; ISO 21508:2018.
public struct EarnedValue: Sendable, Hashable {
    /// The whole planned budget (BAC).
    public let budgetAtCompletion: Double

    /// The budget of the work planned up to now (PV).
    public let plannedValue: Double

    /// The budget of the work done up to now (EV).
    public let earnedValue: Double

    /// What was spent up to now (AC).
    public let actualCost: Double

    /// Puts the four numbers together.
    ///
    /// Refuses (answers `nil` for) numbers that are negative or not finite.
    ///
    /// - Parameters:
    ///   - budgetAtCompletion: the whole planned budget.
    ///   - plannedValue: the budget of the work planned up to now.
    ///   - earnedValue: the budget of the work done up to now.
    ///   - actualCost: what was spent up to now.
    /// - Complexity: O(1).
    public init?(budgetAtCompletion: Double, plannedValue: Double, earnedValue: Double, actualCost: Double) {
        guard [budgetAtCompletion, plannedValue, earnedValue, actualCost].allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        self.budgetAtCompletion = budgetAtCompletion
        self.plannedValue = plannedValue
        self.earnedValue = earnedValue
        self.actualCost = actualCost
    }

    /// SV = EV - PV; negative is behind the plan.
    ///
    /// - Complexity: O(1).
    public var scheduleVariance: Double { earnedValue - plannedValue }

    /// CV = EV - AC; negative is dearer than planned.
    ///
    /// - Complexity: O(1).
    public var costVariance: Double { earnedValue - actualCost }

    /// SPI = EV / PV. It ends at 1 for late work too, so it belongs beside ``EarnedSchedule``.
    ///
    /// - Complexity: O(1).
    public var schedulePerformance: Double? { Self.quotient(earnedValue, plannedValue) }

    /// CPI = EV / AC.
    ///
    /// - Complexity: O(1).
    public var costPerformance: Double? { Self.quotient(earnedValue, actualCost) }

    /// EAC = BAC / CPI: what the whole will cost if the rest costs what the work so far did.
    ///
    /// - Complexity: O(1).
    public var estimateAtCompletion: Double? { costPerformance.flatMap { Self.quotient(budgetAtCompletion, $0) } }

    /// EAC = AC + BAC - EV: what the whole will cost if the rest costs what was planned.
    ///
    /// - Complexity: O(1).
    public var estimateWithRestAsPlanned: Double { actualCost + (budgetAtCompletion - earnedValue) }

    /// EAC = AC + (BAC - EV) / (CPI · SPI): as dear as so far, and dearer for being late.
    ///
    /// - Complexity: O(1).
    public var estimateWithBothIndices: Double? {
        guard let cost = costPerformance, let schedule = schedulePerformance,
            let rest = Self.quotient(budgetAtCompletion - earnedValue, cost * schedule)
        else { return nil }
        return actualCost + rest
    }

    /// VAC = BAC - EAC; negative is dearer than planned.
    ///
    /// - Complexity: O(1).
    public var varianceAtCompletion: Double? { estimateAtCompletion.map { budgetAtCompletion - $0 } }

    /// TCPI = (BAC - EV) / (BAC - AC): what each unit of the remaining budget must earn. Below 0 the budget is already spent.
    ///
    /// - Complexity: O(1).
    public var toCompletePerformance: Double? {
        Self.quotient(budgetAtCompletion - earnedValue, budgetAtCompletion - actualCost)
    }

    private static func quotient(_ top: Double, _ bottom: Double) -> Double? {
        bottom != 0 ? top / bottom : nil
    }
}
