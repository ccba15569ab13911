// Calls of Linux that glibc hides behind _GNU_SOURCE, which Swift does not set.
// renameat2(2) swaps two folders in one step.
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
static const unsigned int rename_exchange = 2;
// syncfs(2) waits until all that was written to a disk is on it.
extern int syncfs(int fd);
