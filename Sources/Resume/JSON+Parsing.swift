extension JSON {
    /// What a document may cost.
    package struct Limits: Sendable, Hashable {
        /// Of the whole document.
        package var bytes: Int
        /// Of arrays and objects inside each other; never more than 512, so that no stack overflows.
        package var depth: Int

        package init(bytes: Int = 1 << 20, depth: Int = 64) {
            self.bytes = bytes
            self.depth = min(depth, 512)
        }
    }

    /// Reads one JSON value that is the whole of `bytes`, which must be UTF-8 without a byte order mark.
    package init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
        var parser = JSONParser(bytes: bytes, depthLimit: limits.depth)
        guard bytes.count <= limits.bytes else {
            throw parser.failure(
                .tooLarge, at: 0,
                "The document has \(bytes.count) bytes; at most \(limits.bytes) are accepted.")
        }
        self = try parser.document()
    }

    /// Reads one JSON value that is the whole of `text`.
    package init(parsing text: String, limits: Limits = Limits()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }
}
