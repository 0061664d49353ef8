// The record buffer: flat values for the factories of lib/, which make records and arrays of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

#include "convert/codec.h"

namespace binding {

// Has for each record the number of its factory and the values of its fields, in the order of the
// tables.
using RecordBuffer = std::vector<napi_value>;

// Codecs of records have, besides:
//   static std::size_t factory();                     the number of the factory in lib/
//   static void put(Conversion&, T const&, RecordBuffer&);   the fields, one after the other
// A record within a record therefore needs no call of its own.
template <class T, class = void>
struct is_record_codec : std::false_type {};
template <class T>
struct is_record_codec<T, std::void_t<decltype(codec<T>::factory())>> : std::true_type {};

template <class T>
void put(Conversion& cx, T const& value, RecordBuffer& records) {
  if constexpr (is_record_codec<T>::value) {
    codec<T>::put(cx, value, records);
  } else {
    records.push_back(codec<T>::to_js(cx, value));
  }
}

inline void put_number(Conversion& cx, std::size_t number, RecordBuffer& records) {
  napi_value value = nullptr;
  check(cx.raw(), napi_create_uint32(cx.raw(), static_cast<std::uint32_t>(number), &value));
  records.push_back(value);
}

template <class T>
void put_record(Conversion& cx, T const& value, RecordBuffer& records) {
  put_number(cx, codec<T>::factory(), records);
  codec<T>::put(cx, value, records);
}

template <class T>
napi_value record_to_js(Conversion& cx, T const& value) {
  RecordBuffer records;
  put_record(cx, value, records);
  return cx.call(Hook::record, records.size(), records.data());
}

// Builds an array of the caller's realm in chunks, because arguments live on V8's stack. Each chunk
// has a handle scope of its own.
template <Hook make, Hook append>
class Array {
 public:
  explicit Array(Conversion& cx) : cx_(cx) {}
  // Appends to `array`, which belongs to the surrounding scope.
  Array(Conversion& cx, napi_value array) : cx_(cx), array_(array), chunk_(1, array) {}
  template <class T>
  void push(T const& value) {
    if constexpr (std::is_same_v<T, napi_value>) {
      chunk_.push_back(value);
    } else {
      put_record(cx_, value, chunk_);
    }
    if (chunk_.size() >= limit) flush();
  }
  napi_value finish() {
    if (array_ == nullptr || chunk_.size() > 1) flush();
    batch_.reset();
    return array_;
  }

 private:
  static constexpr std::size_t limit = 1024;
  void flush() {
    napi_value const result =
        cx_.call(array_ == nullptr ? make : append, chunk_.size(), chunk_.data());
    if (array_ == nullptr) array_ = result;
    chunk_.assign(1, array_);
    batch_.reset();
    batch_ = std::make_unique<Batch>(cx_);
  }

  Conversion& cx_;
  napi_value array_ = nullptr;    // of the surrounding scope
  std::unique_ptr<Batch> batch_;  // on the heap: nested values would overflow the stack
  RecordBuffer chunk_;            // from the second one on, the array comes first
};
using ArrayBuilder = Array<Hook::array, Hook::append>;
using RecordsBuilder = Array<Hook::records, Hook::append_records>;

}  // namespace binding
