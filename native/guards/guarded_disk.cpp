#include "guards/guarded_disk.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <boost/asio/error.hpp>

#include <libtorrent/disk_buffer_holder.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent.hpp>

namespace binding {
namespace {

lt::storage_error const cancelled(boost::asio::error::operation_aborted);

// Returns the error of the first file of the request that has a replaced page.
lt::storage_error unreadable(FenceQueue const& storage, lt::peer_request const& request,
                             std::uint64_t replaced_before) {
  if (replaced_pages() == replaced_before) return {};
  lt::file_storage const& files = storage.files();
  for (auto const& slice : files.map_block(request.piece, request.start, request.length)) {
    auto const path = files.file_path(slice.file_index, storage.save_path());
    if (files.pad_file_at(slice.file_index) || !has_replaced_page(path, replaced_before)) continue;
    lt::error_code const error(boost::system::errc::io_error, boost::system::generic_category());
    return {error, slice.file_index, lt::operation_t::file_read};
  }
  return {};
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

GuardedDisk* GuardedDisk::of(lt::torrent* torrent) {
  return torrent ? dynamic_cast<GuardedDisk*>(&torrent->session().disk_thread()) : nullptr;
}

bool GuardedDisk::has_fenced_jobs(lt::torrent_handle const& handle) {
  auto const torrent = handle.native_handle();
  auto const* const disk = of(torrent.get());
  if (disk == nullptr || !torrent->has_storage()) return false;
  return disk->storages_[place(torrent->storage())]->jobs->has_jobs();
}

void GuardedDisk::rename_file(lt::torrent_handle const& torrent, lt::file_index_t file,
                              std::string const& name, bool overwrites) {
  auto* const disk = of(torrent.native_handle().get());
  if (disk == nullptr) return torrent.rename_file(file, name);
  // On the network thread, libtorrent calls async_rename_file() before this call returns.
  struct Reset {
    bool& flag;
    ~Reset() { flag = false; }
  } const reset{disk->overwrites_ = overwrites};
  torrent.rename_file(file, name);
}

lt::storage_holder GuardedDisk::new_torrent(lt::storage_params const& params,
                                            std::shared_ptr<void> const& torrent) {
  lt::storage_holder of_disk = disk_->new_torrent(params, torrent);
  lt::storage_index_t const index(static_cast<std::uint32_t>(lt::storage_index_t(of_disk)) + 1);
  if (storages_.size() <= place(index)) storages_.resize(place(index) + 1);
  auto jobs = std::make_shared<FenceQueue>(session_, index, params);
  storages_[place(index)] = std::make_shared<Storage>(
      std::move(of_disk), std::static_pointer_cast<lt::torrent>(torrent), std::move(jobs));
  return {index, *this};
}

bool GuardedDisk::Storage::has_picker() const {
  auto const of = torrent.lock();
  return of != nullptr && of->has_picker();
}

void GuardedDisk::remove_torrent(lt::storage_index_t storage) {
  storages_[place(storage)]->jobs->stop();
  session_.places.remove(storage);
  auto const removed = std::exchange(storages_[place(storage)], nullptr);
  cancel_waiting(*removed);
  removed->of_disk.reset();
}

lt::storage_error GuardedDisk::no_storage() {
  return lt::storage_error(
      {boost::system::errc::bad_file_descriptor, boost::system::generic_category()});
}

lt::storage_error GuardedDisk::claim(lt::storage_index_t storage) {
  if (!exists(storage)) return no_storage();
  return storages_[place(storage)]->jobs->claim();
}

bool GuardedDisk::async_write(lt::storage_index_t storage, lt::peer_request const& request,
                              char const* bytes, std::shared_ptr<lt::disk_observer> observer,
                              std::function<void(lt::storage_error const&)> handler,
                              lt::disk_job_flags_t flags) {
  if (auto const error = claim(storage)) {
    post([error, handler = std::move(handler)] { handler(error); });
    return false;
  }
  return disk_->async_write(in_disk(storage), request, bytes, std::move(observer),
                            std::move(handler), flags);
}

void GuardedDisk::async_read(lt::storage_index_t storage, lt::peer_request const& request,
                             ReadHandler handler, lt::disk_job_flags_t flags) {
  if (auto const error = claim(storage)) {
    return post([error, handler = std::move(handler)] { handler({}, error); });
  }
  auto const start = [this, storage, request, flags](ReadHandler handler) {
    read(storage, {request, std::move(handler), flags});
  };
  read_mapped(storage, request, start, std::move(handler));
}

void GuardedDisk::read(lt::storage_index_t storage, Read read) {
  if (aborted_) {
    cancel(std::move(read.handler));
  } else if (auto& of = *storages_[place(storage)]; of.jobs->has_fence()) {
    of.waiting.push_back(std::move(read));
  } else {
    disk_->async_read(in_disk(storage), read.request, std::move(read.handler), read.flags);
  }
}

void GuardedDisk::async_hash(lt::storage_index_t storage, lt::piece_index_t piece,
                             lt::span<lt::sha256_hash> v2, lt::disk_job_flags_t flags,
                             HashHandler<lt::sha1_hash> handler) {
  if (auto const error = claim(storage)) {
    return post([=, handler = std::move(handler)] { handler(piece, {}, error); });
  }
  auto const start = [this, storage, piece, v2, flags](HashHandler<lt::sha1_hash> handler) {
    disk_->async_hash(in_disk(storage), piece, v2, flags, std::move(handler));
  };
  auto const& of = storages_[place(storage)];
  auto const number = ++of->last_hash;
  of->hashes[static_cast<int>(piece)] = number;
  bool const is_check = bool(flags & lt::disk_interface::sequential_access);
  bool const needs_picker = !is_check && of->has_picker();
  HashHandler<lt::sha1_hash> answer = [of, piece, number, needs_picker,
                                       handler = std::move(handler)](auto&&... results) {
    auto const newest = of->hashes.find(static_cast<int>(piece));
    if (newest == of->hashes.end() || newest->second != number) return;
    of->hashes.erase(newest);
    if (needs_picker && !of->has_picker()) return;
    handler(std::forward<decltype(results)>(results)...);
  };
  read_mapped(storage, {piece, 0, of->jobs->files().piece_size(piece)}, start, std::move(answer));
}

void GuardedDisk::async_hash2(lt::storage_index_t storage, lt::piece_index_t piece, int offset,
                              lt::disk_job_flags_t flags, HashHandler<lt::sha256_hash> handler) {
  if (auto const error = claim(storage)) {
    return post([=, handler = std::move(handler)] { handler(piece, {}, error); });
  }
  auto const start = [this, storage, piece, offset, flags](HashHandler<lt::sha256_hash> handler) {
    disk_->async_hash2(in_disk(storage), piece, offset, flags, std::move(handler));
  };
  int const size = storages_[place(storage)]->jobs->files().piece_size2(piece);
  int const length = std::min(lt::default_block_size, size - offset);
  read_mapped(storage, {piece, offset, length}, start, std::move(handler));
}

// Calls `start`, which hands the job to the disk with the handler that it receives. Handlers are
// moved and never copied: the handler of a v2 hash owns the memory that the hashes are written to.
// The number of replaced pages is that at the start: libtorrent may call the handler of a later job
// that unmaps the files before the handler of this one.
template <class Handler, class Start>
void GuardedDisk::read_mapped(lt::storage_index_t storage, lt::peer_request const& request,
                              Start start, Handler handler, int retries) {
  auto const& of = storages_[place(storage)];
  ++under_way_;
  start([this, storage, request, start, retries, of, replaced_before = of->replaced_before,
         read = MappedRead{}, handler = std::move(handler)](auto&&... results) mutable {
    EndOfJob const end(*this);
    lt::storage_error const& of_library = std::get<sizeof...(results) - 1>(std::tie(results...));
    if (of_library) return handler(std::forward<decltype(results)>(results)...);
    auto const error = unreadable(*of->jobs, request, replaced_before);
    if (!error) return handler(std::forward<decltype(results)>(results)...);
    if (!uses(storage, of)) return fail(handler, request.piece, cancelled);
    async_release_files(
        storage, [this, storage, request, start, retries, of, error, replaced = replaced_pages(),
                  handler = std::move(handler)]() mutable {
          of->replaced_before = std::max(of->replaced_before, replaced);
          if (!uses(storage, of)) return fail(handler, request.piece, cancelled);
          if (retries == 0) return fail(handler, request.piece, error);
          read_mapped(storage, request, start, std::move(handler), retries - 1);
          disk_->submit_jobs();
        });
    disk_->submit_jobs();
  });
}

// One read at a time: the disk answers at once from its write buffer, and the handler may raise
// another fence or remove the torrent.
void GuardedDisk::start_waiting_reads(Storage& storage) {
  if (storage.waiting.empty()) return;
  while (!storage.jobs->has_fence() && !storage.waiting.empty()) {
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
  post([handler = std::move(handler)] { handler({}, cancelled); });
}

void GuardedDisk::abort(bool wait) {
  bool const is_again = std::exchange(aborted_, true);
  for (auto const& storage : storages_) {
    if (!storage) continue;
    storage->jobs->stop();
    cancel_waiting(*storage);
  }
  // libtorrent calls again when the network thread has ended, and no handler is called any more.
  if (is_again || wait || under_way_ == 0) return disk_->abort(wait);
  disk_->submit_jobs();
}

void GuardedDisk::end_job() {
  --under_way_;
  if (aborted_ && under_way_ == 0) disk_->abort(false);
}

}  // namespace binding
