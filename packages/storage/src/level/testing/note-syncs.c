/*
 * Loaded into a process (LD_PRELOAD), it notes each sync that returned: "<inode> <bytes>\n", appended to the file that
 * $NOTE_SYNCS names. The size is that from before the call: what was written while it ran may not be covered.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int noted(const char *name, int fd) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  struct stat before;
  int known = fstat(fd, &before) == 0 && S_ISREG(before.st_mode);
  int result = sync(fd);
  const char *path = getenv("NOTE_SYNCS");
  if (result != 0 || !known || path == NULL) return result;
  char line[64];
  int length = snprintf(line, sizeof line, "%llu %lld\n", (unsigned long long)before.st_ino, (long long)before.st_size);
  int notes = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (notes < 0 || write(notes, line, length) != length) abort();
  close(notes);
  return result;
}

int fsync(int fd) { return noted("fsync", fd); }
int fdatasync(int fd) { return noted("fdatasync", fd); }
