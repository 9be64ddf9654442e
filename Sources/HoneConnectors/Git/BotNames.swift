internal import HoneFacts

/// Which authors are programs.
struct BotNames: Sendable {
    private static let wellKnown: Set<String> = [
        "allcontributors", "codecov-io", "copybara-service", "dependabot", "dependabot-preview", "dependabot support", "github actions",
        "github-actions", "greenkeeper", "greenkeeperio-bot", "imgbot", "mergify", "pre-commit-ci", "pyup-bot", "renovate",
        "renovate bot", "renovate-bot", "semantic-release-bot", "snyk bot", "snyk-bot", "weblate", "copilot", "github copilot",
        "cursor agent", "openai codex", "cursoragent", "travis-ci", "travis ci", "jenkins", "bors", "codecov", "netlify",
        "deepsource-autofix", "sonarcloud", "circleci", "gitlab-ci", "azure-pipelines", "buildkite", "crowdin", "transifex",
    ]
    private static let endings = ["-bot", "-robot", "_bot"]
    /// Assistants sign with these; their names may be those of people.
    private static let wellKnownMails: Set<String> = [
        "noreply@anthropic.com", "noreply@openai.com", "codex@openai.com", "cursoragent@cursor.com", "noreply@aider.chat",
        "aider@aider.chat", "amp@ampcode.com",
    ]
    /// Changes when other names than before are programs' without anybody saying so.
    private static let version = 3

    private let patterns: [GlobPattern]

    init(_ patterns: [String]) {
        self.patterns = patterns.map { GlobPattern($0.lowercased()) }
    }

    /// What changes when the patterns change.
    var fingerprintText: String { patterns.map(\.text).joined(separator: "\n") + "\n\(Self.version)" }

    /// Whether the product itself says that the name is a program's.
    func contains(configured name: String) -> Bool { patterns.contains { $0.matches(name) } }

    func contains(name: String, mail: String) -> Bool {
        let name = name.lowercased()
        let mail = mail.lowercased()
        var local = String(mail.prefix { $0 != "@" })
        if let plus = local.firstIndex(of: "+"), local[..<plus].allSatisfy(\.isNumber) {
            local = String(local[local.index(after: plus)...])
        }
        if name.hasSuffix("[bot]") || local.hasSuffix("[bot]") { return true }
        // `Bot` is a family name, too; with a hyphen it is not.
        if Self.endings.contains(where: { name.hasSuffix($0) || (local.hasSuffix($0) && mail.hasSuffix("github.com")) }) { return true }
        if Self.wellKnownMails.contains(mail) { return true }
        if Self.wellKnown.contains(name) || (Self.wellKnown.contains(local) && mail.hasSuffix("github.com")) { return true }
        return patterns.contains { pattern in
            [name, mail, local].contains { pattern.matches($0) }
        }
    }
}
