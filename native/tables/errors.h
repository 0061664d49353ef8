// Errors as JavaScript sees them, with the names of their codes: tables/errors.inc.
#pragma once

#include <exception>

#include "runtime/environment.h"

namespace binding {

class JsonWriter;

// What an exception of C++ is in JavaScript.
napi_value translate_exception(Environment& env, std::exception_ptr error);

void describe_errors(JsonWriter& json);

}  // namespace binding
