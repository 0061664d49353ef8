// Replaces functions that a loaded library imports.
#pragma once

namespace binding {

// Makes calls of the imported function `name` run `replacement`, when they come from the library
// that contains the address `within`. The other libraries of the process are left as they are.
// Returns whether it did so: on 64-bit Linux, when the library imports a function of that name.
bool replace_import(void const* within, char const* name, void* replacement);

}  // namespace binding
