import type { StudioDatabase } from '../../../../../../../core/shared/studio-database.ts';
import * as real from '../../../../../../../core/shared/server/push.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../core/shared/server/push.ts';

type Write = StudioDatabase['write'];
const writing = (ports: real.PushPorts, write: (real: Write) => Write): real.PushPorts => ({
  ...ports,
  database: like(ports.database, { write: write((studio, work) => ports.database.write(studio, work)) }),
});

export const createPushes = faulty(real.createPushes, {
  'the server answers although nothing was committed': (ports) =>
    real.createPushes(
      writing(ports, (write) => async (studio, work) => {
        let answer: unknown;
        try {
          return await write(studio, async (transaction) => {
            const value = await work(transaction);
            answer = value;
            return value;
          });
        } catch {
          return answer as never;
        }
      }),
    ),
  'a command that comes twice is decided twice': (ports) =>
    real.createPushes(
      writing(
        ports,
        (write) => (studio, work) =>
          write(studio, (transaction) =>
            work(
              like(transaction, {
                client: async (id) => {
                  const desk = await transaction.client(id);
                  return desk && { ...desk, lastSeq: 0 };
                },
                command: async () => undefined,
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
