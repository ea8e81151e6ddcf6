#pragma once
#include <microhttpd.h>
#include <stdbool.h>

/// What a daemon is started with. It exists because `MHD_start_daemon` is variadic, and Swift imports no variadic
/// function.
struct kong_daemon_settings {
    size_t connection_memory;
    unsigned int connection_limit;
    unsigned int idle_seconds;
    unsigned int threads;
    void *context;
    MHD_AccessHandlerCallback handle;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback notify;
    size_t (*unescape)(void *context, struct MHD_Connection *connection, char *text);
};

/// `MHD_start_daemon` is variadic. The pool size is left out for a single thread, because the manual wants it above 1.
static inline struct MHD_Daemon *kong_start_daemon(const struct kong_daemon_settings *settings) {
    struct MHD_OptionItem pool[] = {
        {settings->threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, (intptr_t)settings->threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET, 0,
                            NULL, NULL, settings->handle, settings->context, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                            settings->connection_memory, MHD_OPTION_CONNECTION_LIMIT, settings->connection_limit,
                            MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_seconds, MHD_OPTION_NOTIFY_COMPLETED,
                            settings->completed, settings->context, MHD_OPTION_NOTIFY_CONNECTION, settings->notify,
                            settings->context, MHD_OPTION_UNESCAPE_CALLBACK, settings->unescape, settings->context,
                            MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
}

/// Gives the daemon one end of a socket pair, which it closes, also when this fails. An address is asked for and not
/// used.
static inline bool kong_add_connection(struct MHD_Daemon *daemon, MHD_socket descriptor) {
    const struct sockaddr nowhere = {.sa_family = AF_UNIX};
    return MHD_add_connection(daemon, descriptor, &nowhere, sizeof(nowhere)) == MHD_YES;
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
