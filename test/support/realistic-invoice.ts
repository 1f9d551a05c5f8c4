// An invoice as a large supplier's program writes it: everything that the schema allows around the lines.

/** A PDF in base64, of about this many characters, in lines of 76. */
const pdfText = (size: number): string =>
  Buffer.from(`%PDF-1.7\n${'<< /Length 0 >> stream\n'.repeat(Math.ceil((size * 0.75) / 23))}`)
    .toString('base64')
    .replaceAll(/.{76}/g, '$&\r\n');

/** Its lines net 29.90, 9.80, 0.00 and -2.99 at 22 %, and 2.00 without VAT. */
export const realisticInvoice = (
  type = 'TD01',
  attached = 200,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="fatturaordinaria_v1.2.1.xsl"?>
<!-- Prodotto da un gestionale > 3.0 -->
<p:FatturaElettronica xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" versione="FPR12"
    xsi:schemaLocation="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2 fatture_v1.2.xsd">
  <FatturaElettronicaHeader>
    <DatiTrasmissione>
      <IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>01879020517</IdCodice></IdTrasmittente>
      <ProgressivoInvio>k3Xz9</ProgressivoInvio>
      <FormatoTrasmissione>FPR12</FormatoTrasmissione>
      <CodiceDestinatario>0000000</CodiceDestinatario>
      <ContattiTrasmittente><Telefono>05750505</Telefono></ContattiTrasmittente>
      <PECDestinatario>studio@pec.example.it</PECDestinatario>
    </DatiTrasmissione>
    <CedentePrestatore>
      <DatiAnagrafici>
        <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01573850516</IdCodice></IdFiscaleIVA>
        <CodiceFiscale>04552920482</CodiceFiscale>
        <Anagrafica><Denominazione>Aruba S.p.A.</Denominazione></Anagrafica>
        <RegimeFiscale>RF01</RegimeFiscale>
      </DatiAnagrafici>
      <Sede>
        <Indirizzo>Via San Clemente</Indirizzo><NumeroCivico>53</NumeroCivico><CAP>24036</CAP>
        <Comune>Ponte San Pietro</Comune><Provincia>BG</Provincia><Nazione>IT</Nazione>
      </Sede>
      <IscrizioneREA>
        <Ufficio>BG</Ufficio><NumeroREA>434483</NumeroREA><CapitaleSociale>4000000.00</CapitaleSociale>
        <SocioUnico>SU</SocioUnico><StatoLiquidazione>LN</StatoLiquidazione>
      </IscrizioneREA>
    </CedentePrestatore>
    <CessionarioCommittente>
      <DatiAnagrafici>
        <CodiceFiscale>RSSMRA79B11C566R</CodiceFiscale>
        <Anagrafica><Nome>Niccolò</Nome><Cognome>D'Este</Cognome></Anagrafica>
      </DatiAnagrafici>
      <Sede>
        <Indirizzo>Piazza Unità 1</Indirizzo><CAP>52100</CAP><Comune>Arezzo</Comune><Nazione>IT</Nazione>
      </Sede>
    </CessionarioCommittente>
    <SoggettoEmittente>TZ</SoggettoEmittente>
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali>
      <DatiGeneraliDocumento>
        <TipoDocumento>${type}</TipoDocumento>
        <Divisa>EUR</Divisa>
        <Data>2026-11-02</Data>
        <Numero>0000884/VFE</Numero>
        <DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo>
        <ScontoMaggiorazione><Tipo>SC</Tipo><Importo>1.00</Importo></ScontoMaggiorazione>
        <ImportoTotaleDocumento>46.79</ImportoTotaleDocumento>
        <Arrotondamento>0.00</Arrotondamento>
        <Causale>Ordine n. MO7654321 del 02/11/2026</Causale>
        <Causale>Pagamento già effettuato</Causale>
      </DatiGeneraliDocumento>
      <DatiOrdineAcquisto><IdDocumento>MO7654321</IdDocumento><Data>2026-11-02</Data></DatiOrdineAcquisto>
      <DatiContratto><IdDocumento>C-1</IdDocumento></DatiContratto>
    </DatiGenerali>
    <DatiBeniServizi>
      <DettaglioLinee>
        <NumeroLinea>1</NumeroLinea>
        <CodiceArticolo><CodiceTipo>INTERNO</CodiceTipo><CodiceValore>FE-BASE-01</CodiceValore></CodiceArticolo>
        <Descrizione>Servizio Fatturazione Elettronica - ARUBA02342520158</Descrizione>
        <Quantita>1.00000000</Quantita>
        <UnitaMisura>ANNO</UnitaMisura>
        <DataInizioPeriodo>2026-12-01</DataInizioPeriodo>
        <DataFinePeriodo>2027-11-30</DataFinePeriodo>
        <PrezzoUnitario>29.90000000</PrezzoUnitario>
        <PrezzoTotale>29.90000000</PrezzoTotale>
        <AliquotaIVA>22.00</AliquotaIVA>
        <RiferimentoAmministrazione>7/B</RiferimentoAmministrazione>
      </DettaglioLinee>
      <DettaglioLinee>
        <NumeroLinea>2</NumeroLinea>
        <Descrizione>Utente aggiuntivo</Descrizione>
        <Quantita>2.00</Quantita>
        <PrezzoUnitario>5.50</PrezzoUnitario>
        <ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>10.91</Percentuale></ScontoMaggiorazione>
        <PrezzoTotale>9.80</PrezzoTotale>
        <AliquotaIVA>22.00</AliquotaIVA>
        <AltriDatiGestionali>
          <TipoDato>PANNELLO</TipoDato><RiferimentoTesto>ARUBA02342520158</RiferimentoTesto>
        </AltriDatiGestionali>
        <AltriDatiGestionali>
          <TipoDato>SCADENZA</TipoDato><RiferimentoNumero>2.00</RiferimentoNumero><RiferimentoData>2027-11-30</RiferimentoData>
        </AltriDatiGestionali>
      </DettaglioLinee>
      <DettaglioLinee>
        <NumeroLinea>3</NumeroLinea>
        <Descrizione>Il servizio Fatturazione Elettronica si rinnova automaticamente</Descrizione>
        <PrezzoUnitario>0.00</PrezzoUnitario>
        <PrezzoTotale>0.00</PrezzoTotale>
        <AliquotaIVA>22.00</AliquotaIVA>
      </DettaglioLinee>
      <DettaglioLinee>
        <NumeroLinea>4</NumeroLinea>
        <TipoCessionePrestazione>SC</TipoCessionePrestazione>
        <Descrizione>Sconto Fatturazione Elettronica</Descrizione>
        <PrezzoUnitario>-2.99</PrezzoUnitario>
        <PrezzoTotale>-2.99</PrezzoTotale>
        <AliquotaIVA>22.00</AliquotaIVA>
      </DettaglioLinee>
      <DettaglioLinee>
        <NumeroLinea>5</NumeroLinea>
        <Descrizione>Imposta di bollo</Descrizione>
        <PrezzoUnitario>2.00</PrezzoUnitario>
        <PrezzoTotale>2.00</PrezzoTotale>
        <AliquotaIVA>0.00</AliquotaIVA>
        <Natura>N1</Natura>
      </DettaglioLinee>
      <DatiRiepilogo>
        <AliquotaIVA>22.00</AliquotaIVA>
        <SpeseAccessorie>1.50</SpeseAccessorie>
        <Arrotondamento>0.04</Arrotondamento>
        <ImponibileImporto>38.25</ImponibileImporto>
        <Imposta>8.42</Imposta>
        <EsigibilitaIVA>I</EsigibilitaIVA>
      </DatiRiepilogo>
      <DatiRiepilogo>
        <AliquotaIVA>0.00</AliquotaIVA>
        <Natura>N1</Natura>
        <ImponibileImporto>2.00</ImponibileImporto>
        <Imposta>0.00</Imposta>
        <RiferimentoNormativo>Escluso art. 15 DPR 633/72</RiferimentoNormativo>
      </DatiRiepilogo>
    </DatiBeniServizi>
    <DatiPagamento>
      <CondizioniPagamento>TP02</CondizioniPagamento>
      <DettaglioPagamento>
        <ModalitaPagamento>MP08</ModalitaPagamento>
        <DataScadenzaPagamento>2026-11-02</DataScadenzaPagamento>
        <ImportoPagamento>46.79</ImportoPagamento>
      </DettaglioPagamento>
    </DatiPagamento>
    <Allegati>
      <NomeAttachment>fattura.pdf</NomeAttachment>
      <FormatoAttachment>PDF</FormatoAttachment>
      <Attachment>${pdfText(attached)}</Attachment>
    </Allegati>
  </FatturaElettronicaBody>
  <ds:Signature Id="xmldsig-1"><ds:SignedInfo><ds:Reference URI=""/></ds:SignedInfo></ds:Signature>
</p:FatturaElettronica>
`;
