import API
import Foundation
import Testing

/// Pages of the history, and the cursors that lead from one to the next.
@Suite struct PagingTests {
    @Test(arguments: Store.Way.allCases)
    func `a page misses nothing and repeats nothing while rows are added and deleted`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 0, mode: .test)
            for _ in 0..<40 { _ = try await store.first.begun(caller) }
            let before = try await store.first.list(of: caller.userID, limit: 100, after: nil).map(\.id)
            // Every fourth goes while the pages are read; whatever stays must be seen, once.
            let doomed = before.enumerated().filter { $0.offset % 4 == 3 }.map(\.element)
            let seen = try await withThrowingTaskGroup(of: [String].self) { group in
                group.addTask {
                    for _ in 0..<40 { _ = try await store.first.begun(caller) }
                    return []
                }
                group.addTask {
                    for id in doomed {
                        let isDeleted = try await store.second.delete(id, of: caller.userID)
                        #expect(isDeleted)
                    }
                    return []
                }
                group.addTask {
                    var seen: [String] = []
                    // From the newest of those that were there on: where a list that was read before goes on.
                    var last = before.first
                    while true {
                        let page = try await store.first.list(of: caller.userID, limit: 3, after: last).map(\.id)
                        if page.isEmpty { return seen }
                        seen += page
                        last = page.last
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(seen).count == seen.count)
            #expect(seen == seen.sorted(by: >))
            #expect(Set(seen).isSubset(of: before))
            #expect(Set(before.dropFirst()).subtracting(doomed).isSubset(of: seen))
        }
    }

    @Test func `a cursor leads back to its id, on every server of the database, and for nobody else`() async throws {
        try await withStore { store in
            let ada = try await store.accounts.addUser(email: "ada@example.com")
            let eve = try await store.accounts.addUser(email: "eve@example.com")
            let made = try await Cursors(store.pool)
            let read = try await Cursors(store.pool)
            let id = "gen_01JZ8QNVX5R4T7W9Y2B3C6D8EF"
            let cursor = made.seal(id, in: "resumes", of: ada.id)
            #expect(cursor.utf8.allSatisfy { $0.isURLSafe })
            #expect(read.open(cursor, in: "resumes", of: ada.id) == id)
            #expect(read.open(cursor, in: "resumes", of: eve.id) == nil)
            #expect(read.open(cursor, in: "keys", of: ada.id) == nil)
        }
    }

    @Test func `a cursor with any one character changed, added or missing is none`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let cursors = try await Cursors(store.pool)
            let cursor = Array(cursors.seal("gen_01JZ8QNVX5R4T7W9Y2B3C6D8EF", in: "resumes", of: user.id).utf8)
            func opens(_ bytes: [UInt8]) -> Bool {
                cursors.open(String(decoding: bytes, as: UTF8.self), in: "resumes", of: user.id) != nil
            }
            #expect(opens(cursor))
            for index in cursor.indices {
                for other in UInt8.min ... .max where other != cursor[index] {
                    var changed = cursor
                    changed[index] = other
                    #expect(!opens(changed))
                }
                #expect(!opens(Array(cursor[..<index] + cursor[(index + 1)...])))
                #expect(!opens(Array(cursor[..<index] + [65] + cursor[index...])))
            }
            for text in ["", "=", "gen_01JZ8QNVX5R4T7W9Y2B3C6D8EF", String(repeating: "A", count: 100_000)] {
                #expect(!opens(Array(text.utf8)))
            }
        }
    }
}

extension UInt8 {
    fileprivate var isURLSafe: Bool {
        let character = Character(Unicode.Scalar(self))
        return character.isASCII && (character.isLetter || character.isNumber) || self == 0x2D || self == 0x5F
    }
}
