/**
 * The adviespunt that this page belongs to: what it says of itself, and who works there according to signatures.
 * @module client/place
 */

import { b64, fromB64 } from '../crypto/bytes.js';
import { activeMembers } from '../crypto/directory.js';
import { shownAs } from '../ui/organisation.js';
import { language } from '../ui/texts.js';
import { clocksDiffer, laterDay, ownDay } from './clock.js';
import { openDirectories } from './directory.js';

/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('../crypto/bytes.js').Bytes} Bytes */
/** @typedef {import('../crypto/directory.js').Directories} Directories */
/** @typedef {import('../crypto/directory.js').DirectoryMark} DirectoryMark */
/** @typedef {import('../ui/organisation.js').Organisation} Organisation */

/**
 * Somebody who could read a question.
 * @typedef {{key: string, name: string, function: string, role: string}} Person  key: b64 of the person id
 */

export class Place {
  /** @param {Api} api @param {Organisation} organisation */
  constructor(api, organisation) {
    this.api = api;
    this.organisation = organisation;
    this.portal = fromB64(organisation.portal, 16);
    /** Today by this browser, when the server said its own. */
    this.ownDay = ownDay();
    /** @type {Directories|null} */
    this.directories = null;
    /** @type {import('./directory.js').Freshness} */
    this.freshness = { state: 'unknown', day: null };
    /** @type {Uint8Array|null} */
    this.key = null;
    /** @type {DirectoryMark|null} */
    this.lastSeen = null;
  }

  /** The server and this browser do not agree on the day: how fresh the staff list is, cannot be said for sure. */
  get clocksDiffer() {
    return clocksDiffer(this.organisation.day, this.ownDay);
  }

  /** The newest directory. */
  get directory() {
    if (this.directories === null) throw new TypeError('no directory');
    return this.directories.current;
  }

  /**
   * Fetches the newest directory and believes it only under this key.
   * @param {Uint8Array} organisation key as the server says it at a first visit; as the mailbox remembers it afterwards
   * @param {DirectoryMark|null} [lastSeen]
   */
  async trust(organisation, lastSeen = null) {
    this.key = organisation;
    this.lastSeen = lastSeen;
    await this.latest(true);
  }

  /** Fetches the directory for the first time, under the key that the server says. */
  async meet() {
    const { organisation_key: key } = this.organisation;
    if (key !== null) await this.trust(fromB64(key, 32));
  }

  /** @param {boolean} refresh asks the server for a newer version @returns {Promise<Directories>} */
  async latest(refresh) {
    if (this.directories !== null && !refresh) return this.directories;
    if (this.key === null) throw new TypeError('no organisation key');
    const expected = {
      portal: this.portal,
      organisation: this.key,
      lastSeen: this.lastSeen,
      today: laterDay(this.organisation.day, this.ownDay),
    };
    const { directories, freshness } = await openDirectories(this.api, expected);
    const { version, hash } = directories.current;
    Object.assign(this, { directories, freshness, lastSeen: { version, hash } });
    return directories;
  }

  /** Who could read a question, facilitators first. @returns {Person[]} */
  get people() {
    const order = ['facilitator', 'helper', 'coach'];
    const members = this.directories === null ? [] : activeMembers(this.directory, ...order);
    return members
      .map((member) => ({
        key: b64(member.person),
        name: shownAs(this.organisation, member),
        function: member.function,
        role: member.role,
      }))
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.name.localeCompare(b.name));
  }

  /** Whether a facilitator remains. @param {Set<string>} excluded b64 person ids */
  someoneLeft(excluded) {
    return this.people.some(({ key, role }) => role === 'facilitator' && !excluded.has(key));
  }
}

/**
 * @param {Api} api
 * @returns {Promise<Place>} its directory verified, if there is one and no access word comes first
 */
export async function loadPlace(api) {
  const organisation = await api.get(`/organisation?language=${language}`);
  const place = new Place(api, organisation);
  if (!organisation.access_word) await place.meet();
  return place;
}
