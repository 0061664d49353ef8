#include "node/file_lock.h"

#include <cerrno>
#include <system_error>

#ifdef _WIN32
#include <uv.h>
#include <windows.h>
#else
#include <sys/file.h>
#endif

namespace binding {

#ifdef _WIN32

bool try_lock_file(int descriptor) {
  // Windows keeps other processes from reading a locked range. So the locked byte lies behind the
  // content.
  OVERLAPPED position{};
  position.OffsetHigh = 1;
  auto const flags = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;
  if (LockFileEx(uv_get_osfhandle(descriptor), flags, 0, 1, 0, &position)) return true;
  auto const error = static_cast<int>(GetLastError());
  if (error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING) return false;
  throw std::system_error(error, std::system_category());
}

#else

bool try_lock_file(int descriptor) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) return false;
  throw std::system_error(errno, std::system_category());
}

#endif

}  // namespace binding
