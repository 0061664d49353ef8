// Errors in JavaScript, with the names of their codes of tables/errors.inc.
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

// Thrown when an operation on a file fails.
struct FileError {
  lt::error_code error;
  std::string file;
  std::string message = {};  // empty: that of the code
  lt::operation_t operation = lt::operation_t::file_open;
};

// Thrown when a torrent or another bencoded value can't be loaded.
struct LoadError {
  lt::error_code error;
  std::string limit;  // the exceeded limit, as "limits.maxPieces is 10"; or empty
  std::string file;   // the loaded file, or empty
};

// Returns the limit that caused `error`, as "limits.maxPieces is 10". Empty for other errors.
std::string exceeded_limit(lt::error_code const& error, lt::load_torrent_limits const& limits);
std::string exceeded_limit(lt::error_code const& error, BdecodeLimits const& limits);

// Calls `load`, and names the limit in its errors.
template <class Limits, class Load>
auto load_within(Limits const& limits, Load load, std::string const& file = "") {
  try {
    return load();
  } catch (lt::system_error const& failure) {
    throw LoadError{failure.code(), exceeded_limit(failure.code(), limits), file};
  }
}

// Makes the JS error of an exception of C++.
napi_value translate_exception(Environment& env, std::exception_ptr error, bool keeps_stack);

void describe_errors(JsonWriter& json);

}  // namespace binding
