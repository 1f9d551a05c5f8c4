import type { Invariant } from '../invariant.ts';

/**
 * The program gives seats by itself only when an order becomes active, once for each order. A username
 * belongs to one person (rules H2, H3).
 */
export const seatsGivenOnce: Invariant = {
  name: 'seats are given once',
  watch: ({ clients, broken }) => ({
    saved(client, changes) {
      const given = changes.filter(({ table, value }) => table === 'seats' && value !== null);
      const settles = changes.filter(
        (change) => change.table === 'placements' && change.value?.settled === true,
      );
      for (const { id } of settles)
        if (client.saved.tables.placements.get(id)?.settled === true)
          broken(`the order ${id} gave its seats twice`);
      if (
        given.length > 0 &&
        client.acting() === null &&
        settles.length !== 1 &&
        client.saved.tables.firm.size > 0
      )
        broken('seats were given by nobody');
    },
    afterStep() {
      for (const { shown } of clients) {
        const owners = new Map<string, string>();
        for (const { serviceId, username, personId } of shown.workspace.seats.values()) {
          const name = `${serviceId}/${username}`;
          if ((owners.get(name) ?? personId) !== personId) broken(`two people are ${name}`);
          owners.set(name, personId);
        }
      }
    },
  }),
};
