import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVTextTests {
    private func decoded(_ bytes: [UInt8], _ encoding: CSVEncoding = .automatic) -> (text: String?, codes: [String]) {
        let (text, diagnostics) = CSVText.decoded(bytes, as: encoding, file: "a.csv")
        return (text.map { String(decoding: $0.bytes[$0.start...], as: UTF8.self) }, diagnostics.map(\.code))
    }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func `a byte order mark is no text`() {
        #expect(decoded([0xEF, 0xBB, 0xBF] + Array("é".utf8)).text == "é")
        #expect(decoded([0xFF, 0xFE] + utf16("é😀,x", bigEndian: false)).text == "é😀,x")
        #expect(decoded([0xFE, 0xFF] + utf16("é😀,x", bigEndian: true)).text == "é😀,x")
    }

    @Test func `a mark is believed before the settings, with a note`() {
        let outcome = decoded([0xFF, 0xFE] + utf16("é", bigEndian: false), .latin1)
        #expect(outcome.text == "é")
        #expect(outcome.codes == ["encoding-mark"])
    }

    @Test(arguments: [true, false]) func `UTF-16 without a mark is read by where its zeros stand`(_ bigEndian: Bool) {
        #expect(decoded(utf16("key,title", bigEndian: bigEndian), .utf16).text == "key,title")
    }

    @Test func `half a surrogate and half a unit damage the text`() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0x00, 0x42]
        let text = try #require(CSVText.decoded(bytes, as: .automatic, file: "").text)
        #expect(text.isDamaged)
    }

    @Test func `bytes that are not UTF-8 are windows-1252 with a note`() {
        let outcome = decoded([0x63, 0x61, 0x66, 0xE9, 0x20, 0x80])
        #expect(outcome.text == "café €")
        #expect(outcome.codes == ["encoding-guessed"])
        #expect(decoded([0xE9, 0x80], .latin1).text == "é\u{80}")
        #expect(decoded([0xE9, 0x80], .windows1252).text == "é€")
    }

    @Test(
        arguments: [[0x50, 0x4B, 3, 4, 20], [0x1F, 0x8B, 8, 0], [0x61, 0, 0, 0, 0x62, 0, 0], [0x25, 0x50, 0x44, 0x46, 0x2D]] as [[UInt8]])
    func `archives, documents and binary files are refused`(_ bytes: [UInt8]) {
        let outcome = decoded(bytes)
        #expect(outcome.text == nil)
        #expect(outcome.codes == ["not-text"])
    }

    @Test func `usual spellings of encodings are known`() {
        #expect(CSVEncoding(name: "UTF8") == .utf8)
        #expect(CSVEncoding(name: "ISO-8859-1") == .latin1)
        #expect(CSVEncoding(name: "cp1252") == .windows1252)
        #expect(CSVEncoding(name: "ebcdic") == nil)
    }
}
