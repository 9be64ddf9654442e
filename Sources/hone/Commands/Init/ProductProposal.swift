import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneStore
import HoneWorkflows

/// A hone.yaml for a product, made from its options and a look at its exports.
struct ProductProposal {
    private(set) var template: ConfigurationTemplate
    /// What the looks at the exports brought.
    let outcomes: [CollectFacts.Outcome]

    /// - Parameters:
    ///   - store: an empty one for each export that is read.
    ///   - refused: told of an export that cannot be read, where there are others; nil where none may be left out.
    init(
        _ template: ConfigurationTemplate, _ exports: [(kind: ExportSource.Kind, path: String)], _ options: ProductOptions, in here: URL,
        into store: () throws -> Store, refused: ((_ path: String, Failure) -> Void)? = nil
    ) async throws {
        self.template = template
        let zone = ZoneTable.system(template.timezone) ?? .utc
        let hasJira = exports.contains { $0.kind == .jira }
        var sources: [ExportSource.Description] = []
        var read: [(kind: ExportSource.Kind, path: String)] = []
        for (kind, path) in exports {
            let export = ExportSource(
                kind: kind, path: path, mapping: options.mapping, zone: zone, directory: here.path, store: try store(), tellsKeys: hasJira)
            do {
                sources.append(try await export.described())
                read.append((kind, path))
            } catch let failure as Failure {
                guard let refused, exports.count > 1 else { throw failure }
                refused(path, failure)
            }
        }
        outcomes = sources.map(\.outcome)
        let issues = zip(read, sources).reduce(into: Set<String>()) { if $1.0.kind == .jira { $0.formUnion($1.1.keys) } }
        // What was read last counts: a sheet stands behind the Jira whose issues it speaks of.
        var behind: [[(key: String, value: String)]] = []
        for ((kind, export), source) in zip(read, sources) {
            self.template.remarks += source.remarks
            if kind == .csv, case let shared = source.keys.intersection(issues).count, shared > 0, shared * 2 >= source.keys.count {
                behind.append(source.lines + [("tracker", JiraSource.tracker)])
                self.template.remarks.append(
                    "\(export) shares \(CountText.counted(shared, "key")) with the Jira export: with tracker: jira its rows speak of those issues."
                )
            } else {
                self.template.sources.append(source.lines)
            }
            add(source.proposal)
        }
        self.template.sources += behind
        let stages = try options.stages()
        if !stages.isEmpty { (self.template.stages, self.template.commitment) = (stages, nil) }
        self.template.commitment = options.commitment ?? self.template.commitment
        if let commitment = options.commitment { try Self.check(commitment, among: self.template.stages) }
    }

    private static func check(_ commitment: String, among stages: [Stage]) throws {
        let names = stages.map(\.name)
        guard !names.contains(where: { $0.lowercased() == commitment.lowercased() }) else { return }
        let known = names.isEmpty ? "There are no stages: name them with --stage." : "The stages are \(names.joined(separator: ", "))."
        throw Failure(.usage, "--commitment is '\(commitment)', which is no stage. \(known)")
    }

    /// The text of hone.yaml.
    /// - Throws: `Failure` where the options contradict each other.
    func checked() throws -> String {
        do {
            _ = try Configuration(yaml: template.yaml, file: Workspace.fileName, schemas: Workspace.schemas, isZone: ZoneTable.isKnown)
            return template.yaml
        } catch {
            throw Failure(.usage, "These options contradict each other: \(error)")
        }
    }

    private mutating func add(_ proposal: ProposeMapping) {
        template.iteration = template.iteration ?? proposal.iteration
        if template.stages.isEmpty {
            template.stages = proposal.stages
            template.commitment = proposal.commitment
        }
        for type in proposal.types where !template.workKinds.contains(where: { $0.type.lowercased() == type.name.lowercased() }) {
            guard Interpretation().workKind(type: type.name, labels: [], title: "") == .unclassified else { continue }
            if let known = template.otherTypes.firstIndex(where: { $0.type == type.name }) {
                template.otherTypes[known].count += type.count
            } else {
                template.otherTypes.append((type.name, ProposeMapping.workKind(ofType: type.name), type.count))
            }
        }
        for label in proposal.labels where !label.name.contains(NameMask.replacement) {
            if let known = template.labels.firstIndex(where: { $0.label == label.name }) {
                template.labels[known].count += label.count
            } else {
                template.labels.append((label.name, ProposeMapping.workKind(ofType: label.name), label.count))
            }
        }
        Self.add(proposal.statuses, to: &template.statuses)
        Self.add(proposal.reasons, to: &template.reasons)
    }

    private static func add(_ names: [(name: String, count: Int)], to known: inout [(name: String, count: Int)]) {
        for name in names {
            if let position = known.firstIndex(where: { $0.name == name.name }) {
                known[position].count += name.count
            } else {
                known.append(name)
            }
        }
    }
}
