import { seconds } from '@cobid/platform/clock.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import type { Context } from '@cobid/worker/context.ts';
import { unpaced } from '@cobid/worker/mail/domainPace.ts';
import { createMailer } from '@cobid/worker/mail/mailer.ts';
import { createProfileIndex } from '@cobid/worker/profiles/profileIndex.ts';
import type { TestApp } from './harness.ts';
import { startMailSink } from './mailSink.ts';
import type { MailSink } from './mailSink.ts';

/** What job handlers get in a test: the app's stores, queues and clock, and a mail server of the test's own. */
export interface TestContext extends Context {
  sink: MailSink;
  /** Where the app of the test answers. */
  url: string;
  stop(): Promise<void>;
}

export async function startJobContext(app: TestApp): Promise<TestContext> {
  const { config, clock, log, queues } = app;
  const sink = await startMailSink();
  const mailsAtOnce = 3;
  const mailer = createMailer({ ...config, SMTP_URL: sink.url }, mailsAtOnce);
  return {
    config,
    clock,
    log,
    queues,
    mailer,
    pace: unpaced,
    metrics: createMetrics({ withProcess: false }),
    mailsAtOnce,
    leaseMs: seconds(60),
    // Anew each time: tests write and empty the database behind its back.
    get profiles() {
      return createProfileIndex({ clock, log });
    },
    sink,
    url: app.url,
    stop: async () => {
      mailer.close();
      await sink.stop();
    },
  };
}
