internal import CForkServer
internal import Glibc

/// The running fork server: its process, the control socket, and what it wrote before it was warm.
struct WarmProgram: ~Copyable {
    let process: pid_t
    private let control: Descriptor
    private let words: Descriptor

    private init(process: pid_t, control: consuming Descriptor, words: consuming Descriptor) {
        self.process = process
        self.control = control
        self.words = words
    }

    /// Starts the program; it is warm when it says so.
    static func start(_ program: Program) throws(ForkPoolError) -> WarmProgram {
        var pair: [Int32] = [-1, -1]
        guard kr_socket_pair(&pair) == 0 else { throw .unavailable("no socket: \(systemMessage(errno))") }
        let control = Descriptor(owning: pair[0])
        let theirs = Descriptor(owning: pair[1])
        let words = try Descriptor.memoryFile("words")
        let arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
        let environment = program.environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var process: pid_t = 0
        let error = kr_spawn(&process, program.path, arguments, environment, theirs.number, words.number)
        guard error == 0 else { throw .unavailable("cannot start \(program.path): \(systemMessage(error))") }
        return WarmProgram(process: process, control: control, words: words)
    }

    var descriptor: Int32 { control.number }

    /// Asks for a child; it announces itself by an event. `nil` when the program is gone.
    func fork(_ limits: JobLimits) -> Descriptor? {
        var pair: [Int32] = [-1, -1]
        guard kr_socket_pair(&pair) == 0 else { return nil }
        let ours = Descriptor(owning: pair[0])
        let theirs = Descriptor(owning: pair[1])
        let limits = kr_limits(
            memory_bytes: limits.memory, output_bytes: limits.output, cpu_seconds: limits.processor, reserved: 0)
        let command = kr_command(kind: UInt32(KR_COMMAND_FORK.rawValue), process: 0, limits: limits)
        return kr_send_command(control.number, command, theirs.number) == 0 ? consume ours : nil
    }

    func kill(_ child: pid_t) { send(KR_COMMAND_KILL, child) }

    /// Asks for a sign of life.
    func ping() { send(KR_COMMAND_PING, 0) }

    private func send(_ kind: kr_command_kind, _ child: pid_t) {
        let command = kr_command(kind: UInt32(kind.rawValue), process: child, limits: kr_limits())
        // Where it cannot be sent no answer comes either, and that is noticed.
        _ = kr_send_command(control.number, command, -1)
    }

    enum Received { case event(kr_event), nothing, gone }

    func receive() -> Received {
        var event = kr_event()
        switch kr_receive_event(control.number, &event) {
        case 1: return .event(event)
        case -1 where errno == EAGAIN || errno == EWOULDBLOCK: return .nothing
        default: return .gone
        }
    }

    /// Memory that the process holds in RAM, in bytes (proc(5), statm); 0 when it is gone.
    var residentMemory: Int {
        guard let file = fopen("/proc/\(process)/statm", "re") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let fields = String(decoding: line.map(UInt8.init(bitPattern:)), as: UTF8.self).split(separator: " ")
        return (fields.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Ends the process and returns its last words. Its children get SIGKILL from the kernel as it dies.
    consuming func end() -> String {
        Glibc.kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return String(decoding: words.contents().suffix(2000), as: UTF8.self)
    }
}
