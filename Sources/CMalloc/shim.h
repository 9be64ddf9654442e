#include <malloc.h>

/// One heap for all threads, which keeps what is let go of: the system clears each page that it hands out, and columns of millions of rows
/// come and go. Large arrays still go back at once. The sizes are those that glibc comes to by itself after some of them.
static inline void useOneHeap(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}
