// A handle scope in which equal values become one JS value. A batch of alerts names the same
// torrent, peer and tracker many times.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "node/value.h"

namespace binding {

class Conversion;

// JS thread. The conversion uses the innermost of its batches.
class Batch {
 public:
  // The type of the value whose bytes are a key.
  enum class Kind : std::uint8_t { text, literal, hex, address, no_bits };

  explicit Batch(Conversion& conversion);
  ~Batch();
  Batch(Batch const&) = delete;
  Batch& operator=(Batch const&) = delete;

  // Returns the value that `make` made of the same key before, unless another key has its slot now.
  template <class Make>
  napi_value once(Kind kind, std::string_view key, Make&& make) {
    if (key.size() > Entry::longest) return make();
    Entry& entry = entries_[slot(kind, key)];
    if (entry.value == nullptr || entry.kind != kind || entry.key() != key) {
      entry.value = nullptr;
      napi_value const value = make();
      entry.kind = kind;
      entry.size = static_cast<std::uint8_t>(key.size());
      if (!key.empty()) std::memcpy(entry.bytes, key.data(), key.size());
      entry.value = value;
    }
    return entry.value;
  }

  // No other batch of the environment has the same number.
  std::uint64_t const serial;

 private:
  struct Entry {
    static constexpr std::size_t longest = 54;
    std::string_view key() const { return {bytes, size}; }
    napi_value value = nullptr;
    Kind kind;
    std::uint8_t size;
    char bytes[longest];
  };
  static constexpr int slot_bits = 6;

  // Mixes the length and both ends. Keys that differ in the middle only share a slot.
  static std::size_t slot(Kind kind, std::string_view key) {
    std::uint64_t ends[2] = {0, 0};
    std::size_t const taken = std::min(key.size(), sizeof ends[0]);
    if (taken > 0) {
      std::memcpy(&ends[0], key.data(), taken);
      std::memcpy(&ends[1], key.data() + key.size() - taken, taken);
    }
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // 2^64 / the golden ratio
    std::uint64_t const tag = key.size() * 8 + static_cast<std::uint64_t>(kind);
    std::uint64_t const mixed = (ends[0] * odd) ^ ((ends[1] + tag) * (odd << 1U | 1U));
    return static_cast<std::size_t>(((mixed ^ mixed >> 32U) * odd) >> (64 - slot_bits));
  }

  HandleScope scope_;
  Conversion& conversion_;
  Batch* outer_;
  std::array<Entry, std::size_t{1} << slot_bits> entries_;
};

}  // namespace binding
