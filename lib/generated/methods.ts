// Made by scripts/generate.mjs from native/tables. Do not edit.
import type {
  FileStorage,
  IpFilter,
  PeerClassTypeFilter,
  PortFilter,
  TorrentHandle,
  TorrentInfo,
} from '../types'
import type { MoveFlags, Operation, PeerClassSocketType, PortmapProtocol } from './enums'
import type {
  AddTorrentParams,
  AddTorrentParamsInit,
  AnnounceEntry,
  AnnounceEntryInit,
  BdecodeLimitsInit,
  DhtStateInit,
  Endpoint,
  Entry,
  EntryInit,
  ExportedFilter,
  FileSlice,
  InfoHash,
  KeyPair,
  LoadTorrentLimitsInit,
  MutableItemInit,
  OpenFileState,
  PartialPieceInfo,
  PeerClassInfo,
  PeerClassInfoInit,
  PeerInfo,
  PeerRequest,
  SessionParams,
  SessionParamsInit,
  StatsMetric,
  TorrentStatus,
  WebSeedEntry,
  WebSeedEntryInit,
} from './records'
import type { Settings, SettingsInit } from './settings'

/**
 * What libtorrent's create_torrent can do. While `setPieceHashes()` is under way, every method
 * throws.
 */
export interface CreateTorrentMethods {
  /**
   * Puts the torrent into a collection (BEP 38): torrents of one collection may share files.
   *
   * @param name of the collection
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_collection()
   */
  addCollection(name: string): void
  /**
   * Adds a web seed of BEP 17.
   *
   * @param url URL of the web server
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_http_seed()
   */
  addHttpSeed(url: string): void
  /**
   * Adds a node of the DHT that clients may join it by.
   *
   * @param node host and port, 0 to 65535
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_node()
   */
  addNode(node: readonly [string, number]): void
  /**
   * Names a torrent that may share files with this one (BEP 38).
   *
   * @param infoHash its SHA-1, 40 hex digits
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_similar_torrent()
   */
  addSimilarTorrent(infoHash: string): void
  /**
   * Adds a tracker, unless it is there.
   *
   * @param url its URL, `http:`, `https:` or `udp:`; RangeError when it is empty
   * @param tier 0 to 255: higher tiers are tried when lower ones fail. Default: 0
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_tracker()
   */
  addTracker(url: string, tier?: number): void
  /**
   * Adds a web seed of BEP 19.
   *
   * @param url of the file, or of the directory that the torrent's directory is in
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_url_seed()
   */
  addUrlSeed(url: string): void
  /**
   * One more than the index of the last file.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#end_file()
   */
  endFile(): number
  /**
   * One more than the index of the last piece.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#end_piece()
   */
  endPiece(): number
  /**
   * The indices of a file's pieces, counted from its own first: those that `setHash2()` takes.
   *
   * @param file index of the file; a RangeError when there is none
   * @returns 0, and the number of pieces
   * @see https://libtorrent.org/reference-Create_Torrents.html#file_piece_range()
   */
  filePieceRange(file: number): readonly [number, number]
  /**
   * The indices of all files.
   *
   * @returns the first one, and one more than the last
   * @see https://libtorrent.org/reference-Create_Torrents.html#file_range()
   */
  fileRange(): readonly [number, number]
  /**
   * The torrent as an object, to add to before it is bencoded.
   *
   * @throws LibtorrentError: `'invalid_hash_entry'` when hashes are missing,
   *   `'torrent_missing_file_tree'` when all files are empty, `'torrent_inconsistent_files'` when a
   *   file and a directory have the same path
   * @see https://libtorrent.org/reference-Create_Torrents.html#generate()
   */
  generate(): Entry
  /**
   * The content of the .torrent file.
   *
   * @throws as `generate()`
   * @see https://libtorrent.org/reference-Create_Torrents.html#generate_buf()
   */
  generateBuf(): Buffer
  /**
   * Whether it was made with `createFlags.v1Only`.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#is_v1_only()
   */
  isV1Only(): boolean
  /**
   * Whether it was made with `createFlags.v2Only`.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#is_v2_only()
   */
  isV2Only(): boolean
  /**
   * How many pieces the torrent has.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#num_pieces()
   */
  numPieces(): number
  /**
   * Bytes of a piece; the last one may have less.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_length()
   */
  pieceLength(): number
  /**
   * The indices of all pieces.
   *
   * @returns the first one, and one more than the last
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * Bytes of a piece.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * What `setPriv()` set; false by default.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#priv()
   */
  priv(): boolean
  /**
   * Sets the comment.
   *
   * @param comment any text; empty: none
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_comment()
   */
  setComment(comment: string): void
  /**
   * Sets when the torrent was made. Default: when this object was.
   *
   * @param date exact to the second; null leaves it out
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_creation_date()
   */
  setCreationDate(date: Date | null): void
  /**
   * Sets the program that made the torrent.
   *
   * @param creator its name and version; empty: none
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_creator()
   */
  setCreator(creator: string): void
  /**
   * Sets the hash of a piece for version 1. `setPieceHashes()` does so for all.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @param hash SHA-1 of the piece, 40 hex digits; zeros count as none
   * @throws LibtorrentError `'invalid_hash_entry'` with `createFlags.v2Only`
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_hash()
   */
  setHash(piece: number, hash: string): void
  /**
   * Sets the hash of a file's piece for version 2. `setPieceHashes()` does so for all.
   *
   * @param file index of the file; a RangeError when there is none
   * @param piece index of the piece, counted from the file's first; a RangeError when there is none
   * @param hash root of the tree of its blocks' SHA-256, 64 hex digits; zeros count as none
   * @throws LibtorrentError `'invalid_hash_entry'` with `createFlags.v1Only`
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_hash2()
   */
  setHash2(file: number, piece: number, hash: string): void
  /**
   * Makes the torrent private: clients take peers from its trackers only.
   *
   * @param isPrivate whether it is
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_priv()
   */
  setPriv(isPrivate: boolean): void
  /**
   * Makes the torrent a TLS torrent: its peers need certificates.
   *
   * @param pem the certificate (PEM) that theirs must be signed by
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_root_cert()
   */
  setRootCert(pem: string): void
  /**
   * Bytes of all files, pad files included.
   *
   * @see https://libtorrent.org/reference-Create_Torrents.html#total_size()
   */
  totalSize(): number
}

/**
 * What libtorrent's file_storage can do. Changing the files of a TorrentInfo changes a copy. What
 * needs pieces throws a RangeError before `setPieceLength()`.
 */
export interface FileStorageMethods {
  /**
   * Adds a file. All files of a torrent lie in one directory, which gives it its name.
   *
   * @param path relative, beginning with the name of the torrent unless it is the only file
   * @param size its bytes, up to `limits.maxFileSize`
   * @param flags of `fileFlags`. Default: 0
   * @param mtime when it was last changed; null, the default: not told
   * @param symlinkPath what it points to, with `fileFlags.flagSymlink`. Default: empty
   * @throws RangeError for a negative size; LibtorrentError: `'EFBIG'`, `'torrent_invalid_length'`
   *   (the files are too large) or `'ENAMETOOLONG'`
   * @see https://libtorrent.org/reference-Storage.html#add_file()
   */
  addFile(
    path: string,
    size: number,
    flags?: number,
    mtime?: Date | null,
    symlinkPath?: string,
  ): void
  /**
   * CRC32 of the path of every directory, to find files in each other's way.
   *
   * @returns the numbers, in no order
   * @see https://libtorrent.org/reference-Storage.html#all_path_hashes()
   */
  allPathHashes(): ReadonlyArray<number>
  /**
   * How many blocks of 16 KiB a piece of a version 2 torrent has.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#blocks_in_piece2()
   */
  blocksInPiece2(piece: number): number
  /**
   * How many blocks of 16 KiB a piece has; the last one may have fewer.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Storage.html#blocks_per_piece()
   */
  blocksPerPiece?(): number
  /**
   * Sorts the files and aligns them with pieces by pad files, as version 2 wants it.
   *
   * @see https://libtorrent.org/reference-Storage.html#canonicalize()
   */
  canonicalize(): void
  /**
   * One more than the index of the last file.
   *
   * @see https://libtorrent.org/reference-Storage.html#end_file()
   */
  endFile(): number
  /**
   * One more than the index of the last piece.
   *
   * @see https://libtorrent.org/reference-Storage.html#end_piece()
   */
  endPiece(): number
  /**
   * Whether a file was renamed to an absolute path, away from the save path.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_absolute_path()
   */
  fileAbsolutePath(file: number): boolean
  /**
   * Index of the node of a file's first block in its hash tree (version 2).
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_first_block_node()
   */
  fileFirstBlockNode(file: number): number
  /**
   * Index of the node of a file's first piece in its hash tree (version 2).
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_first_piece_node()
   */
  fileFirstPieceNode(file: number): number
  /**
   * Attributes of a file.
   *
   * @param file index of the file; a RangeError when there is none
   * @returns of `fileFlags`
   * @see https://libtorrent.org/reference-Storage.html#file_flags()
   */
  fileFlags(file: number): number
  /**
   * The file that a byte of the torrent lies in.
   *
   * @param offset from 0; a RangeError when it is beyond the torrent
   * @returns its index
   * @see https://libtorrent.org/reference-Storage.html#file_index_at_offset()
   */
  fileIndexAtOffset(offset: number): number
  /**
   * The file that a piece begins in.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @returns its index
   * @see https://libtorrent.org/reference-Storage.html#file_index_at_piece()
   */
  fileIndexAtPiece(piece: number): number
  /**
   * The file of a version 2 torrent with a hash tree.
   *
   * @param rootHash root of the tree, 64 hex digits
   * @returns its index; -1 when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_index_for_root()
   */
  fileIndexForRoot(rootHash: string): number
  /**
   * Name of a file, without directories.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_name()
   */
  fileName(file: number): string
  /**
   * How many blocks of 16 KiB a file has, if it begins with a piece (version 2).
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_num_blocks()
   */
  fileNumBlocks(file: number): number
  /**
   * How many pieces a file has, if it begins with a piece (version 2).
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_num_pieces()
   */
  fileNumPieces(file: number): number
  /**
   * Where a file begins in the torrent, in bytes.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_offset()
   */
  fileOffset(file: number): number
  /**
   * Path of a file.
   *
   * @param file index of the file; a RangeError when there is none
   * @param savePath the directory that the torrent is in. Default: empty
   * @returns the path within the torrent, or with `savePath` in front
   * @see https://libtorrent.org/reference-Storage.html#file_path()
   */
  filePath(file: number, savePath?: string): string
  /**
   * CRC32 of the path of a file, in lower case.
   *
   * @param file index of the file; a RangeError when there is none
   * @param savePath the directory that the torrent is in; may be empty
   * @see https://libtorrent.org/reference-Storage.html#file_path_hash()
   */
  filePathHash(file: number, savePath: string): number
  /**
   * The indices of a file's pieces, counted from its own first (version 2).
   *
   * @param file index of the file; a RangeError when there is none
   * @returns 0, and the number of pieces
   * @see https://libtorrent.org/reference-Storage.html#file_piece_range()
   */
  filePieceRange(file: number): readonly [number, number]
  /**
   * The indices of all files.
   *
   * @returns the first one, and one more than the last
   * @see https://libtorrent.org/reference-Storage.html#file_range()
   */
  fileRange(): readonly [number, number]
  /**
   * Bytes of a file.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#file_size()
   */
  fileSize(file: number): number
  /**
   * SHA-1 of a file that the .torrent file tells, 40 hex digits; zeros if it doesn't.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#hash()
   */
  hash(file: number): string
  /**
   * Whether the size of pieces was set.
   *
   * @see https://libtorrent.org/reference-Storage.html#is_valid()
   */
  isValid(): boolean
  /**
   * Index of the last piece, which may be shorter than others.
   *
   * @see https://libtorrent.org/reference-Storage.html#last_piece()
   */
  lastPiece(): number
  /**
   * Where a part of a piece lies in the files.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @param offset where it begins in the piece, in bytes
   * @param size how many bytes it has; it may go beyond the piece
   * @returns the parts of files that it consists of, in order
   * @throws RangeError when the part isn't inside of the torrent
   * @see https://libtorrent.org/reference-Storage.html#map_block()
   */
  mapBlock(piece: number, offset: number, size: number): ReadonlyArray<FileSlice>
  /**
   * Where a part of a file lies in the pieces.
   *
   * @param file index of the file; a RangeError when there is none
   * @param offset where it begins in the file, in bytes
   * @param size how many bytes it has
   * @returns the piece that it begins in, where it begins there, and its length
   * @throws RangeError when the part isn't inside of the file
   * @see https://libtorrent.org/reference-Storage.html#map_file()
   */
  mapFile(file: number, offset: number, size: number): PeerRequest
  /**
   * When a file was last changed; null if that isn't told.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#mtime()
   */
  mtime(file: number): Date | null
  /**
   * Name of the torrent: of its file, or of the directory of its files.
   *
   * @see https://libtorrent.org/reference-Storage.html#name()
   */
  name(): string
  /**
   * How many files there are, pad files included.
   *
   * @see https://libtorrent.org/reference-Storage.html#num_files()
   */
  numFiles(): number
  /**
   * How many pieces there are.
   *
   * @see https://libtorrent.org/reference-Storage.html#num_pieces()
   */
  numPieces(): number
  /**
   * Whether a file is a pad file: zeros that let the next file begin with a piece.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#pad_file_at()
   */
  padFileAt(file: number): boolean
  /**
   * Index of the piece that a file begins in.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#piece_index_at_file()
   */
  pieceIndexAtFile(file: number): number
  /**
   * Bytes of a piece; the last one may have less. 0 before it was set.
   *
   * @see https://libtorrent.org/reference-Storage.html#piece_length()
   */
  pieceLength(): number
  /**
   * The indices of all pieces.
   *
   * @returns the first one, and one more than the last
   * @see https://libtorrent.org/reference-Storage.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * Bytes of a piece.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * Bytes of a piece without the padding at its end (version 2).
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#piece_size2()
   */
  pieceSize2(piece: number): number
  /**
   * Renames a file.
   *
   * @param file index of the file; a RangeError when there is none
   * @param newName its path, as in `addFile()`
   * @see https://libtorrent.org/reference-Storage.html#rename_file()
   */
  renameFile(file: number, newName: string): void
  /**
   * Makes room for files that will be added, to save time.
   *
   * @param numFiles how many, 0 to 65535
   * @see https://libtorrent.org/reference-Storage.html#reserve()
   */
  reserve(numFiles: number): void
  /**
   * Root of a file's hash tree (version 2), 64 hex digits; zeros for other torrents.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#root()
   */
  root(file: number): string
  /**
   * Lets symbolic links that lead out of the torrent point to themselves.
   *
   * @see https://libtorrent.org/reference-Storage.html#sanitize_symlinks()
   */
  sanitizeSymlinks(): void
  /**
   * Renames the torrent, and so the directory of its files.
   *
   * @param name the name
   * @see https://libtorrent.org/reference-Storage.html#set_name()
   */
  setName(name: string): void
  /**
   * Sets the number of pieces, when files are described by hand.
   *
   * @param numPieces 0 to 2147483647
   * @see https://libtorrent.org/reference-Storage.html#set_num_pieces()
   */
  setNumPieces(numPieces: number): void
  /**
   * Sets the size of pieces. `new CreateTorrent()` does so itself.
   *
   * @param pieceLength bytes: a power of two, at least 16384, for a torrent to be made of it; a
   *   RangeError below 1
   * @see https://libtorrent.org/reference-Storage.html#set_piece_length()
   */
  setPieceLength(pieceLength: number): void
  /**
   * What a symbolic link points to, relative to the save path; empty for other files.
   *
   * @param file index of the file; a RangeError when there is none
   * @see https://libtorrent.org/reference-Storage.html#symlink()
   */
  symlink(file: number): string
  /**
   * Bytes of all files, pad files included.
   *
   * @see https://libtorrent.org/reference-Storage.html#total_size()
   */
  totalSize(): number
  /**
   * Whether the files have hash trees, as of version 2 and hybrid torrents.
   *
   * @see https://libtorrent.org/reference-Storage.html#v2()
   */
  v2(): boolean
}

/**
 * libtorrent's functions that belong to no class. Arguments are checked first: a TypeError or
 * RangeError names what is wrong.
 */
export interface Functions {
  /**
   * Decodes bencoded bytes: strings become Buffers, dictionaries objects without a prototype whose
   * keys have one character per byte, integers beyond 2^53 BigInts.
   *
   * @param bytes one bencoded value; what follows it is ignored
   * @param limits how large and deep it may be, for bytes from strangers
   * @throws LibtorrentError of the category `'bdecode'`, such as `'unexpected_eof'`
   * @see https://libtorrent.org/reference-Bdecoding.html#bdecode()
   */
  bdecode(bytes: Uint8Array, limits?: BdecodeLimitsInit): Entry
  /**
   * Bencodes a value: strings as UTF-8, keys with one character per byte.
   *
   * @param value integers, strings, bytes, arrays and objects of them
   * @see https://libtorrent.org/reference-Bencoding.html#bencode()
   */
  bencode(value: EntryInit): Buffer
  /**
   * libtorrent's default of every setting.
   *
   * @see https://libtorrent.org/reference-Settings.html#default_settings()
   */
  defaultSettings(): Settings
  /**
   * Moves a public key by a scalar.
   *
   * @param publicKey 32 bytes; a RangeError otherwise
   * @param scalar 32 bytes; a RangeError otherwise
   * @returns the key that belongs to what `ed25519AddScalarSecret()` makes with the same scalar, 32
   *   bytes
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_add_scalar()
   */
  ed25519AddScalarPublic(publicKey: Uint8Array, scalar: Uint8Array): Buffer
  /**
   * Moves a secret key by a scalar.
   *
   * @param secretKey 64 bytes; a RangeError otherwise
   * @param scalar 32 bytes; a RangeError otherwise
   * @returns the key, 64 bytes
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_add_scalar()
   */
  ed25519AddScalarSecret(secretKey: Uint8Array, scalar: Uint8Array): Buffer
  /**
   * Makes the key pair of a seed: always the same one.
   *
   * @param seed 32 bytes, from `ed25519CreateSeed()`; a RangeError for another length
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_create_keypair()
   */
  ed25519CreateKeypair(seed: Uint8Array): KeyPair
  /**
   * Makes a random seed for a key pair, 32 bytes.
   *
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_create_seed()
   */
  ed25519CreateSeed(): Buffer
  /**
   * The secret that two key pairs share: either side computes it from the other's public key and
   * its own secret key.
   *
   * @param publicKey 32 bytes; a RangeError otherwise
   * @param secretKey 64 bytes; a RangeError otherwise
   * @returns 32 bytes
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_key_exchange()
   */
  ed25519KeyExchange(publicKey: Uint8Array, secretKey: Uint8Array): Buffer
  /**
   * Signs a message.
   *
   * @param message any bytes
   * @param publicKey 32 bytes; a RangeError otherwise
   * @param secretKey 64 bytes; a RangeError otherwise
   * @returns the signature, 64 bytes
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_sign()
   */
  ed25519Sign(message: Uint8Array, publicKey: Uint8Array, secretKey: Uint8Array): Buffer
  /**
   * Whether a signature is a message's.
   *
   * @param signature 64 bytes; a RangeError otherwise
   * @param message the bytes that were signed
   * @param publicKey 32 bytes; a RangeError otherwise
   * @see https://libtorrent.org/reference-ed25519.html#ed25519_verify()
   */
  ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
  /**
   * Index of a metric among libtorrent's counters.
   *
   * @param name such as `'net.recv_payload_bytes'`
   * @returns -1 when there is none of that name
   * @see https://libtorrent.org/reference-Stats.html#find_metric_idx()
   */
  findMetricIdx(name: string): number
  /**
   * A value for `settings.peer_fingerprint`: the beginning of the peer id, which tells the program.
   *
   * @param name two characters for the program; a RangeError for fewer
   * @param major version of the program, 0 to 35
   * @param minor 0 to 35. Default: 0
   * @param revision 0 to 35. Default: 0
   * @param tag 0 to 35. Default: 0
   * @returns 8 characters, such as `'-LT2080-'`
   * @see https://libtorrent.org/reference-Settings.html#generate_fingerprint()
   */
  generateFingerprint(
    name: string,
    major: number,
    minor?: number,
    revision?: number,
    tag?: number,
  ): string
  /**
   * Settings for a machine that does nothing but seed, to many peers: those that libtorrent changes
   * for that purpose.
   *
   * @see https://libtorrent.org/reference-Settings.html#high_performance_seed()
   */
  highPerformanceSeed(): SettingsInit
  /**
   * Parses the content of a .torrent file, for `addTorrent()`: set `savePath`.
   *
   * @param encoded the bytes of the file, or the object that they stand for
   * @param limits how large and deep it may be, for bytes from strangers
   * @throws LibtorrentError, such as `'torrent_missing_info'`, or of the category `'bdecode'`
   * @see https://libtorrent.org/reference-Core.html#load_torrent_buffer()
   */
  loadTorrentBuffer(
    encoded: Uint8Array | Readonly<Record<string, EntryInit>>,
    limits?: LoadTorrentLimitsInit,
  ): AddTorrentParams
  /**
   * Reads and parses a .torrent file, for `addTorrent()`: set `savePath`.
   *
   * @param path of the file
   * @param limits how large and deep it may be, for bytes from strangers
   * @returns what the file says. Rejects with the error of the file (`'ENOENT'`) or of its content,
   *   as `loadTorrentBuffer()`
   * @see https://libtorrent.org/reference-Core.html#load_torrent_file()
   */
  loadTorrentFile(path: string, limits?: LoadTorrentLimitsInit): Promise<AddTorrentParams>
  /** {@link loadTorrentFile} on the calling thread. */
  loadTorrentFileSync(path: string, limits?: LoadTorrentLimitsInit): AddTorrentParams
  /**
   * Locks an open file for this process, until the file is closed or the process ends.
   *
   * @param descriptor its number, as `fs.open()` gives it
   * @returns false when another process, or another open file, has the lock
   */
  lockFile(descriptor: number): boolean
  /**
   * The magnet link of a torrent.
   *
   * @param params `infoHashes` or `ti`; `name`, `trackers`, `urlSeeds`, `dhtNodes`, `peers` and
   *   `filePriorities` become part of it
   * @returns the link; empty without `infoHashes` and `ti`
   * @see https://libtorrent.org/reference-Core.html#make_magnet_uri()
   */
  makeMagnetUri(params: Partial<AddTorrentParamsInit>): string
  /**
   * Settings for little memory, at the price of speed: those that libtorrent changes for that
   * purpose.
   *
   * @see https://libtorrent.org/reference-Settings.html#min_memory_usage()
   */
  minMemoryUsage(): SettingsInit
  /**
   * A short text for what libtorrent was doing when an error occurred.
   *
   * @param operation the `op` of an alert
   * @see https://libtorrent.org/reference-Alerts.html#operation_name()
   */
  operationName(operation: Operation): string
  /**
   * What a magnet link says, for `addTorrent()`: set `savePath`. White space around the link and
   * the case of `magnet:` don't count.
   *
   * @param uri a magnet link or an info-hash alone
   * @throws LibtorrentError: `'unsupported_url_protocol'`, `'missing_info_hash_in_uri'` or
   *   `'invalid_info_hash'`
   * @see https://libtorrent.org/reference-Core.html#parse_magnet_uri()
   */
  parseMagnetUri(uri: string): AddTorrentParams
  /**
   * Reads what `writeResumeDataBuf()` or `writeResumeData()` wrote, for `addTorrent()`.
   *
   * @param encoded the bytes that were saved, or the object that they stand for
   * @param limits how large and deep it may be, for bytes from strangers
   * @throws LibtorrentError: `'not_a_dictionary'`, `'invalid_file_tag'`, `'missing_info_hash'`, or
   *   of the category `'bdecode'`
   * @see https://libtorrent.org/reference-Resume_Data.html#read_resume_data()
   */
  readResumeData(
    encoded: Uint8Array | Readonly<Record<string, EntryInit>>,
    limits?: LoadTorrentLimitsInit,
  ): AddTorrentParams
  /**
   * Reads what `writeSessionParamsBuf()` or `writeSessionParams()` wrote, for `new Session()`.
   *
   * @param encoded the bytes that were saved, or the object that they stand for
   * @param flags which parts, of `saveStateFlags`. Default: all
   * @throws LibtorrentError of the category `'bdecode'` when the bytes aren't bencoded
   * @see https://libtorrent.org/reference-Session.html#read_session_params()
   */
  readSessionParams(
    encoded: Uint8Array | Readonly<Record<string, EntryInit>>,
    flags?: number,
  ): SessionParams
  /**
   * The metrics that `sessionStats()` reports.
   *
   * @see https://libtorrent.org/reference-Stats.html#session_stats_metrics()
   */
  sessionStatsMetrics(): ReadonlyArray<StatsMetric>
  /**
   * Signs a mutable item as the DHT wants it.
   *
   * @param data the item; bencoded, at most 1000 bytes
   * @param salt at most 64 bytes; may be empty
   * @param sequence sequence number of the item; a BigInt beyond 2^53
   * @param publicKey 32 bytes; a RangeError otherwise
   * @param secretKey 64 bytes; a RangeError otherwise
   * @returns the signature, 64 bytes
   * @see https://libtorrent.org/reference-DHT.html#sign_mutable_item()
   */
  signMutableItem(
    data: EntryInit,
    salt: string,
    sequence: number | bigint,
    publicKey: Uint8Array,
    secretKey: Uint8Array,
  ): Buffer
  /**
   * Cuts files on disk that are larger than the torrent says, as after another program left more in
   * them. Shorter ones and missing ones stay as they are.
   *
   * @param files the files as they should be
   * @param savePath the directory that contains them
   * @throws LibtorrentError of the disk, whose `file` is the one that could not be cut
   */
  truncateFiles(files: FileStorage, savePath: string): Promise<void>
  /** {@link truncateFiles} on the calling thread. */
  truncateFilesSync(files: FileStorage, savePath: string): void
  /**
   * The version of the libtorrent that is used, such as `'2.0.8.0'`.
   *
   * @see https://libtorrent.org/reference-Core.html#version()
   */
  version(): string
  /**
   * What `saveResumeData()` gave, as an object.
   *
   * @param params what to save
   * @see https://libtorrent.org/reference-Resume_Data.html#write_resume_data()
   */
  writeResumeData(params: Partial<AddTorrentParamsInit>): Entry
  /**
   * What `saveResumeData()` gave, as bytes to save.
   *
   * @param params what to save
   * @see https://libtorrent.org/reference-Resume_Data.html#write_resume_data_buf()
   */
  writeResumeDataBuf(params: Partial<AddTorrentParamsInit>): Buffer
  /**
   * What `sessionState()` gave, as an object.
   *
   * @param params what to save
   * @param flags which parts, of `saveStateFlags`. Default: all
   * @see https://libtorrent.org/reference-Session.html#write_session_params()
   */
  writeSessionParams(params: SessionParamsInit, flags?: number): Entry
  /**
   * What `sessionState()` gave, as bytes to save.
   *
   * @param params what to save
   * @param flags which parts, of `saveStateFlags`. Default: all
   * @see https://libtorrent.org/reference-Session.html#write_session_params_buf()
   */
  writeSessionParamsBuf(params: SessionParamsInit, flags?: number): Buffer
  /**
   * The content of a .torrent file, as an object.
   *
   * @param params `ti`, and what else is to be in the file
   * @param flags of `writeFlags`. Default: 0
   * @throws LibtorrentError: `'no_metadata'` without `ti`, `'torrent_missing_piece_layer'` when
   *   hashes of a version 2 torrent are missing
   * @see https://libtorrent.org/reference-Resume_Data.html#write_torrent_file()
   */
  writeTorrentFile(params: Partial<AddTorrentParamsInit>, flags?: number): Entry
  /**
   * The content of a .torrent file, as bytes.
   *
   * @param params `ti`, and what else is to be in the file
   * @param flags of `writeFlags`. Default: 0
   * @throws as `writeTorrentFile()`
   * @see https://libtorrent.org/reference-Resume_Data.html#write_torrent_file_buf()
   */
  writeTorrentFileBuf(params: Partial<AddTorrentParamsInit>, flags?: number): Buffer
}

/** What libtorrent's ip_filter can do. */
export interface IpFilterMethods {
  /**
   * The flags of an address.
   *
   * @param address an IPv4 or IPv6 address
   * @returns what the last rule for it says; 0 when there is none
   * @see https://libtorrent.org/reference-Filter.html#access()
   */
  access(address: string): number
  /**
   * Gives a range of addresses its flags; where rules overlap, the last one counts.
   *
   * @param first the lowest address, IPv4 or IPv6
   * @param last the highest address
   * @param flags `ipFilterFlags.blocked` or 0; for peer classes a bit per class, 0 to 2^32 - 1
   * @throws RangeError when `last` is of another family than `first`, or below it
   * @see https://libtorrent.org/reference-Filter.html#add_rule()
   */
  addRule(first: string, last: string, flags: number): void
  /**
   * Whether there is no rule.
   *
   * @see https://libtorrent.org/reference-Filter.html#empty()
   */
  empty(): boolean
  /**
   * The whole filter, as few ranges as describe it.
   *
   * @see https://libtorrent.org/reference-Filter.html#export_filter()
   */
  exportFilter(): ExportedFilter
}

/**
 * What libtorrent's peer_class_type_filter can do. First the classes that are disallowed are
 * taken away, then those that were added are given.
 */
export interface PeerClassTypeFilterMethods {
  /**
   * Puts peers with a type of socket into a class.
   *
   * @param socketType the type of socket that it is about
   * @param peerClass number of a peer class, 0 to 31; a RangeError otherwise
   * @see https://libtorrent.org/reference-PeerClass.html#add()
   */
  add(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * Undoes `disallow()`.
   *
   * @param socketType the type of socket that it is about
   * @param peerClass number of a peer class, 0 to 31; a RangeError otherwise
   * @see https://libtorrent.org/reference-PeerClass.html#allow()
   */
  allow(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * What the filter makes of a peer's classes.
   *
   * @param socketType the type of socket that it is about
   * @param peerClassMask a bit per class that it has, the lowest for class 0
   * @returns a bit per class that it has afterwards
   * @see https://libtorrent.org/reference-PeerClass.html#apply()
   */
  apply(socketType: PeerClassSocketType, peerClassMask: number): number
  /**
   * Takes peers with a type of socket out of a class, which the peer class filter may have put them
   * into.
   *
   * @param socketType the type of socket that it is about
   * @param peerClass number of a peer class, 0 to 31; a RangeError otherwise
   * @see https://libtorrent.org/reference-PeerClass.html#disallow()
   */
  disallow(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * Undoes `add()`.
   *
   * @param socketType the type of socket that it is about
   * @param peerClass number of a peer class, 0 to 31; a RangeError otherwise
   * @see https://libtorrent.org/reference-PeerClass.html#remove()
   */
  remove(socketType: PeerClassSocketType, peerClass: number): void
}

/** What libtorrent's port_filter can do. */
export interface PortFilterMethods {
  /**
   * The flags of a port.
   *
   * @param port 0 to 65535
   * @returns what the last rule for it says; 0 when there is none
   * @see https://libtorrent.org/reference-Filter.html#access()
   */
  access(port: number): number
  /**
   * Gives a range of ports its flags; where rules overlap, the last one counts.
   *
   * @param first the lowest port, 0 to 65535
   * @param last the highest port, 0 to 65535
   * @param flags `portFilterFlags.blocked` or 0
   * @throws RangeError when `last` is below `first`
   * @see https://libtorrent.org/reference-Filter.html#add_rule()
   */
  addRule(first: number, last: number, flags: number): void
}

/**
 * What libtorrent's session can do. Once the session is closed, its methods fail with code
 * `'session_closed'`; for a wrong argument with a TypeError or RangeError that names it. What
 * returns a promise rejects, everything else throws.
 */
export interface SessionMethods {
  /** @internal */
  _addTorrent(params: AddTorrentParamsInit): Promise<TorrentHandle>
  /** @internal */
  _addTorrentSync(params: AddTorrentParamsInit): TorrentHandle
  /** @internal */
  _applySettings(settings: SettingsInit): void
  /** @internal */
  _dhtAnnounce(infoHash: string, port?: number, flags?: number): void
  /** @internal */
  _dhtDirectRequest(endpoint: Endpoint, request: EntryInit, userdata?: number): void
  /** @internal */
  _dhtGetItem(target: string): void
  /** @internal */
  _dhtGetMutableItem(publicKey: Uint8Array, salt?: string): void
  /** @internal */
  _dhtGetPeers(infoHash: string): void
  /** @internal */
  _dhtLiveNodes(nodeId: string): void
  /** @internal */
  _dhtPutItem(data: EntryInit): string
  /** @internal */
  _dhtPutMutableItem(item: MutableItemInit): void
  /** @internal */
  _dhtSampleInfohashes(endpoint: Endpoint, target: string): Endpoint
  /** @internal */
  _getSettings(): Promise<Settings>
  /** @internal */
  _getSettingsSync(): Settings
  /** @internal */
  _removeTorrent(torrent: TorrentHandle, flags?: number): void
  /** @internal */
  _sessionState(flags?: number): Promise<SessionParams>
  /** @internal */
  _sessionStateSync(flags?: number): SessionParams
  /** @internal */
  _torrentFields(
    fields: ReadonlyArray<keyof TorrentStatus>,
  ): Promise<ReadonlyArray<Partial<TorrentStatus>>>
  /** @internal */
  _torrentFieldsSync(
    fields: ReadonlyArray<keyof TorrentStatus>,
  ): ReadonlyArray<Partial<TorrentStatus>>
  /**
   * Adds a node to the DHT, if it answers.
   *
   * @param node host, which may be a name, and port, 0 to 65535
   * @see https://libtorrent.org/reference-Session.html#add_dht_node()
   */
  addDhtNode(node: readonly [string, number]): void
  /**
   * Has routers forward a port, by UPnP and NAT-PMP, whichever `settings.enable_upnp` and
   * `settings.enable_natpmp` turn on. Alerts, for each mapping: `portmap`, `portmap_error`.
   *
   * @param protocol what is forwarded
   * @param externalPort the port on the router, 0 to 65535
   * @param localPort the port on this machine, 0 to 65535
   * @returns numbers of the mappings that were begun, at most one per listen socket and protocol
   *   (libtorrent's -1, for none, is left out); empty when both are off
   * @see https://libtorrent.org/reference-Session.html#add_port_mapping()
   */
  addPortMapping(
    protocol: PortmapProtocol,
    externalPort: number,
    localPort: number,
  ): Promise<ReadonlyArray<number>>
  /** {@link addPortMapping} on the calling thread, which waits for libtorrent's. */
  addPortMappingSync(
    protocol: PortmapProtocol,
    externalPort: number,
    localPort: number,
  ): ReadonlyArray<number>
  /**
   * Makes a peer class: a group of peers with limits that they share. Filters put peers into it,
   * see `setPeerClassFilter()`.
   *
   * @param name what to call it; two may have the same name
   * @returns its number; filters take the first 32, three of which every session has (`peerClass`)
   * @see https://libtorrent.org/reference-Session.html#create_peer_class()
   */
  createPeerClass(name: string): Promise<number>
  /** {@link createPeerClass} on the calling thread, which waits for libtorrent's. */
  createPeerClassSync(name: string): number
  /**
   * Deletes a peer class that `createPeerClass()` of this session gave. The class exists until the
   * last peer in it disconnects; then its number may be used again, so take it out of the filters
   * first. RangeError for any other number, and for one that was deleted.
   *
   * @param peerClass number of a peer class
   * @see https://libtorrent.org/reference-Session.html#delete_peer_class()
   */
  deletePeerClass(peerClass: number): void
  /**
   * Removes a port mapping that `addPortMapping()` of this session gave. RangeError for any other
   * number, and for one that was deleted.
   *
   * @param mapping one of the numbers that it gave
   * @see https://libtorrent.org/reference-Session.html#delete_port_mapping()
   */
  deletePortMapping(mapping: number): void
  /**
   * Looks a torrent of the session up.
   *
   * @param infoHash of version 1 or 2, 40 or 64 hex digits
   * @returns the torrent; null when the session has none with that info-hash
   * @see https://libtorrent.org/reference-Session.html#find_torrent()
   */
  findTorrent(infoHash: string): Promise<TorrentHandle | null>
  /** {@link findTorrent} on the calling thread, which waits for libtorrent's. */
  findTorrentSync(infoHash: string): TorrentHandle | null
  /**
   * The filter that `setIpFilter()` set.
   *
   * @returns a copy of it
   * @see https://libtorrent.org/reference-Session.html#get_ip_filter()
   */
  getIpFilter(): Promise<IpFilter>
  /** {@link getIpFilter} on the calling thread, which waits for libtorrent's. */
  getIpFilterSync(): IpFilter
  /**
   * Returns the limits of a peer class. RangeError unless it is one of the three that every session
   * has, or one that `createPeerClass()` gave.
   *
   * @param peerClass number of a peer class
   * @returns what `setPeerClass()` takes
   * @see https://libtorrent.org/reference-Session.html#get_peer_class()
   */
  getPeerClass(peerClass: number): Promise<PeerClassInfo>
  /**
   * The filter that `setPeerClassFilter()` set, or the one that tells local peers from others.
   *
   * @returns a copy of it
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_filter()
   */
  getPeerClassFilter(): Promise<IpFilter>
  /** {@link getPeerClassFilter} on the calling thread, which waits for libtorrent's. */
  getPeerClassFilterSync(): IpFilter
  /** {@link getPeerClass} on the calling thread, which waits for libtorrent's. */
  getPeerClassSync(peerClass: number): PeerClassInfo
  /**
   * The filter that `setPeerClassTypeFilter()` set, or the one that tells TCP from uTP.
   *
   * @returns a copy of it
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_type_filter()
   */
  getPeerClassTypeFilter(): Promise<PeerClassTypeFilter>
  /** {@link getPeerClassTypeFilter} on the calling thread, which waits for libtorrent's. */
  getPeerClassTypeFilterSync(): PeerClassTypeFilter
  /**
   * The status of every torrent. For many torrents, `torrentUpdates()` is cheaper.
   *
   * @param flags of `statusFlags`: what to find out besides the rest. Default: 0, nothing
   * @returns one status per torrent, in no order
   * @see https://libtorrent.org/reference-Session.html#get_torrent_status()
   */
  getTorrentStatus(flags?: number): Promise<ReadonlyArray<TorrentStatus>>
  /** {@link getTorrentStatus} on the calling thread, which waits for libtorrent's. */
  getTorrentStatusSync(flags?: number): ReadonlyArray<TorrentStatus>
  /**
   * The torrents of the session, in no order.
   *
   * @see https://libtorrent.org/reference-Session.html#get_torrents()
   */
  getTorrents(): Promise<ReadonlyArray<TorrentHandle>>
  /** {@link getTorrents} on the calling thread, which waits for libtorrent's. */
  getTorrentsSync(): ReadonlyArray<TorrentHandle>
  /**
   * Whether the DHT runs.
   *
   * @see https://libtorrent.org/reference-Session.html#is_dht_running()
   */
  isDhtRunning(): Promise<boolean>
  /** {@link isDhtRunning} on the calling thread, which waits for libtorrent's. */
  isDhtRunningSync(): boolean
  /**
   * Whether any listen socket is open.
   *
   * @see https://libtorrent.org/reference-Session.html#is_listening()
   */
  isListening(): Promise<boolean>
  /** {@link isListening} on the calling thread, which waits for libtorrent's. */
  isListeningSync(): boolean
  /**
   * Whether the session was paused by `pause()`.
   *
   * @see https://libtorrent.org/reference-Session.html#is_paused()
   */
  isPaused(): Promise<boolean>
  /** {@link isPaused} on the calling thread, which waits for libtorrent's. */
  isPausedSync(): boolean
  /**
   * The port that peers can connect to.
   *
   * @returns the port of the first listen socket without TLS, or the one that a router forwards to
   *   it; 0 when there is none
   * @see https://libtorrent.org/reference-Session.html#listen_port()
   */
  listenPort(): Promise<number>
  /** {@link listenPort} on the calling thread, which waits for libtorrent's. */
  listenPortSync(): number
  /**
   * Pauses all torrents: peers are disconnected, trackers told. The queue starts none until
   * `resume()`. Alert, for each that ran: `torrent_paused`.
   *
   * @see https://libtorrent.org/reference-Session.html#pause()
   */
  pause(): void
  /**
   * Has the state of the DHT posted. Alert: `dht_stats`, for every own node. `dhtStats()` returns
   * it.
   *
   * @see https://libtorrent.org/reference-Session.html#post_dht_stats()
   */
  postDhtStats(): void
  /**
   * Has the counters and gauges of the session posted. Alert: `session_stats`. `sessionStats()`
   * returns them.
   *
   * @see https://libtorrent.org/reference-Session.html#post_session_stats()
   */
  postSessionStats(): void
  /**
   * Has the status of the torrents that changed since the last time posted. Alert: `state_update`.
   * `torrentUpdates()` returns it.
   *
   * @param flags of `statusFlags`: what to find out besides the rest. Default: everything
   * @see https://libtorrent.org/reference-Session.html#post_torrent_updates()
   */
  postTorrentUpdates(flags?: number): void
  /**
   * The status of several torrents, at the cost of one question.
   *
   * @param torrents torrents of this session
   * @param flags of `statusFlags`: what to find out besides the rest. Default: 0, nothing
   * @returns one status per torrent, in their order; one that is gone has its defaults
   * @see https://libtorrent.org/reference-Session.html#refresh_torrent_status()
   */
  refreshTorrentStatus(
    torrents: ReadonlyArray<TorrentHandle>,
    flags?: number,
  ): Promise<ReadonlyArray<TorrentStatus>>
  /** {@link refreshTorrentStatus} on the calling thread, which waits for libtorrent's. */
  refreshTorrentStatusSync(
    torrents: ReadonlyArray<TorrentHandle>,
    flags?: number,
  ): ReadonlyArray<TorrentStatus>
  /**
   * Closes and opens the listen sockets, for when the network has changed and
   * `settings.enable_ip_notifier` is off. Alerts: `listen_succeeded`, `listen_failed`.
   *
   * @param flags of `reopenNetworkFlags`. Default: ports are forwarded anew
   * @see https://libtorrent.org/reference-Session.html#reopen_network_sockets()
   */
  reopenNetworkSockets(flags?: number): void
  /**
   * Undoes `pause()`: torrents run or are paused as they were. Alert, for each that runs:
   * `torrent_resumed`.
   *
   * @see https://libtorrent.org/reference-Session.html#resume()
   */
  resume(): void
  /**
   * Sets what the DHT begins with when it is started the next time.
   *
   * @param state as `sessionState()` gave it
   * @see https://libtorrent.org/reference-Session.html#set_dht_state()
   */
  setDhtState(state: DhtStateInit): void
  /**
   * Blocks peers, and trackers if `settings.apply_ip_filter_to_trackers`, by their IP address.
   * Peers that it blocks are disconnected. Alert, for each: `peer_blocked`.
   *
   * @param filter copied: set it again after a change
   * @see https://libtorrent.org/reference-Session.html#set_ip_filter()
   */
  setIpFilter(filter: IpFilter): void
  /**
   * Changes the limits of a peer class. RangeError unless it is one of the three that every session
   * has, or one that `createPeerClass()` gave.
   *
   * @param peerClass number of a peer class
   * @param info all limits: what is left out is 0
   * @see https://libtorrent.org/reference-Session.html#set_peer_class()
   */
  setPeerClass(peerClass: number, info: PeerClassInfoInit): void
  /**
   * Says which peer classes new peers get by their IP address: the flags of a rule are bits of
   * classes, the lowest for class 0. RangeError when a rule names a class that is not of this
   * session.
   *
   * @param filter copied: set it again after a change
   * @see https://libtorrent.org/reference-Session.html#set_peer_class_filter()
   */
  setPeerClassFilter(filter: IpFilter): void
  /**
   * Says which peer classes new peers lose and get by the type of their socket, after the peer
   * class filter. RangeError when it adds a class that is not of this session.
   *
   * @param filter copied: set it again after a change
   * @see https://libtorrent.org/reference-Session.html#set_peer_class_type_filter()
   */
  setPeerClassTypeFilter(filter: PeerClassTypeFilter): void
  /**
   * Keeps from connecting to peers on some ports. Peers that it blocks are disconnected. Alert, for
   * each: `peer_blocked`.
   *
   * @param filter copied: set it again after a change
   * @see https://libtorrent.org/reference-Session.html#set_port_filter()
   */
  setPortFilter(filter: PortFilter): void
  /**
   * The port that peers can connect to by TLS.
   *
   * @returns the port of the first listen socket with TLS, or the one that a router forwards to it;
   *   0 when there is none
   * @see https://libtorrent.org/reference-Session.html#ssl_listen_port()
   */
  sslListenPort(): Promise<number>
  /** {@link sslListenPort} on the calling thread, which waits for libtorrent's. */
  sslListenPortSync(): number
}

/**
 * What libtorrent's torrent_handle can do. Once the torrent is gone, its methods fail with code
 * `'invalid_torrent_handle'`; once the session is closed, with `'session_closed'`; for a wrong
 * argument with a TypeError or RangeError that names it. What returns a promise rejects,
 * everything else throws. A method that has no index to check (`readPiece()`) leaves an index
 * beyond the torrent to libtorrent.
 */
export interface TorrentHandleMethods {
  /** @internal */
  _connectPeer(endpoint: Endpoint, source?: number, flags?: number): void
  /** @internal */
  _forceReannounce(seconds?: number, trackerIndex?: number, flags?: number): void
  /** @internal */
  _forceRecheck(): void
  /** @internal */
  _hasFencedJobs(): Promise<boolean>
  /** @internal */
  _hasFencedJobsSync(): boolean
  /** @internal */
  _moveStorage(savePath: string, flags?: MoveFlags): void
  /** @internal */
  _readPiece(piece: number): void
  /** @internal */
  _renameFile(index: number, newName: string, overwrite?: boolean): Promise<void>
  /** @internal */
  _saveResumeData(flags?: number): void
  /** @internal */
  _scrapeTracker(index?: number): void
  /** @internal */
  _setFilePriority(file: number, priority: number): Promise<void>
  /** @internal */
  _setFilePrioritySync(file: number, priority: number): void
  /**
   * Adds a web seed of BEP 17, unless the torrent has it.
   *
   * @param url URL of the web seed
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_http_seed()
   */
  addHttpSeed(url: string): void
  /**
   * Gives the torrent a piece, as if a peer had sent it: it is written, then checked. Nothing
   * happens while the files are checked, nor to a piece that it has. Alerts: `piece_finished` or
   * `hash_failed`.
   *
   * @param piece index of the piece
   * @param data all bytes of the piece; copied
   * @param flags of `addPieceFlags`. Default: 0
   * @returns when libtorrent has the bytes, before they are checked. Rejects with `'no_metadata'`,
   *   or with a RangeError when there is no such piece or it has another size
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_piece()
   */
  addPiece(piece: number, data: Uint8Array, flags?: number): Promise<void>
  /** {@link addPiece} on the calling thread, which waits for libtorrent's. */
  addPieceSync(piece: number, data: Uint8Array, flags?: number): void
  /**
   * Adds a tracker and announces to it, unless the torrent has it.
   *
   * @param tracker `url`, and what of `tier`, `failLimit` and `trackerid` isn't the default;
   *   RangeError without a `url`
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_tracker()
   */
  addTracker(tracker: AnnounceEntryInit): void
  /**
   * Adds a web seed of BEP 19, unless the torrent has it.
   *
   * @param url URL of the web seed
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_url_seed()
   */
  addUrlSeed(url: string): void
  /**
   * Starts a torrent again that stopped with an error (`torrent_error`).
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_error()
   */
  clearError(): void
  /**
   * Disconnects all peers and forgets them.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_peers()
   */
  clearPeers(): void
  /**
   * Takes back all deadlines that `setPieceDeadline()` has set, as `resetPieceDeadline()` does.
   * Those of streams stay.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_piece_deadlines()
   */
  clearPieceDeadlines(): void
  /**
   * What `setDownloadLimit()` set.
   *
   * @returns bytes per second; -1 or 0: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#download_limit()
   */
  downloadLimit(): Promise<number>
  /** {@link downloadLimit} on the calling thread, which waits for libtorrent's. */
  downloadLimitSync(): number
  /**
   * The priority of a file.
   *
   * @param file index of the file
   * @returns 0 to 7 (`downloadPriority`); 0 for pad files. Rejects with `'no_metadata'`, or a
   *   RangeError when there is no such file
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_priority()
   */
  filePriority(file: number): Promise<number>
  /** {@link filePriority} on the calling thread, which waits for libtorrent's. */
  filePrioritySync(file: number): number
  /**
   * How much of every file the torrent has.
   *
   * @param flags of `fileProgressFlags`. Default: 0, blocks of incomplete pieces count
   * @returns bytes per file; empty without metadata
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_progress()
   */
  fileProgress(flags?: number): Promise<ReadonlyArray<number>>
  /** {@link fileProgress} on the calling thread, which waits for libtorrent's. */
  fileProgressSync(flags?: number): ReadonlyArray<number>
  /**
   * The files that are open.
   *
   * @returns one entry per open file
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_status()
   */
  fileStatus(): Promise<ReadonlyArray<OpenFileState>>
  /** {@link fileStatus} on the calling thread, which waits for libtorrent's. */
  fileStatusSync(): ReadonlyArray<OpenFileState>
  /**
   * The flags of the torrent.
   *
   * @returns of `torrentFlags`; those that are for adding only aren't among them
   * @see https://libtorrent.org/reference-Torrent_Handle.html#flags()
   */
  flags(): Promise<number>
  /** {@link flags} on the calling thread, which waits for libtorrent's. */
  flagsSync(): number
  /**
   * Writes what waits to be written and closes the files. Alert: `cache_flushed`; none without
   * metadata.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#flush_cache()
   */
  flushCache(): void
  /**
   * Announces to the DHT now, if the torrent runs and may. Alert: `dht_reply`, if peers are found.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_dht_announce()
   */
  forceDhtAnnounce(): void
  /**
   * Announces to the local network now, if the torrent runs and may.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_lsd_announce()
   */
  forceLsdAnnounce(): void
  /**
   * The pieces that are being downloaded, or have been begun.
   *
   * @returns one entry per such piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_download_queue()
   */
  getDownloadQueue(): Promise<ReadonlyArray<PartialPieceInfo>>
  /** {@link getDownloadQueue} on the calling thread, which waits for libtorrent's. */
  getDownloadQueueSync(): ReadonlyArray<PartialPieceInfo>
  /**
   * The priorities of all files.
   *
   * @returns 0 to 7 (`downloadPriority`) per file; without metadata, those that were set
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_file_priorities()
   */
  getFilePriorities(): Promise<ReadonlyArray<number>>
  /** {@link getFilePriorities} on the calling thread, which waits for libtorrent's. */
  getFilePrioritiesSync(): ReadonlyArray<number>
  /**
   * The peers that the torrent is connected to, or is connecting to.
   *
   * @returns one entry per peer, web seeds included
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_peer_info()
   */
  getPeerInfo(): Promise<ReadonlyArray<PeerInfo>>
  /** {@link getPeerInfo} on the calling thread, which waits for libtorrent's. */
  getPeerInfoSync(): ReadonlyArray<PeerInfo>
  /**
   * The priorities of all pieces.
   *
   * @returns 0 to 7 (`downloadPriority`) per piece; empty without metadata
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_piece_priorities()
   */
  getPiecePriorities(): Promise<ReadonlyArray<number>>
  /** {@link getPiecePriorities} on the calling thread, which waits for libtorrent's. */
  getPiecePrioritiesSync(): ReadonlyArray<number>
  /**
   * What `saveResumeData()` collects, without alerts.
   * Since libtorrent 2.0.12.
   *
   * @param flags of `resumeDataFlags`. Default: 0
   * @returns what `addTorrent()` takes and `writeResumeDataBuf()` turns into bytes
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_resume_data()
   */
  getResumeData?(flags?: number): Promise<AddTorrentParams>
  /** `getResumeData()` on the calling thread, which waits for libtorrent's. */
  getResumeDataSync?(flags?: number): AddTorrentParams
  /**
   * Whether a piece is complete and on disk.
   *
   * @param piece index of the piece
   * @returns rejects with `'no_metadata'`, or a RangeError when there is no such piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#have_piece()
   */
  havePiece(piece: number): Promise<boolean>
  /** {@link havePiece} on the calling thread, which waits for libtorrent's. */
  havePieceSync(piece: number): boolean
  /**
   * The web seeds of BEP 17.
   *
   * @returns their URLs
   * @see https://libtorrent.org/reference-Torrent_Handle.html#http_seeds()
   */
  httpSeeds(): Promise<ReadonlyArray<string>>
  /** {@link httpSeeds} on the calling thread, which waits for libtorrent's. */
  httpSeedsSync(): ReadonlyArray<string>
  /**
   * A number that tells the torrents of a session apart, for logs; another torrent may have had it
   * before.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#id()
   */
  id(): number
  /**
   * Returns whether the torrent is in the session: false from the call of `removeTorrent()` on.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#in_session()
   */
  inSession(): Promise<boolean>
  /** {@link inSession} on the calling thread, which waits for libtorrent's. */
  inSessionSync(): boolean
  /**
   * The info-hash as version 1 of the protocol has it.
   *
   * @returns 40 hex digits: the SHA-1, or the beginning of version 2's
   * @see https://libtorrent.org/reference-Torrent_Handle.html#info_hash()
   */
  infoHash(): string
  /**
   * What identifies the torrent.
   *
   * @returns 40 and 64 hex digits; null of a version that the torrent does not have
   * @see https://libtorrent.org/reference-Torrent_Handle.html#info_hashes()
   */
  infoHashes(): InfoHash
  /**
   * Returns whether the torrent can be used: false from the call of `removeTorrent()` on. Every
   * other method throws or rejects with code `'invalid_torrent_handle'` then, except `inSession()`.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#is_valid()
   */
  isValid(): boolean
  /**
   * What `setMaxConnections()` set.
   *
   * @returns 16777215: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_connections()
   */
  maxConnections(): Promise<number>
  /** {@link maxConnections} on the calling thread, which waits for libtorrent's. */
  maxConnectionsSync(): number
  /**
   * What `setMaxUploads()` set.
   *
   * @returns 16777215: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_uploads()
   */
  maxUploads(): Promise<number>
  /** {@link maxUploads} on the calling thread, which waits for libtorrent's. */
  maxUploadsSync(): number
  /**
   * Whether anything has changed since `saveResumeData()`.
   *
   * @param flags `if...` flags of `resumeDataFlags`: what to look at. Default: everything.
   *   RangeError before libtorrent 2.0.9
   * @see https://libtorrent.org/reference-Torrent_Handle.html#need_save_resume_data()
   */
  needSaveResumeData(flags?: number): Promise<boolean>
  /** {@link needSaveResumeData} on the calling thread, which waits for libtorrent's. */
  needSaveResumeDataSync(flags?: number): boolean
  /**
   * Pauses the torrent: its peers are disconnected, its trackers told. The queue may start it again
   * unless `unsetFlags(torrentFlags.autoManaged)` comes first. Alert: `torrent_paused`.
   *
   * @param flags of `pauseFlags`. Default: 0, peers are disconnected at once
   * @see https://libtorrent.org/reference-Torrent_Handle.html#pause()
   */
  pause(flags?: number): void
  /**
   * How many of the connected peers have each piece.
   *
   * @returns a number per piece; empty for seeds and without metadata
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_availability()
   */
  pieceAvailability(): Promise<ReadonlyArray<number>>
  /** {@link pieceAvailability} on the calling thread, which waits for libtorrent's. */
  pieceAvailabilitySync(): ReadonlyArray<number>
  /**
   * The hashes of pieces of a version 2 torrent.
   *
   * @returns for every file, 64 hex digits per piece; zeros where a hash is unknown. Empty for
   *   other torrents
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_layers()
   */
  pieceLayers(): Promise<ReadonlyArray<ReadonlyArray<string>>>
  /** {@link pieceLayers} on the calling thread, which waits for libtorrent's. */
  pieceLayersSync(): ReadonlyArray<ReadonlyArray<string>>
  /**
   * The priority of a piece.
   *
   * @param piece index of the piece
   * @returns 0 to 7 (`downloadPriority`). Rejects with `'no_metadata'`, or a RangeError when there
   *   is no such piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_priority()
   */
  piecePriority(piece: number): Promise<number>
  /** {@link piecePriority} on the calling thread, which waits for libtorrent's. */
  piecePrioritySync(piece: number): number
  /**
   * Asks for the pieces that are being downloaded. Alert: `piece_info`; none while the torrent has
   * no metadata, and with libtorrent 2.0.11 none for a seed.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_download_queue()
   */
  postDownloadQueue?(): void
  /**
   * Asks how much of every file the torrent has. Alert: `file_progress`.
   * Since libtorrent 2.0.9.
   *
   * @param flags of `fileProgressFlags`. Default: 0, blocks of incomplete pieces count
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_file_progress()
   */
  postFileProgress?(flags?: number): void
  /**
   * Asks for the peers of the torrent. Alert: `peer_info`.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_peer_info()
   */
  postPeerInfo?(): void
  /**
   * Asks how many of the connected peers have each piece. Alert: `piece_availability`.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_piece_availability()
   */
  postPieceAvailability?(): void
  /**
   * Asks how the torrent is doing. Alert: `state_update`.
   * Since libtorrent 2.0.9.
   *
   * @param flags of `statusFlags`: what to find out besides the rest. Default: everything; 0 is
   *   cheapest
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_status()
   */
  postStatus?(flags?: number): void
  /**
   * Asks for the trackers of the torrent. Alert: `tracker_list`.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#post_trackers()
   */
  postTrackers?(): void
  /**
   * Sets the priorities of all files, and so of their pieces. It has no effect on seeds. Alert:
   * `file_prio`, or `file_error`.
   *
   * @param priorities 0 to 255 per file, in order; more than 7 counts as 7. Files beyond the end of
   *   the list get the default, 4
   * @see https://libtorrent.org/reference-Torrent_Handle.html#prioritize_files()
   */
  prioritizeFiles(priorities: ReadonlyArray<number>): void
  /**
   * Sets the priorities of all pieces. It has no effect on seeds. For pieces that a stream waits
   * for, it takes effect after that.
   *
   * @param priorities 0 to 255 for each piece, in order; more than 7 counts as 7
   * @returns when libtorrent has them. Rejects with `'no_metadata'`, or a RangeError unless there
   *   is one per piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#prioritize_pieces()
   */
  prioritizePieces(priorities: ReadonlyArray<number>): Promise<void>
  /** {@link prioritizePieces} on the calling thread, which waits for libtorrent's. */
  prioritizePiecesSync(priorities: ReadonlyArray<number>): void
  /**
   * The place of the torrent in the queue of downloads.
   *
   * @returns from 0, the next to be started; -1 when it is finished
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position()
   */
  queuePosition(): Promise<number>
  /**
   * Puts the torrent at the end of the queue.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_bottom()
   */
  queuePositionBottom(): void
  /**
   * Moves the torrent back by one place of the queue.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_down()
   */
  queuePositionDown(): void
  /**
   * Puts the torrent at a place of the queue; others make room.
   *
   * @param position from 0; beyond the end is the end
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_set()
   */
  queuePositionSet(position: number): void
  /** {@link queuePosition} on the calling thread, which waits for libtorrent's. */
  queuePositionSync(): number
  /**
   * Puts the torrent at the front of the queue.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_top()
   */
  queuePositionTop(): void
  /**
   * Moves the torrent forward by one place of the queue.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_up()
   */
  queuePositionUp(): void
  /**
   * Removes a web seed of BEP 17. Nothing happens when the torrent doesn't have it.
   *
   * @param url URL of the web seed
   * @see https://libtorrent.org/reference-Torrent_Handle.html#remove_http_seed()
   */
  removeHttpSeed(url: string): void
  /**
   * Removes a web seed of BEP 19. Nothing happens when the torrent doesn't have it.
   *
   * @param url URL of the web seed
   * @see https://libtorrent.org/reference-Torrent_Handle.html#remove_url_seed()
   */
  removeUrlSeed(url: string): void
  /**
   * Replaces all trackers, and announces to the new ones.
   *
   * @param trackers as `trackers()` gives them; of their state nothing is kept. RangeError when one
   *   has no `url`
   * @see https://libtorrent.org/reference-Torrent_Handle.html#replace_trackers()
   */
  replaceTrackers(trackers: ReadonlyArray<AnnounceEntryInit>): void
  /**
   * Takes back the deadline that `setPieceDeadline()` has set. The piece has the priority again
   * that it had before, unless a stream waits for it. If the deadline had
   * `deadlineFlags.alertWhenAvailable`, a `read_piece` alert says `'ECANCELED'`.
   *
   * @param piece index of the piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#reset_piece_deadline()
   */
  resetPieceDeadline(piece: number): void
  /**
   * Lets a paused torrent run. Alert: `torrent_resumed`, unless the session is paused.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#resume()
   */
  resume(): void
  /**
   * Limits how fast the torrent downloads. `settings.download_rate_limit` applies as well.
   *
   * @param bytesPerSecond 0 or less: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_download_limit()
   */
  setDownloadLimit(bytesPerSecond: number): void
  /**
   * Sets flags of the torrent, or with a mask sets some and clears others. `seedMode` can be
   * cleared only, and those for adding have no effect.
   *
   * @param flags of `torrentFlags`
   * @param mask the flags to change, to what `flags` has of them. Default: `flags`
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_flags()
   */
  setFlags(flags: number, mask?: number): void
  /**
   * Limits how many peers the torrent is connected to. Those beyond it are disconnected.
   *
   * @param maxConnections 2 to 16777215; 0 or less: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_max_connections()
   */
  setMaxConnections(maxConnections: number): void
  /**
   * Limits how many peers the torrent uploads to at a time.
   *
   * @param maxUploads up to 16777215; 0 or less: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_max_uploads()
   */
  setMaxUploads(maxUploads: number): void
  /**
   * Gives a magnet link its metadata, instead of downloading it. Alerts: `metadata_received`, or
   * `metadata_failed` when it isn't the torrent's.
   *
   * @param metadata the bencoded `info` dictionary of a .torrent file, as
   *   `TorrentInfo.infoSection()` gives it
   * @returns whether it was taken; false also when the torrent has its metadata
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_metadata()
   */
  setMetadata(metadata: Uint8Array): Promise<boolean>
  /** {@link setMetadata} on the calling thread, which waits for libtorrent's. */
  setMetadataSync(metadata: Uint8Array): boolean
  /**
   * Asks for a piece first, by a time: the earlier its deadline, the earlier it is asked for, of
   * the fastest peers. Until it has come, or `resetPieceDeadline()` is called, its priority is
   * `downloadPriority.topPriority`; then it has its own priority again. For playing while
   * downloading `createReadStream()` does this.
   *
   * @param piece index of the piece
   * @param milliseconds from now
   * @param flags of `deadlineFlags`. Default: 0. With `alertWhenAvailable` a `read_piece` alert
   *   follows: at once when the torrent has the piece, with `'ECANCELED'` when there is no such
   *   piece
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_piece_deadline()
   */
  setPieceDeadline(piece: number, milliseconds: number, flags?: number): void
  /**
   * Sets the priority of a piece. It has no effect without metadata, on seeds, or when there is no
   * such piece. For a piece that a stream waits for, it takes effect after that.
   *
   * @param piece index of the piece
   * @param priority 0 to 255 (`downloadPriority`); more than 7 counts as 7
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_priority()
   */
  setPiecePriority(piece: number, priority: number): void
  /**
   * Gives a TLS torrent the certificate that it shows to peers, from files. Alert, when that fails:
   * `torrent_error`.
   *
   * @param certificate path of the certificate (PEM), signed by the one in the torrent
   * @param privateKey path of the private key (PEM)
   * @param dhParams path of the Diffie-Hellman parameters (PEM)
   * @param passphrase of the private key. Default: none
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_ssl_certificate()
   */
  setSslCertificate(
    certificate: string,
    privateKey: string,
    dhParams: string,
    passphrase?: string,
  ): void
  /**
   * Gives a TLS torrent the certificate that it shows to peers. Alert, when that fails:
   * `torrent_error`.
   *
   * @param certificate the certificate (PEM), signed by the one in the torrent
   * @param privateKey the private key (PEM)
   * @param dhParams the Diffie-Hellman parameters (PEM)
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_ssl_certificate_buffer()
   */
  setSslCertificateBuffer(certificate: string, privateKey: string, dhParams: string): void
  /**
   * Limits how fast the torrent uploads. `settings.upload_rate_limit` applies as well.
   *
   * @param bytesPerSecond 0 or less: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_upload_limit()
   */
  setUploadLimit(bytesPerSecond: number): void
  /**
   * How the torrent is doing.
   *
   * @param flags of `statusFlags`: what to find out besides the rest. Default: everything; 0 is
   *   cheapest
   * @see https://libtorrent.org/reference-Torrent_Handle.html#status()
   */
  status(flags?: number): Promise<TorrentStatus>
  /** {@link status} on the calling thread, which waits for libtorrent's. */
  statusSync(flags?: number): TorrentStatus
  /**
   * Returns the metadata of the torrent, as a copy: later calls of `renameFile()` don't change it.
   *
   * @returns null before a magnet link has it. It has no piece layers: see
   *   `torrentFileWithHashes()`
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file()
   */
  torrentFile(): Promise<TorrentInfo | null>
  /** {@link torrentFile} on the calling thread, which waits for libtorrent's. */
  torrentFileSync(): TorrentInfo | null
  /**
   * A copy of the metadata, with the piece layers of a version 2 torrent. To write a .torrent file,
   * `saveResumeData()` and `writeTorrentFileBuf()` are better.
   *
   * @returns null before a magnet link has it, or while hashes are missing
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file_with_hashes()
   */
  torrentFileWithHashes(): Promise<TorrentInfo | null>
  /** {@link torrentFileWithHashes} on the calling thread, which waits for libtorrent's. */
  torrentFileWithHashesSync(): TorrentInfo | null
  /**
   * The trackers of the torrent.
   *
   * @returns one entry per tracker, by tier
   * @see https://libtorrent.org/reference-Torrent_Handle.html#trackers()
   */
  trackers(): Promise<ReadonlyArray<AnnounceEntry>>
  /** {@link trackers} on the calling thread, which waits for libtorrent's. */
  trackersSync(): ReadonlyArray<AnnounceEntry>
  /**
   * Clears flags of the torrent.
   *
   * @param flags of `torrentFlags`
   * @see https://libtorrent.org/reference-Torrent_Handle.html#unset_flags()
   */
  unsetFlags(flags: number): void
  /**
   * What `setUploadLimit()` set.
   *
   * @returns bytes per second; -1 or 0: no limit
   * @see https://libtorrent.org/reference-Torrent_Handle.html#upload_limit()
   */
  uploadLimit(): Promise<number>
  /** {@link uploadLimit} on the calling thread, which waits for libtorrent's. */
  uploadLimitSync(): number
  /**
   * The web seeds of BEP 19.
   *
   * @returns their URLs
   * @see https://libtorrent.org/reference-Torrent_Handle.html#url_seeds()
   */
  urlSeeds(): Promise<ReadonlyArray<string>>
  /** {@link urlSeeds} on the calling thread, which waits for libtorrent's. */
  urlSeedsSync(): ReadonlyArray<string>
  /**
   * The number that it was added with; 0 if it wasn't given one.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#userdata()
   */
  userdata(): number
}

/** What libtorrent's torrent_info can do. Changing one that a session shares changes a copy. */
export interface TorrentInfoMethods {
  /**
   * Adds a web seed of BEP 17.
   *
   * @param url URL of the web server
   * @param auth value of the Authorization header, such as `Basic ` and the base64 of
   *   `name:password`. Default: the name and the password in the URL, as they stand there
   * @param headers HTTP headers to send it: names and values. Default: none
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_http_seed()
   */
  addHttpSeed(url: string, auth?: string, headers?: ReadonlyArray<readonly [string, string]>): void
  /**
   * Adds a node of the DHT to join it by.
   *
   * @param node host and port, 0 to 65535
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_node()
   */
  addNode(node: readonly [string, number]): void
  /**
   * Adds a tracker, unless it is there.
   *
   * @param url its URL
   * @param tier 0 to 255: higher tiers are tried when lower ones fail. Default: 0
   * @param source where it comes from: 1 the .torrent file, 2 this program, 4 a magnet link, 8
   *   other peers. Default: 2
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_tracker()
   */
  addTracker(url: string, tier?: number, source?: number): void
  /**
   * Adds a web seed of BEP 19.
   *
   * @param url URL of the web server
   * @param auth value of the Authorization header, such as `Basic ` and the base64 of
   *   `name:password`. Default: the name and the password in the URL, as they stand there
   * @param headers HTTP headers to send it: names and values. Default: none
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_url_seed()
   */
  addUrlSeed(url: string, auth?: string, headers?: ReadonlyArray<readonly [string, string]>): void
  /**
   * How many blocks of 16 KiB a piece has; the last one may have fewer.
   * Since libtorrent 2.0.9.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#blocks_per_piece()
   */
  blocksPerPiece?(): number
  /**
   * Removes all trackers.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#clear_trackers()
   */
  clearTrackers(): void
  /**
   * Names of collections that the torrent is in (BEP 38): torrents of one collection may share
   * files. Bytes that are not UTF-8 are U+FFFD here; `info('collections')` has the bytes.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#collections()
   */
  collections(): ReadonlyArray<string>
  /**
   * The comment in the .torrent file; empty if there is none. Bytes that are not UTF-8 are `_`
   * here; `bdecode()` of the file has the bytes.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#comment()
   */
  comment(): string
  /**
   * When the .torrent file was made; null if it doesn't say.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#creation_date()
   */
  creationDate(): Date | null
  /**
   * The program that made the .torrent file; empty if it doesn't say. Bytes that are not UTF-8 are
   * `_`, as in `comment()`.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#creator()
   */
  creator(): string
  /**
   * One more than the index of the last piece.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#end_piece()
   */
  endPiece(): number
  /**
   * Drops the piece layers of a version 2 torrent, to save memory.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#free_piece_layers()
   */
  freePieceLayers(): void
  /**
   * The hash of a piece of a version 1 or hybrid torrent.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @returns SHA-1, 40 hex digits
   * @throws LibtorrentError `'invalid_hash_request'` for a torrent of version 2 only
   * @see https://libtorrent.org/reference-Torrent_Info.html#hash_for_piece()
   */
  hashForPiece(piece: number): string
  /**
   * A value of the `info` dictionary, such as one that libtorrent doesn't know.
   *
   * @param key its key
   * @returns the value; null when there is none
   * @see https://libtorrent.org/reference-Torrent_Info.html#info()
   */
  info(key: string): Entry | null
  /**
   * The info-hash as version 1 of the protocol has it.
   *
   * @returns 40 hex digits: the SHA-1, or the beginning of version 2's
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_hash()
   */
  infoHash(): string
  /**
   * What identifies the torrent.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_hashes()
   */
  infoHashes(): InfoHash
  /**
   * The bencoded `info` dictionary: what the info-hashes are hashes of.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_section()
   */
  infoSection(): Buffer
  /**
   * Whether a tracker is in the I2P network, so that peers are looked for there only.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_i2p()
   */
  isI2p(): boolean
  /**
   * Whether it has files.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_loaded()
   */
  isLoaded(): boolean
  /**
   * Whether it has metadata.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_valid()
   */
  isValid(): boolean
  /**
   * Index of the last piece, which may be shorter than others.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#last_piece()
   */
  lastPiece(): number
  /**
   * Where a part of a piece lies in the files.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @param offset where it begins in the piece, in bytes
   * @param size how many bytes it has; it may go beyond the piece
   * @returns the parts of files that it consists of, in order
   * @throws RangeError when the part isn't inside of the torrent
   * @see https://libtorrent.org/reference-Torrent_Info.html#map_block()
   */
  mapBlock(piece: number, offset: number, size: number): ReadonlyArray<FileSlice>
  /**
   * Where a part of a file lies in the pieces.
   *
   * @param file index of the file; a RangeError when there is none
   * @param offset where it begins in the file, in bytes
   * @param size how many bytes it has
   * @returns the piece that it begins in, where it begins there, and its length
   * @throws RangeError when the part isn't inside of the file
   * @see https://libtorrent.org/reference-Torrent_Info.html#map_file()
   */
  mapFile(file: number, offset: number, size: number): PeerRequest
  /**
   * Name of the torrent: of its file, or of the directory of its files. Bytes that are not UTF-8,
   * and what file systems don't take, are `_` here; `info('name')` has the bytes.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#name()
   */
  name(): string
  /**
   * Nodes of the DHT to join it by: host and port.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#nodes()
   */
  nodes(): ReadonlyArray<readonly [string, number]>
  /**
   * How many files the torrent has, pad files included.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#num_files()
   */
  numFiles(): number
  /**
   * How many pieces the torrent has.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#num_pieces()
   */
  numPieces(): number
  /**
   * The paths in the torrent of the files that have another path in `files()`. Loading a torrent
   * removes `/`, `\` and marks that change the direction of text from names, writes `_` for control
   * characters, cuts names after 240 bytes, and numbers paths that differ in case only. Pass the
   * result as `renamedFiles` of `session.addTorrent()` to seed files from where the torrent was
   * made of them.
   *
   * @returns paths by the index of the file, relative to the save path. Empty when all files have
   *   their path. Left out: paths that are not UTF-8, and paths that would leave the directory of
   *   the torrent
   * @see https://libtorrent.org/reference-Torrent_Info.html#original_names()
   */
  originalNames(): ReadonlyMap<number, string>
  /**
   * The paths of all files as the bytes that the torrent has, in the order of `origFiles()`:
   * `path.utf-8` where there is one. A path from a stranger may hold `..` or control characters.
   *
   * @returns a path per file, its parts separated by `/`. Padding has the path that libtorrent
   *   gives it
   * @see https://libtorrent.org/reference-Torrent_Info.html#original_paths()
   */
  originalPaths(): ReadonlyArray<Buffer>
  /**
   * The hashes of the pieces of a file of a version 2 torrent.
   *
   * @param file index of the file; a RangeError when there is none
   * @returns 32 bytes (SHA-256) per piece; the hash of a file of one piece. Empty when there are
   *   none
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_layer()
   */
  pieceLayer(file: number): Buffer
  /**
   * Bytes of a piece; the last one may have less.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_length()
   */
  pieceLength(): number
  /**
   * The indices of all pieces.
   *
   * @returns the first one, and one more than the last
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * Bytes of a piece.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * How many bytes of a piece peers can be asked for: in a torrent of version 2 only, the piece at
   * the end of a file ends with the file.
   * Since libtorrent 2.0.13.
   *
   * @param piece index of the piece; a RangeError when there is none
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_size_for_req()
   */
  pieceSizeForReq?(piece: number): number
  /**
   * Whether the torrent is private: its peers come from trackers only.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#priv()
   */
  priv(): boolean
  /**
   * Lays the content of a v1 torrent out in other files. Those of v2 and hybrid torrents can only
   * be renamed.
   *
   * @param files the files; a RangeError for a v2 or hybrid torrent, and unless they have the same
   *   size in total
   * @see https://libtorrent.org/reference-Torrent_Info.html#remap_files()
   */
  remapFiles(files: FileStorage): void
  /**
   * Renames a file for when the torrent is added. `origFiles()` keeps the name.
   *
   * @param file index of the file; a RangeError when there is none
   * @param newName relative to the save path, or absolute: then `moveStorage()` leaves it alone
   * @see https://libtorrent.org/reference-Torrent_Info.html#rename_file()
   */
  renameFile(file: number, newName: string): void
  /**
   * Sets the piece layers of a version 2 torrent.
   *
   * @param layers for every file, 32 bytes per piece; a RangeError otherwise
   * @see https://libtorrent.org/reference-Torrent_Info.html#set_piece_layers()
   */
  setPieceLayers(layers: ReadonlyArray<Uint8Array>): void
  /**
   * Replaces all web seeds.
   *
   * @param seeds as `webSeeds()` gives them
   * @see https://libtorrent.org/reference-Torrent_Info.html#set_web_seeds()
   */
  setWebSeeds(seeds: ReadonlyArray<WebSeedEntryInit>): void
  /**
   * Info-hashes of torrents that may share files with this one (BEP 38), 40 hex digits each.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#similar_torrents()
   */
  similarTorrents(): ReadonlyArray<string>
  /**
   * The certificate that a TLS torrent's peers must be signed by; empty for other torrents.
   * `info('ssl-cert')` has the bytes.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#ssl_cert()
   */
  sslCert(): string
  /**
   * Bytes of all files, pad files included.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#total_size()
   */
  totalSize(): number
  /**
   * The trackers, by tier.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#trackers()
   */
  trackers(): ReadonlyArray<AnnounceEntry>
  /**
   * Whether clients of version 1 can use the torrent.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#v1()
   */
  v1(): boolean
  /**
   * Whether clients of version 2 can use the torrent. Hybrid torrents are both.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#v2()
   */
  v2(): boolean
  /**
   * The web seeds.
   *
   * @see https://libtorrent.org/reference-Torrent_Info.html#web_seeds()
   */
  webSeeds(): ReadonlyArray<WebSeedEntry>
}
