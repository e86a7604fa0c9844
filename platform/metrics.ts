import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process counts, in Prometheus' terms. Labels are route patterns and names of jobs, never ids. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  jobs: Histogram<'job' | 'outcome'>;
  mails: Counter<'kind' | 'outcome'>;
  nudgesLost: Counter<'job'>;
}

/** Metrics with a registry of their own; `withProcess` adds memory, event loop and garbage collection. */
export function createMetrics(options: { withProcess: boolean }): Metrics {
  const registry = new Registry();
  if (options.withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'cobid_http_request_seconds',
      help: 'Time from a request to the end of its reply',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    jobs: new Histogram({
      name: 'cobid_job_seconds',
      help: 'Time that a job took',
      labelNames: ['job', 'outcome'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
      registers,
    }),
    mails: new Counter({
      name: 'cobid_mails_total',
      help: 'Mails by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    nudgesLost: new Counter({
      name: 'cobid_nudges_lost_total',
      help: 'Jobs that could not be queued; the sweep finds what they were for',
      labelNames: ['job'],
      registers,
    }),
  };
}
