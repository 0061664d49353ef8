// libtorrent's disk back end, guarded against faults that end the process.
//
// 1. Problem: some disk jobs (move, rename, check, stop ...) raise a fence on their storage, and
//    later jobs wait for it. When a session ends while a read waits, libtorrent 2.0 cancels the
//    read and takes from it a buffer that was never allocated. The network thread ends the process
//    with an uncaught boost::bad_get.
//    Rule: no read waits inside of libtorrent. It waits here until the storage has no fence, and is
//    cancelled here.
// 2. Problem: libtorrent 2.0 hashes blocks of v2 torrents in mapped files outside of its protection
//    against SIGBUS.
//    Rule: every job that reads files is a MappedRead (node/fault_signals.h). When one of its files
//    has a replaced page, the files are unmapped and the job is repeated: another job may have met
//    the page before there was room on the disk. The third failure is a disk error.
// 3. Problem: libtorrent aborts the disk while files are hashed. A hashing thread that releases the
//    job behind the hashes in the moment in which the other threads end leaves that job behind. Its
//    handler is destroyed with the disk, and reads the freed list of storages.
//    Rule: the disk is aborted when the handlers of all jobs that raise a fence or read files were
//    called.
// 4. Problem: libtorrent checks a torrent again when a move found files in its way, also when the
//    torrent was removed meanwhile. The check uses a storage that is gone, or that of another
//    torrent.
//    Rule: no check follows the move of a torrent that was removed.
// 5. Problem: libtorrent makes no storage for metadata that it refuses, such as pieces of 512 MiB.
//    Jobs of that torrent have index 0, which is none or the storage of another torrent.
//    Rule: storages are numbered from 1. A job of a storage that does not exist fails.
// 6. Problem: a torrent with no_verify_files is not checked, and so not for files that another
//    torrent has with another content.
//    Rule: the first job that reads or writes claims the files, unless a check did.
// 7. Problem: when the hash of a downloaded piece ends, libtorrent uses the piece picker before it
//    looks whether there is one. It deletes the picker when all pieces are there. Seen on a full
//    disk; by its source, a piece whose write failed is downloaded and hashed again while its first
//    hash is under way.
//    Rule: of two hashes of a piece only the newer is answered, and none whose picker is gone.
//
// guards/fence_queue.h keeps the jobs that raise a fence in order.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/asio/post.hpp>

#include <libtorrent/disk_interface.hpp>
#include <libtorrent/io_context.hpp>
#include <libtorrent/peer_request.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/torrent_handle.hpp>

#include "guards/fence_queue.h"
#include "node/fault_signals.h"

namespace binding {

namespace lt = libtorrent;

// A constructor of the disk back end that `make_disk_io` makes, guarded.
lt::disk_io_constructor_type guarded(lt::disk_io_constructor_type make_disk_io);

// Network thread only, as every disk_interface.
class GuardedDisk final : public lt::disk_interface {
 public:
  GuardedDisk(std::unique_ptr<lt::disk_interface> disk, lt::io_context& context)
      : disk_(std::move(disk)), context_(context), session_(*disk_, context) {}

  // Renames a file as torrent_handle::rename_file() does. `overwrites`: a file on the disk that has
  // the new name is replaced, and the rename is not refused.
  static void rename_file(lt::torrent_handle const& torrent, lt::file_index_t file,
                          std::string const& name, bool overwrites);

  // Whether disk jobs of the torrent that raise a fence wait or are under way.
  static bool has_fenced_jobs(lt::torrent_handle const& torrent);

  lt::storage_holder new_torrent(lt::storage_params const& params,
                                 std::shared_ptr<void> const& torrent) override;
  void remove_torrent(lt::storage_index_t storage) override;

  // ---- guarded

  using ReadHandler = std::function<void(lt::disk_buffer_holder, lt::storage_error const&)>;
  void async_read(lt::storage_index_t storage, lt::peer_request const& request, ReadHandler handler,
                  lt::disk_job_flags_t flags) override;
  template <class Hash>
  using HashHandler = std::function<void(lt::piece_index_t, Hash const&, lt::storage_error const&)>;
  void async_hash(lt::storage_index_t storage, lt::piece_index_t piece,
                  lt::span<lt::sha256_hash> v2, lt::disk_job_flags_t flags,
                  HashHandler<lt::sha1_hash> handler) override;
  void async_hash2(lt::storage_index_t storage, lt::piece_index_t piece, int offset,
                   lt::disk_job_flags_t flags, HashHandler<lt::sha256_hash> handler) override;

  // ---- jobs that raise a fence

  using MoveHandler =
      std::function<void(lt::status_t, std::string const&, lt::storage_error const&)>;
  void async_move_storage(lt::storage_index_t storage, std::string path, lt::move_flags_t flags,
                          MoveHandler handler) override;
  void async_release_files(lt::storage_index_t storage, std::function<void()> handler) override;
  void async_check_files(
      lt::storage_index_t storage, lt::add_torrent_params const* resume_data,
      lt::aux::vector<std::string, lt::file_index_t> links,
      std::function<void(lt::status_t, lt::storage_error const&)> handler) override;
  void async_stop_torrent(lt::storage_index_t storage, std::function<void()> handler) override;
  using RenameHandler =
      std::function<void(std::string const&, lt::file_index_t, lt::storage_error const&)>;
  void async_rename_file(lt::storage_index_t storage, lt::file_index_t index, std::string name,
                         RenameHandler handler) override;
  void async_delete_files(lt::storage_index_t storage, lt::remove_flags_t options,
                          std::function<void(lt::storage_error const&)> handler) override;
  using Priorities = lt::aux::vector<lt::download_priority_t, lt::file_index_t>;
  void async_set_file_priority(
      lt::storage_index_t storage, Priorities priorities,
      std::function<void(lt::storage_error const&, Priorities)> handler) override;
  void async_clear_piece(lt::storage_index_t storage, lt::piece_index_t piece,
                         std::function<void(lt::piece_index_t)> handler) override;

  // ---- claimed

  bool async_write(lt::storage_index_t storage, lt::peer_request const& request, char const* bytes,
                   std::shared_ptr<lt::disk_observer> observer,
                   std::function<void(lt::storage_error const&)> handler,
                   lt::disk_job_flags_t flags) override;

  // ---- passed on

  void update_stats_counters(lt::counters& counters) const override {
    disk_->update_stats_counters(counters);
  }
  std::vector<lt::open_file_state> get_status(lt::storage_index_t storage) const override {
    if (!exists(storage)) return {};
    return disk_->get_status(in_disk(storage));
  }
  void abort(bool wait) override;
  void submit_jobs() override { disk_->submit_jobs(); }
  void settings_updated() override { disk_->settings_updated(); }

 private:
  struct Read {
    lt::peer_request request;
    ReadHandler handler;
    lt::disk_job_flags_t flags;
  };
  struct Storage {
    Storage(lt::storage_holder in_disk, std::weak_ptr<lt::torrent> of,
            std::shared_ptr<FenceQueue> queue)
        : of_disk(std::move(in_disk)), torrent(std::move(of)), jobs(std::move(queue)) {}
    bool has_picker() const;
    lt::storage_holder of_disk;
    std::weak_ptr<lt::torrent> const torrent;
    std::shared_ptr<FenceQueue> const jobs;
    std::deque<Read> waiting;  // until the storage has no fence
    // Piece -> number of the newest hash that is under way.
    std::unordered_map<int, std::uint64_t> hashes;
    std::uint64_t last_hash = 0;
    // The number of pages that were replaced before the files were last unmapped.
    std::uint64_t replaced_before = replaced_pages();
  };

  // The disk of the torrent's session, or nullptr when that disk is not guarded.
  static GuardedDisk* of(lt::torrent* torrent);
  static std::size_t place(lt::storage_index_t storage) {
    return static_cast<std::size_t>(static_cast<std::uint32_t>(storage));
  }
  // The index of a storage in the disk behind this one.
  static lt::storage_index_t in_disk(lt::storage_index_t storage) {
    return lt::storage_index_t(static_cast<std::uint32_t>(storage) - 1);
  }
  bool exists(lt::storage_index_t storage) const {
    return place(storage) < storages_.size() && storages_[place(storage)] != nullptr;
  }
  static lt::storage_error no_storage();
  // The error of a job that would read or write, if the storage does not exist or collides.
  lt::storage_error claim(lt::storage_index_t storage);
  // The call of the handler of a job.
  struct EndOfJob {
    explicit EndOfJob(GuardedDisk& of) : disk(of) {}
    EndOfJob(EndOfJob const&) = delete;
    EndOfJob& operator=(EndOfJob const&) = delete;
    ~EndOfJob() { disk.end_job(); }
    GuardedDisk& disk;
  };

  template <class Handler>
  auto fenced(lt::storage_index_t storage, Handler handler);
  void start(lt::storage_index_t storage, std::function<void()> job);
  void start_waiting_reads(Storage& storage);
  void read(lt::storage_index_t storage, Read read);
  template <class Handler, class Start>
  void read_mapped(lt::storage_index_t storage, lt::peer_request const& request, Start start,
                   Handler handler, int retries = 2);
  bool uses(lt::storage_index_t storage, std::shared_ptr<Storage> const& of) const {
    return !aborted_ && storages_[place(storage)] == of;
  }
  void cancel_waiting(Storage& storage);
  void cancel(ReadHandler handler);
  // Calls a handler as libtorrent does: in a later task, and not when there is none.
  template <class Handler>
  void post(Handler handler) {
    if constexpr (std::is_constructible_v<bool, Handler>) {
      if (!handler) return;
    }
    boost::asio::post(context_, std::move(handler));
  }
  void end_job();

  std::unique_ptr<lt::disk_interface> disk_;
  lt::io_context& context_;
  StorageSession session_;
  // By storage index, from 1. The index of a removed torrent is used again while jobs of that
  // torrent still end, so a job keeps its Storage.
  std::vector<std::shared_ptr<Storage>> storages_;
  bool aborted_ = false;
  int under_way_ = 0;  // jobs that raise a fence or read files, whose handlers were not called
  bool overwrites_ = false;  // during rename_file()
};

}  // namespace binding
