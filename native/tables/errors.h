// Errors as JavaScript sees them, with the names of their codes: tables/errors.inc.
#pragma once

#include <exception>
#include <string>

#include <libtorrent/error_code.hpp>
#include <libtorrent/operations.hpp>
#include <libtorrent/torrent_info.hpp>

#include "node/environment.h"
#include "tables/records.h"

namespace binding {

namespace lt = libtorrent;

class JsonWriter;

// What went wrong with a file, thrown. Unless it says otherwise, the file could not be opened.
struct FileError {
  lt::error_code error;
  std::string file;
  std::string message = {};  // when that of the code does not say enough
  lt::operation_t operation = lt::operation_t::file_open;
};

// What was wrong with a torrent or another bencoded value, thrown.
struct LoadError {
  lt::error_code error;
  std::string limit;  // that was exceeded, as "limits.maxPieces is 10"; or none
  std::string file;   // that it was loaded from; or none
};

// The limit of `limits` that `error` is about, if any.
std::string exceeded_limit(lt::error_code const& error, lt::load_torrent_limits const& limits);
std::string exceeded_limit(lt::error_code const& error, BdecodeLimits const& limits);

// What `load` returns; its errors name the limit.
template <class Limits, class Load>
auto load_within(Limits const& limits, Load load, std::string const& file = "") {
  try {
    return load();
  } catch (lt::system_error const& failure) {
    throw LoadError{failure.code(), exceeded_limit(failure.code(), limits), file};
  }
}

// What an exception of C++ is in JavaScript.
napi_value translate_exception(Environment& env, std::exception_ptr error);

void describe_errors(JsonWriter& json);

}  // namespace binding
