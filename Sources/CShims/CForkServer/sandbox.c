#define _GNU_SOURCE
#include "sandbox.h"
#include "protocol.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Rights that this machine's <linux/landlock.h> may be too old to name (landlock(7): ABI 2, 3 and 5).
enum { ACCESS_REFER = 1 << 13, ACCESS_TRUNCATE = 1 << 14, ACCESS_IOCTL_DEVICE = 1 << 15 };

static void allow_reading(int ruleset, const char *path) {
    int directory = open(path, O_PATH | O_CLOEXEC);
    if (directory < 0)
        return; // What does not exist needs no right.
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, .parent_fd = directory};
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0 && errno == EINVAL) {
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE; // A file, not a directory.
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(directory);
}

static int enter_landlock(const char *readable) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    struct landlock_ruleset_attr handled = {.handled_access_fs = (1 << 13) - 1};
    if (version >= 2)
        handled.handled_access_fs |= ACCESS_REFER;
    if (version >= 3)
        handled.handled_access_fs |= ACCESS_TRUNCATE;
    if (version >= 5)
        handled.handled_access_fs |= ACCESS_IOCTL_DEVICE;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (ruleset < 0)
        return 0;
    char path[4096];
    for (const char *start = readable; *start;) {
        size_t length = strcspn(start, ":");
        if (length > 0 && length < sizeof path) {
            memcpy(path, start, length);
            path[length] = 0;
            allow_reading(ruleset, path);
        }
        start += length + (start[length] == ':');
    }
    long result = syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
    return result == 0 ? KR_SANDBOX_LANDLOCK : 0;
}

/// What a warm program and its children call. Everything else answers EPERM: exec, socket, ptrace, mount, io_uring,
/// bpf…
static const int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(pwrite64),
    SCMP_SYS(writev),
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(fcntl),
    SCMP_SYS(ftruncate),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatfs),
    SCMP_SYS(statx),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(signalfd),
    SCMP_SYS(signalfd4),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(recvmsg),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(set_tid_address),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(gettid),
    SCMP_SYS(tgkill),
    SCMP_SYS(kill),
    SCMP_SYS(fork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(wait4),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(prctl),
    SCMP_SYS(seccomp),
    SCMP_SYS(setrlimit),
    SCMP_SYS(getrlimit),
    SCMP_SYS(prlimit64),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(time),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(getrandom),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(sched_getaffinity),
};

static int enter_seccomp(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return 0;
    int failed = 0;
    for (size_t index = 0; index < sizeof allowed / sizeof *allowed; index++)
        if (allowed[index] >= 0) // Negative: this architecture has no such call.
            failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[index], 0);
    // stdio asks whether a stream is a terminal; nothing else of ioctl(2) is needed.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS, 0));
    if (failed == 0)
        failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed == 0 ? KR_SANDBOX_SECCOMP : 0;
}

int kr_sandbox_enter(const char *readable) {
    // landlock_restrict_self(2) and seccomp(2) ask for it of processes without CAP_SYS_ADMIN.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return 0;
    int sandbox = enter_landlock(readable);
    return sandbox | enter_seccomp();
}

int kr_sandbox_tighten(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return -1;
    static const int taken[] = {SCMP_SYS(fork), SCMP_SYS(clone), SCMP_SYS(clone3),
                                SCMP_SYS(kill), SCMP_SYS(prctl), SCMP_SYS(setrlimit)};
    int failed = 0;
    for (size_t index = 0; index < sizeof taken / sizeof *taken; index++)
        if (taken[index] >= 0)
            failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), taken[index], 0);
    // setrlimit(3) goes through prlimit64(2), which reaches other processes too; to ask is still allowed.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0, 0));
    // abort(3) needs tgkill(2), on the process itself.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1,
                               SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)getpid(), 0));
    // The third way to signal another process (fcntl(2), "Managing signals"). The kernel reads 32 bits of the command.
    static const int owning[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
    for (size_t index = 0; index < sizeof owning / sizeof *owning; index++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), 1,
                                   SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, (scmp_datum_t)owning[index]));
    if (failed == 0)
        failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed == 0 ? 0 : -1;
}
