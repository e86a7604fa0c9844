import { z } from 'zod';
import { id, version } from '@cobid/domain/ids.ts';
import { mayAppointCoordinators } from '@cobid/domain/network/policy.ts';
import {
  coordinatorInput,
  networkChange,
  networkSettingsView,
  networkView,
} from '@cobid/domain/network/schema.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { ensure } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { addCoordinator, removeCoordinator } from './changeCoordinators.ts';
import { changeNetwork } from './changeNetwork.ts';
import type { NetworkStep } from '@cobid/platform/network/storeNetworkChange.ts';
import { networkSettingsViewOf, networkViewOf } from './networkView.ts';

/** The network: the rules that it matches by, and who runs it. */
export const networkRoutes = [
  route({
    method: 'GET',
    path: '/network',
    summary: 'Show the rules that the network matches by',
    access: 'public',
    reply: networkView,
    handle: async () => networkViewOf(await mainNetwork()),
  }),
  route({
    method: 'GET',
    path: '/network/settings',
    summary: 'Show who runs the network, and its history',
    access: 'person',
    reply: networkSettingsView,
    handle: async ({ actor, now }) => {
      ensure(mayAppointCoordinators(actor));
      return networkSettingsViewOf(await mainNetwork(), now);
    },
  }),
  route({
    method: 'PATCH',
    path: '/network',
    summary: 'Change name, λ or weights of the network',
    access: 'coordinator',
    body: networkChange,
    reply: networkSettingsView,
    handle: async ({ actor, body, now }) => {
      const steps: NetworkStep[] = [
        ...(body.name === undefined ? [] : [{ what: 'name' as const, to: body.name }]),
        ...(body.lambda === undefined ? [] : [{ what: 'lambda' as const, to: body.lambda }]),
        ...(body.weights === undefined ? [] : [{ what: 'weights' as const, to: body.weights }]),
        ...(body.learning === undefined ? [] : [{ what: 'learning' as const, to: body.learning }]),
      ];
      const by = { version: body.version, actorId: actor.personId, note: body.note };
      return networkSettingsViewOf(await changeNetwork(steps, by, now), now);
    },
  }),
  route({
    method: 'POST',
    path: '/network/coordinators',
    summary: 'Make somebody a coordinator',
    access: 'person',
    limits: [{ by: 'person', points: 60, seconds: 3600 }],
    body: coordinatorInput,
    reply: networkSettingsView,
    handle: async ({ actor, body, now }) => {
      ensure(mayAppointCoordinators(actor));
      const by = { version: body.version, actorId: actor.personId };
      return networkSettingsViewOf(await addCoordinator(body.email, by, now), now);
    },
  }),
  route({
    method: 'DELETE',
    path: '/network/coordinators/:personId',
    summary: 'Take the role of coordinator from somebody',
    access: 'person',
    params: z.strictObject({ personId: id }),
    query: z.strictObject({ version: z.coerce.number().pipe(version) }),
    reply: networkSettingsView,
    handle: async ({ actor, params, query, now }) => {
      ensure(mayAppointCoordinators(actor));
      const by = { version: query.version, actorId: actor.personId };
      return networkSettingsViewOf(await removeCoordinator(params.personId, by, now), now);
    },
  }),
];
