#include "classes/hashing.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <utility>

#include <libtorrent/create_torrent.hpp>

#include "guards/mapped_files.h"
#include "node/fault_signals.h"
#include "tables/errors.h"

namespace binding {
namespace {

napi_ref reference(napi_env env, napi_value value) {
  napi_ref result = nullptr;
  check(env, napi_create_reference(env, value, 1, &result));
  return result;
}

// Which file of the torrent can't be read, and why, if one can't. Hashing on several threads,
// libtorrent may report only that it gave up.
std::optional<FileError> first_obstacle(lt::file_storage const& files, std::string const& path) {
  for (auto const i : files.file_range()) {
    if (files.pad_file_at(i)) continue;
    std::string const name = files.file_path(i, path);
    std::ifstream const file(name, std::ios::binary | std::ios::ate);
    if (!file) return FileError{{errno, lt::system_category()}, name};
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
      torrent_(reference(env_, request.torrent)),
      progress_(type_of(env, request.progress) == napi_function ? reference(env_, request.progress)
                                                                : nullptr),
      deferred_(std::move(deferred)),
      cancellation_(std::move(request.cancellation)),
      js_queue_(env_, "libtorrent.setPieceHashes",
                [this](Environment& environment) { report(environment); }),
      thread_(js_queue_) {
  wrapped_.hashing = true;
}

// On the hashing thread.
void Hashing::hash() {
  lt::error_code error;
  auto const on_piece = [this](lt::piece_index_t) {
    // Unwinds libtorrent's loop, which has no other way to stop.
    cancellation_.throw_if_cancelled();
    ++done_;
    js_queue_.wake();
  };
  cancellation_.throw_if_cancelled();
  MappedRead const read;
  lt::set_piece_hashes(wrapped_.torrent, path_, settings_, on_piece, error);
  if (!error && read.failed()) {
    error.assign(boost::system::errc::io_error, boost::system::generic_category());
  }
  if (!error) return;
  if (auto const obstacle = first_obstacle(wrapped_.torrent.files(), path_)) throw *obstacle;
  throw FileError{error, path_};
}

void Hashing::report(Environment& env) {
  int const done = done_;
  if (progress_ == nullptr || done == reported_ || cancellation_.cancelled()) return;
  reported_ = done;
  napi_value progress = nullptr;
  check(env_, napi_get_reference_value(env_, progress_, &progress));
  napi_value const argv[] = {to_js(env, done), to_js(env, total_)};
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
  napi_delete_reference(env_, torrent_);
  if (progress_ != nullptr) napi_delete_reference(env_, progress_);
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
