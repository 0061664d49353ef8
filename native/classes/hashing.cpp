#include "classes/hashing.h"

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <optional>
#include <utility>

#include <libtorrent/create_torrent.hpp>

#include "guards/mapped_files.h"
#include "node/fault_signals.h"
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

}  // namespace

class Hashing::HashJob final : public Job {
 public:
  explicit HashJob(Hashing& hashing) : hashing_(hashing) {}
  void run() noexcept override {
    try {
      hashing_.hash();
    } catch (...) {
      hashing_.error_ = std::current_exception();
    }
  }
  void on_js_thread(Environment& env) override { hashing_.finish(env); }

 private:
  Hashing& hashing_;
};

void Hashing::start(Environment& env, Request request, Deferred deferred) {
  share_signals_with_mapped_files();
  auto* const hashing = new Hashing(env, std::move(request), std::move(deferred));
  check(env.raw(), napi_add_env_cleanup_hook(env.raw(), at_environment_end, hashing));
  close_at_exit(*hashing);
  hashing->thread_.submit(std::make_unique<HashJob>(*hashing));
}

Hashing::Hashing(Environment& env, Request request, Deferred deferred)
    : env_(env.raw()),
      path_(std::move(request.path)),
      settings_(std::move(request.settings)),
      wrapped_(unwrap<WrappedCreateTorrent>(env, request.torrent)),
      total_(wrapped_.torrent.num_pieces()),
      torrent_(env_, request.torrent),
      progress_(type_of(env, request.progress) == napi_function ? Ref(env_, request.progress)
                                                                : Ref()),
      deferred_(std::move(deferred)),
      cancellation_(std::move(request.cancellation)),
      js_queue_(env_, "libtorrent.setPieceHashes",
                [this](Environment& environment) { report(environment); }),
      thread_(js_queue_) {
  wrapped_.hashing = true;
}

// Hashing thread.
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
    js_queue_.wake();
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
  check(env_, napi_call_function(env_, progress, progress, 2, argv, nullptr));
}

void Hashing::finish(Environment& env) {
  std::unique_ptr<Hashing> const self(this);
  report_uncaught(env, [&] { report(env); });
  forget_at_exit(*this);
  napi_remove_env_cleanup_hook(env_, at_environment_end, this);
  thread_.stop();
  js_queue_.close();
  wrapped_.hashing = false;
  if (error_) {
    std::move(deferred_).reject(env, error_);
  } else {
    std::move(deferred_).resolve(env, js_undefined(env));
  }
}

void Hashing::close_now() noexcept {
  cancellation_.cancel();
  thread_.stop();
}

void Hashing::at_environment_end(void* data) {
  std::unique_ptr<Hashing> const hashing(static_cast<Hashing*>(data));
  forget_at_exit(*hashing);
  close_fast(*hashing);
}

}  // namespace binding
