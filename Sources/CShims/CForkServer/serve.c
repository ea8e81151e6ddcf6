#define _GNU_SOURCE
#include "serve.h"
#include "protocol.h"
#include "sandbox.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/// Children alive at once; the pool asks for far fewer.
enum { MOST_CHILDREN = 64 };

static int job_socket = -1;
static pid_t children[MOST_CHILDREN];

static void tell(uint32_t kind, int32_t process, int32_t value) {
    struct kr_event event = {kind, process, value};
    while (send(KR_CONTROL_DESCRIPTOR, &event, sizeof event, MSG_NOSIGNAL) < 0)
        if (errno != EINTR)
            _exit(0); // The pool is gone: nobody is left to serve.
}

static pid_t *find_child(pid_t process) {
    for (int index = 0; index < MOST_CHILDREN; index++)
        if (children[index] == process)
            return &children[index];
    return NULL;
}

static void reap(void) {
    int status;
    pid_t process;
    while ((process = waitpid(-1, &status, WNOHANG)) > 0) {
        pid_t *slot = find_child(process);
        if (slot)
            *slot = 0;
        tell(KR_EVENT_EXITED, process, status);
    }
}

/// Reads one message and up to `most` descriptors. Returns the message's size, 0 at the end, -1 on error.
static ssize_t receive_with_descriptors(int socket, void *bytes, size_t count, int *descriptors, size_t most) {
    union {
        char space[CMSG_SPACE(3 * sizeof(int))];
        struct cmsghdr align;
    } control;
    struct iovec part = {.iov_base = bytes, .iov_len = count};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.space, .msg_controllen = sizeof control.space};
    for (size_t index = 0; index < most; index++)
        descriptors[index] = -1;
    ssize_t received;
    do
        received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    if (received <= 0)
        return received;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header))
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            size_t number = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            memcpy(descriptors, CMSG_DATA(header), (number < most ? number : most) * sizeof(int));
        }
    return received;
}

static void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    struct rlimit both = {soft, hard};
    if (setrlimit(resource, &both) != 0)
        _exit(126); // An unlimited job must not run.
}

/// Turns the new process into a child: limited, confined, alone with its job socket.
static void become_child(int socket, int signals, const sigset_t *mask, pid_t parent, const struct kr_limits *limits) {
    job_socket = socket;
    close(KR_CONTROL_DESCRIPTOR);
    close(signals);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0); // It died between the fork and the line above.
    sigprocmask(SIG_SETMASK, mask, NULL);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_AS, limits->memory_bytes, limits->memory_bytes);
    limit(RLIMIT_FSIZE, limits->output_bytes, limits->output_bytes);
    // At the hard limit comes SIGKILL, which says nothing; SIGXCPU comes only at a soft limit below it (setrlimit(2)).
    limit(RLIMIT_CPU, limits->cpu_seconds, (rlim_t)limits->cpu_seconds + 1);
    kr_sandbox_tighten();
}

void kr_take_job(struct kr_job *job) {
    struct kr_order order;
    int descriptors[3];
    ssize_t received = receive_with_descriptors(job_socket, &order, sizeof order, descriptors, 3);
    if (received != (ssize_t)sizeof order || descriptors[2] < 0)
        _exit(0); // The pool let go of this child, or is gone.
    dup2(descriptors[2], 1);
    dup2(descriptors[2], 2);
    *job = (struct kr_job){descriptors[0], descriptors[1], descriptors[2], order.option};
}

void kr_end_with_pool(void) {
    // A pool that was gone before this line has closed the control socket, which kr_serve notices.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void kr_serve(int sandbox) {
    pid_t self = getpid();
    sigset_t child_signal, before;
    sigemptyset(&child_signal);
    sigaddset(&child_signal, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child_signal, &before);
    int signals = signalfd(-1, &child_signal, SFD_CLOEXEC | SFD_NONBLOCK);
    if (signals < 0)
        _exit(125);
    // What is still buffered would be written once by every child (fork(2), NOTES of stdio(3)).
    fflush(NULL);
    tell(KR_EVENT_HELLO, KR_PROTOCOL_VERSION, sandbox);

    for (;;) {
        struct pollfd polled[2] = {{.fd = KR_CONTROL_DESCRIPTOR, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
        if (poll(polled, 2, -1) < 0)
            continue;
        if (polled[1].revents) {
            struct signalfd_siginfo information;
            while (read(signals, &information, sizeof information) > 0)
                ;
            reap();
        }
        if (!polled[0].revents)
            continue;
        struct kr_command command;
        int socket;
        if (receive_with_descriptors(KR_CONTROL_DESCRIPTOR, &command, sizeof command, &socket, 1) !=
            (ssize_t)sizeof command)
            _exit(0); // The pool closed the socket. Idle children see theirs close, busy ones get SIGKILL.
        if (command.kind == KR_COMMAND_KILL && command.process > 0 && find_child(command.process))
            kill(command.process, SIGKILL);
        if (command.kind == KR_COMMAND_PING)
            tell(KR_EVENT_PONG, 0, 0);
        if (command.kind != KR_COMMAND_FORK || socket < 0)
            continue;
        pid_t *slot = find_child(0);
        pid_t process = slot ? fork() : -1;
        if (process == 0) {
            become_child(socket, signals, &before, self, &command.limits);
            return;
        }
        if (process > 0)
            *slot = process;
        int error = slot ? errno : EAGAIN;
        close(socket);
        tell(KR_EVENT_FORKED, process > 0 ? process : 0, process > 0 ? 0 : error);
    }
}

int kr_is_child(void) {
    return job_socket >= 0;
}

_Noreturn void kr_finish(int status) {
    struct kr_result result = {status};
    while (send(job_socket, &result, sizeof result, MSG_NOSIGNAL) < 0 && errno == EINTR)
        ;
    _exit(status);
}
