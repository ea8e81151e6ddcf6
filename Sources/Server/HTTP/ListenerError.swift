import Glibc

/// Why a listener could not start.
package struct ListenerError: Error, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// `host` is neither a numeric address nor `localhost`.
        case invalidHost
        case addressInUse
        case permissionDenied
        /// Any other failure to open the socket.
        case socket
        /// libmicrohttpd did not start: threads, descriptors or memory are short.
        case daemon
        /// The thread that watches deadlines did not start.
        case thread
    }

    package let code: Code
    /// What was being done, with the address.
    package let context: String
    /// The system's error number, 0 if there is none.
    package let systemError: CInt

    package var description: String {
        systemError == 0 ? context : "\(context): \(String(cString: strerror(systemError)))"
    }
}
