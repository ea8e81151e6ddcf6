import CMicrohttpd

/// Owner of an `MHD_Response`. libmicrohttpd counts references, so that a queued answer outlives this.
struct ResponseHandle: ~Copyable {
    private let response: OpaquePointer

    /// Copies the body once, into memory that libmicrohttpd frees with the response. `nil` when memory is short.
    init?(_ body: [UInt8]) {
        let response = body.withUnsafeBytes { bytes in
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
        }
        guard let response else { return nil }
        self.response = response
    }

    deinit { MHD_destroy_response(response) }

    /// - Returns: false for a field that libmicrohttpd refuses, such as one with a line break in it.
    func add(_ field: Headers.Field) -> Bool {
        guard !field.value.utf8.contains(0), !field.name.utf8.contains(0) else { return false }
        return MHD_add_response_header(response, field.name, field.value) == .YES
    }

    func queue(on connection: OpaquePointer, status: Int) -> Bool {
        guard let status = UInt32(exactly: status) else { return false }
        return MHD_queue_response(connection, status, response) == .YES
    }
}
