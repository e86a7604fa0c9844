/** One thing that is wrong with an input, named by JSON pointer (RFC 6901), in words that say what to do. */
export interface Problem {
  pointer: string;
  message: string;
}
