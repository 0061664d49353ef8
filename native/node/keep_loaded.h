// Keeps the code of this library in memory until the process ends.
#pragma once

namespace binding {

// Problem: Node.js unloads an addon when the last worker that loaded it ends, while a thread or an
// exit handler may still run its code. Rule: the library is never unloaded. On Linux the linker's
// option `nodelete` does that.
void keep_loaded() noexcept;

}  // namespace binding
