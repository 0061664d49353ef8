// Shares the handlers of SIGSEGV and SIGBUS between V8, libtorrent and the rest of the process.
//
// Problem: V8 turns a fault in WebAssembly code into a RuntimeError, and libtorrent turns a fault
// in a mapped file into a disk error. libtorrent installs its handler when it first maps a file,
// and drops the handler of V8. From then on a fault in WebAssembly code ends the process.
// Rule: one handler passes each fault on, see share_fault_signals().
#pragma once

#include <cstdint>
#include <string>

namespace binding {

// Any thread, once in the process. `install` makes the library install its handlers. Afterwards a
// fault goes to
// 1. V8, which recognizes its own faults on every thread;
// 2. the handler that was there before, on a thread that runs JavaScript;
// 3. MappedRead, when it is a read of a mapped file;
// 4. the library's handler.
// Rule 2 holds because the library accesses mapped files on its own threads only.
void share_fault_signals(void (*install)());

// Marks the calling thread as one that runs JavaScript.
void mark_javascript_thread() noexcept;

// A read of mapped files by the library, from before its start until its result is used.
//
// Problem: a page can't be read after a disk error, in a truncated file, or in a hole of a full
// tmpfs. The read raises SIGBUS, and the library protects only some of its reads against it.
// Rule: a page that can't be read is replaced by zeros while a MappedRead exists, and the result of
// a read of its file is dropped, see has_replaced_page(). A replaced page is read-only, so that a
// write to it fails too. It stays until the library unmaps the file.
class MappedRead {
 public:
  MappedRead() noexcept;
  MappedRead(MappedRead const&) noexcept;
  MappedRead& operator=(MappedRead const&) = delete;
  ~MappedRead();
};

// The number of pages that were replaced in this process so far. Any thread.
std::uint64_t replaced_pages() noexcept;

// Returns whether a page of the file was replaced after the first `since` of this process. Also
// true where that isn't known: the file was deleted, or pages were replaced by the thousand.
bool has_replaced_page(std::string const& path, std::uint64_t since);

}  // namespace binding
