/// Why a line may not be printed as it is.
package struct Ungrounded: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The line names no item, or one that is not there.
        case item
        /// An item of another role than the line stands under.
        case elsewhere
        case number, date, skill, address, sign
        /// A word that is neither in the items nor plain: a name, a place, a title, a boast, whatever it is.
        case word
        /// `assisted` became `led`.
        case promotion
        /// `without` was lost, or came in.
        case negation
    }

    package let kind: Kind
    /// As the line has it.
    package let written: String

    package init(_ kind: Kind, _ written: String) {
        self.kind = kind
        self.written = written
    }

    /// Such as `the number 1,300 is not in the items`.
    package var description: String {
        switch kind {
        case .item: "it names no item that is there"
        case .elsewhere: "\(written) belongs to another entry"
        case .number: "the number \(written) is not said of this in the items"
        case .date: "the date \(written) is not in the item"
        case .skill: "the skill “\(written)” is not in the items"
        case .address: "the address “\(written)” is not in the items"
        case .sign: "the sign “\(written)” is not in the items"
        case .word: "“\(written)” is not in the items"
        case .promotion: "“\(written)” says more than the items, which make less of it"
        case .negation: "“\(written)” is said the other way round in the items"
        }
    }
}
