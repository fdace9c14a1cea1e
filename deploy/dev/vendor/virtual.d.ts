// What the bundler makes up or reads in; see build.mjs.
declare module '*.txt' {
  const text: string;
  export default text;
}
declare module 'virtual:common' {
  export const keyboards: Record<string, Record<string, Array<string | null>>>;
  /** Separated by spaces. */
  export const passwords: string;
}
