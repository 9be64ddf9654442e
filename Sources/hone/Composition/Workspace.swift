import Crypto
import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneStore
import HoneWorkflows

/// The folder that holds `hone.yaml`, with what it says looked up: zone, holidays, clock.
struct Workspace {
    let directory: URL
    let configuration: Configuration
    let interpretation: Interpretation
    /// Seconds since 1970.
    let now: Int64
    /// The product's day.
    var today: CalendarDay { interpretation.zone.day(atSeconds: now) }
    /// What was odd about the holiday file.
    let notices: [Diagnostic]
    /// What the interpretation is made of.
    private let interpretationParts: [String]

    static let fileName = "hone.yaml"
    static let schemas = [
        "git": GitSettings.schema, "csv": CSVSettings.schema, "github": GitHubSettings.schema, "jira": JiraSettings.schema,
        "git_log": GitLogSettings.schema,
    ]

    /// The schemas in the order the reference lists them.
    static var orderedSchemas: [SettingsSchema] { schemas.sorted { $0.key > $1.key }.map(\.value) }

    var dataFolder: URL { URL(fileURLWithPath: directory.path + "/.hone", isDirectory: true) }
    var storePath: String { dataFolder.path + "/store.sqlite" }

    /// The workspace of the current folder or of the nearest one above it.
    static func current() throws -> Workspace {
        let here = FileManager.default.currentDirectoryPath
        guard !here.isEmpty else { throw Failure(.noStore, "The current folder is gone: change to another one.") }
        var folder = URL(fileURLWithPath: here)
        while true {
            let file = folder.path + "/" + fileName
            if FileManager.default.fileExists(atPath: file) { return try Workspace(file: URL(fileURLWithPath: file)) }
            let above = folder.deletingLastPathComponent()
            guard above.path != folder.path else { break }
            folder = above
        }
        throw Failure(.noStore, "There is no hone.yaml here or in a folder above: run hone init first.")
    }

    init(file: URL) throws {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw Failure(.configuration, "\(file.path) cannot be read as UTF-8 text. Look at its permissions and its encoding.")
        }
        try self.init(yaml: text, in: file.deletingLastPathComponent())
    }

    /// - Parameter text: of a hone.yaml, which need not lie there.
    init(yaml text: String, in directory: URL) throws {
        self.directory = directory
        now = try Clock.now()
        do {
            configuration = try Configuration(yaml: text, file: Self.fileName, schemas: Self.schemas, isZone: ZoneTable.isKnown)
        } catch {
            throw Failure(.configuration, String(describing: error))
        }
        guard let zone = ZoneTable.system(configuration.timezone) else {
            throw configuration.failure(
                "timezone", "is '\(configuration.timezone)', which this system does not know.", "Write one such as Europe/London or UTC.")
        }
        var holidays: Set<CalendarDay> = []
        var remarks: [Diagnostic] = []
        if let path = configuration.holidays {
            do throws(UnusableHolidays) {
                (holidays, remarks) = try Self.holidays(path, dateFormat: configuration.holidayDateFormat, in: directory)
            } catch {
                throw configuration.failure("calendar.\(error.key)", error.message, error.advice)
            }
        }
        notices = remarks
        interpretation = configuration.interpretation(zone: zone, holidays: holidays)
        interpretationParts = [text, zone.description, holidays.map(\.number).sorted().description]
    }

    /// What stands for the interpretation, and for the program that reads it.
    private var interpretationDigest: String { Self.digest(interpretationParts + [Self.program]) }

    /// Another build may count otherwise, under the same version.
    private static var program: String {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? Bundle.main.executablePath ?? ""
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(Version.text) \(attributes?[.size] as? Int ?? 0) \(changed)"
    }

    private static func digest(_ parts: [String]) -> String {
        SHA256.hash(data: Data(parts.joined(separator: "\u{1f}").utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// A file of holidays that cannot be used, for whoever named it.
    struct UnusableHolidays: Error {
        /// Of `calendar` in hone.yaml.
        let key: String
        let message: String
        let advice: String
    }

    static func holidays(
        _ path: String, dateFormat pattern: String?, in directory: URL
    ) throws(UnusableHolidays) -> (days: Set<CalendarDay>, remarks: [Diagnostic]) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path, relativeTo: directory)) else {
            throw UnusableHolidays(key: "holidays", message: "is \(path), which cannot be read.", advice: "Mend the path, or leave it out.")
        }
        var dateFormat: DateFormat?
        if let pattern {
            do { dateFormat = try DateFormat(pattern: pattern) } catch {
                throw UnusableHolidays(key: "date_format", message: "cannot be used.", advice: String(describing: error))
            }
        }
        let read = Holidays.read(bytes: [UInt8](data), path: path, dateFormat: dateFormat)
        if let refusal = read.diagnostics.first(where: { $0.severity == .refused }) {
            throw UnusableHolidays(key: "holidays", message: "cannot be used.", advice: refusal.description)
        }
        return (read.days, read.diagnostics)
    }

    /// Opens the store that `hone sync` made.
    func openStore() throws -> Store {
        guard FileManager.default.fileExists(atPath: storePath) else {
            throw Failure(.noStore, "There is no store yet: run hone sync first.")
        }
        let size = try? FileManager.default.attributesOfItem(atPath: storePath)[.size] as? Int
        if size == 0 {
            throw Failure(
                .storeUnusable,
                "The store \(storePath) is an empty file, so what it held is lost. Put it back from a backup, or delete it and run hone sync."
            )
        }
        return try Self.opened(storePath)
    }

    /// Opens the store, making the folder and the file where they are missing.
    func openOrMakeStore() throws -> Store {
        let manager = FileManager.default
        do {
            if !manager.fileExists(atPath: dataFolder.path) {
                try manager.createDirectory(at: dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            let ignore = dataFolder.path + "/.gitignore"
            if !manager.fileExists(atPath: ignore) { try "*\n".write(toFile: ignore, atomically: true, encoding: .utf8) }
        } catch {
            throw Failure(
                .storeUnusable, "\(dataFolder.path) cannot be made. Look at the permissions of the folder and at the space on the disk.")
        }
        return try Self.opened(storePath)
    }

    private static func opened(_ path: String) throws -> Store {
        do { return try Store(path: path, digest: .unkeyed) } catch { throw Failure(.storeUnusable, String(describing: error)) }
    }

    func scorecard(from store: Store, window: Window?) async throws -> Scorecard {
        do {
            return try await keptScorecard(in: store).answer(window: window).scorecard
        } catch {
            throw Failure(.storeUnusable, String(describing: error))
        }
    }

    /// The scorecard of a store that nobody asks again.
    func onlyScorecard(from store: Store, window: Window?) async throws -> Scorecard {
        do {
            return try await keptScorecard(in: store).once(window: window)
        } catch {
            throw Failure(.storeUnusable, String(describing: error))
        }
    }

    /// Makes the scorecard once where the next one can start from it. One that fails says so when it is asked for.
    func prepareScorecard() async {
        guard let store = try? openStore() else { return }
        try? await keptScorecard(in: store).prepare()
    }

    private func keptScorecard(in store: Store) -> KeptScorecard<Store> {
        KeptScorecard(
            product: configuration.product, interpretation: interpretation, log: store, sources: configuredOrigins,
            digest: interpretationDigest, now: now)
    }

    func evidence(from store: Store) async throws -> Evidence {
        do {
            return try await Evidence(
                product: configuration.product, interpretation: interpretation, log: store, decisions: store,
                sources: configuredOrigins, now: now)
        } catch {
            throw Failure(.storeUnusable, String(describing: error))
        }
    }
}
