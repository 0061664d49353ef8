// Hashes a torrent's pieces on a thread of its own, with progress and cancellation.
#pragma once

#include <string>

#include <libtorrent/settings_pack.hpp>

#include "classes/cancellation.h"
#include "classes/classes.h"

namespace binding {

struct HashRequest {
  std::string path;
  lt::settings_pack settings;
  napi_value torrent;         // the JS CreateTorrent, kept alive meanwhile
  napi_value progress;        // (done, total) => void, or undefined
  Cancellation cancellation;  // hashing stops, and its promise rejects
};
void start_hashing(Environment& env, HashRequest request, Deferred deferred);

}  // namespace binding
