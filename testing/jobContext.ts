import { seconds } from '@cobid/platform/clock.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import type { Context } from '@cobid/worker/context.ts';
import { unpaced } from '@cobid/worker/mail/domainPace.ts';
import { createMailer } from '@cobid/worker/mail/mailer.ts';
import type { Mailer } from '@cobid/worker/mail/mailer.ts';
import { createPastWorkThread } from '@cobid/worker/pastWork/pastWorkThread.ts';
import { createProfileIndex } from '@cobid/worker/profiles/profileIndex.ts';
import type { TestApp } from './harness.ts';
import { startMailSink } from './mailSink.ts';
import type { MailSink } from './mailSink.ts';
import { throughPostfix } from './postfix/throughPostfix.ts';
import { startPostfixSink } from './postfix/startPostfixSink.ts';

/** What job handlers get in a test: the app's stores, queues and clock, and a mail server of the test's own. */
export interface TestContext extends Context {
  sink: MailSink;
  /** Where the app of the test answers. */
  url: string;
  stop(): Promise<void>;
}

/** Mail goes to a server in this process, or through a postfix where COBID_TEST_MTA says so; or to the sink that is given. */
export async function startJobContext(app: TestApp, given?: MailSink): Promise<TestContext> {
  const { config, clock, log, queues } = app;
  const sink = given ?? (await (throughPostfix ? startPostfixSink() : startMailSink()));
  const mailsAtOnce = 3;
  const mailer = untilArrived(createMailer({ ...config, SMTP_URL: sink.url }, mailsAtOnce), sink);
  const pastWork = createPastWorkThread(new URL('../worker/pastWork/thread.ts', import.meta.url));
  return {
    config,
    clock,
    log,
    queues,
    mailer,
    pace: unpaced,
    pastWork,
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
      await pastWork.stop();
      await sink.stop();
    },
  };
}

/** A mailer whose mails a test can read as soon as it says that they are sent. */
function untilArrived(mailer: Mailer, sink: MailSink): Mailer {
  return {
    ...mailer,
    send: async (letter, patienceMs) => {
      const sent = await mailer.send(letter, patienceMs);
      if (sent.ok) await sink.arrived(sent.messageId);
      return sent;
    },
  };
}
