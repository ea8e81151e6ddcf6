import Foundation

/// What a process and those it forked hold of memory, each shared page divided among its holders (proc(5), smaps_rollup).
enum ProcessMemory {
    /// Bytes of PSS of `process` and its children; 0 for a process that is gone.
    static func proportional(ofTree process: Int32) -> Int {
        children(of: process).reduce(proportional(of: process)) { $0 + proportional(of: $1) }
    }

    private static func proportional(of process: Int32) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }

    private static func children(of process: Int32) -> [Int32] {
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }
}
