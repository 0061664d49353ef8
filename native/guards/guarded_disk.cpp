#include "guards/guarded_disk.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <libtorrent/disk_buffer_holder.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent.hpp>

namespace binding {
namespace {

lt::storage_error const cancelled(boost::asio::error::operation_aborted);
lt::storage_error const no_storage({boost::system::errc::bad_file_descriptor,
                                    boost::system::generic_category()});

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
  storages_[place(index)] = std::make_shared<Storage>(std::move(of_disk), std::move(jobs));
  return {index, *this};
}

void GuardedDisk::remove_torrent(lt::storage_index_t storage) {
  storages_[place(storage)]->jobs->stop();
  session_.places.remove(storage);
  auto const removed = std::exchange(storages_[place(storage)], nullptr);
  cancel_waiting(*removed);
  removed->of_disk.reset();
}

// Calls a handler as libtorrent does: in a later task, and not when there is none.
template <class Handler>
void GuardedDisk::post(Handler handler) {
  if constexpr (std::is_constructible_v<bool, Handler>) {
    if (!handler) return;
  }
  boost::asio::post(context_, std::move(handler));
}

lt::storage_error GuardedDisk::claim(lt::storage_index_t storage) {
  if (!exists(storage)) return no_storage;
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
  int const size = storages_[place(storage)]->jobs->files().piece_size(piece);
  read_mapped(storage, {piece, 0, size}, start, std::move(handler));
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

// Returns `handler` with the end of the fence that its job raises now. libtorrent calls it on the
// network thread when the job has ended, after a failure too.
template <class Handler>
auto GuardedDisk::fenced(lt::storage_index_t storage, Handler handler) {
  auto const& fenced = storages_[place(storage)];
  fenced->jobs->raise_fence();
  ++under_way_;
  return [this, fenced, handler = std::move(handler)](auto&&... results) {
    EndOfJob const end(*this);
    fenced->jobs->lower_fence();
    start_waiting_reads(*fenced);
    if (handler) handler(std::forward<decltype(results)>(results)...);
    fenced->jobs->start_next();
  };
}

void GuardedDisk::start(lt::storage_index_t storage, std::function<void()> job) {
  storages_[place(storage)]->jobs->start(std::move(job));
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

void GuardedDisk::async_move_storage(lt::storage_index_t storage, std::string path,
                                     lt::move_flags_t flags, MoveHandler handler) {
  if (!exists(storage)) {
    return post([path = std::move(path), handler = std::move(handler)] {
      handler(lt::status_t::fatal_disk_error, path, no_storage);
    });
  }
  auto const& of = storages_[place(storage)];
  auto const& jobs = of->jobs;
  MoveHandler moved = [this, storage, of, handler = std::move(handler)](
                          lt::status_t status, std::string const& to,
                          lt::storage_error const& error) {
    bool const needs_check = status == lt::status_t::need_full_check;
    if (status == lt::status_t::no_error || needs_check) of->jobs->moved(to);
    // The library would check a torrent that was removed meanwhile, with a storage that is gone.
    handler(needs_check && !uses(storage, of) ? lt::status_t::no_error : status, to, error);
  };
  jobs->start([this, storage, jobs, path = std::move(path), flags, moved = std::move(moved)] {
    if (auto const error = jobs->collision(path)) {
      boost::asio::post(
          context_, [path, error, moved] { moved(lt::status_t::fatal_disk_error, path, error); });
      return;
    }
    disk_->async_move_storage(in_disk(storage), path, flags, fenced(storage, moved));
  });
}

void GuardedDisk::async_release_files(lt::storage_index_t storage, std::function<void()> handler) {
  if (!exists(storage)) return post(std::move(handler));
  start(storage, [this, storage, handler = std::move(handler)]() mutable {
    disk_->async_release_files(in_disk(storage), fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_check_files(
    lt::storage_index_t storage, lt::add_torrent_params const* resume_data,
    lt::aux::vector<std::string, lt::file_index_t> links,
    std::function<void(lt::status_t, lt::storage_error const&)> handler) {
  if (!exists(storage)) {
    return post(
        [handler = std::move(handler)] { handler(lt::status_t::fatal_disk_error, no_storage); });
  }
  start(storage, [this, storage, resume_data, links = std::move(links),
                  handler = std::move(handler)]() mutable {
    auto& jobs = *storages_[place(storage)]->jobs;
    if (auto const error = jobs.collision(jobs.save_path())) {
      boost::asio::post(context_,
                        [error, handler] { handler(lt::status_t::fatal_disk_error, error); });
      return;
    }
    jobs.claim_files();
    disk_->async_check_files(in_disk(storage), resume_data, std::move(links),
                             fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_stop_torrent(lt::storage_index_t storage, std::function<void()> handler) {
  if (!exists(storage)) return post(std::move(handler));
  start(storage, [this, storage, handler = std::move(handler)]() mutable {
    disk_->async_stop_torrent(in_disk(storage), fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_rename_file(lt::storage_index_t storage, lt::file_index_t index,
                                    std::string name, RenameHandler handler) {
  if (!exists(storage)) {
    return post([index, name = std::move(name), handler = std::move(handler)] {
      handler(name, index, no_storage);
    });
  }
  auto const& jobs = storages_[place(storage)]->jobs;
  auto start = [this, storage, jobs, index, name, handler] {
    RenameHandler renamed = [jobs, handler](std::string const& new_name, lt::file_index_t file,
                                            lt::storage_error const& error) {
      if (!error) jobs->renamed(new_name);
      handler(new_name, file, error);
    };
    disk_->async_rename_file(in_disk(storage), index, name, fenced(storage, std::move(renamed)));
  };
  auto refuse = [this, index, name, handler](lt::error_code const& error) {
    lt::storage_error const failure(error, index, lt::operation_t::file_rename);
    boost::asio::post(context_, [index, name, handler, failure] { handler(name, index, failure); });
  };
  jobs->start(
      FenceQueue::Rename{index, std::move(name), overwrites_, std::move(start), std::move(refuse)});
}

void GuardedDisk::async_delete_files(lt::storage_index_t storage, lt::remove_flags_t options,
                                     std::function<void(lt::storage_error const&)> handler) {
  if (!exists(storage)) return post([handler = std::move(handler)] { handler(no_storage); });
  start(storage, [this, storage, options, handler = std::move(handler)]() mutable {
    disk_->async_delete_files(in_disk(storage), options, fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_set_file_priority(
    lt::storage_index_t storage, Priorities priorities,
    std::function<void(lt::storage_error const&, Priorities)> handler) {
  if (!exists(storage)) {
    return post([priorities = std::move(priorities), handler = std::move(handler)] {
      handler(no_storage, priorities);
    });
  }
  start(storage, [this, storage, priorities = std::move(priorities),
                  handler = std::move(handler)]() mutable {
    disk_->async_set_file_priority(in_disk(storage), std::move(priorities),
                                   fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_clear_piece(lt::storage_index_t storage, lt::piece_index_t piece,
                                    std::function<void(lt::piece_index_t)> handler) {
  if (!exists(storage)) return post([piece, handler = std::move(handler)] { handler(piece); });
  start(storage, [this, storage, piece, handler = std::move(handler)]() mutable {
    disk_->async_clear_piece(in_disk(storage), piece, fenced(storage, std::move(handler)));
  });
}

}  // namespace binding
