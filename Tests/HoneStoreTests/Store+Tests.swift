import HoneFacts
import HoneStore
import HoneTestSupport

extension Store {
    init(path: String) throws { try self.init(path: path, digest: .forTests) }
}
