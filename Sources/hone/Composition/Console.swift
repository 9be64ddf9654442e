import Foundation
import HoneReport

/// Standard output, standard error, and what the terminal can show.
enum Console {
    static func print(_ text: String) { write(text + "\n", to: .standardOutput) }
    static func error(_ text: String) { write(broken(text, on: .standardError) + "\n", to: .standardError) }

    /// Sentences for people. They are broken where a terminal or COLUMNS says how wide it is; for a program each stays on its line.
    static func say(_ text: String) { write(broken(text, on: .standardOutput) + "\n", to: .standardOutput) }

    private static func broken(_ text: String, on handle: FileHandle) -> String {
        let isKnown = isatty(handle.fileDescriptor) == 1 || ProcessInfo.processInfo.environment["COLUMNS"] != nil
        return isKnown ? TextWrap.sentences(text, width: width) : text
    }

    /// A line that the next one replaces, on a terminal only.
    static func progress(_ text: String) {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
        send("\r\u{1b}[K" + PrintedText.safe(String(text.prefix(width - 1))), to: .standardError)
    }

    static func endProgress() {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
        send("\r\u{1b}[K", to: .standardError)
    }

    private static func write(_ text: String, to handle: FileHandle) { send(PrintedText.safe(text), to: handle) }

    private static func send(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            // A closed pipe (`hone ... | head`) is no reason to complain; a full disk is: what was written is cut off.
            if errno == EPIPE { exit(0) }
            if handle !== FileHandle.standardError { Self.error("The output could not be written whole. Look at the space on the disk.") }
            exit(Failure.Code.storeUnusable.rawValue)
        }
    }

    static var isInteractive: Bool {
        isatty(FileHandle.standardInput.fileDescriptor) == 1 && isatty(FileHandle.standardOutput.fileDescriptor) == 1
    }

    /// Bold and dim: on a terminal, unless NO_COLOR is set.
    static var isStyled: Bool {
        isatty(FileHandle.standardOutput.fileDescriptor) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Columns to write for: COLUMNS, else those of the terminal, though no more than can be read with ease; else 80.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) { return min(max(columns, 40), 200) }
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(max(Int(size.ws_col), 40), 120)
    }

    /// Takes everything off the terminal, with what can be scrolled back to.
    static func clear() {
        guard ProcessInfo.processInfo.environment["TERM"] != "dumb" else { return }
        send("\u{1b}[H\u{1b}[2J\u{1b}[3J", to: .standardOutput)
    }

    static func ask(_ question: String, default answer: String) -> String {
        write("\(question) [\(answer)] ", to: .standardOutput)
        let line = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
        return line.isEmpty ? answer : line
    }
}
