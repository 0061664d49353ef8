// The words of the method tables (*.inc). Each begins with the thread that runs the call.
//
//   JS_THREAD       libtorrent queues the call and returns, or the call needs no other thread
//   NETWORK_SEND    the call depends on a result of libtorrent: a job of the network thread, whose
//                   result is dropped
//   NETWORK_QUERY   the call waits for the network thread: a job there, and a Promise of its
//   result;
//                   the JS thread blocks during the twin named ...Sync
//   NETWORK_BEGIN   the call begins an operation whose end an alert reports: a job, and a Promise
//   of
//                   lib/ that waits for the alert; no twin, because it would return before the end
//   POOL            the call needs the processor or a disk and no session: a job of libuv's pool,
//   and
//                   a Promise of its result; the JS thread blocks during the twin
//
// Classes whose objects only the JS thread uses have READ, and EDIT, which copies a shared object.
//
// A line without a lambda calls the member function of its name. The name stands once, so that it
// can't differ from the function.
//
// INTERNAL(...) stands around methods that only lib/ calls. Their names in JavaScript begin with an
// underscore, and the published types leave them out.
#pragma once

#include <type_traits>

#include "convert/method.h"
#include "tables/records.h"

namespace binding {

// A function that returns the member function `name` of an object's type.
#define MEMBER(name) [](auto* object) { return &std::remove_pointer_t<decltype(object)>::name; }

// Adds a line of a table. `adapt` makes the callable of the table's receiver of a member function
// of Object, or of the lambda of the line.
template <class Object, class Table, class Adapt, class Member>
void add_line(Table& table, Kind kind, char const* name, Adapt adapt, Member member,
              char const* arguments) {
  table.add(kind, name, adapt(member(static_cast<Object*>(nullptr))), arguments);
}
template <class Object, class Table, class Adapt, class Member, class Function>
void add_line(Table& table, Kind kind, char const* name, Adapt adapt, Member, char const* arguments,
              Function function) {
  table.add(kind, name, adapt(function), arguments);
}

constexpr auto unchanged = [](auto function) { return function; };

#define JS_THREAD(name, ...) \
  add_line<Receiver>(table, Kind::js_thread, #name, unchanged, MEMBER(name), __VA_ARGS__);
#define NETWORK_QUERY(name, ...) \
  add_line<Receiver>(table, Kind::network_query, #name, unchanged, MEMBER(name), __VA_ARGS__);
#define NETWORK_SEND(name, arguments, ...) \
  table.add(Kind::network_send, #name, __VA_ARGS__, arguments);
#define NETWORK_BEGIN(name, arguments, ...) \
  table.add_without_twin(Kind::network_query, #name, __VA_ARGS__, arguments);
#define POOL(name, arguments, ...) table.add(Kind::pool, #name, __VA_ARGS__, arguments);
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
