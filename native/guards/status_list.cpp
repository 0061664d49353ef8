#include "guards/status_list.h"

#include <utility>

namespace binding {

void StatusList::add(lt::torrent_status const& status) {
  copy_info(chunk_with_room().emplace_back(status));
}

void StatusList::add(lt::torrent_status&& status) {
  copy_info(chunk_with_room().emplace_back(std::move(status)));
}

std::size_t StatusList::size() const {
  return chunks_.empty() ? 0 : (chunks_.size() - 1) * chunk_size + chunks_.back().size();
}

std::vector<lt::torrent_status>& StatusList::chunk_with_room() {
  if (chunks_.empty() || chunks_.back().size() == chunk_size) {
    chunks_.emplace_back().reserve(chunk_size);
  }
  return chunks_.back();
}

void StatusList::copy_info(lt::torrent_status& status) {
  if (auto copy = refer_to_copy(status)) copies_.push_back(std::move(copy));
}

}  // namespace binding
