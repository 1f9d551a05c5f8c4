import { z } from '../../kernel/parse.ts';
import { personIdSchema } from '../../people/person.ts';
import { panelPermissions } from '../../services/permission.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { adoptUsers, alignPanel, freeSeats, setPermissions, setUsername } from './decide-panel.ts';
import { putSeatRule, removeSeatRule } from './decide-seat-rules.ts';
import { assignSeats, markNeed } from './decide-seats.ts';

const permissions = z.array(z.enum(panelPermissions)).max(panelPermissions.length);
const serviceId = serviceIdSchema;
const personIds = z.array(personIdSchema).max(200_000);
const username = z.string().max(64);

/** The commands about seats and the users in the vendor's panel. */
export const seatCommands = {
  'seat/need': command({ serviceId, personIds, needed: z.boolean() }, markNeed),
  'seat/assign': command({ serviceId, personIds }, assignSeats),
  'seat/free': command({ serviceId, personIds }, freeSeats),
  'seat/permissions': command({ serviceId, personIds, permissions }, setPermissions),
  /** Tells which people these users of the panel are. Each person gets the seat of the user. */
  'seat/adopt': command(
    { serviceId, users: z.array(z.object({ username, personId: personIdSchema })).max(200_000) },
    adoptUsers,
  ),
  'seat/username': command({ serviceId, personId: personIdSchema, username }, setUsername),
  /** Brings these users of the panel in step with the seats, as the plan showed. */
  'panel/align': command({ serviceId, usernames: z.array(username).max(200_000) }, alignPanel, {
    needsVendor: true,
  }),
  'seat-rule/put': command(
    { department: z.string().trim().min(1).max(100), serviceId, permissions },
    putSeatRule,
  ),
  'seat-rule/remove': command({ id: z.string().max(200) }, removeSeatRule),
};
