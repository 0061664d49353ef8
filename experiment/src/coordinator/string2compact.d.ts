declare module 'string2compact' {
  /** Returns addresses and ports in network byte order, from `1.2.3.4:80` (6 bytes) or `[::1]:80` (18 bytes). */
  export default function compact(addresses: readonly string[]): Buffer
}
