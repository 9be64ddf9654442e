import HoneFacts

extension Workspace {
    /// The zone of the product of this folder, or UTC where there is none.
    static func zoneHere() throws -> ZoneTable {
        do {
            return try current().interpretation.zone
        } catch let failure as Failure where failure.code == .noStore {
            return .utc
        }
    }
}
