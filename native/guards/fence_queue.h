// The order of a storage's jobs that raise a fence: check, move, rename, stop and others.
//
// A fence makes the later jobs of its storage wait until the earlier ones have ended.
//
// 1. Problem: libtorrent queues the next job when a job has ended, and only then the handler of
// that
//    job. Another thread may run the next job meanwhile, so that its handler is called first. Then
//    a program that waits for a flush misses a change of priorities that came before it. Rule: a
//    job starts when the handlers of all jobs before it were called.
// 2. Problem: libtorrent renames a file to a name that is taken, and the file that had the name is
//    lost.
//    Rule: a rename starts only when no file has its new name. A thread of its own looks at the
//    disk, because a slow disk must not block the network thread.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/thread_pool.hpp>

#include <libtorrent/disk_interface.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/io_context.hpp>
#include <libtorrent/storage_defs.hpp>

#include "guards/file_places.h"

namespace binding {

namespace lt = libtorrent;

// State that the storages of one session share. Network thread.
struct StorageSession {
  StorageSession(lt::disk_interface& submit_to, lt::io_context& network)
      : disk(submit_to), context(network) {}
  lt::disk_interface& disk;
  lt::io_context& context;
  FilePlaces places;
  std::optional<boost::asio::thread_pool> lookups;  // one thread, from the first rename on
};

// The jobs of one storage. Network thread only.
class FenceQueue final : public std::enable_shared_from_this<FenceQueue> {
 public:
  struct Rename {
    lt::file_index_t file;
    std::string name;
    bool overwrites;
    std::function<void()> start;
    std::function<void(lt::error_code const&)> refuse;
  };

  // `session` outlives the queue, and `params.files` does so, too.
  FenceQueue(StorageSession& session, lt::storage_index_t storage,
             lt::storage_params const& params);

  // Starts the job when those before it have ended.
  void start(std::function<void()> job);
  // Starts the rename when the jobs before it have ended and its new name is free.
  void start(Rename rename);

  // The torrent or the session ends: refuses waiting renames, and starts the other jobs.
  void stop();

  void raise_fence() { ++fences_; }
  void lower_fence() { --fences_; }
  bool has_fence() const { return fences_ > 0; }
  // Whether a job has not started, or the handler of a job that raised a fence was not called.
  bool has_jobs() const { return has_fence() || looking_up_ || !waiting_.empty(); }
  // Starts the next jobs, after a job or a fence has ended.
  void start_next();

  lt::file_storage const& files() const { return files_; }
  std::string const& save_path() const { return save_path_; }
  // The error of a check or move to `save_path` where another torrent has a file of the same path
  // and another content. No error otherwise.
  lt::storage_error collision(std::string const& save_path) const;
  // From here on, other torrents collide with the files of this one.
  void claim_files();
  // The same, unless this torrent collides. Returns the error then.
  lt::storage_error claim();
  void moved(std::string const& save_path);
  void renamed(std::string const& name);

 private:
  // A rename, or the start of another job.
  struct Job {
    std::optional<Rename> rename;
    std::function<void()> start;
  };
  void append(Job job);
  void look_up(Rename rename);
  void end_lookup(bool is_taken);

  StorageSession& session_;
  lt::storage_index_t const storage_;
  lt::file_storage const& files_;  // with the current names
  std::string save_path_;
  int fences_ = 0;
  bool stopped_ = false;
  bool claimed_ = false;
  std::optional<Rename> looking_up_;
  std::deque<Job> waiting_;
};

}  // namespace binding
