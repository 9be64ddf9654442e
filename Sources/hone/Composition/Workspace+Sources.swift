import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneStore

extension Workspace {
    /// The sources of `hone.yaml`, ready to be read.
    func sources(digest: Digest) throws -> [any FactSource] {
        try configuration.sources.map { source in
            switch source.kind {
            case "csv": try csvSource(source.values, path: nil, digest: digest)
            default: gitSource(source.values, digest: digest)
            }
        }
    }

    func gitSource(_ values: [String: SettingsValue], digest: Digest) -> GitSource {
        GitSource(
            GitSettings(
                repository: values["git"]?.text ?? ".", folder: values["path"]?.text, botPatterns: configuration.bots),
            in: directory.path, digest: digest, nowSeconds: now, environment: ProcessInfo.processInfo.environment,
            progress: { count in Console.progress("reading git: \(count) commits") })
    }

    /// - Parameter path: a file to read instead of the configured one.
    func csvSource(_ values: [String: SettingsValue], path: String?, digest: Digest) throws -> CSVSource {
        let settings: CSVSettings
        do {
            settings = try CSVSettings(
                csv: path ?? values["csv"]?.text ?? "", shape: values["shape"]?.text,
                columns: (values["columns"]?.table ?? [:]).compactMapValues(\.text), dateFormat: values["date_format"]?.text,
                timezone: values["timezone"]?.text, delimiter: values["delimiter"]?.text, encoding: values["encoding"]?.text,
                snapshot: values["snapshot"]?.boolean, tracker: values["tracker"]?.text)
        } catch {
            throw Failure(.configuration, "hone.yaml, source \(values["csv"]?.text ?? ""): \(error)")
        }
        var zone = interpretation.zone
        if let name = settings.timezone {
            guard let own = ZoneTable.system(name) else {
                throw Failure(.configuration, "hone.yaml, source \(settings.path): timezone '\(name)' is not an IANA zone.")
            }
            zone = own
        }
        let mask = NameMask(KnownPeople())
        return CSVSource(settings: settings, directory: directory.path, zone: zone, digest: digest, mask: { mask.masked($0) })
    }

    /// The digest of this store's salt.
    func digest(for store: Store) async throws -> Digest {
        let hasFacts = try await store.contents().contains { $0.name == FactFamily.commit.rawValue && $0.rows > 0 }
        return Digest.live(try Salt.readOrMade(in: dataFolder, storeHasFacts: hasFacts))
    }
}
