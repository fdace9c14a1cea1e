/** Guesses, as a power of ten, from which a password of one's own is taken. */
export declare const ENOUGH_LOG10: 14;
export interface Estimate {
  /** Whether it takes at least 10^ENOUGH_LOG10 guesses. */
  enough: boolean;
  /** 0 (guessed at once) to 4 (over 10^10 guesses). */
  score: 0 | 1 | 2 | 3 | 4;
  guessesLog10: number;
  /** A key such as `topTen`, `similarToCommon`, `dates`; null when there is nothing to warn of. */
  warning: string | null;
  /** Keys such as `anotherWord`, `l33t`, `repeated`. */
  suggestions: string[];
}
/** Load it when needed: `const { estimate } = await import('../vendor/zxcvbn.js')`. */
export declare function estimate(password: string, context?: string[]): Estimate;
