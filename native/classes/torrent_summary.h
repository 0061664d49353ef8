// Data of a torrent that the JS thread reads without waiting for the network thread.
//
// Problem: libtorrent reads the info-hashes without a lock. It writes them on the network thread
// when the metadata of a magnet link arrives: a hybrid torrent gains its other hash. Name and state
// change on the network thread, too. Rule: an extension follows every torrent, and keeps a copy
// behind a mutex.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <libtorrent/info_hash.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

namespace binding {

namespace lt = libtorrent;

struct Summary {
  lt::info_hash_t info_hashes;
  std::string name;
  lt::torrent_status::state_t state = lt::torrent_status::checking_resume_data;
};

// Outlives its torrent, and then describes its last state. Any thread.
class SharedSummary {
 public:
  Summary get() const {
    std::lock_guard<std::mutex> const lock(mutex_);
    return summary_;
  }
  void set(Summary summary) {
    std::lock_guard<std::mutex> const lock(mutex_);
    summary_ = std::move(summary);
  }
  void set_state(lt::torrent_status::state_t state) {
    std::lock_guard<std::mutex> const lock(mutex_);
    summary_.state = state;
  }

 private:
  mutable std::mutex mutex_;  // guards summary_
  Summary summary_;
};

// Keeps the summary of a torrent up to date. Network thread, where calls of the handle don't wait.
class Follower {
 public:
  explicit Follower(lt::torrent_handle torrent);
  Follower(Follower const&) = delete;
  Follower& operator=(Follower const&) = delete;
  ~Follower();
  // For torrent_plugin::on_state(). Name and hashes change only when the metadata arrives, and the
  // state changes after that.
  void on_state(lt::torrent_status::state_t state);

 private:
  void update();

  lt::torrent_handle const torrent_;
  bool has_metadata_ = false;
  std::shared_ptr<SharedSummary> const shared_ = std::make_shared<SharedSummary>();
};

// Any thread. Null for a torrent that has ended.
std::shared_ptr<SharedSummary const> summary_of(lt::torrent_handle const& torrent);
lt::info_hash_t info_hashes_of(lt::torrent_handle const& torrent);

}  // namespace binding
