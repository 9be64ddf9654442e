import ArgumentParser
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
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let evidence = try await workspace.evidence(from: workspace.openStore())
        let evaluate = EvaluateScorecard(evidence)
        // Side by side, as none of them needs another.
        async let loopPicture = ShowLoop(evidence).picture(window: window)
        async let metricsPicture = ShowMetrics(evidence).picture(window: window)
        let scorecard = await evaluate.scorecard(window: window)
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
        let glossary = GlossaryPage(
            product: scorecard.product, definitions: definitions, today: scorecard.today, zone: scorecard.zone, emptyPages: empty)
        var files = [
            ("index.html", page.html), ("loop.html", loop.html), ("metrics.html", metrics.html), ("glossary.html", glossary.html),
            ("releases.html", ReleasesPage(releases).html), ("releases.md", ReleasesMarkdown(releases).text + "\n"),
            ("releases.json", ReleasesJSON(releases).json.pretty + "\n"),
        ]
        files += improvements(evidence)
        let health = evidence.agreements.healthRecord
        if let last = health.checks.last(where: { $0.result != nil }), let picture = HealthCommand.picture(last, health, workspace) {
            files.append(("health.html", HealthPage(picture).html))
        }
        files += [
            ("scorecard.md", ScorecardMarkdown(scorecard).text + "\n"), ("scorecard.json", ScorecardJSON(scorecard).json.pretty + "\n"),
        ]
        try ReportFolder(path: output).write(files)
        Console.print("\(output)/index.html")
    }

    /// The improvements, and a brief for each that was asked about.
    private func improvements(_ evidence: Evidence) -> [(String, String)] {
        let (agreements, zone) = (evidence.agreements, evidence.interpretation.zone)
        let effects = EffectEvidence(evidence.histories, evidence.interpretation, evidence.product, now: evidence.now)
        let lines = ImprovementLines(agreements, zone, on: evidence.today, effects, withDecided: true)
        let page = ImprovementsPage(product: evidence.product.name, agreements, lines, zone, on: evidence.today)
        let asked = agreements.improvements.filter { agreements.briefs.request(of: $0.id) != nil }
        return [("improvements.html", page.html)]
            + asked.map { ("brief-\($0.number).html", BriefPage(BriefBuilder($0, agreements, effects).brief).html) }
    }
}
