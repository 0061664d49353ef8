#include "convert/codec.h"

#include <array>

namespace binding {

double integer_from_js(Conversion& cx, napi_value value, Path const& path, double low,
                       double high) {
  auto const expected = [&] {
    if (low == -max_safe_integer && high == max_safe_integer) return std::string("a safe integer");
    auto const text = [](double bound) { return std::to_string(static_cast<std::int64_t>(bound)); };
    return "an integer from " + text(low) + " to " + text(high);
  };
  if (type_of(cx, value) != napi_number) throw_type_error(cx, path, expected(), value);
  double number = 0;
  check(cx.raw(), napi_get_value_double(cx.raw(), value, &number));
  if (!(number >= low && number <= high) || std::trunc(number) != number) {
    throw_range_error(cx, path, expected(), value);
  }
  return number;
}

napi_value codec<BigInteger>::to_js(Conversion& cx, BigInteger integer) {
  napi_value result = nullptr;
  check(cx.raw(), napi_create_bigint_int64(cx.raw(), integer.value, &result));
  return result;
}

BigInteger codec<BigInteger>::from_js(Conversion& cx, napi_value value, Path const& path) {
  if (type_of(cx, value) != napi_bigint) {
    return {codec<std::int64_t>::from_js(cx, value, path)};
  }
  BigInteger result;
  bool lossless = false;
  check(cx.raw(), napi_get_value_bigint_int64(cx.raw(), value, &result.value, &lossless));
  if (!lossless) throw_range_error(cx, path, "an integer of 64 bits", value);
  return result;
}

std::uint32_t array_length(Conversion& cx, napi_value value, Path const& path) {
  bool is_array = false;
  check(cx.raw(), napi_is_array(cx.raw(), value, &is_array));
  if (!is_array) throw_type_error(cx, path, "an array", value);
  std::uint32_t length = 0;
  check(cx.raw(), napi_get_array_length(cx.raw(), value, &length));
  return length;
}

bool is_bytes(Conversion& cx, napi_value value) {
  bool is_typed_array = false;
  check(cx.raw(), napi_is_typedarray(cx.raw(), value, &is_typed_array));
  if (!is_typed_array) return false;
  napi_typedarray_type type = napi_int8_array;
  check(cx.raw(),
        napi_get_typedarray_info(cx.raw(), value, &type, nullptr, nullptr, nullptr, nullptr));
  return type == napi_uint8_array;
}

Bytes bytes_from_js(Conversion& cx, napi_value value, Path const& path) {
  if (!is_bytes(cx, value)) throw_type_error(cx, path, "a Uint8Array", value);
  void* data = nullptr;
  std::size_t size = 0;
  check(cx.raw(),
        napi_get_typedarray_info(cx.raw(), value, nullptr, &size, &data, nullptr, nullptr));
  return {static_cast<char const*>(data), data == nullptr ? 0 : size};
}

napi_value bytes_to_js(Conversion& cx, char const* data, std::size_t size) {
  napi_value result = nullptr;
  void* copy = nullptr;
  check(cx.raw(), napi_create_buffer_copy(cx.raw(), size, size == 0 ? "" : data, &copy, &result));
  return result;
}

std::string string_from_js(Conversion& cx, napi_value value, Path const& path) {
  // Most strings fit. A query of the length first would take as long again.
  std::array<char, 256> buffer;  // NOLINT(*-member-init)
  std::size_t size = 0;
  napi_status const status =
      napi_get_value_string_utf8(cx.raw(), value, buffer.data(), buffer.size(), &size);
  if (status == napi_string_expected) throw_type_error(cx, path, "a string", value);
  check(cx.raw(), status);
  constexpr std::size_t longest_character = 4;  // bytes of UTF-8
  if (size + longest_character < buffer.size()) return {buffer.data(), size};
  check(cx.raw(), napi_get_value_string_utf8(cx.raw(), value, nullptr, 0, &size));
  std::string result(size, '\0');
  check(cx.raw(), napi_get_value_string_utf8(cx.raw(), value, result.data(), size + 1, &size));
  return result;
}

std::string latin1_from_js(Conversion& cx, napi_value value, Path const& path) {
  if (type_of(cx, value) != napi_string) throw_type_error(cx, path, "a string", value);
  std::size_t size = 0;
  check(cx.raw(), napi_get_value_string_utf16(cx.raw(), value, nullptr, 0, &size));
  std::u16string wide(size, u'\0');
  check(cx.raw(), napi_get_value_string_utf16(cx.raw(), value, wide.data(), size + 1, &size));
  std::string result;
  result.reserve(size);
  for (char16_t const c : wide) {
    if (c > 0xff) throw_type_error(cx, path, "a key with one byte per character", value);
    result.push_back(static_cast<char>(c));
  }
  return result;
}

}  // namespace binding
