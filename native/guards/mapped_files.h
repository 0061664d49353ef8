// libtorrent's signal handlers, before it maps the first file: see node/fault_signals.h.
#pragma once

namespace binding {

// Before anything that may make libtorrent map a file. Takes about a millisecond, once in the
// process.
void share_signals_with_mapped_files();

}  // namespace binding
