import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneStore

extension Workspace {
    /// The sources of `hone.yaml`, ready to be read.
    /// - Parameter namesOnly: whether lines of git histories are left for later.
    func sources(digest: Digest, namesOnly: Bool = false) throws -> [any FactSource] {
        try configuration.sources.map { source in
            switch source.kind {
            case "csv": try csvSource(source, digest: digest)
            case "github": githubSource(source.values["github"]?.text ?? "", digest: digest)
            case "jira": jiraSource(source.values["jira"]?.text ?? "", digest: digest)
            case "git_log": gitLogSource(source.values["git_log"]?.text ?? "", tags: source.values["tags"]?.text, digest: digest)
            default: gitSource(source.values, digest: digest, namesOnly: namesOnly)
            }
        }
    }

    /// Files that hone.yaml names as sources and that are not there.
    var missingFiles: [String] {
        configuration.sources.compactMap { $0.kind == "git" ? nil : $0.values[$0.kind]?.text }.filter { path in
            !FileManager.default.fileExists(atPath: path.hasPrefix("/") ? path : directory.appendingPathComponent(path).path)
        }
    }

    /// A path as a command was given it, seen from the folder of hone.yaml: one file has one name wherever a command is called,
    /// and the folders above are not written down.
    func relative(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let base = directory.standardizedFileURL.pathComponents
        let full = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
        let shared = zip(base, full).prefix { $0 == $1 }.count
        return (base.dropFirst(shared).map { _ in ".." } + full.dropFirst(shared)).joined(separator: "/")
    }

    func githubSource(_ path: String, digest: Digest) -> GitHubSource {
        GitHubSource(
            settings: GitHubSettings(path: path, botPatterns: configuration.bots), directory: directory.path, digest: digest)
    }

    func gitLogSource(_ path: String, tags: String?, digest: Digest) -> GitLogSource {
        GitLogSource(
            settings: GitLogSettings(log: path, tags: tags, botPatterns: configuration.bots),
            directory: directory.path, digest: digest, nowSeconds: now)
    }

    func jiraSource(_ path: String, digest: Digest) -> JiraSource {
        JiraSource(settings: JiraSettings(jira: path), directory: directory.path, digest: digest)
    }

    /// Origins of the sources that hone.yaml names.
    var configuredOrigins: Set<String> {
        Set(
            configuration.sources.map { source in
                let path = source.values[source.kind]?.text ?? ""
                return switch source.kind {
                case "git": gitSettings(source.values).origin
                case "csv": CSVSource.origin(path, reading: source.reading)
                default: "\(source.kind):\(path)"
                }
            })
    }

    private func gitSettings(_ values: [String: SettingsValue]) -> GitSettings {
        GitSettings(
            repository: values["git"]?.text ?? ".", folder: values["path"]?.text, botPatterns: configuration.bots,
            countsLines: values["line_counts"]?.boolean ?? true)
    }

    func gitSource(_ values: [String: SettingsValue], digest: Digest, namesOnly: Bool = false) -> GitSource {
        var settings = gitSettings(values)
        if namesOnly { settings.countsLines = false }
        return GitSource(
            settings, in: directory.path, digest: digest, nowSeconds: now, environment: ProcessInfo.processInfo.environment,
            progress: { count in Console.progress("reading git: \(count) commits") })
    }

    /// - Parameter path: a file to read instead of the configured one.
    func csvSource(_ source: Configuration.Source, path: String? = nil, digest: Digest) throws -> CSVSource {
        do {
            return csvSource(try CSVSettings(source.values, path: path), reading: path == nil ? source.reading : 1, digest: digest)
        } catch {
            let field = "\(source.field).\(error.key)"
            throw configuration.failure(field, "cannot be used.", "\(error.message) \(error.advice)")
        }
    }

    /// - Parameter values: the mapping, as options of the command line gave it.
    func csvSource(options values: [String: SettingsValue], path: String, digest: Digest) throws -> CSVSource {
        do {
            return csvSource(try CSVSettings(values, path: path), reading: 1, digest: digest)
        } catch {
            throw Failure(.usage, "--map: \(error)")
        }
    }

    private func csvSource(_ settings: CSVSettings, reading: Int, digest: Digest) -> CSVSource {
        // The configuration has only zones that this system knows.
        let zone = settings.timezone.flatMap(ZoneTable.system) ?? interpretation.zone
        let mask = NameMask(KnownPeople())
        return CSVSource(
            settings: settings, directory: directory.path, zone: zone, digest: digest, reading: reading, mask: { mask.masked($0) })
    }

    /// The digest of this store's salt.
    func digest(for store: Store) async throws -> Digest {
        let hasFacts = try await store.contents().contains { $0.name == FactFamily.commit.rawValue && $0.rows > 0 }
        return Digest.live(try Salt.readOrMade(in: dataFolder, storeHasFacts: hasFacts))
    }
}
