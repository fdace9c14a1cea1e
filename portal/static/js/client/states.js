/**
 * States of a case that several parts ask after. The server's are in portal/services/casework/cases.py.
 * @module client/states
 */

/** Nobody waits for anything in these. */
export const ENDED = new Set(['passed', 'closed', 'withdrawn', 'unreadable']);

/** Where a facilitator set a question aside that nobody could open. */
export const UNREADABLE = 'unreadable';

/** Nobody is added to these by themselves: nobody waits for it, and a change would take up what was set aside. */
export const SHUT = new Set(['withdrawn', UNREADABLE]);
