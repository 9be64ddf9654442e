package import HoneFacts
package import HoneLoop
import HoneMetrics

/// The plan in tables: its figures to the cent, its lines, and its baselines.
package struct PlanWords {
    let picture: PhasedPicture
    let lines: [PlanLine]

    package init(_ picture: PhasedPicture, lines: [PlanLine]) {
        (self.picture, self.lines) = (picture, lines)
    }

    /// Each figure of all work and of the improvement lane; nil where no plan was read.
    package var figures: (headers: [String], rows: [[String]])? {
        guard let figures = picture.figures else { return nil }
        let columns = [figures.all, figures.lane]
        let isPartly = columns.contains { $0.spent != nil && $0.withoutCost > 0 }
        func row(_ label: String, _ value: (PlanFigures) -> Double?) -> [String] {
            [label] + columns.map { figures in figures.n == 0 ? "–" : value(figures).map(ValueText.hundredths) ?? "–" }
        }
        let known = isPartly ? [row("EV of lines whose cost is known") { $0.spent == nil ? nil : $0.earnedAtCost }] : []
        let values = [
            row("whole budget (BAC)") { $0.budget }, row("planned value (PV)") { $0.planned }, row("earned value (EV)") { $0.earned },
            row("actual cost (AC)") { $0.spent },
        ]
        let indices = [
            row("schedule variance (SV = EV - PV)") { $0.earned - $0.planned },
            row("SPI = EV / PV") { $0.schedulePerformance }, row("CPI = EV\(isPartly ? " of these" : "") / AC") { $0.costPerformance },
            row("estimate at completion (EAC)") { $0.estimateAtCompletion }, row("weeks ahead, - is late (SV(t))") { $0.weeksAhead },
            ["lines, of them done"] + columns.map { "\($0.n), \($0.doneCount)" },
        ]
        return (["", "all work", "improvement lane"], values + known + indices)
    }

    package var lineTable: (headers: [String], rows: [[String]]) {
        let hasRemarks = lines.contains { !$0.remark.isEmpty }
        let rows = lines.map { line in
            let now = [line.finishNowOn?.description, line.budgetNow.map(ValueText.short)].compactMap(\.self).joined(separator: ", ")
            return [
                line.key, line.phase, line.kind.rawValue, line.plannedFinishOn?.description ?? "–",
                line.budget.map(ValueText.short) ?? "–", now, line.doneOn?.description ?? "", line.spent.map(ValueText.short) ?? "",
            ] + (hasRemarks ? [line.remark] : [])
        }
        return (["line", "phase", "kind", "due", "budget", "said now", "done", "spent"] + (hasRemarks ? [""] : []), rows)
    }

    package static func baselineTable(_ baselines: [RecordedBaseline], zone: ZoneTable) -> (headers: [String], rows: [[String]]) {
        let rows = baselines.map { recorded in
            let lines = recorded.baseline.lines
            let finish = lines.map(\.plannedFinishAt).filter { $0 != Instant.missing }.max()
            return [
                "\(recorded.number)", zone.day(atSeconds: recorded.baseline.setAt).description, recorded.role, "\(lines.count)",
                ValueText.hundredths(lines.compactMap(\.budget).reduce(0, +)),
                finish.map { zone.day(Instant(rawValue: $0)).description } ?? "–", recorded.reason.isEmpty ? "the first" : recorded.reason,
            ]
        }
        return (["baseline", "set on", "by", "lines", "budget", "ends", "because"], rows)
    }

    /// The lines that a baseline has.
    package static func lineTable(_ baseline: PerformanceBaseline) -> (headers: [String], rows: [[String]]) {
        func day(_ raw: Int64) -> String { raw == Instant.missing ? "–" : Instant(rawValue: raw).description }
        let rows = baseline.lines.map { line in
            [
                line.key, line.phase, line.type, day(line.plannedStartAt), day(line.plannedFinishAt),
                line.budget.map(ValueText.hundredths) ?? "–",
            ]
        }
        return (["line", "phase", "kind", "start", "finish", "budget"], rows)
    }
}
