// The pool's side: starting a fork server and speaking to it. No call here blocks, but kr_spawn for the exec.
#pragma once

#include "protocol.h"
#include <stddef.h>
#include <sys/eventfd.h> // for the pool's own wake-ups: Glibc's module map leaves it out
#include <sys/types.h>

/// Makes a connected pair of SOCK_SEQPACKET sockets, close-on-exec, non-blocking at `pair[0]`. 0, or -1 and errno.
int kr_socket_pair(int pair[2]);

/// Makes an anonymous file holding `count` bytes. Returns its descriptor, or -1 and errno.
int kr_memory_file(const char *name, const void *bytes, size_t count);

/// Starts `path` with `control` as descriptor 3 and `output` as standard output and error, and no other descriptor.
/// Returns 0 and the process, or an errno (posix_spawn(3) returns it, it does not set it).
int kr_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[], int control,
             int output);

/// Sends a command; `descriptor` is passed along unless it is -1. 0, or -1 and errno.
int kr_send_command(int control, struct kr_command command, int descriptor);

/// Sends the job to a child. 0, or -1 and errno.
int kr_send_job(int job_socket, struct kr_order order, int input, int output, int log);

/// Receives an event. 1 when there was one, 0 when the other side is gone, -1 and errno (EAGAIN: nothing there).
int kr_receive_event(int control, struct kr_event *event);

/// Receives a child's result; returns as kr_receive_event does.
int kr_receive_result(int job_socket, struct kr_result *result);
