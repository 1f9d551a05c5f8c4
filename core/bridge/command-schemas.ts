// The schemas of the calls that hold commands. They are apart from the others, because every command with its
// decision comes along, and the main process hardly needs them: the desk's thread checks what it is sent.
import { commandSchema } from '../desk/command.ts';
import { z } from '../kernel/parse.ts';
import type { Calls, CommandCall } from './contract.ts';
import { studioId } from './schemas.ts';
import { copyCommands, type CopyCommand } from './studios.ts';

export const commandCallSchemas: { readonly [N in CommandCall]: z.ZodType<Calls[N]['takes']> } = {
  // Rows as they are come only from the program itself.
  'command/submit': commandSchema.refine(({ type }) => type !== 'studio/restore'),
  'studios/copy': z.object({
    to: studioId,
    commands: z
      .array(
        commandSchema.refine((command): command is CopyCommand =>
          copyCommands.some((type) => type === command.type),
        ),
      )
      .max(60),
  }),
};
