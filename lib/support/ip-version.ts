// node:net tells IP addresses, too, but loading it takes 2 to 3 ms, a tenth of the time to load this library.

const octet = String.raw`(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`
const v4 = new RegExp(String.raw`^${octet}(\.${octet}){3}$`)

/** Returns 4 or 6 for an IP address, which may have a zone (`fe80::1%eth0`), and 0 for another text. As isIP() of node:net. */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (v4.test(text)) return 4
  const [, v6] = /^([\da-f:.]+)(%[\da-z.:-]+)?$/i.exec(text) ?? []
  return v6 !== undefined && URL.canParse(`http://[${v6}]/`) ? 6 : 0
}
