#include <malloc.h>

/// One heap for all threads, which keeps what is let go of: the system clears each page that it hands out, and columns of millions of rows
/// come and go. Arrays of more than the first size still go back at once.
static inline void useOneHeap(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
}
