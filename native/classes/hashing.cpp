#include "classes/hashing.h"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <fstream>
#include <optional>
#include <utility>

#include <libtorrent/create_torrent.hpp>

#include "guards/mapped_files.h"
#include "node/fault_signals.h"
#include "node/own_thread.h"
#include "tables/errors.h"

namespace binding {
namespace {

// Returns the error of the first file that can't be opened, or that has a replaced page. With
// several threads, libtorrent may report only that hashing was cancelled.
std::optional<FileError> first_unreadable(lt::file_storage const& files, std::string const& path,
                                          std::uint64_t replaced_before) {
  for (auto const i : files.file_range()) {
    if (files.pad_file_at(i)) continue;
    std::string const name = files.file_path(i, path);
    std::ifstream const file(name, std::ios::binary | std::ios::ate);
    if (!file) return FileError{{errno, lt::system_category()}, name};
    if (has_replaced_page(name, replaced_before))
      return FileError{{boost::system::errc::io_error, boost::system::generic_category()}, name};
  }
  return {};
}

class Hashing final : public LongJob {
 public:
  Hashing(Environment& env, HashRequest request, Deferred deferred);
  void run() noexcept override;
  void stop() noexcept override { cancellation_.cancel(); }
  void report(Environment& env) override;
  void on_js_thread(Environment& env) override;

 private:
  void hash();

  std::string const path_;
  lt::settings_pack const settings_;
  WrappedCreateTorrent& wrapped_;  // kept alive by torrent_
  int const total_;
  Ref torrent_;
  Ref progress_;  // empty without a function
  Deferred deferred_;
  Cancellation const cancellation_;
  std::atomic<int> done_{0};
  int reported_ = 0;
  std::exception_ptr error_;
};

Hashing::Hashing(Environment& env, HashRequest request, Deferred deferred)
    : path_(std::move(request.path)),
      settings_(std::move(request.settings)),
      wrapped_(unwrap<WrappedCreateTorrent>(env, request.torrent)),
      total_(wrapped_.torrent.num_pieces()),
      torrent_(env.raw(), request.torrent),
      progress_(type_of(env, request.progress) == napi_function ? Ref(env.raw(), request.progress)
                                                                : Ref()),
      deferred_(std::move(deferred)),
      cancellation_(std::move(request.cancellation)) {
  wrapped_.hashing = true;
}

void Hashing::run() noexcept {
  try {
    hash();
  } catch (...) {
    error_ = std::current_exception();
  }
}

void Hashing::hash() {
  cancellation_.throw_if_cancelled();
  lt::file_storage const& files = wrapped_.torrent.files();
  std::uint64_t examined = replaced_pages();
  auto const expect_readable = [&] {
    std::uint64_t const replaced = replaced_pages();
    if (replaced == examined) return;
    if (auto const failure = first_unreadable(files, path_, examined)) throw *failure;
    examined = replaced;
  };
  auto const on_piece = [&](lt::piece_index_t) {
    // An exception is the only way to end libtorrent's loop.
    cancellation_.throw_if_cancelled();
    expect_readable();
    ++done_;
    wake();
  };
  MappedRead const read;
  lt::error_code error;
  lt::set_piece_hashes(wrapped_.torrent, path_, settings_, on_piece, error);
  expect_readable();
  if (!error) return;
  if (auto const failure = first_unreadable(files, path_, examined)) throw *failure;
  throw FileError{error, path_};
}

void Hashing::report(Environment& env) {
  int const done = done_;
  if (!progress_ || done == reported_ || cancellation_.cancelled()) return;
  reported_ = done;
  napi_value const progress = progress_.get();
  napi_value const argv[] = {js_number(env, done), js_number(env, total_)};
  check(env.raw(), napi_call_function(env.raw(), progress, progress, 2, argv, nullptr));
}

void Hashing::on_js_thread(Environment& env) {
  wrapped_.hashing = false;
  if (error_) {
    std::move(deferred_).reject(env, error_);
  } else {
    std::move(deferred_).resolve(env, js_undefined(env));
  }
}

}  // namespace

void start_hashing(Environment& env, HashRequest request, Deferred deferred) {
  share_signals_with_mapped_files();
  run_in_own_thread(env, std::make_unique<Hashing>(env, std::move(request), std::move(deferred)),
                    "libtorrent.setPieceHashes");
}

}  // namespace binding
