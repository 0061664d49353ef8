// @ts-check
// Text from the network (names of torrents, files and clients, messages of trackers) may hold characters that
// steer a terminal. The examples print such text through this function.

const active = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Returns the text with control characters, and marks of the direction of writing, as escapes like `\u{1b}`.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replace(active, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
}
