extension LifeCycle {
    /// Why there are no baselines and no gates here, and what to do; nil for a phased product.
    package var reasonAgainstPlans: String? {
        guard self != .phased else { return nil }
        return
            "Plans with a baseline, and gates, are for a phased product. This one works by \(name), where work is pulled and nothing is promised line by line. "
            + "When it will be done is answered by hone forecast when. If it does work in phases, hone.yaml says so: life_cycle: [{kind: phased}]"
    }
}
