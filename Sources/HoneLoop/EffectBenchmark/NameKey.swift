/// A number for a name, the same on every platform, so that what is drawn for one does not depend on what stands beside it.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo (1991), FNV-1a with 64 bits; RFC 9923.
enum NameKey {
    static func of(_ name: String) -> UInt64 {
        name.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }
}
