/**
 * Fetching the staff directory and believing it only as far as its signatures go (protocol, section 8).
 * @module client/directory
 */

/** @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory */

/**
 * The newest directory, verified, and the older ones that rosters name, checked against its history.
 * @typedef {{newest: VerifiedDirectory, get: (version: number, hash: Uint8Array) => VerifiedDirectory|null}} Directories
 */
export {};
