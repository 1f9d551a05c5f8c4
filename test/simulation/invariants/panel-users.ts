import { seatCount } from '../../../core/services/service.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import { formerUserId } from '../../../electron/simulator/state/state.ts';
import type { Invariant } from '../invariant.ts';

/**
 * In the panel a username exists once, and there are no more users than seats. A created user is there or was
 * deleted since. A deleted user was there.
 */
export const panelUsers: Invariant = {
  name: 'panel users',
  watch: ({ clients, vendor, broken }) => ({
    vendorSaved(before, after) {
      if (after.services === before.services || after.epoch !== before.epoch) return;
      for (const service of after.services.since(before.services).put) {
        const names = service.users.map(({ username }) => username.toLowerCase());
        if (new Set(names).size < names.length) broken(`${service.id} has a user twice: ${names.join(', ')}`);
        const old = before.services.get(service.id);
        if (names.length > (old?.users.length ?? 0) && names.length > seatCount(service, after.day))
          broken(`${service.id} has more users than seats: ${names.join(', ')}`);
      }
    },
    atEnd() {
      const { commands, services, formerUsers } = vendor();
      for (const { ledger } of clients) {
        for (const { key, entry } of ledger.keys.values()) {
          const { command } = entry;
          if (commands.get(key)?.processed.errorCode !== accepted) continue;
          if (command.kind === 'user/create') {
            const { username } = command.user;
            const service = services.get(command.serviceId);
            const there = service?.users.some((user) => user.username === username) === true;
            const former =
              formerUsers.get(formerUserId({ serviceId: command.serviceId, username })) !== undefined;
            if (service !== undefined && !there && !former)
              broken(`${key} created ${username}, who never was`);
          }
          if (command.kind === 'user/delete' && formerUsers.get(formerUserId(command)) === undefined)
            broken(`${key} deleted ${command.username}, who is not among the former`);
        }
      }
    },
  }),
};
