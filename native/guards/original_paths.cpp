#include "guards/original_paths.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include <libtorrent/bdecode.hpp>

#include "convert/path.h"
#include "convert/utf8.h"

namespace binding {
namespace {

std::string text(lt::string_view bytes) { return {bytes.data(), bytes.size()}; }

std::string joined(std::string const& directory, lt::string_view name) {
  return directory.empty() ? text(name) : directory + '/' + text(name);
}

// Returns a text of a torrent, in UTF-8 if the torrent has it.
lt::bdecode_node utf8_or_any(lt::bdecode_node const& dictionary, std::string const& key) {
  auto const utf8 = dictionary.dict_find(key + ".utf-8");
  return utf8 ? utf8 : dictionary.dict_find(key);
}

bool is_file(lt::bdecode_node const& node) {
  return node.dict_size() == 1 && node.dict_at(0).first.empty();
}

// Adds the paths of a v2 "file tree". Loading the torrent has limited its depth.
void add_leaves(lt::bdecode_node const& tree, std::string const& directory,
                std::vector<std::string>& paths) {
  for (int i = 0; i < tree.dict_size(); ++i) {
    auto const [name, node] = tree.dict_at(i);
    std::string path = joined(directory, name);
    if (is_file(node)) {
      paths.push_back(std::move(path));
    } else {
      add_leaves(node, path, paths);
    }
  }
}

// Returns the paths of the "files" of v1, with padding.
std::vector<std::string> listed(lt::bdecode_node const& files, std::string const& directory) {
  std::vector<std::string> paths;
  for (int i = 0; i < files.list_size(); ++i) {
    std::string path = directory;
    auto const names = utf8_or_any(files.list_at(i), "path");
    for (int part = 0; names && part < names.list_size(); ++part) {
      path = joined(path, names.list_string_value_at(part));
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

bool is_inside(std::string const& path) {
#ifdef _WIN32
  if (path.find_first_of("\\:") != std::string::npos) return false;
#endif
  for (std::size_t start = 0; start <= path.size();) {
    auto const end = std::min(path.find('/', start), path.size());
    auto const part = std::string_view(path).substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    start = end + 1;
  }
  return path.find('\0') == std::string::npos;
}

void add_small(lt::file_storage& small, lt::file_storage const& files, lt::file_index_t i) {
  bool const is_link = bool(files.file_flags(i) & lt::file_storage::flag_symlink);
  small.add_file(files.file_path(i), files.file_size(i) > 0 ? 1 : 0, files.file_flags(i), 0,
                 is_link ? files.internal_symlink(i) : std::string());
}

// Encodes the torrent with made-up hashes, because only its names matter.
std::vector<char> sample(lt::create_torrent& torrent) {
  auto const& files = torrent.files();
  if (!torrent.is_v2_only()) {
    for (auto const i : files.piece_range()) torrent.set_hash(i, lt::sha1_hash::max());
  }
  if (!torrent.is_v1_only()) {
    for (auto const i : files.file_range()) {
      if (files.pad_file_at(i) || files.file_size(i) == 0) continue;
      torrent.set_hash2(i, lt::piece_index_t::diff_type(0), lt::sha256_hash::max());
    }
  }
  return torrent.generate_buf();
}

lt::torrent_info loaded(lt::create_torrent& torrent) {
  lt::load_torrent_limits limits;
  limits.max_pieces = limits.max_decode_tokens = std::numeric_limits<int>::max();
  return lt::torrent_info(sample(torrent), limits, lt::from_span);
}

constexpr int least_piece_size = 16 * 1024;

// Returns whether libtorrent certainly keeps the path unchanged.
bool is_plain(std::string const& path) {
  constexpr std::size_t longest = 200;  // bytes
  constexpr int deepest = 50;
  return path.size() <= longest && std::count(path.begin(), path.end(), '/') <= deepest &&
         std::all_of(path.begin(), path.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '\\'; });
}

// Names the first file that can't be loaded alone as the cause of `failure`.
[[noreturn]] void throw_cause(lt::system_error const& failure, lt::file_storage const& files,
                              lt::create_flags_t flags) {
  std::string const reason = failure.code().message();
  for (auto const i : files.file_range()) {
    if (files.pad_file_at(i) || files.file_size(i) == 0) continue;
    lt::file_storage alone;
    add_small(alone, files, i);
    lt::create_torrent torrent(alone, least_piece_size, flags);
    try {
      loaded(torrent);
    } catch (lt::system_error const&) {
      throw OutOfRange{"libtorrent can't load a torrent that has a file \"" + files.file_path(i) +
                       "\": " + reason};
    }
  }
  throw OutOfRange{"libtorrent can't load a torrent of these files: " + reason};
}

}  // namespace

std::vector<std::string> original_paths(lt::torrent_info const& info) {
  constexpr int depth = 1000;
  lt::error_code error;
  auto const metadata =
      lt::bdecode(info.info_section(), error, nullptr, depth, std::numeric_limits<int>::max());
  if (error || metadata.type() != lt::bdecode_node::dict_t) return {};
  auto const root = text(utf8_or_any(metadata, "name").string_value());
  auto const list = metadata.dict_find_list("files");
  if (!info.v2()) return list ? listed(list, root) : std::vector<std::string>{root};

  std::vector<std::string> leaves;
  auto const tree = metadata.dict_find_dict("file tree");
  // libtorrent reads a tree of one file as that file, without a directory around it.
  bool const is_one_file = !list && tree.dict_size() == 1 && is_file(tree.dict_at(0).second);
  add_leaves(tree, is_one_file ? std::string() : root, leaves);
  std::vector<std::string> paths;
  auto const& files = info.orig_files();
  auto leaf = leaves.begin();
  for (auto const i : files.file_range()) {
    bool const is_listed = !files.pad_file_at(i) && leaf != leaves.end();
    paths.push_back(is_listed ? std::move(*leaf++) : files.file_path(i));
  }
  return paths;
}

std::map<lt::file_index_t, std::string> original_names(lt::torrent_info const& info) {
  std::map<lt::file_index_t, std::string> names;
  auto const& files = info.files();
  auto paths = original_paths(info);
  for (auto const i : files.file_range()) {
    auto const index = static_cast<std::size_t>(static_cast<int>(i));
    if (index >= paths.size() || files.pad_file_at(i)) continue;
    auto& path = paths[index];
    if (path == files.file_path(i) || !is_utf8(path) || !is_inside(path)) continue;
    names.emplace(i, std::move(path));
  }
  return names;
}

void require_loadable(lt::file_storage const& files, lt::create_flags_t flags) {
  bool const is_v2_only = bool(flags & lt::create_torrent::v2_only);
  // Plain paths need no test. Two of them stay, because a file alone is read in another way.
  lt::file_storage small;
  int plain = 0;
  for (auto const i : files.file_range()) {
    if (files.pad_file_at(i)) continue;
    std::string const path = files.file_path(i);
    if (!is_v2_only && path.find("_____padding_file_") != std::string::npos) {
      throw OutOfRange{"\"_____padding_file_\" in a name marks padding in a v1 torrent, got \"" +
                       path + '"'};
    }
    constexpr int several = 2;
    if (is_plain(path) && ++plain > several) continue;
    add_small(small, files, i);
  }
  bool const is_alone = small.num_files() == 1;
  lt::create_torrent torrent(small, least_piece_size, flags);  // adds padding to `small`
  auto const info = [&] {
    try {
      return loaded(torrent);
    } catch (lt::system_error const& failure) {
      throw_cause(failure, small, flags);
    }
  }();
  auto const paths = original_paths(info);
  auto const& made = torrent.files();
  for (auto const i : made.file_range()) {
    if (made.pad_file_at(i)) continue;
    auto const index = static_cast<std::size_t>(static_cast<int>(i));
    std::string const path = made.file_path(i);
    if (index < paths.size() && paths[index] == path) continue;
    throw OutOfRange{"libtorrent would read \"" + path + "\" as \"" +
                     (index < paths.size() ? paths[index] : "") + '"' +
                     (is_v2_only && is_alone
                          ? ": a v2 torrent of one file can't have a directory around it. Make it "
                            "of the file, or make a v1 or hybrid torrent"
                          : "")};
  }
}

}  // namespace binding
