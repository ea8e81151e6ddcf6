import Synchronization

/// What the two sides of one connection tell each other: the relay, which reads the client, and ``Connection``, which
/// libmicrohttpd speaks to.
final class Link: Sendable {
    private struct State {
        var head: (head: RequestHead, contentLength: Int?)?
        var isComplete = false
        var connection: Connection?
    }

    private let number: Int
    private let mailbox: Mailbox
    private let state = Mutex(State())

    init(number: Int, mailbox: Mailbox) {
        self.number = number
        self.mailbox = mailbox
    }

    /// The relay has read a header and is about to pass it on.
    func offer(_ head: RequestHead, contentLength: Int?) {
        state.withLock { state in
            state.head = (head, contentLength)
            state.isComplete = false
        }
    }

    /// The header of the request that libmicrohttpd has just read; `nil` if it sees one where the relay passed none.
    func takeHead() -> (head: RequestHead, contentLength: Int?)? {
        state.withLock { state in
            defer { state.head = nil }
            return state.head
        }
    }

    /// The first bytes of a header have come.
    func beginHead() { state.withLock { $0.connection }?.beginHead() }

    /// libmicrohttpd has written the whole answer.
    func complete() {
        state.withLock { $0.isComplete = true }
        mailbox.post(number)
    }

    var isComplete: Bool { state.withLock { $0.isComplete } }

    func join(_ connection: Connection?) { state.withLock { $0.connection = connection } }
}

/// Numbers of the connections whose answer is complete, for the relay to look at.
final class Mailbox: Sendable {
    let bell: Bell
    private let numbers = Mutex<[Int]>([])

    init() throws(ListenerError) { bell = try Bell() }

    func post(_ number: Int) {
        let isFirst = numbers.withLock { numbers in
            numbers.append(number)
            return numbers.count == 1
        }
        if isFirst { bell.ring() }
    }

    func empty() -> [Int] {
        bell.silence()
        return numbers.withLock { numbers in
            defer { numbers = [] }
            return numbers
        }
    }
}
