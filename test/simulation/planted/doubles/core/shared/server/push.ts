import type { StudioDatabase } from '../../../../../../../core/shared/studio-database.ts';
import * as real from '../../../../../../../core/shared/server/push.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../core/shared/server/push.ts';

type Write = StudioDatabase['write'];
const writing = (ports: real.PushPorts, write: (real: Write) => Write): real.PushPorts => ({
  ...ports,
  database: like(ports.database, {
    write: write((studio, about, work) => ports.database.write(studio, about, work)),
  }),
});

export const createPushes = faulty(real.createPushes, {
  'the server answers although nothing was committed': (ports) =>
    real.createPushes(
      writing(ports, (write) => async (studio, about, work) => {
        let answer: unknown;
        try {
          return await write(studio, about, async (transaction) => {
            const value = await work(transaction);
            answer = value;
            return value;
          });
        } catch {
          return answer as never;
        }
      }),
    ),
  'a push brings rows without its own': (ports) =>
    real.createPushes(
      writing(
        ports,
        (write) => (studio, about, work) =>
          write(studio, about, (transaction) =>
            work(
              like(transaction, {
                rowsAfter: async (cursor, most) =>
                  (await transaction.rowsAfter(cursor, most)).filter(
                    ({ version }) => version <= transaction.head.version,
                  ),
              }),
            ),
          ),
      ),
    ),
  'a command that comes twice is decided twice': (ports) =>
    real.createPushes(
      writing(
        ports,
        (write) => (studio, about, work) =>
          write(studio, about, (transaction) =>
            work(
              like(transaction, {
                desks: transaction.desks.map((desk) => ({ ...desk, lastSeq: 0 })),
                logged: [],
                commands: async () => [],
                write: (written) =>
                  transaction.write({
                    ...written,
                    commands: written.commands.map((command) => ({
                      ...command,
                      cid: `${command.cid} ${written.version}`,
                    })),
                  }),
              }),
            ),
          ),
      ),
    ),
});
