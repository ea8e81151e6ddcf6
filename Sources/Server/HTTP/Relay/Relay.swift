import CEpoll
import Glibc
import Synchronization

/// The thread between clients and libmicrohttpd: it accepts, screens what comes in, and passes it on.
///
/// It keeps accepting whatever happens behind it, so that past the limit a client gets 503 at once, where libmicrohttpd
/// would leave it waiting.
final class Relay: Sendable {
    /// How late a deadline may be noticed, in milliseconds.
    private static let tick: CInt = 100
    /// What answers that are on their way get at a stop.
    private static let lastGrace = Duration.seconds(1)

    private enum Token {
        static let door: UInt64 = 0
        static let bell: UInt64 = 1
        /// Even for the client, odd for libmicrohttpd.
        static func client(_ number: Int) -> UInt64 { UInt64(number) << 1 }
        static func server(_ number: Int) -> UInt64 { UInt64(number) << 1 | 1 }
    }

    let door: Door
    private let registry: ConnectionRegistry
    private let mailbox: Mailbox
    private let isFinishing = Atomic(false)

    private var service: Service { registry.service }

    init(_ registry: ConnectionRegistry, door: Door) throws(ListenerError) {
        self.registry = registry
        self.door = door
        mailbox = try Mailbox()
    }

    /// Starts the thread.
    func start(accepting socket: consuming ListenSocket) throws(ListenerError) {
        let poller = try Poller()
        poller.watch(socket.descriptor, token: Token.door, isEdge: false)
        poller.watch(mailbox.bell.descriptor, token: Token.bell, isEdge: false)
        let parts = Mutex<Parts?>(Parts(poller: poller, socket: socket))
        try spawnThread { [self] in
            guard let parts = parts.withLock({ $0.take() }) else { return }
            run(parts)
        }
    }

    private struct Parts: ~Copyable, Sendable {
        let poller: Poller
        let socket: ListenSocket
    }

    /// Delivers what is on its way and ends the thread, which then calls the listener stopped. The daemon must be gone.
    func finish() {
        isFinishing.store(true, ordering: .releasing)
        mailbox.bell.ring()
    }

    private func run(_ parts: consuming Parts) {
        loop(parts.poller, parts.socket)
        // Once nobody listens any more.
        _ = consume parts
        registry.finish()
    }

    private func loop(_ poller: borrowing Poller, _ socket: borrowing ListenSocket) {
        var connections: [Int: RelayedConnection] = [:]
        var count = 1
        var nextLook = ContinuousClock.now
        var end: ContinuousClock.Instant?
        while true {
            let found = poller.wait(milliseconds: connections.isEmpty && end == nil ? -1 : Self.tick)
            for one in found where one.token != Token.door {
                guard one.token != Token.bell else {
                    for number in mailbox.empty() where connections[number]?.noticeCompletion() == false {
                        connections[number] = nil
                    }
                    continue
                }
                let number = Int(one.token >> 1)
                guard let connection = connections[number] else { continue }
                let isOpen =
                    one.token & 1 == 0 ? connection.noticeClient(one.events) : connection.noticeServer(one.events)
                if !isOpen { connections[number] = nil }
            }
            if found.contains(where: { $0.token == Token.door }) {
                while let client = socket.accept() {
                    count += 1
                    guard !client.isBeyondMeans, connections.count < service.configuration.connectionLimit else {
                        turnAway(client.descriptor)
                        continue
                    }
                    connections[count] = open(client.descriptor, number: count, poller)
                }
            }
            let now = ContinuousClock.now
            if now >= nextLook {
                nextLook = now + .milliseconds(Int(Self.tick))
                for (number, connection) in connections where !connection.expire(at: now) { connections[number] = nil }
            }
            if isFinishing.load(ordering: .acquiring) {
                let last = end ?? now + Self.lastGrace
                end = last
                if connections.isEmpty || now >= last { return }
            }
        }
    }

    private func open(_ client: CInt, number: Int, _ poller: borrowing Poller) -> RelayedConnection {
        let link = Link(number: number, mailbox: mailbox)
        var server: Socket?
        if let ends = Socket.pair(), registry.expect(link, at: ends.1) {
            server = Socket(owning: ends.0)
            poller.watch(ends.0, token: Token.server(number))
            if !door.add(ends.1) {
                registry.forget(ends.1)
                server = nil
            }
        }
        poller.watch(client, token: Token.client(number))
        return RelayedConnection(
            number: number, client: Socket(owning: client), server: server, orTelling: refusal, link: link,
            service: service)
    }

    /// Why a client is turned away now.
    private var refusal: Refusal { registry.isDraining ? .shuttingDown : .overloaded }

    /// At the limit there is no room for a connection's state, only for a word.
    private func turnAway(_ client: CInt) {
        let refusal = refusal
        let id = RequestHead.newIdentifier()
        service.observe(.refused(refusal, requestID: id))
        let socket = Socket(owning: client)
        _ = socket.send(RawResponse.serialize(service.refuse(refusal, id), requestID: id)[...])
        socket.endSending()
    }
}
