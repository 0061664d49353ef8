// Certificate authorities that sessions check HTTPS trackers and web seeds with.
//
// 1. Problem: libtorrent has OpenSSL parse the bundle of the system for each session. That takes
//    20 ms of the JS thread, and most sessions never use it.
//    Rule: the SSL contexts of all sessions share a store of authorities. The first certificate
//    that is checked with a store makes it parse the bundle, on the network thread.
// 2. Problem: an addon that brings its own OpenSSL (scripts/prebuild.mjs) searches one directory,
//    and systems keep authorities in several. A slim container has none.
//    Rule: a session of such an addon trusts the authorities that OpenSSL finds, else the bundle of
//    the system. Besides, it trusts those that the caller passes as PEM: the list of Node.js, or
//    authorities of the user.
#pragma once

#include <string>

namespace binding {

// Makes libtorrent use the shared stores from here on. Without effect where an import can't be
// replaced (node/imports.h): each session parses the bundle there.
void share_authorities();

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
