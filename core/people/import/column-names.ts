import type { NamedField } from '../../formats/spreadsheet/headers.ts';

/**
 * Fields that a staff list may lack. A list without the column does not change the field (see planImport).
 */
export const optionalFields = ['department', 'start', 'end'] as const;
export type OptionalField = (typeof optionalFields)[number];

/**
 * `full-name`: the given name comes first. `family-first`: the family name comes first. `suspended`: a text
 * like "Suspended". `blocked`: yes means blocked. `active`: yes means active.
 */
export const columnFields = [
  'family-name',
  'given-name',
  'full-name',
  'family-first',
  'email',
  ...optionalFields,
  'suspended',
  'blocked',
  'active',
] as const;
export type ColumnField = (typeof columnFields)[number];

const words = (list: string): readonly string[] => list.split(/\s+/);

/**
 * Header names by field, letters and digits only, the surest name first. If a file has two columns for a
 * field, the column whose name comes first here wins. A day on which an account was made, or on which a
 * password ends, is not here: it says nothing about the employment.
 */
const names: Readonly<Record<ColumnField, readonly string[]>> = {
  'given-name': words(`nome firstname givenname nomedibattesimo nomebattesimo nomeproprio forename firstnames
    givennames nomi given namegivenname`),
  'family-name': words(`cognome lastname familyname surname cognomi lastnames familynames surnames
    namefamilyname`),
  'full-name': words(`nominativo nomecompleto nomeecognome nomecognome displayname nomevisualizzato fullname
    name nominativodipendente nomedipendente nomecollaboratore employeename personname membername staffname
    dipendente collaboratore employee lavoratore addetto risorsa nominativi dipendenti collaboratori persona
    person worker staffmember teammember`),
  'family-first':
    words(`cognomeenome cognomenome cognomenomedipendente cognomeenomedipendente lastnamefirstname surnameandname
    surnamename surnamefirstname`),
  // The address at work comes before a bare "E-mail", which may be a private one (rule H5).
  email: words(`emailaziendale mailaziendale indirizzoemailaziendale postaelettronicaaziendale
    indirizzodipostaelettronicaaziendale postaaziendale workemail emaildilavoro emaillavoro maildilavoro
    emailufficio mailufficio officeemail companyemail businessemail corporateemail email emailaddress
    indirizzoemail indirizzodiemail mail postaelettronica indirizzodipostaelettronica
    indirizzopostaelettronica emailprimaria primaryemail primarysmtpaddress emaildipendente employeeemail
    useremail emailutente emailaccount indirizzomail mailaddress emails email1value userprincipalname
    nomeprincipaleutente nomeentitautente nomedellentitautente upn`),
  department: words(`reparto ufficio department dipartimento settore area sedereparto repartosede
    repartoufficio ufficioreparto sedeufficio unitaorganizzativa orgunitpath percorsounitaorganizzativa
    orgunit departmentname dept divisione division businessunit areaaziendale team gruppodilavoro workgroup
    unit unita unitaoperativa office sededilavoro sedelavoro sedeoperativa sede filiale branch location`),
  start: words(`dataassunzione datadiassunzione datainizio datadiinizio datainiziorapporto
    datainiziorapportodilavoro iniziorapporto iniziorapportodilavoro inizio assunzione assuntoil datainiziocontratto
    iniziocontratto datadecorrenza decorrenza datadingresso dataingresso dataentrata hiredate startdate
    dateofhire datehired hiredon hired startingdate employmentstart employmentstartdate contractstart
    contractstartdate joindate joiningdate dateofjoining joined begindate begin start dal inserviziodal from dataass dtassunz`),
  end: words(`datacessazione datadicessazione datafine datadifine datafinerapporto datafinerapportodilavoro
    finerapporto finerapportodilavoro fine cessazione cessatoil datadimissioni dimissioni datafinecontratto
    finecontratto terminerapporto datatermine datauscita datadiuscita uscita usciail ultimogiorno
    ultimogiornodilavoro enddate terminationdate leavedate leavingdate dateofleaving lefton exitdate lastday
    lastworkingday employmentend employmentenddate contractend contractenddate termination end al finoal to
    until datacess dtcessaz`),
  suspended: words('status stato userstatus statoutente accountstatus'),
  blocked: words(`blockcredential bloccacredenziali blocksignin signinblocked accessobloccato bloccaaccesso
    credenzialibloccate suspended sospeso`),
  active: words(`accountenabled enabled attivo attiva active isactive inforza inservizio utenteattivo
    accountattivo abilitato abilitata`),
};

const known = new Map(
  columnFields.flatMap((field) => names[field].map((name, rank) => [name, { field, rank }] as const)),
);

/**
 * The field that a header names, in Italian or English; `rank` 0 is the surest name.
 * Undefined if no field fits.
 */
export const fieldNamed = (key: string): NamedField<ColumnField> | undefined => known.get(key);
