/** The variable with PostgreSQL's folder in a packed program. Set for the server's thread alone. */
export const packedPostgres = 'ALLINEA_POSTGRES';
