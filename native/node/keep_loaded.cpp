#include "node/keep_loaded.h"

#ifdef _WIN32
#include <windows.h>
#elif !defined __linux__
#include <dlfcn.h>
#endif

namespace binding {

#ifdef _WIN32

void keep_loaded() noexcept {
  HMODULE module = nullptr;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<LPCWSTR>(&keep_loaded), &module);
}

#elif defined __linux__

void keep_loaded() noexcept {}

#else

void keep_loaded() noexcept {
  Dl_info info{};
  if (dladdr(reinterpret_cast<void const*>(&keep_loaded), &info) == 0) return;
  dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

#endif

}  // namespace binding
