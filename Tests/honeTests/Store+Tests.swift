import HoneFacts
import HoneStore

@testable import hone

extension Store {
    /// As the program opens it.
    init(path: String) throws { try self.init(path: path, digest: .unkeyed) }
}
