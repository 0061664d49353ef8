#pragma once

namespace binding {

// Locks an open file for this process, until the file is closed or the process ends in any way.
// Another process, or another open file of this one, that has the lock makes it return false.
// Throws std::system_error when the file system has no locks.
bool try_lock_file(int descriptor);

}  // namespace binding
