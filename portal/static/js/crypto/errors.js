/**
 * Every way in which the protocol says no.
 * @module crypto/errors
 */

/**
 * Base of all errors of this folder. Each writes its own name down: pages ask for it, and minifying changes that of the
 * class.
 */
export class ProtocolError extends Error {
  /** @override */
  name = 'ProtocolError';

  /** @param {string} [reason] short key, never content @param {unknown} [cause] */
  constructor(reason = '', cause = undefined) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Bytes or a body that do not have the form they should. */
export class Malformed extends ProtocolError {
  /** @override */
  name = 'Malformed';
}

/** An envelope or sealed key that does not open: one error for every reason, so that it tells nothing. */
export class Unsealable extends ProtocolError {
  /** @override */
  name = 'Unsealable';

  /** @param {unknown} [cause] */
  constructor(cause) {
    super('unsealable', cause);
  }
}

/** A signature or MAC that is not what it claims. */
export class BadSignature extends ProtocolError {
  /** @override */
  name = 'BadSignature';
}

/** A roster, message, directory or register entry that breaks a rule; `reason` names the rule. */
export class Refused extends ProtocolError {
  /** @override */
  name = 'Refused';
}

/** Words, a name or a password that cannot be what was meant; `reason` says which rule. */
export class Unreadable extends ProtocolError {
  /** @override */
  name = 'Unreadable';
}

/**
 * For `promise.catch`: what the protocol refused is absent, everything else stays an error.
 * @param {unknown} error @returns {null}
 */
export function onlyProtocolErrors(error) {
  if (error instanceof ProtocolError) return null;
  throw error;
}
