#include "guards/certificates.h"

namespace binding {
namespace {

thread_local std::string const* given = nullptr;

}  // namespace

AuthoritiesScope::AuthoritiesScope(std::string const& pem) { given = pem.empty() ? nullptr : &pem; }
AuthoritiesScope::~AuthoritiesScope() { given = nullptr; }

}  // namespace binding

#ifdef ADDON_STANDALONE

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

// The function of libssl. The build renames it, so that libtorrent calls the function below.
extern "C" int openssl_set_default_verify_paths(SSL_CTX* context);
extern "C" int SSL_CTX_set_default_verify_paths(SSL_CTX* context);

namespace binding {
namespace {

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

void add_bundle(SSL_CTX* context) {
  auto const* const found = std::find_if(bundles.begin(), bundles.end(), exists);
  if (found != bundles.end()) SSL_CTX_load_verify_locations(context, *found, nullptr);
}

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
};

void add_pem(SSL_CTX* context, std::string const& pem) {
  std::unique_ptr<BIO, Free> const bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  X509_STORE* const store = SSL_CTX_get_cert_store(context);
  while (auto const certificate =
             std::unique_ptr<X509, Free>(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))) {
    X509_STORE_add_cert(store, certificate.get());
  }
}

}  // namespace

bool takes_authorities() { return true; }

bool has_system_authorities() {
  return openssl_finds_authorities() || std::any_of(bundles.begin(), bundles.end(), exists);
}

}  // namespace binding

extern "C" int SSL_CTX_set_default_verify_paths(SSL_CTX* context) {
  int const result = openssl_set_default_verify_paths(context);
  if (!binding::openssl_finds_authorities()) binding::add_bundle(context);
  if (binding::given) binding::add_pem(context, *binding::given);
  ERR_clear_error();  // absent files and the end of the PEM leave errors
  return result;
}

#else

namespace binding {

bool takes_authorities() { return false; }
bool has_system_authorities() { return true; }

}  // namespace binding

#endif
