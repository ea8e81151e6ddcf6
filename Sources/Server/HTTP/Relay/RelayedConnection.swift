import CEpoll
import Glibc

/// One client's socket, the socket that leads to libmicrohttpd, and what is on its way between them.
///
/// One request is passed on at a time: the next is not read before the answer to the one before has been delivered. So a
/// refusal never overtakes an answer, and libmicrohttpd never sees a byte that belongs to another request.
final class RelayedConnection {
    private enum Phase {
        /// A request is being read.
        case reading
        /// The request is passed on, and its answer is not yet delivered.
        case answering
        /// What is on its way to the client is delivered, and then the connection ends.
        case closing
        /// All is said. What the client still sends is thrown away for a moment: to close with bytes unread would reset
        /// the connection and could take the answer with it (RFC 9112, 9.6).
        case lingering(discarded: Int)
    }

    private static let lingerLimit = 1 << 20
    private static let lingerTime = Duration.seconds(1)

    let number: Int
    private let client: Socket
    /// `nil` for a client that will only be told to come back.
    private var server: Socket?
    /// What such a client is told.
    private let refusal: Refusal
    private let link: Link
    private let service: Service
    private var screen: RequestScreen
    private var phase = Phase.reading
    private var unread: ArraySlice<UInt8> = []
    private var toServer = Outbox()
    private var toClient = Outbox()
    private var clientMayBeRead = true, serverMayBeRead = true
    private var clientMayBeWritten = true, serverMayBeWritten = true
    private var clientHasEnded = false
    private var deadline: ContinuousClock.Instant?

    init(
        number: Int, client: consuming Socket, server: consuming Socket?, orTelling refusal: Refusal, link: Link,
        service: Service
    ) {
        self.number = number
        self.client = client
        self.server = server
        self.refusal = refusal
        self.link = link
        self.service = service
        screen = RequestScreen(headLimit: service.configuration.headerBytes)
        // One that will only be told to come back must not hold its place for long.
        if self.server == nil { deadline = .now + min(service.configuration.headerDeadline, .seconds(1)) }
    }

    /// Takes note of what polling found at the client's socket.
    /// - Returns: false to close at once.
    func noticeClient(_ events: UInt32) -> Bool {
        if events & EPOLLIN.rawValue != 0 { clientMayBeRead = true }
        if events & EPOLLOUT.rawValue != 0 { clientMayBeWritten = true }
        if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { return false }
        if events & EPOLLRDHUP.rawValue != 0, case .answering = phase, unread.isEmpty, client.isAtEnd { endClient() }
        return pump()
    }

    func noticeServer(_ events: UInt32) -> Bool {
        if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue | EPOLLRDHUP.rawValue) != 0 {
            serverMayBeRead = true
        }
        if events & EPOLLOUT.rawValue != 0 { serverMayBeWritten = true }
        return pump()
    }

    /// libmicrohttpd says that it has written the whole answer.
    func noticeCompletion() -> Bool {
        serverMayBeRead = true
        // It may have been delivered before this was read.
        if case .answering = phase, deadline == nil { deadline = .now + service.configuration.answerDeadline }
        return pump()
    }

    func expire(at now: ContinuousClock.Instant) -> Bool {
        guard let deadline, now >= deadline else { return true }
        guard server == nil, case .reading = phase else { return false }
        return refuse(refusal) && pump()
    }

    /// Moves all that can be moved.
    private func pump() -> Bool {
        var hasMoved = true
        while hasMoved {
            hasMoved = false
            guard deliver(&hasMoved), collect(&hasMoved) else { return false }
        }
        return true
    }

    // MARK: To the client

    private func deliver(_ hasMoved: inout Bool) -> Bool {
        if !toClient.isEmpty {
            guard clientMayBeWritten else { return true }
            switch toClient.write({ client.send($0) }) {
            case .moved: hasMoved = true
            case .later: clientMayBeWritten = false
            case .ended, .broken: return false
            }
            guard toClient.isEmpty else { return true }
        }
        switch phase {
        case .reading, .answering: return deliverAnswer(&hasMoved)
        case .closing:
            client.endSending()
            server = nil
            phase = .lingering(discarded: 0)
            deadline = .now + Self.lingerTime
            hasMoved = true
            return true
        case .lingering: return true
        }
    }

    private func deliverAnswer(_ hasMoved: inout Bool) -> Bool {
        guard server != nil, serverMayBeRead else { return true }
        // Asked before reading: what was written before it was set is there to be read.
        let isComplete = link.isComplete
        let outcome = toClient.add { bytes in server?.receive(into: &bytes) ?? .ended }
        switch outcome {
        case .moved: hasMoved = true
        case .ended, .broken:
            phase = .closing
            if deadline == nil { deadline = .now + service.configuration.answerDeadline }
            hasMoved = true
        case .later:
            serverMayBeRead = false
            if isComplete, case .answering = phase {
                phase = .reading
                deadline = nil
                hasMoved = true
            }
        }
        return true
    }

    // MARK: To libmicrohttpd

    private func collect(_ hasMoved: inout Bool) -> Bool {
        if !toServer.isEmpty, serverMayBeWritten { writeToServer(&hasMoved) }
        switch phase {
        case .reading where toServer.isEmpty:
            if unread.isEmpty, !screen.isAtEnd {
                guard clientMayBeRead, !clientHasEnded else { return true }
                var bytes: [UInt8] = []
                switch client.receive(into: &bytes) {
                case .moved: hasMoved = true
                case .later: clientMayBeRead = false
                case .ended:
                    endClient()
                    if server == nil { return false }
                case .broken: return false
                }
                unread = bytes[...]
                if unread.isEmpty { return true }
            }
            return read(&hasMoved)
        case .lingering(let discarded): return discard(discarded, &hasMoved)
        case .reading, .answering, .closing: return true
        }
    }

    private func writeToServer(_ hasMoved: inout Bool) {
        switch toServer.write({ server?.send($0) ?? .broken }) {
        case .moved: hasMoved = true
        case .later: serverMayBeWritten = false
        // It has closed, perhaps after an answer that is to be delivered: reading finds out.
        case .ended, .broken:
            toServer.drop()
            serverMayBeRead = true
            hasMoved = true
        }
    }

    private func read(_ hasMoved: inout Bool) -> Bool {
        hasMoved = true
        let wasInHead = screen.isInHead
        do throws(Refusal) {
            let progress = try toServer.add { bytes throws(Refusal) in try screen.pass(&unread, into: &bytes) }
            switch progress {
            case .hungry: if !wasInHead, screen.isInHead { link.beginHead() }
            case .head(let head, let contentLength):
                if server == nil { return refuse(refusal) }
                link.beginHead()
                link.offer(head, contentLength: contentLength)
            case .whole:
                phase = .answering
                serverMayBeRead = true
            }
            return true
        } catch {
            return refuse(error)
        }
    }

    /// Answers in libmicrohttpd's stead, which never hears of it.
    private func refuse(_ refusal: Refusal) -> Bool {
        let id = screen.requestID ?? RequestHead.newIdentifier()
        service.observe(.refused(refusal, requestID: id))
        let response = service.refuse(refusal, id)
        let message = RawResponse.serialize(response, requestID: id, omittingBody: screen.method == "HEAD")
        toClient.add { $0 += message }
        toServer.drop()
        server = nil
        phase = .closing
        deadline = .now + service.configuration.answerDeadline
        return true
    }

    /// The client sends no more; libmicrohttpd is told, once it has all that came before.
    private func endClient() {
        clientHasEnded = true
        if server != nil { server?.endSending() }
    }

    private func discard(_ discarded: Int, _ hasMoved: inout Bool) -> Bool {
        unread = []
        guard clientMayBeRead else { return true }
        var bytes: [UInt8] = []
        switch client.receive(into: &bytes) {
        case .moved(let count):
            phase = .lingering(discarded: discarded + count)
            hasMoved = true
            return discarded + count <= Self.lingerLimit
        case .later:
            clientMayBeRead = false
            return true
        case .ended, .broken: return false
        }
    }
}
