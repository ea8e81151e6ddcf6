import HTTP
import StandIn
import Synchronization
import Testing

/// No address leads the client to a machine that is not on the public internet: not by itself, not as the target of a
/// redirect, and not as what the name of an allowed host resolves to.
@Suite(.serialized) struct FortressTests {
    /// What the client was about to connect to, and whether it was let.
    private final class Watch: Sendable {
        private let seen = Mutex<[(InternetAddress, Bool)]>([])

        func note(_ address: InternetAddress, _ isAccepted: Bool) -> Bool {
            seen.withLock { $0.append((address, isAccepted)) }
            return isAccepted
        }

        var addresses: [InternetAddress] { seen.withLock { $0.map(\.0) } }
        var accepted: Int { seen.withLock { $0.count { $0.1 } } }
    }

    /// A client for one host on the stand-in's port, whose name resolves as told.
    private func client(
        _ server: LinkedInStandIn, _ watch: Watch, host: String = "www.linkedin.com", resolved: String? = nil,
        accepts: @escaping @Sendable (InternetAddress) -> Bool = \.isGlobal
    ) -> PageClient {
        var configuration = ClientConfiguration()
        configuration.hosts = [host]
        configuration.port = server.port
        configuration.certificateFile = server.certificate
        configuration.timeout = .seconds(10)
        configuration.accepts = { watch.note($0, accepts($0)) }
        if let resolved { configuration.resolved = ["\(host):\(server.port):\(resolved)"] }
        return PageClient(configuration)
    }

    private func mirror(_ server: LinkedInStandIn) throws -> (PageClient, Destination) {
        var configuration = ClientConfiguration()
        let base = try Destination(server.url)
        configuration.mirror = base
        configuration.certificateFile = server.certificate
        return (PageClient(configuration), base)
    }

    private func accepted(_ server: LinkedInStandIn) async throws -> Int {
        let (client, base) = try mirror(server)
        let page = try await client.get(Destination("/_accepted", relativeTo: base))
        return try #require(Int(String(decoding: page.body, as: UTF8.self)))
    }

    /// The address with the stand-in's port, if it can have one: there somebody listens on every loopback address.
    private func aimed(_ text: String, at port: Int) -> String {
        let secure = text.hasPrefix("http://") ? "https://" + text.dropFirst(7) : text
        guard secure.hasPrefix("https://"), secure.hasSuffix("/"), !secure.dropFirst(8).dropLast().contains("/") else {
            return secure
        }
        let authority = secure.dropFirst(8).dropLast()
        let isBare = authority.last == "]" || !authority.contains(":")
        return isBare ? "https://\(authority):\(port)/" : secure
    }

    @Test func `41 addresses, asked for directly, lead to no connection`() async throws {
        let server = try LinkedInStandIn()
        let targets = try LinkedInStandIn.redirectTargets()
        #expect(targets.count == 41)
        let before = try await accepted(server)
        for target in targets {
            for text in [target, aimed(target, at: server.port)] {
                let watch = Watch()
                await #expect(throws: FetchError.self, "\(text)") {
                    try await client(server, watch).get(Destination(text))
                }
                #expect(watch.addresses.isEmpty, "\(text)")
            }
        }
        #expect(try await accepted(server) == before + 1)
    }

    /// The second wall alone: the list of hosts is made to hold each host, so that only the address stands in the way.
    @Test func `41 addresses, were their hosts allowed, lead to no connection`() async throws {
        let server = try LinkedInStandIn()
        let before = try await accepted(server)
        var refusedAtTheSocket = 0
        for target in try LinkedInStandIn.redirectTargets() {
            let text = aimed(target, at: server.port)
            guard let destination = try? Destination(text), destination.port == server.port else { continue }
            let watch = Watch()
            // libcurl's parser tells the host; brackets are not a part of the list's names.
            await #expect(throws: FetchError.self, "\(text)") {
                try await client(server, watch, host: destination.host).get(destination)
            }
            #expect(watch.accepted == 0, "\(text)")
            refusedAtTheSocket += watch.addresses.isEmpty ? 0 : 1
        }
        #expect(refusedAtTheSocket >= 15)
        #expect(try await accepted(server) == before + 1)
    }

    @Test func `41 addresses, as targets of a redirect, lead to no connection`() async throws {
        let server = try LinkedInStandIn()
        let (asking, base) = try mirror(server)
        let before = try await accepted(server)
        let targets = try LinkedInStandIn.redirectTargets()
        for number in targets.indices {
            let page = try await asking.get(Destination("/go?\(number)", relativeTo: base))
            let location = try #require(page.headers["Location"])
            #expect(page.status == 302 && !location.isEmpty)
            let watch = Watch()
            await #expect(throws: FetchError.self, "\(location)") {
                try await client(server, watch).get(Destination(location, relativeTo: base))
            }
            #expect(watch.addresses.isEmpty)
        }
        #expect(try await accepted(server) == before + targets.count + 1)
    }

    @Test func `41 addresses, as what an allowed name resolves to, lead to no connection`() async throws {
        let server = try LinkedInStandIn()
        let before = try await accepted(server)
        let targets = try LinkedInStandIn.redirectTargets()
        for target in targets {
            // What is no number in itself stands for a name that an attacker lets resolve to this machine.
            let host = (try? Destination(aimed(target, at: server.port)).host) ?? "127.0.0.1"
            let bare = String(host.drop { $0 == "[" }.prefix { $0 != "]" && $0 != "%" })
            let isAddress =
                bare.contains(":")
                || bare.split(separator: ".").count == 4 && bare.allSatisfy { $0.isNumber || $0 == "." }
            let watch = Watch()
            await #expect {
                let rebound = client(server, watch, resolved: isAddress ? bare : "127.0.0.1")
                _ = try await rebound.get(Destination("https://www.linkedin.com:\(server.port)/agent"))
            } throws: { error in
                (error as? FetchError)?.code == .forbiddenAddress
            }
            #expect(!watch.addresses.isEmpty && watch.accepted == 0, "\(target)")
        }
        #expect(try await accepted(server) == before + 1)
    }

    /// The control: the same name, the same listener, and an address that is taken for a global one.
    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1"])
    func `an address that stands in for a global one is connected to`(address: String) async throws {
        let server = try LinkedInStandIn()
        let before = try await accepted(server)
        let watch = Watch()
        let client = client(server, watch, resolved: address) { _ in true }
        let page = try await client.get(Destination("https://www.linkedin.com:\(server.port)/agent"))
        #expect(page.status == 200 && page.body == Array("KongResume".utf8))
        #expect(watch.accepted == 1)
        // And no connection is kept, which would not be asked about again.
        _ = try await client.get(Destination("https://www.linkedin.com:\(server.port)/agent"))
        #expect(watch.accepted == 2)
        #expect(try await accepted(server) == before + 3)
    }

    @Test(arguments: [
        ("8.8.8.8", true), ("1.1.1.1", true), ("93.184.216.34", true), ("172.15.0.1", true), ("172.32.0.1", true),
        ("100.63.255.255", true), ("100.128.0.1", true), ("10.0.0.1", false), ("172.16.0.1", false),
        ("172.31.255.255", false), ("192.168.1.1", false), ("100.64.0.1", false), ("100.127.255.255", false),
        ("127.0.0.1", false), ("169.254.169.254", false), ("198.18.0.1", false), ("198.19.255.255", false),
        ("192.0.0.8", false), ("192.0.2.1", false), ("203.0.113.9", false), ("224.0.0.1", false), ("240.0.0.1", false),
        ("255.255.255.255", false), ("0.0.0.0", false),
    ])
    func `an IPv4 address is global or not`(text: String, isGlobal: Bool) {
        let bytes = text.split(separator: ".").compactMap { UInt8($0) }
        #expect(InternetAddress(bytes: bytes).isGlobal == isGlobal)
        // Mapped into IPv6, by NAT64 and by 6to4, none is.
        let zeros = [UInt8](repeating: 0, count: 10)
        #expect(!InternetAddress(bytes: zeros + [0xFF, 0xFF] + bytes).isGlobal)
        #expect(!InternetAddress(bytes: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes).isGlobal)
        #expect(!InternetAddress(bytes: [0x20, 0x02] + bytes + zeros).isGlobal)
        #expect(!InternetAddress(bytes: zeros + [0, 0] + bytes).isGlobal)
    }

    @Test(
        arguments: [
            ([0x26, 0x20, 0x01, 0xEC], true), ([0x2A, 0x00, 0x14, 0x50], true), ([0x20, 0x01, 0x48, 0x60], true),
            ([0x20, 0x01, 0x0D, 0xB8], false), ([0x20, 0x01, 0x00, 0x00], false), ([0x3F, 0xFF, 0, 0], false),
            ([0xFE, 0x80, 0, 0], false), ([0xFC, 0, 0, 0], false), ([0xFF, 0x02, 0, 0], false), ([0, 0, 0, 0], false),
            ([0x5F, 0x00, 0, 0], false),
        ] as [([UInt8], Bool)])
    func `an IPv6 address is global or not`(head: [UInt8], isGlobal: Bool) {
        #expect(InternetAddress(bytes: head + [UInt8](repeating: 0, count: 11) + [1]).isGlobal == isGlobal)
    }

    @Test func `no other certificate is trusted`() async throws {
        let server = try LinkedInStandIn(), other = try LinkedInStandIn()
        var configuration = ClientConfiguration()
        configuration.mirror = try Destination(server.url)
        configuration.certificateFile = other.certificate
        let client = PageClient(configuration)
        await #expect {
            _ = try await client.get(Destination(server.url + "/agent"))
        } throws: {
            ($0 as? FetchError)?.code == .untrusted
        }
    }
}
