#include "guards/mapped_files.h"

#include <string>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/settings_pack.hpp>

#include "node/fault_signals.h"

#ifndef _WIN32
#include <dlfcn.h>
#endif

namespace binding {
namespace {

namespace lt = libtorrent;

// Returns the file that this code was loaded from, which is readable.
std::string own_file() {
#ifndef _WIN32
  Dl_info info{};
  if (dladdr(reinterpret_cast<void const*>(&own_file), &info) != 0 && info.dli_fname != nullptr) {
    return info.dli_fname;
  }
#endif
  return {};
}

// Hashes the start of a file: libtorrent installs its handlers only when it first reads a mapped
// file.
void read_a_mapped_file() {
  std::string const path = own_file();
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return;
  try {
    constexpr int piece_size = 32 * 1024;  // a file of one block of 16 KiB is never mapped
    lt::file_storage files;
    files.add_file(path.substr(slash + 1), piece_size);
    lt::create_torrent torrent(files, piece_size, lt::create_torrent::v1_only);
    lt::settings_pack settings = lt::default_settings();
    settings.set_int(lt::settings_pack::mmap_file_size_cutoff, 0);  // blocks
    lt::error_code ignored;
    lt::set_piece_hashes(
        torrent, path.substr(0, slash + 1), settings, [](lt::piece_index_t) {}, ignored);
  } catch (...) {  // NOLINT(bugprone-empty-catch): libtorrent's handlers come later, unshared
  }
}

}  // namespace

void share_signals_with_mapped_files() { share_fault_signals(read_a_mapped_file); }

}  // namespace binding
