import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import type { Config } from './config.ts';

/** Writes JSON lines with ids, never with names, addresses or contents. */
export type Log = Logger;

/** The log of one process; `service` tells api and worker apart. */
export function createLog(options: {
  level: Config['LOG_LEVEL'];
  service: string;
  /** Where lines go; standard output unless given. */
  sink?: DestinationStream;
}): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // A belt for the braces: nobody should log these, and if somebody does they do not reach the disk.
    redact: { paths: ['email', 'name', 'token', '*.email', '*.name', '*.token', '*.password'], remove: true },
    hooks: {
      // pino would take the error's own message, addresses and all, where there is no other.
      logMethod(args, method) {
        const [first, message] = args;
        const bare = message === undefined && typeof first === 'object';
        method.apply(this, bare ? [first, ''] : args);
      },
    },
    serializers: { err: (error: unknown) => describeError(error) },
  };
  return options.sink === undefined ? pino(settings) : pino(settings, options.sink);
}

/** What is kept of an error: type, code, message and stack, with its causes; no query values or documents. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    type: error.name,
    code: 'code' in error ? error.code : undefined,
    message: withoutAddresses(error.message),
    stack: withoutAddresses(error.stack ?? ''),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(:]+@[^\s<>"'):,]+/g, '[address]');
}
