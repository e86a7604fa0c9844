import { setBidStage } from './bidStage.ts';
import type { BidStage } from './bidStage.ts';
import { startTestApp, TEST_START } from './harness.ts';
import type { TestApp } from './harness.ts';
import { INBOUND_DOMAIN, startInboundPost } from './inboundPost.ts';
import type { InboundPost } from './inboundPost.ts';
import { startJobContext } from './jobContext.ts';
import type { TestContext } from './jobContext.ts';
import { closeLinkBrowser } from './openLinks.ts';

/** A Cobid that mail can be sent to. */
export interface InboundStage {
  app: TestApp;
  context: TestContext;
  post: InboundPost;
  /** Empties it and sets the stage again: for each test. */
  begin(): Promise<BidStage>;
  stop(): Promise<void>;
}

/** Starts the app, what jobs need, and the door that mail comes in by. */
export async function startInboundStage(options: { isDirect?: boolean } = {}): Promise<InboundStage> {
  const app = await startTestApp({ settings: { INBOUND_DOMAIN } });
  const context = await startJobContext(app);
  const post = await startInboundPost(app, options);
  return {
    app,
    context,
    post,
    begin: async () => {
      await app.mongo.clear();
      app.clock.set(TEST_START);
      context.sink.messages.length = 0;
      context.sink.at(() => undefined);
      return setBidStage(app);
    },
    stop: async () => {
      await post.stop();
      await closeLinkBrowser();
      await context.stop();
      await app.stop();
    },
  };
}
