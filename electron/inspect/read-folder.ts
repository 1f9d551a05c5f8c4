import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyChanges, type ReplicaTables, type WorkspaceTables } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { chainAfter } from '../../core/persistence/chain.ts';
import { noSum } from '../../core/persistence/journal-line.ts';
import { codeOf, envelopeOf } from '../adapters/envelope.ts';
import { systemDigest } from '../adapters/system.ts';
import { textsOf, wholeLines } from '../adapters/whole-lines.ts';
import { finish, type Steps } from '../../core/kernel/steps.ts';
import type { Result } from '../../core/kernel/result.ts';
import {
  checkJournalLine,
  checkReplica,
  checkWorkspace,
  replicaFrom,
  workspaceFrom,
  type BadDocument,
} from '../../core/persistence/check.ts';
import type { JournalEntry } from '../../core/persistence/documents.ts';

/** A line of the journal, with its file. */
export interface Line extends JournalEntry {
  readonly file: string;
}

/** The content of a data folder. Reading it writes, moves and locks nothing. */
export interface Folder {
  /** The rows as of command `seq`, or of the newest one that can be reached. */
  readonly workspace: WorkspaceTables;
  readonly replica: ReplicaTables;
  readonly seq: number;
  readonly checkpoint: number;
  /** Every readable line, the oldest first. */
  readonly lines: readonly Line[];
  /** What could not be read: the file and why. Never quotes the file. */
  readonly problems: readonly string[];
}

const journals = ['journal-1.changes', 'journal-2.changes'];

/**
 * Reads a data folder as it is, even while the program runs. `upTo`: replays the journal up to this command;
 * `workspace` then starts from the newest checkpoint that is not later.
 */
export function readFolder(folder: string, upTo = Number.MAX_SAFE_INTEGER): Folder {
  const problems: string[] = [];

  function document<T>(name: string, check: (document: unknown) => Steps<Result<T, BadDocument>>): T | null {
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) return null;
    try {
      const checked = finish(check(envelopeOf(readFileSync(file)).document));
      if (checked.ok) return checked.value;
      problems.push(`${name}.json: ${checked.error.detail}`);
    } catch (error) {
      problems.push(`${name}.json: ${codeOf(error)}`);
    }
    return null;
  }

  function linesOf(name: string): Line[] {
    const file = join(folder, name);
    if (!existsSync(file)) return [];
    return textsOf(wholeLines(readFileSync(file))).flatMap((text, index) => {
      const checked = finish(checkJournalLine(text, 0, systemDigest));
      if (checked.ok) return [{ ...checked.value, file: name }];
      problems.push(`${name} line ${index + 1}: ${checked.error.detail}`);
      return [];
    });
  }

  const lines = journals.flatMap(linesOf).sort((a, b) => a.seq - b.seq);
  const checkpoints = [document('workspace', checkWorkspace), document('workspace-backup', checkWorkspace)];
  const base = checkpoints.find((found) => found !== null && found.seq <= upTo) ?? null;
  const workspace = base === null ? emptyWorkspace() : workspaceFrom(base);
  const checkpoint = base?.seq ?? 0;
  let seq = checkpoint;
  const chain = chainAfter(
    { seq, sum: base?.end?.sum ?? noSum },
    lines.filter((line) => line.seq > checkpoint && line.seq <= upTo),
  );
  for (const line of chain.entries) {
    applyChanges(workspace, line.changes);
    seq = line.seq;
  }
  if (chain.problem !== null) problems.push(`journal: ${chain.problem} after command ${seq}`);
  const replica = document('replica', checkReplica);
  return {
    workspace,
    replica: replica === null ? emptyReplica() : replicaFrom(replica),
    seq,
    checkpoint,
    lines,
    problems,
  };
}
