/**
 * What stands for the letters that are no base letter with an accent, in lower case. Cyrillic letters as in
 * passports (ICAO Doc 9303), Cyrillic and Greek ones one by one, whatever the language.
 */
const letters: ReadonlyMap<string, string> = new Map(
  (
    'ø o,æ ae,œ oe,ß ss,ł l,đ d,ð d,þ th,ı i,ħ h,ŧ t,ŋ n,ĸ k,ə e,ɖ d,ƒ f,ʒ z,' +
    'а a,б b,в v,г g,ґ g,д d,ђ d,е e,є ie,ж zh,з z,ѕ dz,и i,і i,ј j,к k,л l,љ lj,м m,н n,њ nj,о o,п p,р r,' +
    'с s,т t,ћ c,у u,ф f,х kh,ц ts,ч ch,џ dz,ш sh,щ shch,ъ ie,ы y,ь ,э e,ю iu,я ia,' +
    'α a,β v,γ g,δ d,ε e,ζ z,η i,θ th,ι i,κ k,λ l,μ m,ν n,ξ x,ο o,π p,ρ r,σ s,ς s,τ t,υ y,φ f,χ ch,ψ ps,ω o'
  )
    .split(',')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Latin letters without accents and digits, in lower case. Characters without such a letter are dropped. */
export const plainLetters = (text: string): string =>
  /^[A-Za-z0-9]*$/.test(text) ? text.toLowerCase() : withoutMarks(text);

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll('ου', 'ou')
    .replaceAll(/[^a-z0-9]/g, (letter) => letters.get(letter) ?? '');
