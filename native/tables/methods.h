// The words of the method tables (*.inc).
//
//   POST   the call returns at once: it runs on the JS thread
//   SEND   the call needs an answer of libtorrent first: it runs on the network thread, and nothing
//          waits for it
//   ASK    the call waits for libtorrent's network thread: it runs there, as a Promise; a twin
//          named ...Sync blocks the JS thread until it has run there
//   BEGIN  the call begins what an alert reports the end of: as ASK, and the promise of lib/ waits
//          for that alert; without a twin, which would return before the end
//   WORK   the call needs the processor or a disk, no session: it runs in libuv's pool, as a
//   Promise
//
// INTERNAL(...) stands around methods that only lib/ calls. Their names in JavaScript begin with an
// underscore, and the published types leave them out.
//
// A name stands once, so that it can't disagree with what it calls.
#pragma once

#include "convert/method.h"
#include "tables/records.h"

namespace binding {

#define POST(name, arguments) table.add(Kind::post, #name, &Receiver::name, arguments);
#define ASK(name, arguments) table.add(Kind::ask, #name, &Receiver::name, arguments);
#define POST_AS(name, arguments, ...) table.add(Kind::post, #name, __VA_ARGS__, arguments);
#define ASK_AS(name, arguments, ...) table.add(Kind::ask, #name, __VA_ARGS__, arguments);
#define BEGIN_AS(name, arguments, ...) \
  table.add_without_twin(Kind::ask, #name, __VA_ARGS__, arguments);
#define SEND_AS(name, arguments, ...) table.add(Kind::send, #name, __VA_ARGS__, arguments);
#define WORK_AS(name, arguments, ...) table.add(Kind::work, #name, __VA_ARGS__, arguments);
#define INTERNAL(...)       \
  table.set_internal(true); \
  __VA_ARGS__               \
  table.set_internal(false);

template <class Index>
void require_index(Index index, int count, char const* name) {
  int const number = static_cast<int>(index);
  if (number >= 0 && number < count) return;
  throw OutOfRange{std::string(name) + " must be an index from 0 to " + std::to_string(count - 1) +
                   ", got " + std::to_string(number)};
}
inline void require_size(std::size_t size, int expected, char const* name) {
  if (size == static_cast<std::size_t>(expected)) return;
  throw OutOfRange{std::string(name) + " must be " + std::to_string(expected) + " bytes, got " +
                   std::to_string(size)};
}
// The bounds of BEP 44, which libtorrent's signing relies on.
inline void require_item_size(std::size_t data, std::size_t salt = 0) {
  constexpr std::size_t most_data = 1000;
  constexpr std::size_t most_salt = 64;
  if (data > most_data) {
    throw OutOfRange{"data must be at most 1000 bytes when it is bencoded, got " +
                     std::to_string(data)};
  }
  if (salt > most_salt) {
    throw OutOfRange{"salt must be at most 64 bytes, got " + std::to_string(salt)};
  }
}
inline void require_path(std::string const& path, char const* name) {
  if (path.empty()) throw OutOfRange{std::string(name) + " must not be empty"};
}
inline void require_count(std::size_t size, int expected, char const* name) {
  if (size == static_cast<std::size_t>(expected)) return;
  throw OutOfRange{std::string(name) + " must have " + std::to_string(expected) +
                   " elements, got " + std::to_string(size)};
}

}  // namespace binding
