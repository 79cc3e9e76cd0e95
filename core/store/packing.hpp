// A compact byte form for the store's records: variable-length integers and counted strings.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace ordalag {

// Appends to a string. Integers take 7 bits a byte, low bits first.
class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    out_.push_back(static_cast<char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void real(float value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }

 private:
  std::string& out_;
};

// Reads what Packer wrote. Past the end, or on nonsense, `ok` turns false for good and values are
// zero or empty: damaged records are noticed, never followed.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return give_up();
  }
  std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
  // A count of things of at least one byte each that follow: never more than there are bytes left.
  std::size_t count() {
    const std::uint64_t value = number();
    return value > bytes_.size() - at_ ? give_up() : value;
  }
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view value = bytes_.substr(at_, size);
    at_ += size;
    return value;
  }
  float real() {
    float value = 0;
    if (bytes_.size() - at_ < sizeof value) {
      give_up();
      return 0;
    }
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  bool ok() const { return ok_; }
  std::size_t at() const { return at_; }

 private:
  std::uint64_t give_up() {
    ok_ = false;
    at_ = bytes_.size();
    return 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace ordalag
