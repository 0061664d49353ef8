#include "objects/info_hashes.h"

#include <map>
#include <mutex>

namespace binding {
namespace {

// Of the process: a handle is one of a kind.
struct Followed {
  std::mutex mutex;
  std::map<lt::torrent_handle, lt::info_hash_t> hashes;
};

// Leaked on purpose: sessions use it until the process ends.
Followed& followed() {
  static auto* const all = new Followed;
  return *all;
}

// Network thread.
class Follower final : public lt::torrent_plugin {
 public:
  explicit Follower(lt::torrent_handle torrent) : torrent_(std::move(torrent)) { update(); }
  Follower(Follower const&) = delete;
  Follower& operator=(Follower const&) = delete;
  ~Follower() override {
    std::lock_guard<std::mutex> const lock(followed().mutex);
    followed().hashes.erase(torrent_);
  }

  // The state changes after the metadata came.
  void on_state(lt::torrent_status::state_t) override { update(); }

 private:
  void update() {
    auto const hashes = torrent_.info_hashes();
    std::lock_guard<std::mutex> const lock(followed().mutex);
    followed().hashes[torrent_] = hashes;
  }

  lt::torrent_handle const torrent_;
};

}  // namespace

std::shared_ptr<lt::torrent_plugin> follow_info_hashes(lt::torrent_handle const& torrent,
                                                       lt::client_data_t) {
  if (torrent.torrent_file()) return nullptr;
  return std::make_shared<Follower>(torrent);
}

lt::info_hash_t info_hashes_of(lt::torrent_handle const& torrent) {
  {
    std::lock_guard<std::mutex> const lock(followed().mutex);
    auto const found = followed().hashes.find(torrent);
    if (found != followed().hashes.end()) return found->second;
  }
  return torrent.info_hashes();  // of a torrent that had its metadata from the start
}

}  // namespace binding
