#include "guards/status_list.h"

#include <utility>

namespace binding {

void StatusList::add(lt::torrent_status const& status) {
  if (chunks_.empty() || chunks_.back().size() == chunk_size) {
    chunks_.emplace_back().reserve(chunk_size);
  }
  chunks_.back().push_back(status);
  if (auto copy = refer_to_copy(chunks_.back().back())) copies_.push_back(std::move(copy));
}

std::size_t StatusList::size() const {
  return chunks_.empty() ? 0 : (chunks_.size() - 1) * chunk_size + chunks_.back().size();
}

}  // namespace binding
