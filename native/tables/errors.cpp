#include "tables/errors.h"

#include <new>
#include <stdexcept>
#include <system_error>

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>

#include <libtorrent/bdecode.hpp>
#include <libtorrent/gzip.hpp>
#include <libtorrent/i2p_stream.hpp>
#include <libtorrent/natpmp.hpp>
#include <libtorrent/socks5_stream.hpp>
#include <libtorrent/upnp.hpp>

#include "convert/codec_libtorrent.h"
#include "convert/schema.h"
#include "tables/records.h"
#include "tables/since.h"

namespace binding {
namespace {

struct Code {
  int value;
  char const* name;
};

// Calls `visit(category, begin, end)` per category until it returns true.
template <class Visit>
void for_each_category(Visit&& visit) {
#define CODE(value, name) {value, #name},
#define ERROR_CATEGORY(category, codes)                              \
  {                                                                  \
    static constexpr Code list[] = {codes};                          \
    if (visit(category(), std::begin(list), std::end(list))) return; \
  }
#include "tables/errors.inc"
#undef ERROR_CATEGORY
#undef CODE
}

char const* error_code_name(lt::error_code const& error) {
  char const* result = nullptr;
  for_each_category([&](auto const& category, Code const* begin, Code const* end) {
    if (category != error.category()) return false;
    for (Code const* code = begin; code != end; ++code) {
      if (code->value == error.value()) result = code->name;
    }
    return true;
  });
  return result;
}

struct Circumstances {
  char const* operation = nullptr;
  char const* file = nullptr;
};

// lib/ adds the errno names of system errors, which C++ lacks.
napi_value make_error(Conversion& cx, std::string const& message, char const* code,
                      char const* category, int value, Circumstances const& circumstances = {}) {
  auto const text = [&](char const* string) {
    return string == nullptr ? js_null(cx) : js_string(cx, string);
  };
  std::array<napi_value, 7> const argv = {js_string(cx, message),        text(code),
                                          js_string(cx, category),       to_js(cx, value),
                                          text(circumstances.operation), text(circumstances.file),
                                          js_boolean(cx, cx.keeps_stack)};
  return cx.call(Hook::error, argv.size(), argv.data());
}

napi_value make_error(Conversion& cx, lt::error_code const& error,
                      Circumstances const& circumstances = {}, std::string const& message = {}) {
  return make_error(cx, message.empty() ? error.message() : message, error_code_name(error),
                    error.category().name(), error.value(), circumstances);
}

char const* name_of(lt::operation_t operation) {
  for (auto const& known : enumeration<lt::operation_t>::values) {
    if (known.value == operation) return known.name;
  }
  return nullptr;
}

// An error of the system names the operation that failed. An error of libtorrent describes the
// content.
napi_value make_error(Conversion& cx, FileError const& failure) {
  auto const& category = failure.error.category();
  bool const is_system = category == lt::system_category() || category == lt::generic_category();
  return make_error(cx, failure.error,
                    {is_system ? name_of(failure.operation) : nullptr, failure.file.c_str()},
                    failure.message);
}

napi_value make_error(Conversion& cx, LoadError const& failure) {
  if (failure.limit.empty()) {
    if (failure.file.empty()) return make_error(cx, failure.error);
    return make_error(cx, FileError{failure.error, failure.file});
  }
  char const* const file = failure.file.empty() ? nullptr : failure.file.c_str();
  return make_error(cx, failure.error.message() + ": " + failure.limit,
                    error_code_name(failure.error), failure.error.category().name(),
                    failure.error.value(), {nullptr, file});
}

std::string limit_is(char const* name, int value) {
  return std::string("limits.") + name + " is " + std::to_string(value);
}

}  // namespace

std::string exceeded_limit(lt::error_code const& error, lt::load_torrent_limits const& limits) {
  if (error == lt::errors::metadata_too_large) {
    return limit_is("maxBufferSize", limits.max_buffer_size);
  }
  if (error == lt::errors::too_many_pieces_in_torrent) {
    return limit_is("maxPieces", limits.max_pieces);
  }
  if (error == lt::bdecode_errors::depth_exceeded) {
    return limit_is("maxDecodeDepth", limits.max_decode_depth);
  }
  if (error == lt::bdecode_errors::limit_exceeded) {
    return limit_is("maxDecodeTokens", limits.max_decode_tokens);
  }
  return "";
}

std::string exceeded_limit(lt::error_code const& error, BdecodeLimits const& limits) {
  if (error == lt::bdecode_errors::depth_exceeded) return limit_is("maxDepth", limits.max_depth);
  if (error == lt::bdecode_errors::limit_exceeded) return limit_is("maxTokens", limits.max_tokens);
  return "";
}

void describe_errors(JsonWriter& json) {
  for_each_category([&](auto const& category, Code const* begin, Code const* end) {
    json.key(category.name()).begin_array();
    for (Code const* code = begin; code != end; ++code) {
      json.begin_object();
      json.key("name").value(code->name);
      json.key("value").value(code->value);
      json.key("message").value(category.message(code->value));
      json.end_object();
    }
    json.end_array();
    return false;
  });
}

napi_value codec<lt::error_code>::to_js(Conversion& cx, lt::error_code const& value) {
  return value ? make_error(cx, value) : js_null(cx);
}

napi_value translate_exception(Environment& env, std::exception_ptr error, bool keeps_stack) {
  Conversion cx(env);
  cx.keeps_stack = keeps_stack;
  try {
    std::rethrow_exception(std::move(error));
  } catch (JsPending const&) {
    napi_value pending = nullptr;
    napi_get_and_clear_last_exception(env.raw(), &pending);
    return pending;
  } catch (Napi::Error const& thrown) {
    return thrown.Value();
  } catch (SessionClosed const&) {
    return make_error(cx, "the session is closed", "session_closed", "libtorrent-napi", 0);
  } catch (FileError const& failure) {
    return make_error(cx, failure);
  } catch (LoadError const& failure) {
    return make_error(cx, failure);
  } catch (lt::system_error const& failure) {
    return make_error(cx, failure.code());
  } catch (std::system_error const& failure) {
    return make_error(cx, failure.what(), nullptr, failure.code().category().name(),
                      failure.code().value());
  } catch (OutOfRange const& failure) {
    return plain_error(env, "RangeError", failure.message);
  } catch (std::length_error const&) {
    return plain_error(env, "RangeError", "too many elements");
  } catch (std::bad_alloc const&) {
    return plain_error(env, "RangeError", "out of memory");
  } catch (std::exception const& failure) {
    return plain_error(env, "Error", failure.what());
  } catch (...) {
    return plain_error(env, "Error", "an unknown C++ exception");
  }
}

}  // namespace binding
