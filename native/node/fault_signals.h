// SIGSEGV and SIGBUS belong to the process, and more than one part of it needs them.
//
// V8 turns a fault in WebAssembly code into a RuntimeError. libtorrent turns a fault in a mapped
// file into a disk error: it installs a handler when it first touches one, and forgets the handler
// that was there. WebAssembly would end the process from then on.
#pragma once

namespace binding {

// Once in the process, from any thread: `install` makes the library install its handlers.
// Afterwards a fault goes to
// 1. V8, which knows its own faults on every thread;
// 2. the handler that was there before, on a thread that runs JavaScript;
// 3. MappedRead, when it is a read of a mapped file;
// 4. the library's handler.
// Rule 2 holds because the library accesses mapped files on its own threads only.
void share_fault_signals(void (*install)());

// Of the calling thread: it runs JavaScript.
void mark_javascript_thread() noexcept;

// A read of mapped files by the library, from before it starts until its result is used.
//
// Problem: a page can't be read after a disk error, in a truncated file, or in a hole of a full
// tmpfs. That is SIGBUS, and the library protects only some of its reads against it. Rule: a page
// that can't be read is replaced by zeros while a MappedRead exists, and the result of a read that
// `failed()` is thrown away. A replaced page is read-only, so that a write to it fails too. It
// stays until the library unmaps the file.
class MappedRead {
 public:
  MappedRead() noexcept;
  MappedRead(MappedRead const& other) noexcept;
  MappedRead& operator=(MappedRead const&) = delete;
  ~MappedRead();

  // Whether a page was replaced since construction: for this read, or for another one.
  bool failed() const noexcept;

 private:
  unsigned replaced_before_;
};

}  // namespace binding
