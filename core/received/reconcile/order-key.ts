/** Letters and digits of an order number, in capitals. */
export const orderKey = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
