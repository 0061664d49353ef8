#include "guards/file_places.h"

#include <algorithm>

namespace binding {
namespace {

std::size_t hash_of(std::filesystem::path const& path) { return std::filesystem::hash_value(path); }

std::filesystem::path root_of(std::string const& save_path, std::string const& name) {
  auto relative = std::filesystem::u8path(name).lexically_normal();
  if (relative.is_absolute()) return relative;
  return place_of(save_path, relative.empty() ? name : relative.begin()->u8string());
}

// Files of one size count as equal, unless the roots of their hash trees differ.
bool differ(lt::file_storage const& a, lt::file_index_t i, lt::file_storage const& b,
            lt::file_index_t j) {
  if (a.file_size(i) != b.file_size(j)) return true;
  return a.v2() && b.v2() && a.root(i) != b.root(j);
}

std::optional<lt::file_index_t> collision_of(lt::file_storage const& files,
                                             std::string const& save_path,
                                             lt::file_storage const& others,
                                             std::string const& other_path) {
  std::unordered_map<std::string, lt::file_index_t> by_path;
  for (auto const other : others.file_range()) {
    if (others.pad_file_at(other)) continue;
    by_path.emplace(place_of(other_path, others.file_path(other)).u8string(), other);
  }
  for (auto const file : files.file_range()) {
    if (files.pad_file_at(file)) continue;
    auto const found = by_path.find(place_of(save_path, files.file_path(file)).u8string());
    if (found != by_path.end() && differ(files, file, others, found->second)) return file;
  }
  return std::nullopt;
}

}  // namespace

std::filesystem::path place_of(std::string const& save_path, std::string const& name) {
  auto const path = std::filesystem::u8path(save_path) / std::filesystem::u8path(name);
  std::error_code ignored;  // the working directory may have been removed
  auto const whole = path.is_absolute() ? path : std::filesystem::absolute(path, ignored);
  return whole.lexically_normal();
}

std::vector<FilePlaces::Root> FilePlaces::roots_of(Place const& place,
                                                   std::string const& save_path) const {
  std::vector<Root> roots{hash_of(root_of(save_path, place.files->name()))};
  if (!place.renamed) return roots;
  for (auto const file : place.files->file_range()) {
    if (place.files->pad_file_at(file)) continue;
    roots.push_back(hash_of(root_of(save_path, place.files->file_path(file))));
  }
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

void FilePlaces::enter(lt::storage_index_t torrent, Place& place) {
  place.roots = roots_of(place, place.save_path);
  for (auto const root : place.roots) torrents_.emplace(root, torrent);
}

void FilePlaces::leave(lt::storage_index_t torrent, Place& place) {
  for (auto const root : place.roots) {
    auto const [begin, end] = torrents_.equal_range(root);
    auto const entry = std::find_if(begin, end, [&](auto const& e) { return e.second == torrent; });
    if (entry != end) torrents_.erase(entry);
  }
}

void FilePlaces::add(lt::storage_index_t torrent, lt::file_storage const& files,
                     std::string const& save_path, bool renamed) {
  enter(torrent, places_[torrent] = Place{&files, save_path, renamed, false, {}});
}

void FilePlaces::accept(lt::storage_index_t torrent) {
  auto const place = places_.find(torrent);
  if (place != places_.end()) place->second.accepted = true;
}

void FilePlaces::remove(lt::storage_index_t torrent) {
  auto const place = places_.find(torrent);
  if (place == places_.end()) return;
  leave(torrent, place->second);
  places_.erase(place);
}

void FilePlaces::moved(lt::storage_index_t torrent, std::string const& save_path) {
  auto const place = places_.find(torrent);
  if (place == places_.end()) return;
  leave(torrent, place->second);
  place->second.save_path = save_path;
  enter(torrent, place->second);
}

void FilePlaces::renamed(lt::storage_index_t torrent, std::string const& name) {
  auto const place = places_.find(torrent);
  if (place == places_.end()) return;
  place->second.renamed = true;
  auto const root = hash_of(root_of(place->second.save_path, name));
  auto& roots = place->second.roots;
  if (std::find(roots.begin(), roots.end(), root) != roots.end()) return;
  roots.push_back(root);
  torrents_.emplace(root, torrent);
}

std::optional<lt::file_index_t> FilePlaces::collision(lt::storage_index_t torrent,
                                                      std::string const& save_path) const {
  auto const place = places_.find(torrent);
  if (place == places_.end()) return std::nullopt;
  auto const& files = *place->second.files;
  for (auto const root : roots_of(place->second, save_path)) {
    auto const [begin, end] = torrents_.equal_range(root);
    for (auto entry = begin; entry != end; ++entry) {
      auto const& other = places_.at(entry->second);
      if (entry->second == torrent || !other.accepted) continue;
      auto const file = collision_of(files, save_path, *other.files, other.save_path);
      if (file) return file;
    }
  }
  return std::nullopt;
}

bool FilePlaces::is_taken(lt::storage_index_t torrent, std::filesystem::path const& path) const {
  for (auto root = path; root.has_relative_path(); root = root.parent_path()) {
    auto const [begin, end] = torrents_.equal_range(hash_of(root));
    for (auto entry = begin; entry != end; ++entry) {
      auto const& other = places_.at(entry->second);
      if (entry->second == torrent || !other.accepted) continue;
      for (auto const file : other.files->file_range()) {
        if (other.files->pad_file_at(file)) continue;
        if (place_of(other.save_path, other.files->file_path(file)) == path) return true;
      }
    }
  }
  return false;
}

}  // namespace binding
