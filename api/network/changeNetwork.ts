import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { NetworkRecord } from '@cobid/platform/mongo/models/network.ts';
import { storeNetworkChange } from '@cobid/platform/network/storeNetworkChange.ts';
import type { ChangedBy, NetworkStep } from '@cobid/platform/network/storeNetworkChange.ts';
import { refusal } from '../http/problem.ts';

/** Changes the main network on the version that the writer saw. Refuses with 409 where somebody was faster. */
export async function changeNetwork(
  steps: readonly NetworkStep[],
  by: ChangedBy & { version: number },
  now: Date,
): Promise<NetworkRecord> {
  const before = await mainNetwork();
  if (before.version !== by.version) throw refusal('stale_version', { version: before.version });
  const changed = await storeNetworkChange(before, steps, by, now);
  if (changed === null) throw refusal('stale_version');
  return changed;
}
