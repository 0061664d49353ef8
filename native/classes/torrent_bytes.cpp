#include "classes/torrent_bytes.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include <libtorrent/disk_buffer_holder.hpp>
#include <libtorrent/disk_interface.hpp>
#include <libtorrent/peer_request.hpp>
#include <libtorrent/torrent.hpp>
#include <libtorrent/torrent_status.hpp>

#include "classes/classes.h"
#include "convert/codec_libtorrent.h"

namespace binding {
namespace {

struct Range {
  std::int64_t position;
  std::int64_t end;
};

struct FileRange {
  lt::file_index_t file;
  Range bytes;
};

// The bytes that disk jobs read, and the promise of them. The handlers of the jobs share it.
class BytesRead final : public Task {
 public:
  BytesRead(std::shared_ptr<SessionCore> core, Deferred deferred)
      : core_(std::move(core)), deferred_(std::move(deferred)) {}

  SessionCore& core() const { return *core_; }

  // Network thread.
  void expect(std::int64_t bytes) {
    bytes_.reset(new char[static_cast<std::size_t>(bytes)]);
    size_ = missing_ = bytes;
  }
  void take(std::int64_t offset, int length, lt::disk_buffer_holder const& block,
            lt::storage_error const& error) {
    if (error) {
      fail(lt::system_error(error.ec));
      return;
    }
    std::memcpy(bytes_.get() + offset, block.data(), static_cast<std::size_t>(length));
    missing_ -= length;
  }
  template <class Error>
  void fail(Error error) {
    if (!error_) error_ = std::make_exception_ptr(std::move(error));
  }

  void on_js_thread(Environment& env) override {
    try {
      if (core_->closed()) throw SessionClosed{};
      if (error_) std::rethrow_exception(error_);
      // libtorrent has dropped a job without calling its handler.
      if (missing_ > 0) throw lt::system_error(lt::errors::session_is_closing);
      Conversion cx(env);
      napi_value const result =
          size_ == 0 ? js_null(cx) : bytes_to_js(cx, bytes_.get(), static_cast<std::size_t>(size_));
      std::move(deferred_).resolve(env, result);
    } catch (...) {
      std::move(deferred_).reject(env, std::current_exception());
    }
  }

 private:
  std::shared_ptr<SessionCore> core_;
  Deferred deferred_;
  std::unique_ptr<char[]> bytes_;
  std::int64_t size_ = 0;
  std::int64_t missing_ = 0;
  std::exception_ptr error_;
};

// Posts itself to the JS thread when the last share ends: after the last handler was called, or
// dropped.
std::shared_ptr<BytesRead> shared(std::unique_ptr<BytesRead> read) {
  return {read.release(), [](BytesRead* done) {
            auto& core = done->core();
            core.post(std::unique_ptr<BytesRead>(done));
          }};
}

// Returns the bytes of a file as bytes of its torrent.
Range in_torrent(lt::file_storage const& files, FileRange const& range) {
  if (range.file >= files.end_file()) return {};
  auto const offset = files.file_offset(range.file);
  auto const end = std::min(range.bytes.end, files.file_size(range.file));
  return {offset + range.bytes.position, offset + end};
}

// Network thread. Returns the part of the range before the first piece that has not passed.
Range passed_part(lt::torrent_handle const& torrent, lt::file_storage const& files, Range range) {
  auto const status = torrent.status(lt::torrent_handle::query_pieces);
  auto const piece_length = files.piece_length();
  std::int64_t end = range.position;
  while (end < range.end) {
    lt::piece_index_t const piece(static_cast<int>(end / piece_length));
    if (piece >= status.pieces.end_index() || !status.pieces[piece]) break;
    end = (end / piece_length + 1) * piece_length;
  }
  return {range.position, std::min(end, range.end)};
}

void start_read(lt::torrent_handle const& handle, FileRange const& range,
                std::shared_ptr<BytesRead> const& read) {
  auto const torrent = handle.native_handle();
  if (!torrent || torrent->is_aborted()) {
    read->fail(lt::system_error(lt::errors::invalid_torrent_handle));
    return;
  }
  auto const info = handle.torrent_file();
  if (!info || !torrent->has_storage()) return;
  auto const [position, end] = passed_part(handle, info->files(), in_torrent(info->files(), range));
  if (position >= end) return;
  read->expect(end - position);
  auto& disk = torrent->session().disk_thread();
  std::int64_t const piece_length = info->piece_length();
  int length = 0;
  for (auto at = position; at < end; at += length) {
    auto const start = at % piece_length;
    // A job reads within one block.
    length = static_cast<int>(std::min(
        {lt::default_block_size - start % lt::default_block_size, piece_length - start, end - at}));
    lt::peer_request const request{lt::piece_index_t(static_cast<int>(at / piece_length)),
                                   static_cast<int>(start), length};
    disk.async_read(torrent->storage(), request,
                    [read, offset = at - position, length](lt::disk_buffer_holder const& block,
                                                           lt::storage_error const& error) {
                      read->take(offset, length, block, error);
                    });
  }
  disk.submit_jobs();
}

class StartJob final : public Job {
 public:
  StartJob(lt::torrent_handle handle, FileRange range, std::unique_ptr<BytesRead> read)
      : handle_(std::move(handle)), range_(range), read_(std::move(read)) {}

  void run() noexcept override {
    auto const read = shared(std::move(read_));
    try {
      start_read(handle_, range_, read);
    } catch (lt::system_error const& error) {
      read->fail(error);
    } catch (std::bad_alloc const& error) {
      read->fail(error);
    }
  }

  // A job that did not run was cancelled, because the session is closed.
  void on_js_thread(Environment& env) override {
    if (read_) read_->on_js_thread(env);
  }

 private:
  lt::torrent_handle handle_;
  FileRange range_;
  std::unique_ptr<BytesRead> read_;
};

}  // namespace

napi_value read_bytes(Conversion& cx, Call const& call) {
  return promised(cx, [&](Deferred& deferred) {
    auto target = receiver<lt::torrent_handle>::target_of(cx, call.self);
    auto const file = codec<lt::file_index_t>::from_js(cx, call.args[0], Path("fileIndex"));
    auto const position = codec<std::int64_t>::from_js(cx, call.args[1], Path("position"));
    auto const length = codec<std::int64_t>::from_js(cx, call.args[2], Path("length"));
    if (file < lt::file_index_t(0) || position < 0 || length < 0) {
      throw OutOfRange{"fileIndex, position and length must not be negative"};
    }
    receiver<lt::torrent_handle>::require_usable(target);
    auto read = std::make_unique<BytesRead>(target.core, std::move(deferred));
    FileRange const range{file, {position, position + length}};
    target.core->submit(std::make_unique<StartJob>(target.subject, range, std::move(read)));
  });
}

}  // namespace binding
