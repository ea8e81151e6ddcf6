import Engine
import Font
import Foundation
import Testing

@Suite struct DeterminismTests {
    /// A library that tells the engine of a time hundreds of days away.
    private static let otherTime = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <sys/time.h>
        #include <time.h>
        enum { AWAY = 400 * 86400 };
        time_t time(time_t *result) {
            time_t now = ((time_t(*)(time_t *))dlsym(RTLD_NEXT, "time"))(0) + AWAY;
            if (result)
                *result = now;
            return now;
        }
        int gettimeofday(struct timeval *restrict now, void *restrict zone) {
            int result = ((int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday"))(now, zone);
            now->tv_sec += AWAY;
            return result;
        }
        int clock_gettime(clockid_t clock, struct timespec *now) {
            int result = ((int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime"))(clock, now);
            if (clock == CLOCK_REALTIME)
                now->tv_sec += AWAY;
            return result;
        }
        """

    /// What a document could tell of the clock is typeset, so that an engine that knows the time gives itself away.
    private static let body = EngineTests.body + #"\ResumeText{\the\year-\the\month-\the\day, \the\time}"#

    @Test(arguments: TeXEngine.allCases)
    func `today and in four hundred days the same body gives the same bytes`(_ kind: TeXEngine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = folder.appending(path: "libothertime.so")
        let built = try await make(
            "libothertime.so", with: ["cc", "-shared", "-fPIC", "-o", "libothertime.so", "time.c"],
            files: ["time.c": Array(Self.otherTime.utf8)])
        try Data(built).write(to: library)

        let today = try await compile(by: kind, .make())
        var later = EngineConfiguration.make()
        later.libraries.append(library.path)
        #expect(try await compile(by: kind, later) == today)
    }

    private func compile(by kind: TeXEngine, _ configuration: EngineConfiguration) async throws -> [UInt8] {
        let engine = try await Engine.start("template1", configuration, by: kind)
        let pdf = try await engine.compile(Self.body).pdf
        await engine.stop()
        return pdf
    }
}
