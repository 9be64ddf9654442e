#ifndef SUSPEND_H
#define SUSPEND_H

#include <signal.h>

int sigsuspend(const sigset_t *mask);

#endif
