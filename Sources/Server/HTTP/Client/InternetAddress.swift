/// An IPv4 or IPv6 address, 4 or 16 bytes in network order.
package struct InternetAddress: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Whether it is an address of the public internet, and of one machine.
    ///
    /// What stands for another address (IPv4-mapped, NAT64, 6to4, Teredo) is not: no public host's name leads there.
    package var isGlobal: Bool {
        switch bytes.count {
        case 4: !Self.specialIPv4.contains(where: matches)
        case 16: matches((0x2000_0000, 3)) && !Self.specialIPv6.contains(where: matches)
        default: false
        }
    }

    /// The first 32 bits of a network, and how many of them count.
    private typealias Network = (prefix: UInt32, length: UInt32)

    private func matches(_ network: Network) -> Bool {
        let head = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (head ^ network.prefix) >> (32 - network.length) == 0
    }

    /// IANA's registry of special-purpose addresses (RFC 6890, 2.2.2), multicast and the class that was never used.
    private static let specialIPv4: [Network] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
        (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
    ]

    /// Within 2000::/3, the only part from which global addresses are given out (RFC 4291, 2.4): protocol assignments
    /// with Teredo, documentation, 6to4.
    private static let specialIPv6: [Network] = [
        (0x2001_0000, 23), (0x2001_0DB8, 32), (0x2002_0000, 16), (0x3FFF_0000, 20),
    ]
}
