/// What the lives of all items are read by.
struct ItemLifeRules {
    /// What being in a stage means for an item's dates.
    struct Role: OptionSet {
        let rawValue: UInt8

        static let active = Role(rawValue: 1)
        static let done = Role(rawValue: 2)
        static let cancelled = Role(rawValue: 4)
        /// The commitment stage and what is right of it, but for leaving unfinished.
        static let committed = Role(rawValue: 8)
    }

    /// By code of the stage.
    let roles: [Role]
    let commitment: Int
    let zone: ZoneTable
    /// Seconds since 1970.
    let now: Int64

    init(_ interpretation: Interpretation, now: Int64) {
        let commitment = interpretation.stages?.commitment ?? 0
        roles = (interpretation.stages?.stages ?? []).enumerated().map { code, stage in
            var role: Role = []
            if stage.kind == .active { role.insert(.active) }
            if stage.kind == .done { role.insert(.done) }
            if stage.kind == .cancelled { role.insert(.cancelled) } else if code >= commitment { role.insert(.committed) }
            return role
        }
        self.commitment = commitment
        zone = interpretation.zone
        self.now = now
    }

    /// Seconds since 1970 of a raw instant; those of one without a time of day have to fit into its width.
    @inline(__always)
    func seconds<Number: FixedWidthInteger>(_ raw: Number) -> Number {
        raw & 1 == 0 ? raw >> 1 : Number(truncatingIfNeeded: zone.seconds(Instant(rawValue: Int64(raw))))
    }
}
