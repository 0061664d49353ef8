// Certificate authorities of an addon that brings its own OpenSSL (scripts/prebuild.mjs).
//
// Problem: OpenSSL looks in one directory for authorities, and systems keep them in several; a slim
// container has none. Rule: a session trusts what OpenSSL finds, else the bundle of the system, and
// besides it what the caller gives (PEM): Node's own list, or authorities of the user.
#pragma once

#include <string>

namespace binding {

// Whether this addon can be given authorities. With the system's libtorrent it can not.
bool takes_authorities();

// Whether sessions find authorities of the system, or those that SSL_CERT_FILE or SSL_CERT_DIR
// name.
bool has_system_authorities();

// Any thread: sessions that this thread opens in the scope trust `pem`, too.
class AuthoritiesScope {
 public:
  explicit AuthoritiesScope(std::string const& pem);
  AuthoritiesScope(AuthoritiesScope const&) = delete;
  AuthoritiesScope& operator=(AuthoritiesScope const&) = delete;
  ~AuthoritiesScope();
};

}  // namespace binding
