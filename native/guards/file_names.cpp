#include "guards/file_names.h"

#ifdef __linux__

#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>

namespace binding {
namespace {

namespace lt = libtorrent;

// NOLINTBEGIN(concurrency-mt-unsafe): runs while Node.js loads the addon, on the loading thread

// libtorrent reads LANG when it encodes the first name, and never again. So LANG is changed while
// libtorrent encodes the name of a file that can't exist.
void encode_first_name() {
  char const* const lang = std::getenv("LANG");
  auto const before = lang == nullptr ? std::nullopt : std::optional<std::string>(lang);
  setenv("LANG", "C.UTF-8", 1);
  lt::file_storage none;
  lt::add_files(none, "/dev/null/none");
  if (before) {
    setenv("LANG", before->c_str(), 1);
  } else {
    unsetenv("LANG");
  }
}

// NOLINTEND(concurrency-mt-unsafe)

}  // namespace

void use_utf8_file_names() {
  static std::once_flag once;
  std::call_once(once, encode_first_name);
}

}  // namespace binding

#else

namespace binding {

void use_utf8_file_names() {}

}  // namespace binding

#endif
