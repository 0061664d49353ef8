// Checks that libtorrent 2.0.8 leaves to the caller, or makes in debug builds only.
#pragma once

#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent_info.hpp>

#include "tables/methods.h"

namespace binding {

constexpr int no_limit = (1 << 24) - 1;  // of the connections and uploads of a torrent

inline void require_piece_length(lt::file_storage const& files) {
  if (files.piece_length() < 1) throw OutOfRange{"the piece length must be set first"};
}

inline void require_offset(std::int64_t offset, std::int64_t total) {
  if (offset >= 0 && offset < total) return;
  throw OutOfRange{"offset must be from 0 to " + std::to_string(total - 1) + ", got " +
                   std::to_string(offset)};
}

inline int require_int(std::int64_t value, char const* name) {
  if (value <= std::numeric_limits<int>::max()) return static_cast<int>(value);
  throw OutOfRange{std::string(name) + " is too large: " + std::to_string(value)};
}

// libtorrent assumes that several files lie in the directory that has the name of the torrent.
inline void require_one_root(lt::file_storage const& files) {
  if (files.num_files() == 0) throw OutOfRange{"there must be a file"};
  if (files.num_files() == 1) return;
  std::string const root = files.name() + '/';
  for (auto const i : files.file_range()) {
    if (files.pad_file_at(i) || files.file_absolute_path(i)) continue;
    std::string const path = files.file_path(i);
    if (path.size() > root.size() && path.compare(0, root.size(), root) == 0) continue;
    throw OutOfRange{"every file must lie in the directory \"" + files.name() + "\", got \"" +
                     path + '"'};
  }
}

// Requires a block that lies inside of the torrent.
inline void require_block(lt::file_storage const& files, lt::piece_index_t piece,
                          std::int64_t offset, std::int64_t size) {
  require_piece_length(files);
  require_index(piece, files.num_pieces(), "piece");
  std::int64_t const start =
      static_cast<int>(piece) * static_cast<std::int64_t>(files.piece_length());
  if (offset >= 0 && size >= 0 && start + offset <= files.total_size() &&
      size <= files.total_size() - start - offset) {
    return;
  }
  throw OutOfRange{"offset and size must lie inside of the torrent, got " + std::to_string(offset) +
                   " and " + std::to_string(size)};
}

inline void require_file_range(lt::file_storage const& files, lt::file_index_t file,
                               std::int64_t offset, std::int64_t size) {
  require_piece_length(files);
  require_index(file, files.num_files(), "file");
  std::int64_t const file_size = files.file_size(file);
  if (offset >= 0 && size >= 0 && offset <= file_size && size <= file_size - offset) return;
  throw OutOfRange{"offset and size must lie inside of the file, got " + std::to_string(offset) +
                   " and " + std::to_string(size)};
}

// Returns an index_range as [begin, end).
template <class Range>
std::pair<int, int> range_of(Range const& range) {
  return {static_cast<int>(*range.begin()), static_cast<int>(*range.end())};
}

// ---- callables on a value that may be shared, see CopyOnWrite

template <class Wrapped, class T, class Result, class... Args>
auto reading(Result (*function)(T const&, Args...)) {
  return [function](Wrapped& wrapped, Args... args) {
    return function(wrapped.get(), std::move(args)...);
  };
}
template <class Wrapped, class T, class Result, class... Args>
auto reading(Result (T::*member)(Args...) const) {
  return [member](Wrapped& wrapped, Args... args) -> plain_argument<Result> {
    return (wrapped.get().*member)(std::move(args)...);
  };
}
template <class Wrapped, class T, class Result, class... Args>
auto reading(Result (T::*member)(Args...) const noexcept) {
  return [member](Wrapped& wrapped, Args... args) -> plain_argument<Result> {
    return (wrapped.get().*member)(std::move(args)...);
  };
}
template <class Wrapped, class T, class Result, class... Args>
auto editing(Result (*function)(T&, Args...)) {
  return [function](Wrapped& wrapped, Args... args) {
    return function(wrapped.edit(), std::move(args)...);
  };
}

// Adapters of lines, see add_line(). Their lambdas capture nothing.
template <class Function>
auto as_pointer(Function function) {
  if constexpr (std::is_member_function_pointer_v<Function>) {
    return function;
  } else {
    return +function;
  }
}
template <class Wrapped>
constexpr auto as_reading = [](auto function) { return reading<Wrapped>(as_pointer(function)); };
template <class Wrapped>
constexpr auto as_editing = [](auto function) { return editing<Wrapped>(as_pointer(function)); };

}  // namespace binding
