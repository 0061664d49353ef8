#include "guards/guarded_disk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <libtorrent/disk_buffer_holder.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/file_storage.hpp>

#include "node/fault_signals.h"

namespace binding {
namespace {

thread_local bool renames_replace = false;

// As libtorrent compares names: without regard to the case of ASCII letters, on every file system.
bool same_name(lt::string_view a, lt::string_view b) {
  auto const lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char left, char right) { return lower(left) == lower(right); });
}

// Whether another file of the torrent has the name, on the disk or not yet.
bool is_taken_by_another(lt::file_storage const& files, std::string const& save_path,
                         lt::file_index_t file, std::filesystem::path const& target) {
  std::string const name = target.filename().u8string();
  for (auto const other : files.file_range()) {
    if (other == file || files.pad_file_at(other)) continue;
    bool const is_elsewhere = files.file_absolute_path(other);  // its name is the whole path
    if (!is_elsewhere && !same_name(files.file_name(other), name)) continue;
    auto const path = place_of(save_path, files.file_path(other));
    if (same_name(path.u8string(), target.u8string())) return true;
  }
  return false;
}

// A new name that leads to the same file, as in another case, is not taken.
bool is_taken_on_disk(std::filesystem::path const& source, std::filesystem::path const& target) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(target, error))) return false;
  return !std::filesystem::equivalent(source, target, error);
}

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

ReplacingRename::ReplacingRename(bool replaces) { renames_replace = replaces; }
ReplacingRename::~ReplacingRename() { renames_replace = false; }

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
  auto const& files = params.mapped_files == nullptr ? params.files : *params.mapped_files;
  places_.add(index, files, params.path, params.mapped_files != nullptr);
  storages_[place(index)] = std::make_shared<Storage>(std::move(of_disk), files, params.path);
  return {index, *this};
}

void GuardedDisk::remove_torrent(lt::storage_index_t storage) {
  stop_looking(*storages_[place(storage)]);
  places_.remove(storage);
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
    start_next(*fenced);
  };
}

// Starts a job that raises a fence: now, or behind the renames that were requested before.
void GuardedDisk::start(lt::storage_index_t storage, std::function<void()> job) {
  auto const& kept = storages_[place(storage)];
  if (!kept->looking && kept->behind.empty()) {
    job();
  } else {
    in_order(storage, {std::nullopt, std::move(job)});
  }
}

void GuardedDisk::in_order(lt::storage_index_t storage, Fencing job) {
  auto const kept = storages_[place(storage)];  // what starts may remove the torrent
  kept->behind.push_back(std::move(job));
  start_next(*kept);
}

// A rename looks at what the jobs before it have left on the disk.
void GuardedDisk::start_next(Storage& storage) {
  if (storage.behind.empty()) return;
  while (!storage.looking && !storage.behind.empty()) {
    bool const is_rename = storage.behind.front().rename.has_value();
    if (is_rename && storage.fences > 0) break;
    Fencing job = std::move(storage.behind.front());
    storage.behind.pop_front();
    if (is_rename) {
      look(storage, std::move(*job.rename));
    } else {
      job.start();
    }
  }
  disk_->submit_jobs();
}

void GuardedDisk::look(Storage& storage, Rename rename) {
  auto const target = place_of(storage.save_path, rename.name);
  if (is_taken_by_another(storage.files, storage.save_path, rename.file, target)) {
    refuse(std::move(rename), make_error_code(boost::system::errc::file_exists));
    return;
  }
  if (!rename.replaces && places_.is_taken(storage.of_disk, target)) {
    refuse(std::move(rename), make_error_code(boost::system::errc::file_exists));
    return;
  }
  if (rename.replaces) {
    this->rename(storage.of_disk, std::move(rename));
    return;
  }
  auto const source = place_of(storage.save_path, storage.files.file_path(rename.file));
  storage.looking = std::move(rename);
  if (!looker_) looker_.emplace(1);
  boost::asio::post(*looker_, [this, source, target, index = lt::storage_index_t(storage.of_disk),
                               look = ++storage.looks] {
    bool const is_taken = is_taken_on_disk(source, target);
    boost::asio::post(context_, [this, index, look, is_taken] {
      auto const kept = storages_[place(index)];
      if (kept && kept->looking && kept->looks == look) end_look(*kept, is_taken);
    });
  });
}

void GuardedDisk::end_look(Storage& storage, bool is_taken) {
  Rename rename = std::move(*storage.looking);
  storage.looking.reset();
  if (is_taken) {
    refuse(std::move(rename), make_error_code(boost::system::errc::file_exists));
  } else {
    this->rename(storage.of_disk, std::move(rename));
    disk_->submit_jobs();
  }
  start_next(storage);
}

void GuardedDisk::rename(lt::storage_index_t storage, Rename rename) {
  RenameHandler renamed =
      [this, kept = storages_[place(storage)], storage, handler = std::move(rename.handler)](
          std::string const& name, lt::file_index_t file, lt::storage_error const& error) {
        if (!error && storages_[place(storage)] == kept) places_.renamed(storage, name);
        handler(name, file, error);
      };
  disk_->async_rename_file(storage, rename.file, std::move(rename.name),
                           fenced(storage, std::move(renamed)));
}

// Where another torrent has a file of the same path and another content; else no error.
lt::storage_error GuardedDisk::collision(lt::storage_index_t storage,
                                         std::string const& save_path) {
  auto const file = places_.collision(storage, save_path);
  if (!file) return {};
  return {lt::errors::file_collision, *file, lt::operation_t::check_resume};
}

void GuardedDisk::refuse(Rename rename, lt::error_code const& error) {
  boost::asio::post(context_, [rename = std::move(rename), error] {
    rename.handler(rename.name, rename.file,
                   lt::storage_error(error, rename.file, lt::operation_t::file_rename));
  });
}

// The session or the torrent ends: no rename begins any more, and nothing waits behind one.
void GuardedDisk::stop_looking(Storage& storage) {
  if (storage.looking) storage.behind.push_front({std::exchange(storage.looking, {}), {}});
  for (auto& job : std::exchange(storage.behind, {})) {
    if (job.rename) {
      refuse(std::move(*job.rename), boost::asio::error::operation_aborted);
    } else {
      job.start();
    }
  }
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
    if (!storage) continue;
    stop_looking(*storage);
    cancel_waiting(*storage);
  }
  disk_->abort(wait);
}

void GuardedDisk::async_move_storage(lt::storage_index_t storage, std::string path,
                                     lt::move_flags_t flags, MoveHandler handler) {
  MoveHandler moved = [this, kept = storages_[place(storage)], storage,
                       handler = std::move(handler)](lt::status_t status, std::string const& to,
                                                     lt::storage_error const& error) {
    bool const has_moved =
        status == lt::status_t::no_error || status == lt::status_t::need_full_check;
    if (has_moved && storages_[place(storage)] == kept) {
      kept->save_path = to;
      places_.moved(storage, to);
    }
    handler(status, to, error);
  };
  start(storage,
        [this, storage, path = std::move(path), flags, moved = std::move(moved)]() mutable {
          if (auto const error = collision(storage, path)) {
            boost::asio::post(context_, [path, error, moved] {
              moved(lt::status_t::fatal_disk_error, path, error);
            });
            return;
          }
          disk_->async_move_storage(storage, path, flags, fenced(storage, std::move(moved)));
        });
}

void GuardedDisk::async_release_files(lt::storage_index_t storage, std::function<void()> handler) {
  start(storage, [this, storage, handler = std::move(handler)]() mutable {
    disk_->async_release_files(storage, fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_check_files(
    lt::storage_index_t storage, lt::add_torrent_params const* resume_data,
    lt::aux::vector<std::string, lt::file_index_t> links,
    std::function<void(lt::status_t, lt::storage_error const&)> handler) {
  start(storage, [this, storage, resume_data, links = std::move(links),
                  handler = std::move(handler)]() mutable {
    if (auto const error = collision(storage, storages_[place(storage)]->save_path)) {
      boost::asio::post(context_,
                        [error, handler] { handler(lt::status_t::fatal_disk_error, error); });
      return;
    }
    places_.accept(storage);
    disk_->async_check_files(storage, resume_data, std::move(links),
                             fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_stop_torrent(lt::storage_index_t storage, std::function<void()> handler) {
  start(storage, [this, storage, handler = std::move(handler)]() mutable {
    disk_->async_stop_torrent(storage, fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_rename_file(lt::storage_index_t storage, lt::file_index_t index,
                                    std::string name, RenameHandler handler) {
  Rename rename{index, std::move(name), std::move(handler), renames_replace};
  if (aborted_) {
    this->rename(storage, std::move(rename));
  } else {
    in_order(storage, {std::move(rename), {}});
  }
}

void GuardedDisk::async_delete_files(lt::storage_index_t storage, lt::remove_flags_t options,
                                     std::function<void(lt::storage_error const&)> handler) {
  start(storage, [this, storage, options, handler = std::move(handler)]() mutable {
    disk_->async_delete_files(storage, options, fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_set_file_priority(
    lt::storage_index_t storage, Priorities priorities,
    std::function<void(lt::storage_error const&, Priorities)> handler) {
  start(storage, [this, storage, priorities = std::move(priorities),
                  handler = std::move(handler)]() mutable {
    disk_->async_set_file_priority(storage, std::move(priorities),
                                   fenced(storage, std::move(handler)));
  });
}

void GuardedDisk::async_clear_piece(lt::storage_index_t storage, lt::piece_index_t piece,
                                    std::function<void(lt::piece_index_t)> handler) {
  start(storage, [this, storage, piece, handler = std::move(handler)]() mutable {
    disk_->async_clear_piece(storage, piece, fenced(storage, std::move(handler)));
  });
}

}  // namespace binding
