/// Why a command stopped: one sentence for people, and a code for programs.
struct Failure: Error {
    enum Code: Int32 {
        case checkFailed = 1
        case usage = 64
        case badData = 65
        case noStore = 66
        case storeUnusable = 74
        case configuration = 78
    }

    let code: Code
    let sentence: String

    init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}
