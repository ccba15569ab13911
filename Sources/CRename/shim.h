// renameat2(2) swaps two folders in one step; glibc hides it behind _GNU_SOURCE, which Swift does not set.
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
static const unsigned int rename_exchange = 2;
