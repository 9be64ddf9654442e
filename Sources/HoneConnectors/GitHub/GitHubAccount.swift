/// An account, or the name and address in a commit, as GitHub's objects hold it.
struct GitHubAccount: Decodable, Sendable {
    let login: String?
    let type: String?
    let name: String?
    let email: String?

    /// The login in lower case; nil where the account was deleted: GitHub then says nothing, or `ghost`.
    var plainLogin: String? {
        guard let login = login?.lowercased(), !login.isEmpty, login != "ghost" else { return nil }
        return login
    }

    /// An app that acts by itself, which GitHub marks in the login. An assistant that somebody asks for a review (`Copilot`) has no
    /// such mark and counts as another account.
    var isBot: Bool { login?.lowercased().hasSuffix("[bot]") == true }

    /// Such an app, or one of the names that the product says are programs.
    func isBot(_ bots: BotNames) -> Bool { isBot || plainLogin.map { bots.contains(configured: $0) } == true }

    /// Programs and organizations are no people: their names stay in titles.
    var isPerson: Bool { !isBot && type != "Bot" && type != "Organization" }
}
