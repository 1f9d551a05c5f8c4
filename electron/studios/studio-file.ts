// A whole studio as one file, to keep it or to open it on another computer: JSON, packed with gzip. Secrets
// are not in it: a sign-in belongs to one computer.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { studioKinds, type StudioEntry, type StudioRefusal } from '../../core/bridge/studios.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { schemaVersion } from '../../core/persistence/documents.ts';
import { codeOf } from '../adapters/envelope.ts';
import { calmFiles } from './calm-files.ts';
import type { Watched } from './studio-work.ts';

/** The files of a studio that belong to it wherever it lies. */
export const ofTheStudio =
  /^(?:(?:workspace|workspace-backup|replica|simulator)\.json(?:\.kept)?|(?:journal-[12]|simulator)\.changes|journal\.end)$/;
const format = 'allinea-studio';
/**
 * Some 300,000 facts unpack to less than the first. A studio packs to a tenth, a bomb to a thousandth: so
 * what may be unpacked grows with the file.
 */
const unpackLimits = { most: 400_000_000, least: 16_000_000, times: 25 } as const;

const mostUnpacked = (bytes: number): number =>
  Math.min(unpackLimits.most, Math.max(unpackLimits.least, unpackLimits.times * bytes));

const contentSchema = z.object({
  format: z.literal(format),
  /** The form of the documents. A newer program may write another one. */
  schemaVersion: z.int().min(1),
  name: z.string().min(1).max(200),
  kind: z.enum(studioKinds),
  files: z
    .array(z.object({ name: z.string().regex(ofTheStudio), sha256: z.string(), text: z.string() }))
    .max(20),
});

/** A studio that was read from a file: its card, and the files of its folder. */
export interface ReadStudio extends Pick<StudioEntry, 'name' | 'kind'> {
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Packs the studio in a folder, if wanted under a passphrase. */
export type PackStudio = (
  wish: {
    readonly folder: string;
    readonly studio: Pick<StudioEntry, 'name' | 'kind'>;
    readonly passphrase: string | null;
  },
  watched?: Watched,
) => Promise<Result<Uint8Array, { readonly code: string }>>;

/** The studio in `folder` as the bytes of one file. Throws if the folder cannot be read. */
export function packStudio(
  folder: string,
  studio: Pick<StudioEntry, 'name' | 'kind'>,
  done: (share: number) => void = () => undefined,
): Buffer {
  const files = calmFiles(folder, ofTheStudio);
  done(0.2);
  const packed = packFiles(files, studio);
  done(0.8);
  return packed;
}

/** The files of a studio, by name, as the bytes of one file. */
export function packFiles(
  studioFiles: ReadonlyMap<string, Buffer>,
  { name, kind }: Pick<StudioEntry, 'name' | 'kind'>,
): Buffer {
  const files = [...studioFiles].map(([fileName, bytes]) => {
    const text = bytes.toString('utf8');
    return { name: fileName, sha256: sumOf(text), text };
  });
  const content: z.output<typeof contentSchema> = { format, schemaVersion, name, kind, files };
  return gzipSync(JSON.stringify(content));
}

/**
 * Reads a file that `packStudio` made. Whatever else it is given, it refuses with a reason. `done` is called
 * with the share that is done.
 */
export function readStudioFile(
  bytes: Uint8Array,
  done: (share: number) => void = () => undefined,
): Result<ReadStudio, StudioRefusal> {
  let json: unknown;
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: mostUnpacked(bytes.length) });
    done(0.4);
    json = JSON.parse(unpacked.toString('utf8'));
    done(0.6);
  } catch (problem) {
    const tooLarge = codeOf(problem) === 'ERR_BUFFER_TOO_LARGE';
    return err({ reason: tooLarge ? 'studio-file-too-large' : 'no-studio-file' });
  }
  const content = parse(contentSchema, json);
  if (!content.ok) return err({ reason: 'no-studio-file' });
  const { name, kind, files, schemaVersion: version } = content.value;
  if (version > schemaVersion) return err({ reason: 'newer-studio-file' });
  done(0.7);
  const damaged = files.find((file) => sumOf(file.text) !== file.sha256);
  done(0.8);
  return damaged === undefined
    ? ok({ name, kind, files: files.map((file) => ({ name: file.name, text: file.text })) })
    : err({ reason: 'damaged-studio-file', file: damaged.name });
}

/** A name for the file, without what file systems refuse. */
export const studioFileName = (name: string, day: string): string =>
  `${name
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .slice(0, 60)
    .trim()} ${day}.allinea`;
