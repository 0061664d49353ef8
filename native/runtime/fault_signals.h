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
// 3. the library's handler, on every other thread.
// Rule 2 holds because the library accesses mapped files on its own threads only.
void share_fault_signals(void (*install)());

// Of the calling thread: it runs JavaScript.
void mark_javascript_thread() noexcept;

}  // namespace binding
