// The encoding in which libtorrent passes file names to the system.
#pragma once

namespace binding {

// Makes libtorrent encode file names in UTF-8, as Node.js does. Called before any other use of
// libtorrent, once in the process.
//
// Problem: on Linux libtorrent encodes file names for the locale of LANG, unless it ends with
// ".UTF-8". Without LANG, as in containers and services, each character beyond ASCII becomes a dot.
// Rule: libtorrent encodes its first name while LANG is "C.UTF-8".
void use_utf8_file_names();

}  // namespace binding
