internal import Font
internal import Synchronization

extension XDVFont {
    /// A face of a file, at whatever size.
    struct File: Hashable {
        let path: String
        let index: Int
    }

    var file: File { File(path: path, index: index) }
}

/// The fonts that documents may use, opened once.
///
/// Only files of the templates' own list are opened: what XeTeX writes comes from a document.
final class LoadedFonts: Sendable {
    private let allowed: Set<String>
    private let fonts = Mutex<[XDVFont.File: OpenTypeFont]>([:])

    /// - Parameter paths: absolute.
    init(allowed paths: Set<String>) { allowed = paths }

    func font(_ file: XDVFont.File) throws -> OpenTypeFont {
        guard allowed.contains(file.path) else {
            throw XDVError(message: "The document uses a font that is not one of the template's.")
        }
        return try fonts.withLock { fonts in
            if let known = fonts[file] { return known }
            let font = try OpenTypeFont(contentsOf: file.path, index: file.index)
            fonts[file] = font
            return font
        }
    }
}
