// The disk jobs that raise a fence.
#include "guards/guarded_disk.h"

#include <utility>

namespace binding {

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

void GuardedDisk::async_move_storage(lt::storage_index_t storage, std::string path,
                                     lt::move_flags_t flags, MoveHandler handler) {
  if (!exists(storage)) {
    return post([path = std::move(path), handler = std::move(handler)] {
      handler(lt::status_t::fatal_disk_error, path, no_storage());
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
        [handler = std::move(handler)] { handler(lt::status_t::fatal_disk_error, no_storage()); });
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
      handler(name, index, no_storage());
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
  if (!exists(storage)) return post([handler = std::move(handler)] { handler(no_storage()); });
  start(storage, [this, storage, options, handler = std::move(handler)]() mutable {
    disk_->async_delete_files(in_disk(storage), options, fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_set_file_priority(
    lt::storage_index_t storage, Priorities priorities,
    std::function<void(lt::storage_error const&, Priorities)> handler) {
  if (!exists(storage)) {
    return post([priorities = std::move(priorities), handler = std::move(handler)] {
      handler(no_storage(), priorities);
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
