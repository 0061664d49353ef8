#include "objects/guarded_disk.h"

#include <tuple>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <libtorrent/disk_buffer_holder.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/file_storage.hpp>

#include "runtime/fault_signals.h"

namespace binding {

namespace {

lt::storage_error const cancelled(boost::asio::error::operation_aborted);

// The first file of the request.
lt::storage_error unreadable(lt::file_storage const& files, lt::peer_request const& request) {
  lt::error_code const error(boost::system::errc::io_error, boost::system::generic_category());
  auto const slices = files.map_block(request.piece, request.start, 1);
  return {error, slices.front().file_index, lt::operation_t::file_read};
}

void fail(std::function<void(lt::disk_buffer_holder, lt::storage_error const&)>& handler,
          lt::piece_index_t, lt::storage_error const& error) {
  handler({}, error);
}

template <class Hash>
void fail(std::function<void(lt::piece_index_t, Hash const&, lt::storage_error const&)>& handler,
          lt::piece_index_t piece, lt::storage_error const& error) {
  handler(piece, {}, error);
}

}  // namespace

lt::disk_io_constructor_type guarded(lt::disk_io_constructor_type make_disk_io) {
  return
      [make_disk_io = std::move(make_disk_io)](
          lt::io_context& context, lt::settings_interface const& settings, lt::counters& counters) {
        return std::unique_ptr<lt::disk_interface>(
            std::make_unique<GuardedDisk>(make_disk_io(context, settings, counters), context));
      };
}

lt::storage_holder GuardedDisk::new_torrent(lt::storage_params const& params,
                                            std::shared_ptr<void> const& torrent) {
  lt::storage_holder of_disk = disk_->new_torrent(params, torrent);
  lt::storage_index_t const index = of_disk;
  if (storages_.size() <= place(index)) storages_.resize(place(index) + 1);
  storages_[place(index)] =
      std::make_shared<Storage>(Storage{std::move(of_disk), params.files, 0, {}});
  return {index, *this};
}

void GuardedDisk::remove_torrent(lt::storage_index_t storage) {
  auto const removed = std::exchange(storages_[place(storage)], nullptr);
  cancel_waiting(*removed);
  removed->of_disk.reset();
}

void GuardedDisk::async_read(lt::storage_index_t storage, lt::peer_request const& request,
                             ReadHandler handler, lt::disk_job_flags_t flags) {
  auto const start = [this, storage, request, flags](ReadHandler handler) {
    read(storage, {request, std::move(handler), flags});
  };
  read_mapped(storage, request, start, std::move(handler));
}

void GuardedDisk::read(lt::storage_index_t storage, Read read) {
  if (aborted_) {
    cancel(std::move(read.handler));
  } else if (auto& fenced = *storages_[place(storage)]; fenced.fences > 0) {
    fenced.waiting.push_back(std::move(read));
  } else {
    disk_->async_read(storage, read.request, std::move(read.handler), read.flags);
  }
}

void GuardedDisk::async_hash(lt::storage_index_t storage, lt::piece_index_t piece,
                             lt::span<lt::sha256_hash> v2, lt::disk_job_flags_t flags,
                             HashHandler<lt::sha1_hash> handler) {
  auto const start = [this, storage, piece, v2, flags](HashHandler<lt::sha1_hash> handler) {
    disk_->async_hash(storage, piece, v2, flags, std::move(handler));
  };
  read_mapped(storage, {piece, 0, 0}, start, std::move(handler));
}

void GuardedDisk::async_hash2(lt::storage_index_t storage, lt::piece_index_t piece, int offset,
                              lt::disk_job_flags_t flags, HashHandler<lt::sha256_hash> handler) {
  auto const start = [this, storage, piece, offset, flags](HashHandler<lt::sha256_hash> handler) {
    disk_->async_hash2(storage, piece, offset, flags, std::move(handler));
  };
  read_mapped(storage, {piece, offset, 0}, start, std::move(handler));
}

// `start` hands the job to the disk, with the handler that it is given. Handlers are moved and
// never copied: that of a v2 hash owns the memory that the hashes are written to.
template <class Handler, class Start>
void GuardedDisk::read_mapped(lt::storage_index_t storage, lt::peer_request const& request,
                              Start start, Handler handler, int retries) {
  start([this, storage, request, start, retries, of = storages_[place(storage)],
         read = MappedRead{}, handler = std::move(handler)](auto&&... results) mutable {
    lt::storage_error const& error = std::get<sizeof...(results) - 1>(std::tie(results...));
    if (error || !read.failed()) return handler(std::forward<decltype(results)>(results)...);
    if (!uses(storage, of)) return fail(handler, request.piece, cancelled);
    async_release_files(storage, [this, storage, request, start, retries, of,
                                  handler = std::move(handler)]() mutable {
      if (!uses(storage, of)) return fail(handler, request.piece, cancelled);
      if (retries == 0) return fail(handler, request.piece, unreadable(of->files, request));
      read_mapped(storage, request, start, std::move(handler), retries - 1);
      disk_->submit_jobs();
    });
    disk_->submit_jobs();
  });
}

// `handler`, which lowers the fence that its job raises now. libtorrent calls it on the network
// thread when the job has ended, whichever way.
template <class Handler>
auto GuardedDisk::fenced(lt::storage_index_t storage, Handler handler) {
  auto const& fenced = storages_[place(storage)];
  ++fenced->fences;
  return [this, fenced, handler = std::move(handler)](auto&&... results) {
    lower_fence(*fenced);
    if (handler) handler(std::forward<decltype(results)>(results)...);
  };
}

// One read at a time: what is in a write buffer is answered at once, and its handler may raise
// another fence or remove the torrent.
void GuardedDisk::lower_fence(Storage& storage) {
  --storage.fences;
  if (storage.waiting.empty()) return;
  while (storage.fences == 0 && !storage.waiting.empty()) {
    Read read = std::move(storage.waiting.front());
    storage.waiting.pop_front();
    disk_->async_read(storage.of_disk, read.request, std::move(read.handler), read.flags);
  }
  disk_->submit_jobs();
}

void GuardedDisk::cancel_waiting(Storage& storage) {
  for (auto& read : std::exchange(storage.waiting, {})) cancel(std::move(read.handler));
}

void GuardedDisk::cancel(ReadHandler handler) {
  boost::asio::post(context_, [handler = std::move(handler)] { handler({}, cancelled); });
}

void GuardedDisk::abort(bool wait) {
  aborted_ = true;
  for (auto const& storage : storages_) {
    if (storage) cancel_waiting(*storage);
  }
  disk_->abort(wait);
}

void GuardedDisk::async_move_storage(lt::storage_index_t storage, std::string path,
                                     lt::move_flags_t flags, MoveHandler handler) {
  disk_->async_move_storage(storage, std::move(path), flags, fenced(storage, std::move(handler)));
}

void GuardedDisk::async_release_files(lt::storage_index_t storage, std::function<void()> handler) {
  disk_->async_release_files(storage, fenced(storage, std::move(handler)));
}

void GuardedDisk::async_check_files(
    lt::storage_index_t storage, lt::add_torrent_params const* resume_data,
    lt::aux::vector<std::string, lt::file_index_t> links,
    std::function<void(lt::status_t, lt::storage_error const&)> handler) {
  disk_->async_check_files(storage, resume_data, std::move(links),
                           fenced(storage, std::move(handler)));
}

void GuardedDisk::async_stop_torrent(lt::storage_index_t storage, std::function<void()> handler) {
  disk_->async_stop_torrent(storage, fenced(storage, std::move(handler)));
}

void GuardedDisk::async_rename_file(
    lt::storage_index_t storage, lt::file_index_t index, std::string name,
    std::function<void(std::string const&, lt::file_index_t, lt::storage_error const&)> handler) {
  disk_->async_rename_file(storage, index, std::move(name), fenced(storage, std::move(handler)));
}

void GuardedDisk::async_delete_files(lt::storage_index_t storage, lt::remove_flags_t options,
                                     std::function<void(lt::storage_error const&)> handler) {
  disk_->async_delete_files(storage, options, fenced(storage, std::move(handler)));
}

void GuardedDisk::async_set_file_priority(
    lt::storage_index_t storage, Priorities priorities,
    std::function<void(lt::storage_error const&, Priorities)> handler) {
  disk_->async_set_file_priority(storage, std::move(priorities),
                                 fenced(storage, std::move(handler)));
}

void GuardedDisk::async_clear_piece(lt::storage_index_t storage, lt::piece_index_t piece,
                                    std::function<void(lt::piece_index_t)> handler) {
  disk_->async_clear_piece(storage, piece, fenced(storage, std::move(handler)));
}

}  // namespace binding
