import { z } from '../../kernel/parse.ts';
import { command } from '../define-command.ts';
import { viewFields } from '../rows/saved-view.ts';
import { removeView, saveView } from './decide-view.ts';

/** The commands about what lists show. */
export const viewCommands = {
  'view/save': command(viewFields, saveView),
  'view/remove': command({ id: z.string().max(200) }, removeView),
};
