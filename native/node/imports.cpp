#include "node/imports.h"

#if defined(__linux__) && defined(__LP64__)

#include <dlfcn.h>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstring>

namespace binding {
namespace {

struct Search {
  void const* within;
  char const* name;
  void* replacement;
  bool replaced = false;
};

// The tables of a library that say which functions it imports, and where it keeps their addresses.
struct Imports {
  ElfW(Sym) const* symbols = nullptr;
  char const* strings = nullptr;
  ElfW(Rela) const* relocations = nullptr;
  std::size_t count = 0;
};

template <class T>
T* pointer_to(std::uintptr_t address) {
  return reinterpret_cast<T*>(address);  // NOLINT(performance-no-int-to-ptr): of the loader
}

bool contains(dl_phdr_info const& library, ElfW(Word) type, std::uintptr_t address) {
  for (int i = 0; i < library.dlpi_phnum; ++i) {
    auto const& segment = library.dlpi_phdr[i];
    auto const begin = library.dlpi_addr + segment.p_vaddr;
    if (segment.p_type == type && address >= begin && address < begin + segment.p_memsz)
      return true;
  }
  return false;
}

Imports imports_of(dl_phdr_info const& library) {
  Imports result;
  auto const base = library.dlpi_addr;
  // glibc stores absolute addresses there, and musl offsets.
  auto const address = [base](ElfW(Addr) stored) { return stored < base ? base + stored : stored; };
  for (int i = 0; i < library.dlpi_phnum; ++i) {
    if (library.dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
    auto const* entry = pointer_to<ElfW(Dyn) const>(base + library.dlpi_phdr[i].p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry) {
      auto const value = entry->d_un.d_ptr;
      switch (entry->d_tag) {
        case DT_SYMTAB: result.symbols = pointer_to<ElfW(Sym) const>(address(value)); break;
        case DT_STRTAB: result.strings = pointer_to<char const>(address(value)); break;
        case DT_JMPREL: result.relocations = pointer_to<ElfW(Rela) const>(address(value)); break;
        case DT_PLTRELSZ: result.count = value / sizeof(ElfW(Rela)); break;
        default: break;
      }
    }
  }
  return result;
}

// The loader has made most of these places read-only.
bool write(dl_phdr_info const& library, std::uintptr_t place, void* value) {
  auto const page_size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  auto* const page = pointer_to<void>(place & ~(page_size - 1));
  if (mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) return false;
  // Another thread may call the function meanwhile, and reads the one address or the other.
  pointer_to<std::atomic<void*>>(place)->store(value);
  if (contains(library, PT_GNU_RELRO, place)) mprotect(page, page_size, PROT_READ);
  return true;
}

int visit(dl_phdr_info* library, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  if (!contains(*library, PT_LOAD, reinterpret_cast<std::uintptr_t>(search.within))) return 0;
  Imports const imports = imports_of(*library);
  bool const is_complete =
      imports.symbols != nullptr && imports.strings != nullptr && imports.relocations != nullptr;
  if (!is_complete) return 1;
  for (std::size_t i = 0; i < imports.count; ++i) {
    auto const& relocation = imports.relocations[i];
    auto const& symbol = imports.symbols[ELF64_R_SYM(relocation.r_info)];
    if (std::strcmp(imports.strings + symbol.st_name, search.name) != 0) continue;
    search.replaced = write(*library, library->dlpi_addr + relocation.r_offset, search.replacement);
  }
  return 1;
}

}  // namespace

bool replace_import(void const* within, char const* name, void* replacement) {
  Search search{within, name, replacement};
  dl_iterate_phdr(visit, &search);
  return search.replaced;
}

}  // namespace binding

#else

namespace binding {

bool replace_import(void const*, char const*, void*) { return false; }

}  // namespace binding

#endif
