import { setTimeout as wait } from 'node:timers/promises';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { newDkimKey } from '@cobid/platform/newDkimKey.ts';
import { sendDelivery } from '@cobid/worker/jobs/sendDelivery.ts';
import type { BidStage, Player } from '../bidStage.ts';
import { startTestApp } from '../harness.ts';
import type { TestApp } from '../harness.ts';
import { INBOUND_DOMAIN, startInboundPost } from '../inboundPost.ts';
import type { InboundPost } from '../inboundPost.ts';
import { startJobContext } from '../jobContext.ts';
import type { TestContext } from '../jobContext.ts';
import { takeInbound } from '../mailThread.ts';
import { testDns } from '../testDns.ts';
import type { TestDns } from '../testDns.ts';
import { startPostfixSink } from './startPostfixSink.ts';
import type { PostfixSink } from './startPostfixSink.ts';

/** Processes of two suites and a postfix or four share a processor here. */
const PATIENCE_MS = 20_000;

const key = newDkimKey('cobid-2026-11');
const { name, value } = dkimRecord(key, 'cobid.example.org');

/** Cobid behind a postfix that takes its mail and hands it what comes back, and another one of those who write to it. */
export interface PostfixStage {
  app: TestApp;
  context: TestContext;
  sink: PostfixSink;
  post: InboundPost;
  /** Knows the key that Cobid signs with. */
  dns: TestDns;
  /** Works on what comes in until a mail has this outcome, of those about one delivery, and returns that. */
  comesIn(about: { deliveryId: string; outcome: RegExp }): Promise<InboundMailRecord>;
  stop(): Promise<void>;
}

/** Starts all of it; `routes` are domains that postfix hands on to other servers. */
export async function startPostfixStage(options: {
  protocol: 'smtp' | 'lmtp';
  routes?: Record<string, string>;
  lifetime?: number;
}): Promise<PostfixStage> {
  const { protocol, routes = {}, lifetime = 60 } = options;
  const app = await startTestApp({
    settings: { INBOUND_DOMAIN, DKIM_KEYS: key.setting, MAIL_FROM: 'Cobid <cobid@cobid.example.org>' },
  });
  const post = await startInboundPost(app, { protocol });
  const sink = await startPostfixSink({ routes: { ...routes, [INBOUND_DOMAIN]: post.route }, lifetime });
  const context = await startJobContext(app, sink);
  return {
    app,
    context,
    sink,
    post,
    dns: testDns({ [`TXT ${name}`]: [[value]] }),
    comesIn: async ({ deliveryId, outcome }) => {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const mails = (await takeInbound(context)).filter((mail) => mail.deliveryId === deliveryId);
        const found = mails.find((mail) => outcome.test(mail.outcome ?? ''));
        if (found !== undefined) return found;
        if (Date.now() > until)
          throw new Error(`what came in is ${JSON.stringify(mails.map((mail) => mail.outcome))}`);
        await wait(20);
      }
    },
    stop: async () => {
      await context.stop();
      await post.stop();
      await app.stop();
    },
  };
}

/** Has a player moved to this address and tells them of the tender, whatever becomes of that mail. */
export async function tellAt(
  email: string,
  { tender }: BidStage,
  { organisation, person }: Player,
  context: TestContext,
): Promise<DeliveryRecord> {
  const about = { tenderId: tender.id, coopId: organisation.id };
  await people.change({ id: person.id }, { set: { email } });
  await matches.change(about, { set: { missing: [] } });
  const wanted = { key: `opportunity:${tender.id}:1:${person.id}`, kind: 'opportunity' as const };
  await wantDeliveries([{ ...wanted, personId: person.id, email, refs: about }], context.clock());
  const { id = '' } = (await deliveries.findOne({ key: wanted.key })) ?? {};
  await sendDelivery({ deliveryId: id }, context);
  const delivery = await deliveries.findById(id);
  if (delivery === null) throw new Error('there is no such delivery');
  return delivery;
}
