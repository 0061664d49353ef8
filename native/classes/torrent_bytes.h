// Reads bytes of a torrent, of those pieces that have passed their hashes.
#pragma once

#include "convert/object.h"

namespace binding {

// Method of a TorrentHandle for lib/torrent/read-stream.ts: (fileIndex, position, length) ->
// Promise<Buffer | null>. Resolves with the bytes from `position` in the file that can be read,
// `length` at most, and with null when there are none. Only the blocks that hold these bytes are
// read.
napi_value read_bytes(Conversion& cx, Call const& call);

}  // namespace binding
