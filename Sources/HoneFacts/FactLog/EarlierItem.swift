/// What a source said of a work item before a later version of the same fact took its place.
///
/// Only what tells work kinds apart: a reading of the facts holds what sources say now, and this what they said then.
package struct EarlierItem: Sendable, Equatable {
    package let origin: String
    package let key: String
    package let type: String
    /// Joined by U+001F.
    package let labels: String
    package let title: String
    /// When the source was read, seconds since 1970.
    package let recordedAt: Int64

    package init(origin: String, key: String, type: String, labels: String, title: String, recordedAt: Int64) {
        (self.origin, self.key, self.type) = (origin, key, type)
        (self.labels, self.title, self.recordedAt) = (labels, title, recordedAt)
    }

    /// Rows of the item family, in their order.
    package static func all(of batch: FactBatch, recordedAt: Int64) -> [EarlierItem] {
        let (keys, types, labels, titles) = (batch.texts("key"), batch.texts("type"), batch.texts("labels"), batch.texts("title"))
        return (0..<batch.count).map { row in
            EarlierItem(
                origin: batch.origin, key: keys[row], type: types[row], labels: labels[row], title: titles[row], recordedAt: recordedAt)
        }
    }

    /// The kind that the rules give by type, labels and title; those of paths are left out, which no source keeps by version.
    package func kind(_ interpretation: Interpretation) -> WorkKind {
        Self.kind(type: type, labels: labels, title: title, interpretation)
    }

    package static func kind(type: String, labels: String, title: String, _ interpretation: Interpretation) -> WorkKind {
        interpretation.workKind(type: type, labels: labels.split(separator: "\u{1f}").map(String.init), title: title)
    }
}
