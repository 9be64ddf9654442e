// valgrind 3.19 writes into the mask of sigsuspend. libdispatch hands over a mask in read-only memory, and valgrind
// dies. `bench instructions` preloads this into the program it counts: the mask is copied to where it can be written.
#define _GNU_SOURCE
#include "suspend.h"

#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t writable = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &writable, _NSIG / 8);
}
