// The messages between the pool (in the server), a fork server (a warm engine or inspector) and its children.
// PROTOCOL.md, next to the engine's library, tells the order in which they are sent.
#pragma once

#include <stdint.h>

#define KR_PROTOCOL_VERSION 3

/// The descriptor on which a fork server finds its control socket.
#define KR_CONTROL_DESCRIPTOR 3

/// What of the sandbox is in force, as bits of `kr_event.value` in a hello.
enum { KR_SANDBOX_LANDLOCK = 1, KR_SANDBOX_SECCOMP = 2 };

/// Pool to fork server, on the control socket.
enum kr_command_kind {
    KR_COMMAND_FORK = 'F', ///< Carries the child's job socket. Answered by KR_EVENT_FORKED.
    KR_COMMAND_KILL = 'K', ///< Ends the child `process` with SIGKILL, if it has not been reaped.
    KR_COMMAND_PING = 'P', ///< Answered by KR_EVENT_PONG.
};

/// What a child may use.
struct kr_limits {
    uint64_t memory_bytes; ///< RLIMIT_AS
    uint64_t output_bytes; ///< RLIMIT_FSIZE, for the output and for the log
    uint32_t cpu_seconds;  ///< RLIMIT_CPU
    uint32_t reserved;     ///< 0
};

struct kr_command {
    uint32_t kind;
    int32_t process;         ///< of KR_COMMAND_KILL
    struct kr_limits limits; ///< of KR_COMMAND_FORK
};

/// Fork server to pool, on the control socket.
enum kr_event_kind {
    KR_EVENT_HELLO = 'H',  ///< Warm and ready. `process` is the protocol's version, `value` the sandbox bits.
    KR_EVENT_FORKED = 'C', ///< `process` is the new child; 0 when the fork failed, and `value` is errno.
    KR_EVENT_EXITED = 'X', ///< `process` was reaped, `value` is its wait status.
    KR_EVENT_PONG = 'P',   ///< The fork server is there.
};

struct kr_event {
    uint32_t kind;
    int32_t process;
    int32_t value;
};

/// Pool to child, on the job socket, once, with three descriptors (input, output, log).
struct kr_order {
    uint32_t option; ///< Meant for the program; the fork server does not look at it.
};

/// Child to pool, on the job socket, once, as the last thing it does.
struct kr_result {
    int32_t status;
};
