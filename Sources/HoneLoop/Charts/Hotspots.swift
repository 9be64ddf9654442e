package import HoneFacts
import HoneMetrics

/// The files that are changed most where they are longest and deepest.
package struct Hotspots: Sendable {
    package struct File: Sendable {
        package var path: String
        /// Commits times lines times mean indentation level.
        package var heat: Double

        package init(path: String, heat: Double) {
            (self.path, self.heat) = (path, heat)
        }
    }

    /// The hottest first.
    package var files: [File]
    /// All others that were changed.
    package var rest: (count: Int, heat: Double)
    /// The fewest files with half of all heat.
    package var filesWithHalf: Int?
    package var window: Window
    /// Files that are left out, by reason.
    package var excluded: [String: Int]

    package init(
        files: [File], rest: (count: Int, heat: Double), filesWithHalf: Int?, window: Window, excluded: [String: Int] = [:]
    ) {
        (self.files, self.rest, self.filesWithHalf) = (files, rest, filesWithHalf)
        (self.window, self.excluded) = (window, excluded)
    }

    /// Files that get a box of their own.
    package static let mostShown = 30
}

extension MetricsBuilder {
    var hotspots: MetricsPicture.Content {
        let (measured, reason) = rows(CodeHotspots(), over: window)
        guard let rows = measured else { return .missing(reason) }
        let paths = histories.files.path
        let all = (0..<rows.count).filter { rows.exclusion[$0] == nil }
            .map { Hotspots.File(path: paths[Int(rows.index[$0])], heat: rows.value[$0]) }
            .sorted { ($1.heat, $0.path) < ($0.heat, $1.path) }
        // A file without any indentation has no heat and no box, and is one of the files that were changed all the same.
        let shown = all.prefix(Hotspots.mostShown).filter { $0.heat > 0 }
        guard !shown.isEmpty else {
            return .missing(
                all.isEmpty
                    ? "no file at HEAD was changed in the window"
                    : "no line of the \(all.count == 1 ? "file" : "\(ValueText.grouped(all.count)) files") changed in the window is indented, so there is nothing to weigh the changes by"
            )
        }
        let rest = all.dropFirst(shown.count)
        var half: Int?
        if case .whole(let value) = rows.summary { half = value.map { Int($0) } }
        return .hotspots(
            Hotspots(
                files: shown, rest: (rest.count, rest.reduce(0) { $0 + $1.heat }), filesWithHalf: half,
                window: window, excluded: rows.exclusions(at: rows.positions(in: window))))
    }
}
