#pragma once
#include <microhttpd.h>
#include <stdbool.h>

/// What a daemon is started with. It exists because `MHD_start_daemon` is variadic, and Swift imports no variadic
/// function.
struct kong_daemon_settings {
    MHD_socket listener;
    size_t connection_memory;
    unsigned int connection_limit;
    unsigned int idle_seconds;
    unsigned int threads;
    void *context;
    MHD_AccessHandlerCallback handle;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback notify;
    void *(*request_line)(void *context, const char *target, struct MHD_Connection *connection);
    size_t (*unescape)(void *context, struct MHD_Connection *connection, char *text);
};

/// `MHD_start_daemon` is variadic. The pool size is left out for a single thread, because the manual wants it above 1.
static inline struct MHD_Daemon *kong_start_daemon(const struct kong_daemon_settings *settings) {
    struct MHD_OptionItem pool[] = {
        {settings->threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, (intptr_t)settings->threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, settings->handle, settings->context,
        MHD_OPTION_LISTEN_SOCKET, settings->listener, MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory,
        MHD_OPTION_CONNECTION_LIMIT, settings->connection_limit, MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_seconds,
        MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->context, MHD_OPTION_NOTIFY_CONNECTION,
        settings->notify, settings->context, MHD_OPTION_URI_LOG_CALLBACK, settings->request_line, settings->context,
        MHD_OPTION_UNESCAPE_CALLBACK, settings->unescape, settings->context,
        // Level 0 lets more reach the handler than level 1, which closes without an answer: the handler refuses with
        // one.
        MHD_OPTION_STRICT_FOR_CLIENT, 0,
#if MHD_VERSION >= 0x00097701
        // Later versions check the whole grammar themselves, and then do not keep the layout that `HeadAudit` reads.
        MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1,
#endif
        MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
}

/// Whether a request's head lies in memory as it came, with only its delimiters replaced by NUL: the preprocessor knows
/// the version, Swift does not see `MHD_VERSION`.
static inline bool kong_keeps_head_layout(void) {
#if MHD_VERSION >= 0x00097701
    return false;
#else
    return true;
#endif
}

/// `MHD_get_connection_info` is variadic. The socket, or -1.
static inline MHD_socket kong_connection_descriptor(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : MHD_INVALID_SOCKET;
}

/// `MHD_get_connection_info` is variadic. What the notify callback stored for this socket.
static inline void *kong_connection_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

/// `MHD_get_connection_info` is variadic. The status of the answer that is queued; 0 if there is none.
static inline unsigned int kong_connection_status(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
    return info ? info->http_status : 0;
}

/// `MHD_get_connection_info` is variadic. Bytes from the method to the empty line, both included; 0 if not known.
static inline size_t kong_connection_header_size(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info ? info->header_size : 0;
}
