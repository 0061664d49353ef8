// Errors as JavaScript sees them, with the names of their codes: tables/errors.inc.
#pragma once

#include <exception>
#include <string>

#include <libtorrent/error_code.hpp>

#include "runtime/environment.h"

namespace binding {

namespace lt = libtorrent;

class JsonWriter;

// What went wrong with a file, thrown.
struct FileError {
  lt::error_code error;
  std::string file;
  std::string message = {};  // when that of the code does not say enough
};

// What an exception of C++ is in JavaScript.
napi_value translate_exception(Environment& env, std::exception_ptr error);

void describe_errors(JsonWriter& json);

}  // namespace binding
