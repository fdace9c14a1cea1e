/**
 * The adviespunt that this page belongs to: what it says of itself, and who works there according to signatures.
 * @module client/place
 */

import { b64, fromB64 } from '../crypto/bytes.js';
import { activeMembers } from '../crypto/directory.js';
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
    /** @type {Directories|null} */
    this.directories = null;
    /** @type {{state: 'fresh'|'old'|'other-version'|'missing', day: string|null}} */
    this.freshness = { state: 'missing', day: null };
  }

  /** The newest directory. */
  get directory() {
    if (this.directories === null) throw new TypeError('no directory');
    return this.directories.current;
  }

  /**
   * Fetches the newest directory and believes it only under this key.
   * @param {Uint8Array} organisationKey as the server says for a first visit; as the mailbox remembers afterwards
   * @param {DirectoryMark|null} [lastSeen]
   */
  async refresh(organisationKey, lastSeen = null) {
    const loaded = await openDirectories(this.api, { portal: this.portal, organisation: organisationKey, lastSeen, today: this.organisation.day });
    this.directories = loaded.directories;
    this.freshness = loaded.freshness;
  }

  /** Who could read a question, facilitators first. @returns {Person[]} */
  get people() {
    const order = ['facilitator', 'helper', 'coach'];
    const members = this.directories === null ? [] : activeMembers(this.directory, ...order);
    return members
      .map(({ person, name, function: work, role }) => ({ key: b64(person), name, function: work, role }))
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.name.localeCompare(b.name));
  }

  /** Whether a facilitator remains. @param {Set<string>} excluded b64 person ids */
  someoneLeft(excluded) {
    return this.people.some(({ key, role }) => role === 'facilitator' && !excluded.has(key));
  }
}

/**
 * @param {Api} api
 * @returns {Promise<Place>} its directory verified, if there is one
 */
export async function loadPlace(api) {
  const organisation = await api.get('/organisation');
  const place = new Place(api, organisation);
  if (organisation.organisation_key !== null) await place.refresh(fromB64(organisation.organisation_key, 32));
  return place;
}
