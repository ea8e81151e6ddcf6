import Foundation
import Randomness

/// How long to try, and with which random numbers: `FUZZ_SECONDS` and `FUZZ_SEED` (`make fuzz`), otherwise a fixed number
/// of rounds with a fixed seed, so that every run of the tests is the same.
struct Fuzzing {
    let seed: UInt64
    private let end: ContinuousClock.Instant?
    private let rounds: Int

    init(rounds: Int) {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["FUZZ_SECONDS"].flatMap { Int($0) }
        seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? (seconds == nil ? 1 : .random(in: 0...999_999))
        end = seconds.map { .now + .seconds($0) }
        self.rounds = rounds
    }

    /// Runs rounds until the time, or their number, is used up. Each has random numbers of its own, so that the seed of
    /// a failed one repeats it.
    func run(_ round: (UInt64, inout SeededGenerator) async throws -> Void) async throws {
        var number: UInt64 = 0
        while end.map({ .now < $0 }) ?? (number < rounds) {
            var random = SeededGenerator(seed: seed &+ number)
            try await round(seed &+ number, &random)
            number += 1
        }
        print("\(number) rounds, from FUZZ_SEED=\(seed)")
    }
}

extension [UInt8] {
    /// The same with some bytes changed, doubled, cut, or replaced by what breaks readers.
    func mangled(_ spice: [[UInt8]], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let length = Swift.min(Int.random(in: 0...12, using: &random), bytes.count - place)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.replaceSubrange(place..<(place + length), with: spice.randomElement(using: &random) ?? [])
            case 1: bytes.insert(contentsOf: spice.randomElement(using: &random) ?? [], at: place)
            case 2: bytes.removeSubrange(place..<(place + length))
            case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
            case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            default: bytes.append(contentsOf: spice.randomElement(using: &random) ?? [])
            }
        }
        return bytes
    }
}
