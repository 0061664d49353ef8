// Certificate authorities of an addon that brings its own OpenSSL (scripts/prebuild.mjs).
//
// Problem: OpenSSL looks for authorities in one directory, and systems keep them in several. A slim
// container has none.
// Rule: a session trusts the authorities that OpenSSL finds, else the bundle of the system.
// Besides, it trusts those that the caller passes as PEM: the list of Node.js, or authorities of
// the user.
#pragma once

#include <string>

namespace binding {

// Returns whether sessions of this addon accept authorities of the caller. With the system's
// libtorrent they don't.
bool takes_authorities();

// Returns whether sessions find authorities of the system, or those that SSL_CERT_FILE or
// SSL_CERT_DIR name.
bool has_system_authorities();

// Any thread. Sessions that this thread opens in the scope trust `pem`, too.
class AuthoritiesScope {
 public:
  explicit AuthoritiesScope(std::string const& pem);
  AuthoritiesScope(AuthoritiesScope const&) = delete;
  AuthoritiesScope& operator=(AuthoritiesScope const&) = delete;
  ~AuthoritiesScope();
};

}  // namespace binding
