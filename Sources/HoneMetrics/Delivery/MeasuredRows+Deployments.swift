internal import HoneFacts

extension MeasuredRows {
    /// Gives each deployment that reached users to `body`, and counts the others at the day they finished.
    mutating func eachShipped(
        _ deployments: DeploymentHistories, _ context: MeasureContext, _ body: (inout MeasuredRows, Int, CalendarDay) -> Void
    ) {
        for row in 0..<deployments.count where context.needs(deployments.finishedAt[row]) {
            let day = context.day(deployments.finishedAt[row])
            if deployments.hasShipped(row) {
                body(&self, row, day)
            } else {
                exclude(row, endDay: day, reason: deployments.reasonForNone(row))
            }
        }
        let services = Set((0..<deployments.count).filter(deployments.hasShipped).map { deployments.service[$0] })
        if services.count > 1 { source = "\(services.count) services together; --by stream tells them apart" }
    }
}

extension DeploymentHistories {
    static let none =
        "No deployment has been read: add a source with fact: deployment to hone.yaml, or hone import csv --fact deployment."

    /// Why a deployment brought users nothing.
    func reasonForNone(_ row: Int) -> String {
        guard isProduction[row] else { return "not-production" }
        switch outcome[row] {
        case .failed: return "did-not-ship"
        case .unfinished: return "unfinished"
        case .unknown, .succeeded, .rolledBack: return "status-not-known"
        }
    }
}

extension IncidentHistories {
    /// Rows of the incidents of each deployment.
    func byDeployment(_ count: Int) -> [[Int]] {
        var rows = [[Int]](repeating: [], count: count)
        for incident in 0..<self.count where deployment[incident] >= 0 { rows[deployment[incident]].append(incident) }
        return rows
    }
}
