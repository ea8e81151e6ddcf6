import API
import Foundation
import Postgres
import Resume
import Testing

/// Users, their keys and their profiles.
@Suite struct AccountsTests {
    @Test(arguments: Store.Way.allCases)
    func `a key is known by its hash alone, and a revoked one no more`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let (secret, key) = try await store.accounts.createKey(for: user.id, name: "laptop")
            #expect(try await store.accounts.caller(holding: secret)?.userID == user.id)
            #expect(try await store.accounts.caller(holding: DeveloperKey(.live)) == nil)
            let dump = try await store.sql("SELECT k::text FROM kongresume.api_keys k").first?.text(0)
            #expect(dump?.contains(secret.secret) == false)
            #expect(try await store.accounts.keys(of: user.id).map(\.id) == [key.id])
            #expect(try await store.accounts.revokeKey(key.id))
            #expect(try await store.accounts.caller(holding: secret) == nil)
            #expect(try await !store.accounts.revokeKey(key.id))
            #expect(try await store.accounts.keys(of: user.id).first?.isRevoked == true)
        }
    }

    @Test func `a key says what it is: scopes, mode, end`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let end = Date(timeIntervalSince1970: 4_102_444_800)
            let (secret, key) = try await store.accounts.createKey(
                for: user.id, name: "reader", mode: .test, scopes: [.read], expiresAt: end)
            #expect(key.expiresAt == "2100-01-01T00:00:00Z")
            #expect((key.name, key.mode, key.scopes) == ("reader", .test, [.read]))
            #expect(key.hint == secret.hint && key.lastUsedAt == nil && !key.isExpired)
            let caller = try #require(try await store.accounts.caller(holding: secret))
            #expect((caller.mode, caller.scopes, caller.keyID) == (.test, [.read], key.id))
        }
    }

    @Test func `an expired key is none`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let (secret, _) = try await store.accounts.createKey(
                for: user.id, name: "old", expiresAt: Date(timeIntervalSinceNow: -1))
            #expect(try await store.accounts.caller(holding: secret) == nil)
            #expect(try await store.accounts.keys(of: user.id).first?.isExpired == true)
            // One that ends while it is remembered ends all the same.
            let (short, _) = try await store.accounts.createKey(
                for: user.id, name: "short", expiresAt: Date(timeIntervalSinceNow: 0.2))
            while try await store.accounts.caller(holding: short) != nil {}
            #expect(try await store.accounts.caller(holding: short) == nil)
        }
    }

    @Test func `a revocation takes effect on another server within a second`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let (secret, key) = try await store.accounts.createKey(for: user.id, name: "laptop")
            #expect(try await store.otherAccounts.caller(holding: secret) != nil)
            #expect(try await store.accounts.revokeKey(key.id, of: user.id))
            let revoked = ContinuousClock.now
            // What is good until then is remembered; how long that may be is what is asserted.
            while try await store.otherAccounts.caller(holding: secret) != nil {}
            #expect(ContinuousClock.now - revoked < .seconds(1))
        }
    }

    @Test func `the time of last use is kept to the minute, and costs no write in between`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let (secret, key) = try await store.accounts.createKey(for: user.id, name: "laptop")
            func version() async throws -> String? {
                try await store.sql("SELECT xmin::text, last_used_at FROM kongresume.api_keys").first?.text(0)
            }
            let unused = try await version()
            // Each as a server of its own, which remembers nothing.
            func use() async throws { _ = try await Accounts(store.pool).caller(holding: secret) }
            try await use()
            let used = try await version()
            #expect(used != unused)
            #expect(try await store.accounts.keys(of: user.id).first?.lastUsedAt != nil)
            for _ in 0..<5 { try await use() }
            #expect(try await version() == used)
            try await store.sql("UPDATE kongresume.api_keys SET last_used_at = now() - interval '61 seconds'")
            let aged = try await version()
            try await use()
            #expect(try await version() != aged)
            #expect(try await store.accounts.revokeKey(key.id))
        }
    }

    @Test func `another user's key cannot be revoked, and one's own can, twice`() async throws {
        try await withStore { store in
            let ada = try await store.accounts.addUser(email: "ada@example.com")
            let eve = try await store.accounts.addUser(email: "eve@example.com")
            let (secret, key) = try await store.accounts.createKey(for: ada.id, name: "laptop")
            #expect(try await !store.accounts.revokeKey(key.id, of: eve.id))
            #expect(try await store.accounts.caller(holding: secret) != nil)
            #expect(try await store.accounts.revokeKey(key.id, of: ada.id))
            let revokedAt = try await store.accounts.keys(of: ada.id).first?.revokedAt
            #expect(try await store.accounts.revokeKey(key.id, of: ada.id))
            #expect(try await store.accounts.keys(of: ada.id).first?.revokedAt == revokedAt)
            #expect(try await !store.accounts.revokeKey("no-uuid\0", of: ada.id))
        }
    }

    @Test func `an account has a hundred valid keys at most`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            for number in 1...Accounts.mostKeys {
                _ = try await store.accounts.createKey(for: user.id, name: "\(number)")
            }
            await #expect(throws: AccountError.tooManyKeys(limit: Accounts.mostKeys)) {
                try await store.accounts.createKey(for: user.id, name: "one more")
            }
            let first = try #require(try await store.accounts.keys(of: user.id).first)
            #expect(try await store.accounts.revokeKey(first.id, of: user.id))
            _ = try await store.accounts.createKey(for: user.id, name: "in its place")
        }
    }

    @Test func `a user may bring an id, and the same e-mail comes only once`() async throws {
        try await withStore { store in
            let id = UUID().uuidString.lowercased()
            let user = try await store.accounts.addUser(email: "ada@example.com", id: id)
            #expect(user.id == id)
            await #expect(throws: AccountError.emailTaken("ada@example.com")) {
                try await store.accounts.addUser(email: "ada@example.com")
            }
            await #expect(throws: AccountError.malformedID("7")) {
                try await store.accounts.addUser(email: "eve@example.com", id: "7")
            }
            await #expect(throws: AccountError.noSuchPlan("gold")) {
                try await store.accounts.addUser(email: "eve@example.com", plan: "gold")
            }
            #expect(try await store.accounts.users().map(\.email) == ["ada@example.com"])
        }
    }

    @Test func `only an approved user is let in`() async throws {
        try await withStore { store in
            let id = UUID().uuidString.lowercased()
            await #expect(throws: AccountError.notApproved) { try await store.accounts.approvedUser(id) }
            await #expect(throws: AccountError.notApproved) { try await store.accounts.approvedUser("no-uuid\0") }
            _ = try await store.accounts.addUser(email: "ada@example.com", id: id, isApproved: false)
            let (secret, _) = try await store.accounts.createKey(for: id, name: "early")
            await #expect(throws: AccountError.notApproved) { try await store.accounts.approvedUser(id) }
            #expect(try await store.accounts.caller(holding: secret)?.isApproved == false)
            try await store.accounts.setApproved(true, id)
            #expect(try await store.accounts.approvedUser(id.uppercased()).id == id)
            #expect(try await store.accounts.caller(holding: secret)?.isApproved == true)
            try await store.accounts.setApproved(false, id)
            #expect(try await store.accounts.caller(holding: secret)?.isApproved == false)
        }
    }

    @Test(arguments: Store.Way.allCases)
    func `a profile is replaced only in the revision that was seen`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let accounts = store.accounts
            let user = try await accounts.addUser(email: "ada@example.com")
            #expect(try await accounts.profile(of: user.id) == nil)
            #expect(try await accounts.putProfile(["a": 0], of: user.id, if: .present) == nil)
            #expect(try await accounts.putProfile(["a": 0], of: user.id, if: .revision([1])) == nil)
            #expect(try await accounts.profile(of: user.id) == nil)
            #expect(try await accounts.putProfile(["a": 1], of: user.id, if: .absent) == 1)
            #expect(try await accounts.putProfile(["a": 2], of: user.id, if: .absent) == nil)
            #expect(try await accounts.putProfile(["a": 2], of: user.id, if: .revision([7, 1])) == 2)
            #expect(try await accounts.putProfile(["a": 3], of: user.id, if: .revision([1])) == nil)
            #expect(try await accounts.putProfile(["a": 3], of: user.id, if: .revision([])) == nil)
            #expect(try await accounts.putProfile(["a": 3], of: user.id, if: .present) == 3)
            #expect(try await accounts.putProfile(["a": 4], of: user.id) == 4)
            let stored = try await accounts.profile(of: user.id)
            #expect((stored?.document, stored?.revision) == (#"{"a":4}"#, 4))
        }
    }

    @Test func `of twenty that replace the same revision one does`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            try await store.accounts.putProfile([:], of: user.id)
            let replaced = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await store.accounts.putProfile([:], of: user.id, if: .revision([1])) }
                }
                return try await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
            }
            #expect(replaced == [2])
        }
    }
}
