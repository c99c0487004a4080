/** Where the QR code of a paper leads, below `PUBLIC_URL`. */
export const CHECK_PAGE = '/verify';
