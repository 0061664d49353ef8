// Shares libtorrent's signal handlers before it maps the first file, see node/fault_signals.h.
#pragma once

namespace binding {

// Called before any call that may map a file. Takes about a millisecond, once in the process.
void share_signals_with_mapped_files();

}  // namespace binding
