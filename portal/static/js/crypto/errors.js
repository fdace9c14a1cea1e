/**
 * Every way in which the protocol says no.
 * @module crypto/errors
 */

/** Base of all errors of this folder. */
export class ProtocolError extends Error {
  /** @param {string} [reason] short key, never content @param {unknown} [cause] */
  constructor(reason = '', cause = undefined) {
    super(reason, { cause });
    this.name = new.target.name;
    this.reason = reason;
  }
}

/** Bytes or a body that do not have the form they should. */
export class Malformed extends ProtocolError {}

/** An envelope or sealed key that does not open: one error for every reason, so that it tells nothing. */
export class Unsealable extends ProtocolError {
  /** @param {unknown} [cause] */
  constructor(cause) {
    super('unsealable', cause);
  }
}

/** A signature or MAC that is not what it claims. */
export class BadSignature extends ProtocolError {}

/** A roster, message, directory or register entry that breaks a rule; `reason` names the rule. */
export class Refused extends ProtocolError {}

/** Words, a name or a password that cannot be what was meant; `reason` says which rule. */
export class Unreadable extends ProtocolError {}
