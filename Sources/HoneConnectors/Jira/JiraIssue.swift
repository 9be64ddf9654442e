#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One issue as the interface of Jira gives it; everything may be missing.
struct JiraIssue: Decodable {
    let id: String?
    let key: String?
    let fields: JiraFields?
    let changelog: JiraChangelog?

    private enum Field: CodingKey {
        case id, key, fields, changelog
    }

    /// Fails only for what is not an object.
    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        id = object.text(.id)
        key = object.text(.key)
        fields = object.loose(JiraFields.self, .fields)
        changelog = object.loose(JiraChangelog.self, .changelog)
    }
}
