#define _GNU_SOURCE
#include "client.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int kr_socket_pair(int pair[2]) {
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return -1;
    return fcntl(pair[0], F_SETFL, O_NONBLOCK);
}

int kr_memory_file(const char *name, const void *bytes, size_t count) {
    int descriptor = memfd_create(name, MFD_CLOEXEC);
    if (descriptor < 0)
        return -1;
    size_t written = 0;
    while (written < count) {
        ssize_t result = pwrite(descriptor, (const char *)bytes + written, count - written, (off_t)written);
        if (result < 0 && errno == EINTR)
            continue;
        if (result <= 0) {
            close(descriptor);
            return -1;
        }
        written += (size_t)result;
    }
    return descriptor;
}

int kr_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[], int control,
             int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int result = posix_spawn_file_actions_init(&actions);
    if (result != 0)
        return result;
    if ((result = posix_spawnattr_init(&attributes)) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return result;
    }
    // Descriptor 3 is written last but one: neither `control` nor `output` is below 4 once the server runs, but the
    // order below is right even then, because dup2 onto itself clears close-on-exec in a spawn (POSIX.1-2024).
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, output, 2);
    posix_spawn_file_actions_adddup2(&actions, control, KR_CONTROL_DESCRIPTOR);
    posix_spawn_file_actions_addclosefrom_np(&actions, KR_CONTROL_DESCRIPTOR + 1);
    // Not where the server happens to stand: a relative name must mean nothing to the program.
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    // A group of its own, so that Ctrl-C in a terminal reaches the server alone, which then ends the engines in order.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    result = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return result;
}

static int send_with_descriptors(int socket, const void *bytes, size_t count, const int *descriptors, size_t number) {
    union {
        char space[CMSG_SPACE(3 * sizeof(int))];
        struct cmsghdr align;
    } control;
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    memset(&control, 0, sizeof control);
    if (number > 0) {
        message.msg_control = control.space;
        message.msg_controllen = CMSG_SPACE(number * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(number * sizeof(int));
        memcpy(CMSG_DATA(header), descriptors, number * sizeof(int));
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)count ? 0 : -1;
}

int kr_send_command(int control, struct kr_command command, int descriptor) {
    return send_with_descriptors(control, &command, sizeof command, &descriptor, descriptor >= 0);
}

int kr_send_job(int job_socket, struct kr_order order, int input, int output, int log) {
    int descriptors[3] = {input, output, log};
    return send_with_descriptors(job_socket, &order, sizeof order, descriptors, 3);
}

static int receive(int socket, void *bytes, size_t count) {
    ssize_t received;
    do
        received = recv(socket, bytes, count, MSG_DONTWAIT);
    while (received < 0 && errno == EINTR);
    if (received < 0 && errno == ECONNRESET)
        return 0;
    if (received <= 0)
        return (int)received;
    if (received != (ssize_t)count) {
        errno = EPROTO;
        return -1;
    }
    return 1;
}

int kr_receive_event(int control, struct kr_event *event) {
    return receive(control, event, sizeof *event);
}

int kr_receive_result(int job_socket, struct kr_result *result) {
    return receive(job_socket, result, sizeof *result);
}
