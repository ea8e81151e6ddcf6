internal import Foundation

/// Where the parts of an installation are.
package struct Installation: Sendable, Hashable {
    /// Holds `templates/` and `texmf/`.
    package let share: String
    /// Holds the inspector and the library that goes into the engine.
    package let programs: String
    /// What the server writes: formats, and its own database.
    package let data: String

    package var templates: String { share + "/templates" }
    package var texmf: String { share + "/texmf" }
    package var library: String { programs + "/libtexforkserver.so" }
    package var inspector: String { programs + "/pdf-inspector" }
    package var formats: String { data + "/texmf" }
    package var database: String { data + "/database" }

    /// Looks beside the executable, then above it: `PREFIX/share/kongresume` when installed, a checkout when built in one.
    package static func find(_ settings: Settings) throws(InstallationError) -> Installation {
        let files = FileManager.default
        guard let executable = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            throw InstallationError(message: "/proc is not mounted: this program cannot find where it is installed")
        }
        let programs = (executable as NSString).deletingLastPathComponent
        var candidates = [settings.shareDirectory].compactMap { $0 }
        if candidates.isEmpty {
            var directory = programs
            while directory != "/" {
                directory = (directory as NSString).deletingLastPathComponent
                candidates += ["\(directory)/share/kongresume", directory]
            }
        }
        guard
            let share = candidates.first(where: {
                files.fileExists(atPath: $0 + "/templates") && files.fileExists(atPath: $0 + "/texmf")
            })
        else {
            throw InstallationError(
                message: "no templates/ and texmf/ near \(programs): set KONGRESUME_SHARE_DIR to where they are")
        }
        return Installation(share: share, programs: programs, data: settings.dataDirectory)
    }
}

package struct InstallationError: Error, CustomStringConvertible {
    let message: String

    package var description: String { message }
}
