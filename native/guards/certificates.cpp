#include "guards/certificates.h"

#include <libtorrent/version.hpp>

#ifdef TORRENT_USE_OPENSSL

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <tuple>

#include "node/imports.h"

namespace binding {
namespace {

std::string from_environment(char const* name) {
  char const* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): JS thread
  return value == nullptr ? std::string() : value;
}

#ifdef ADDON_STANDALONE

// The places that OpenSSL searches. Debian, Ubuntu and Alpine name the files by their hashes.
constexpr char const* default_file = "/etc/ssl/cert.pem";
constexpr char const* default_directory = "/etc/ssl/certs";

// The files in which other systems keep all authorities.
constexpr std::array<char const*, 4> bundles{
    "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // Fedora, newer
    "/etc/ssl/ca-bundle.pem",                             // openSUSE
    "/etc/ssl/certs/ca-certificates.crt",                 // Arch, NixOS
};

bool exists(char const* path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

bool has_hashed_files(char const* directory) {
  std::error_code error;
  std::filesystem::directory_iterator const begin(directory, error);
  return !error && std::any_of(begin, std::filesystem::directory_iterator(),
                               [](auto const& entry) { return entry.path().extension() == ".0"; });
}

bool openssl_finds_authorities() {
  return std::getenv(X509_get_default_cert_file_env()) != nullptr ||
         std::getenv(X509_get_default_cert_dir_env()) != nullptr || exists(default_file) ||
         has_hashed_files(default_directory);
}

// Returns the bundle of a system that keeps it where OpenSSL doesn't search, or an empty string.
std::string bundle_elsewhere() {
  if (openssl_finds_authorities()) return {};
  auto const* const found = std::find_if(bundles.begin(), bundles.end(), exists);
  return found == bundles.end() ? std::string() : *found;
}

#else

std::string bundle_elsewhere() { return {}; }

#endif

// Where the authorities of a session come from. Sessions with equal sources share a store.
struct Sources {
  std::string file;
  std::filesystem::file_time_type changed;  // of the file, which may name other authorities later
  std::string directory;                    // for the comparison only: OpenSSL reads the variable
  std::string pem;
  bool operator<(Sources const& other) const {
    return std::tie(file, changed, directory, pem) <
           std::tie(other.file, other.changed, other.directory, other.pem);
  }
};

thread_local std::string const* given = nullptr;

// JS thread, where the environment is read: another thread would race with `process.env`.
Sources sources_now() {
  Sources result;
  result.file = from_environment(X509_get_default_cert_file_env());
  if (result.file.empty()) result.file = bundle_elsewhere();
  if (result.file.empty()) result.file = X509_get_default_cert_file();
  std::error_code absent;
  result.changed = std::filesystem::last_write_time(result.file, absent);
  result.directory = from_environment(X509_get_default_cert_dir_env());
  if (given != nullptr) result.pem = *given;
  return result;
}

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
};

void add_pem(X509_STORE* store, std::string const& pem) {
  std::unique_ptr<BIO, Free> const bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (auto const certificate =
             std::unique_ptr<X509, Free>(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))) {
    X509_STORE_add_cert(store, certificate.get());
  }
}

// A store that gets its authorities when OpenSSL first looks one up.
//
// OpenSSL asks a store's look-ups, in order, for a subject that the store doesn't have yet. A
// look-up may add certificates to the store, which has a lock of its own.
class SharedStore {
 public:
  explicit SharedStore(Sources sources) : sources_(std::move(sources)), store_(X509_STORE_new()) {
    X509_LOOKUP* const lazy = X509_STORE_add_lookup(store_, method());
    X509_LOOKUP_set_method_data(lazy, this);
    // The file look-up reads nothing before it is given a file; that of a directory reads single
    // files when they are looked up.
    file_ = X509_STORE_add_lookup(store_, X509_LOOKUP_file());
    X509_LOOKUP* const directory = X509_STORE_add_lookup(store_, X509_LOOKUP_hash_dir());
    X509_LOOKUP_add_dir(directory, nullptr, X509_FILETYPE_DEFAULT);
  }
  SharedStore(SharedStore const&) = delete;
  SharedStore& operator=(SharedStore const&) = delete;

  // The context counts itself as an owner.
  void set_in(SSL_CTX* context) const { SSL_CTX_set1_cert_store(context, store_); }

 private:
  static X509_LOOKUP_METHOD* method() {
    static X509_LOOKUP_METHOD* const made = [] {
      auto* const lazy = X509_LOOKUP_meth_new("authorities, parsed when one is looked up");
      X509_LOOKUP_meth_set_get_by_subject(lazy, look_up);
      return lazy;
    }();
    return made;
  }

  // The network thread of any session.
  static int look_up(X509_LOOKUP* lookup, X509_LOOKUP_TYPE type, X509_NAME const* name,
                     X509_OBJECT* result) noexcept {
    auto& shared = *static_cast<SharedStore*>(X509_LOOKUP_get_method_data(lookup));
    std::call_once(shared.filled_, [&] { shared.fill(); });
    return shared.find(type, name, result);
  }

  void fill() {
    ERR_set_mark();
    X509_load_cert_crl_file(file_, sources_.file.c_str(), X509_FILETYPE_PEM);
    add_pem(store_, sources_.pem);
    ERR_pop_to_mark();  // an absent file and the end of the PEM leave errors
  }

  // OpenSSL has searched the store before it asked, and does not search it again. Another thread
  // may have filled it in between.
  int find(X509_LOOKUP_TYPE type, X509_NAME const* name, X509_OBJECT* result) const {
    if (type != X509_LU_X509) return 0;
    X509_STORE_lock(store_);
    X509_OBJECT* const found =
        X509_OBJECT_retrieve_by_subject(X509_STORE_get0_objects(store_), type, name);
    X509* const certificate = found == nullptr ? nullptr : X509_OBJECT_get0_X509(found);
    bool const is_set = certificate != nullptr && X509_OBJECT_set1_X509(result, certificate) == 1;
    // The caller counts itself as an owner of what a look-up returns, and `result` is none.
    if (is_set) X509_free(certificate);
    X509_STORE_unlock(store_);
    return is_set ? 1 : 0;
  }

  Sources const sources_;
  X509_STORE* const store_;
  X509_LOOKUP* file_ = nullptr;
  std::once_flag filled_;
};

// Replaces the function of libssl. The opening thread of a session calls it, once per session.
int use_shared_store(SSL_CTX* context) {
  // Leaked on purpose: sessions use the stores until the process ends.
  static auto* const mutex = new std::mutex;
  static auto* const stores = new std::map<Sources, SharedStore>;
  std::lock_guard<std::mutex> const lock(*mutex);
  Sources const sources = sources_now();
  ERR_set_mark();
  stores->try_emplace(sources, sources).first->second.set_in(context);
  ERR_pop_to_mark();
  return 1;
}

}  // namespace

AuthoritiesScope::AuthoritiesScope(std::string const& pem) { given = pem.empty() ? nullptr : &pem; }
AuthoritiesScope::~AuthoritiesScope() { given = nullptr; }

}  // namespace binding

#ifdef ADDON_STANDALONE

// The build renames the function of libssl, so that libtorrent calls this one.
extern "C" int SSL_CTX_set_default_verify_paths(SSL_CTX* context);
extern "C" int SSL_CTX_set_default_verify_paths(SSL_CTX* context) {
  return binding::use_shared_store(context);
}

namespace binding {

void share_authorities() {}
bool takes_authorities() { return true; }

bool has_system_authorities() {
  return openssl_finds_authorities() || std::any_of(bundles.begin(), bundles.end(), exists);
}

}  // namespace binding

#else

namespace binding {

void share_authorities() {
  static bool const replaced = replace_import(reinterpret_cast<void const*>(&libtorrent::version),
                                              "SSL_CTX_set_default_verify_paths",
                                              reinterpret_cast<void*>(&use_shared_store));
  static_cast<void>(replaced);
}
bool takes_authorities() { return false; }
bool has_system_authorities() { return true; }

}  // namespace binding

#endif

#else  // libtorrent without OpenSSL

namespace binding {

AuthoritiesScope::AuthoritiesScope(std::string const&) {}
AuthoritiesScope::~AuthoritiesScope() = default;
void share_authorities() {}
bool takes_authorities() { return false; }
bool has_system_authorities() { return true; }

}  // namespace binding

#endif
