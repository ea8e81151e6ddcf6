internal import CZlib

/// Bytes as a stream of PDF's FlateDecode filter, as small as zlib makes them.
package func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
        let result = compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
        // The bound is right by zlib's contract; only its memory can fail.
        precondition(result == Z_OK, "zlib is out of memory")
        initialized = Int(count)
    }
}
