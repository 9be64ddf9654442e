import ArgumentParser
import Foundation
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneReport
import HoneWorkflows

struct ReportWrite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Write scorecard, loop, charts, releases, improvements, briefs and glossary as files: self-contained web pages, Markdown and JSON.",
        discussion: """
            Days that are asked for are those of scorecard, loop and charts. Releases are
            the newest ones, whatever the days.

            Example: hone report --output hone-report
            """)

    @Option(name: .shortAndLong, help: "Folder to write the pages, and scorecard and releases as .md and .json into.")
    var output = "hone-report"

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    func run() async throws {
        let window = try WindowArguments(from: from, to: to).window
        let workspace = try Workspace.current()
        let evidence = try await workspace.evidence(from: workspace.openStore())
        let evaluate = EvaluateScorecard(evidence)
        // Side by side, as none of them needs another.
        async let loopPicture = ShowLoop(evidence).picture(window: window)
        async let metricsPicture = ShowMetrics(evidence).picture(window: window)
        let scorecard = evaluate.scorecard(window: window)
        let definitions = Catalogue.metrics.map(\.definition)
        let loop = LoopPage(await loopPicture)
        var empty: Set<String> = loop.isEmpty ? ["loop.html"] : []
        let metrics = MetricsPage(await metricsPicture, definitions: definitions, emptyPages: empty)
        if metrics.isEmpty { empty.insert("metrics.html") }
        let releases = ShowReleases(evidence).picture()
        if ReleasesPage(releases).isEmpty { empty.insert("releases.html") }
        let page = ScorecardPage(
            scorecard: scorecard, observations: await evaluate.observations(for: scorecard), definitions: definitions,
            charts: evaluate.weeklyCounts(for: scorecard).map { .init(monday: $0.monday, count: $0.count) }, emptyPages: empty)
        let folder = URL(fileURLWithPath: output)
        do {
            let isNew = !FileManager.default.fileExists(atPath: folder.path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // A folder of its own ignores itself in git; somebody else's is left as it is.
            if isNew { try write("*\n", to: folder.appendingPathComponent(".gitignore")) }
            try write(page.html, to: folder.appendingPathComponent("index.html"))
            try write(loop.html, to: folder.appendingPathComponent("loop.html"))
            try write(metrics.html, to: folder.appendingPathComponent("metrics.html"))
            let glossary = GlossaryPage(
                product: scorecard.product, definitions: definitions, today: scorecard.today, zone: scorecard.zone, emptyPages: empty)
            try write(glossary.html, to: folder.appendingPathComponent("glossary.html"))
            try write(ReleasesPage(releases).html, to: folder.appendingPathComponent("releases.html"))
            try write(ReleasesMarkdown(releases).text + "\n", to: folder.appendingPathComponent("releases.md"))
            try write(ReleasesJSON(releases).json.pretty + "\n", to: folder.appendingPathComponent("releases.json"))
            try writeImprovements(evidence, to: folder)
            let health = evidence.agreements.healthRecord
            if let last = health.checks.last(where: { $0.result != nil }), let picture = HealthCommand.picture(last, health, workspace) {
                try write(HealthPage(picture).html, to: folder.appendingPathComponent("health.html"))
            }
            try write(ScorecardMarkdown(scorecard).text + "\n", to: folder.appendingPathComponent("scorecard.md"))
            try write(ScorecardJSON(scorecard).json.pretty + "\n", to: folder.appendingPathComponent("scorecard.json"))
        } catch {
            throw Failure(
                .storeUnusable, "\(output) cannot be written. Look at the permissions of the folder and at the space on the disk.")
        }
        Console.print("\(output)/index.html")
    }

    /// The improvements, and a brief for each that was asked about.
    private func writeImprovements(_ evidence: Evidence, to folder: URL) throws {
        let (agreements, zone) = (evidence.agreements, evidence.interpretation.zone)
        let effects = EffectEvidence(evidence.histories, evidence.interpretation, evidence.product, now: evidence.now)
        let lines = ImprovementLines(agreements, zone, on: evidence.today, effects, withDecided: true)
        let page = ImprovementsPage(product: evidence.product.name, agreements, lines, zone, on: evidence.today)
        try write(page.html, to: folder.appendingPathComponent("improvements.html"))
        for improvement in agreements.improvements where agreements.briefs.request(of: improvement.id) != nil {
            let brief = BriefBuilder(improvement, agreements, effects).brief
            try write(BriefPage(brief).html, to: folder.appendingPathComponent("brief-\(improvement.number).html"))
        }
    }

    private func write(_ text: String, to file: URL) throws { try text.write(to: file, atomically: true, encoding: .utf8) }
}
