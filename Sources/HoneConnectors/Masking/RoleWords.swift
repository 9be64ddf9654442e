/// Words that role accounts are named with ("The Test Team", `admin`, `no-reply`).
///
/// A name that is made of nothing else is a role, not a person, and is not masked: otherwise one commit by "Test User" would
/// take the word "test" out of every title. In a name with any other word they are masked with the rest.
enum RoleWords {
    private static let all: Set<String> = [
        "account", "actions", "admin", "administrator", "all", "and", "anonymous", "author", "automation", "azure", "azureuser", "bot",
        "bots", "bugs",
        "build", "builder", "ci", "code", "commit", "committer", "community", "contact", "core", "default", "deploy", "dev", "developer",
        "developers", "development", "devops", "docs", "email", "engineering", "example", "git", "github", "gitlab", "group", "hello",
        "home", "hudson", "info", "infra", "jenkins", "linux", "local", "localhost", "machine", "mail", "main", "maintainer",
        "maintainers", "master", "me", "name", "no", "nobody", "none", "noreply", "office", "ops", "person", "project",
        "provisioned", "release",
        "releases", "reply", "robot", "root", "runner", "security", "server", "service", "staff", "support", "system", "team", "test",
        "tester", "testing", "tests", "the", "travis", "ubuntu", "unknown", "user", "users", "vagrant", "web", "www", "you", "your",
    ]

    /// Whether every word of a name is one of these. A name without words is nobody's.
    static func areAll(of words: [String]) -> Bool {
        words.allSatisfy { all.contains($0) }
    }

    /// Small words inside a name ("Doe from Accounts") that are in every second title and name nobody.
    static let particles: Set<String> = ["and", "for", "from", "the", "via", "with"]
}
