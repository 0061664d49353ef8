// The encoding in which libtorrent passes file names to the system.
#pragma once

namespace binding {

// Once in the process, before any other use of libtorrent. On Linux it encodes file names for the
// locale of LANG, unless that ends with ".UTF-8". Without LANG, as in containers and services, each
// character beyond ASCII becomes a dot. Node.js encodes all file names in UTF-8, and so does
// libtorrent after this.
void use_utf8_file_names();

}  // namespace binding
