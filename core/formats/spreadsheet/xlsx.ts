// The XLSX reader is written by hand because it needs bounded memory, cells in steps and no formula run: the
// libraries that were tried took unbounded memory.
import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import { sheetBudget } from './budget.ts';
import type { Sheet, SheetRefusal, SheetSource } from './sheet.ts';
import { decodeUtf8, type OpenDecoder } from './text-encoding.ts';
import {
  listParts,
  openAllowance,
  unpackPart,
  type UnpackAllowance,
  type WorkbookParts,
} from './workbook-zip.ts';
import { readWorksheet, type Workbook } from './xlsx-sheet.ts';
import { attribute, plain, tagsOf, type XmlTag } from './xml.ts';

const home = 'xl/workbook.xml';

/** The most shared texts that are kept: more than any staff list has. */
const mostSharedStrings = 1_000_000;

interface Archive {
  readonly openDecoder: OpenDecoder;
  readonly bytes: Uint8Array;
  readonly directory: WorkbookParts;
  readonly allowance: UnpackAllowance;
}

/**
 * The worksheets of an Excel workbook (.xlsx, .xlsm) in their order. Each is read only when it is asked for.
 * A hidden one is left out, unless all are hidden: nobody who sees the workbook means it.
 * Values are what the workbook last showed: no formula is run. Refuses a file that is not a workbook, is
 * damaged or protected, or unpacks to too much.
 */
export function* openWorkbook(
  bytes: Uint8Array,
  openDecoder: OpenDecoder,
): Steps<Result<readonly SheetSource[], SheetRefusal>> {
  const directory = listParts(bytes);
  if (!directory.ok) return directory;
  const archive: Archive = { bytes, directory: directory.value, allowance: openAllowance(), openDecoder };
  if (!archive.directory.has(home)) return err({ reason: 'no-workbook' });
  const [workbook, links, styles] = [
    yield* textOf(archive, home),
    yield* textOf(archive, 'xl/_rels/workbook.xml.rels'),
    yield* textOf(archive, 'xl/styles.xml'),
  ];
  if (!workbook.ok) return workbook;
  if (!links.ok) return links;
  if (!styles.ok) return styles;
  const targets = targetsIn(links.value);
  const strings = yield* sharedStringsIn(archive);
  if (!strings.ok) return strings;
  const book: Workbook = {
    strings: strings.value,
    dateStyles: dateStylesIn(styles.value),
    from1904: startsIn1904(workbook.value),
  };
  const all = sheetsIn(workbook.value).flatMap(({ name, link, hidden }) => {
    const path = targets.get(link);
    return path === undefined || !archive.directory.has(path)
      ? []
      : [{ hidden, source: sourceOf(archive, book, name, path) }];
  });
  const visible = all.filter(({ hidden }) => !hidden);
  const sheets = (visible.length > 0 ? visible : all).map(({ source }) => source);
  return sheets.length === 0 ? err({ reason: 'no-workbook' }) : ok(sheets);
}

const sourceOf = (archive: Archive, book: Workbook, name: string, path: string): SheetSource =>
  Object.assign(
    function* open(mostRows?: number): Steps<Result<Sheet, SheetRefusal>> {
      const xml = yield* within(textOf(archive, path), 0, 0.4);
      if (!xml.ok) return xml;
      const rows = yield* within(readWorksheet(xml.value, book, mostRows), 0.4, 1);
      return rows.ok ? ok({ name, separator: null, rows: rows.value }) : rows;
    },
    { sheetName: name },
  );

/** The text of one file in the workbook. Empty if there is no such file. */
function* textOf(
  { bytes, directory, allowance, openDecoder }: Archive,
  path: string,
): Steps<Result<string, SheetRefusal>> {
  const entry = directory.get(path);
  if (entry === undefined) return ok('');
  const unpacked = yield* within(unpackPart(bytes, entry, allowance), 0, 0.5);
  if (!unpacked.ok) return unpacked;
  const text = yield* within(decodeUtf8(unpacked.value, openDecoder), 0.5, 1);
  return text === undefined ? err({ reason: 'damaged-workbook' }) : ok(text);
}

/** The workbook's links to its parts: by id, as paths in the zip. */
function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(xml)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    if (tag.name === 'Relationship' && id !== undefined && target !== undefined)
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return targets;
}

interface ListedSheet {
  readonly name: string;
  readonly link: string;
  readonly hidden: boolean;
}

function sheetsIn(xml: string): ListedSheet[] {
  return [...tagsOf(xml)].flatMap((tag) => {
    if (tag.name !== 'sheet' || tag.kind === 'close') return [];
    // The writer chooses the prefix; nearly all write `r:id`.
    const link = /\s[\w.-]+:id="([^"]*)"/.exec(tag.attributes)?.[1];
    return link === undefined ? [] : [{ name: attribute(tag, 'name') ?? '', link, hidden: isHidden(tag) }];
  });
}

/** Whether a sheet is hidden, also if only a program can show it again (`veryHidden`). */
const isHidden = (tag: XmlTag): boolean => /^(?:very)?hidden$/i.test(attribute(tag, 'state') ?? '');

function startsIn1904(xml: string): boolean {
  for (const tag of tagsOf(xml))
    if (tag.name === 'workbookPr') return /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '');
  return false;
}

/** Excel's own formats that show a day: 14 to 17, 22, and those of the Far East. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/**
 * Whether a custom format shows a day or a year. `gg/mm/aaaa` is stored as `dd/mm/yyyy` in every language.
 */
const showsDay = (format: string): boolean => /[dy]/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** The cell styles that show a day, by their index. */
function dateStylesIn(xml: string): ReadonlySet<number> {
  const own = new Map<number, boolean>();
  const dates = new Set<number>();
  let inside = false;
  let index = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'numFmt')
      own.set(Number(attribute(tag, 'numFmtId')), showsDay(attribute(tag, 'formatCode') ?? ''));
    else if (tag.name === 'cellXfs') inside = tag.kind === 'open';
    else if (tag.name === 'xf' && inside && tag.kind !== 'close') {
      const format = Number(attribute(tag, 'numFmtId') ?? 0);
      if (own.get(format) ?? isBuiltInDate(format)) dates.add(index);
      index += 1;
    }
  }
  return dates;
}

/**
 * The texts that cells refer to by number. A text in several styles is joined; a reading
 * aid (furigana) is left out.
 */
function* sharedStringsIn(archive: Archive): Steps<Result<readonly string[], SheetRefusal>> {
  const path = [...archive.directory.keys()].find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  const xml = yield* textOf(archive, path ?? '');
  if (!xml.ok) return xml;
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  let aid = false;
  for (const tag of tagsOf(xml.value)) {
    if (tag.name === 'rPh') aid = tag.kind === 'open';
    else if (tag.name === 't' && tag.kind === 'open' && !aid) text += plain(tag.text);
    else if (tag.name === 'si' && tag.kind !== 'open') {
      strings.push(text);
      characters += text.length;
      text = '';
      if (characters > sheetBudget.characters)
        return err({ reason: 'too-many-characters', most: sheetBudget.characters });
      if (strings.length > mostSharedStrings) return err({ reason: 'workbook-too-large' });
      if (strings.length % 5000 === 0) yield tag.end / xml.value.length;
    }
  }
  return ok(strings);
}
