package import HoneFacts

/// What `hone.yaml` says about an export of a Jira.
package struct JiraSettings: Hashable, Sendable {
    /// As configured; relative paths start in the folder of `hone.yaml`.
    package let path: String

    package init(jira path: String) {
        self.path = path
    }

    package static let schema = SettingsSchema([
        .init(
            "jira", .text, "Path of issues exported from a Jira as JSON or JSON lines, plain or gzip, from the folder of hone.yaml.",
            isRequired: true, example: "exports/issues.jsonl.gz")
    ])
}
