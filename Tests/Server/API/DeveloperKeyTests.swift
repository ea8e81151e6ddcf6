import API
import Testing

@Suite struct DeveloperKeyTests {
    @Test func `a new key is read back, and no two are the same`() {
        let keys = (0..<200).map { DeveloperKey($0 % 2 == 0 ? .live : .test) }
        #expect(Set(keys.map(\.secret)).count == 200)
        for key in keys {
            #expect(key.secret.utf8.count == 46)
            #expect(DeveloperKey(key.secret) == key)
            #expect(key.secret.hasPrefix("kr_\(key.mode.rawValue)_"))
            #expect(key.hint.hasSuffix(key.secret.suffix(4)))
        }
    }

    @Test func `a key with any one character changed is refused`() {
        let secret = DeveloperKey(.live).secret
        for index in secret.indices {
            for replacement in ["0", "z", "-", "é"] where String(secret[index]) != replacement {
                #expect(DeveloperKey(secret.replacingCharacter(at: index, with: replacement)) == nil)
            }
        }
    }

    @Test(arguments: ["", "kr_live_", "kr_live_short", "sk_live_00000000000000000000000000000000000000"])
    func `what is no key is refused`(text: String) { #expect(DeveloperKey(text) == nil) }
}

extension String {
    fileprivate func replacingCharacter(at index: Index, with text: String) -> String {
        String(self[..<index]) + text + String(self[self.index(after: index)...])
    }
}
