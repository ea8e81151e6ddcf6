#define _GNU_SOURCE
#include "zero_memory.h"
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/// What a large page holds on x86-64 and, with pages of 4 KB, on ARM: a part of one would have to be split off.
enum { BLOCK = 2 << 20 };

int kr_open_mappings(void) {
    return open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
}

static int is_zero(const char *block) {
    // Every byte is equal to the next, and the first is zero.
    return block[0] == 0 && memcmp(block, block + 1, BLOCK - 1) == 0;
}

static void give_back(uintptr_t start, uintptr_t end) {
    start = (start + BLOCK - 1) / BLOCK * BLOCK;
    for (; start + BLOCK <= end; start += BLOCK)
        if (is_zero((const char *)start))
            madvise((void *)start, BLOCK, MADV_DONTNEED);
}

void kr_give_back_zeros(int mappings) {
    if (mappings < 0)
        return;
    // All of it first: what is given back changes the list. Some 200 lines of 100 bytes.
    static char list[1 << 18];
    size_t length = 0;
    ssize_t got;
    while (length < sizeof list - 1 && (got = read(mappings, list + length, sizeof list - 1 - length)) > 0)
        length += (size_t)got;
    close(mappings);
    list[length] = 0;
    for (char *line = list, *end; (end = strchr(line, '\n')); line = end + 1) {
        uintptr_t first, behind;
        unsigned long inode;
        *end = 0;
        // Private, writable, of no file (proc(5)).
        if (sscanf(line, "%lx-%lx rw-p %*s %*s %lu", &first, &behind, &inode) == 3 && inode == 0 && !strchr(line, '['))
            give_back(first, behind);
    }
}
