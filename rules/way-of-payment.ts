/** How customer and contractor settle: through the platform by electronic payment, or directly (5.2). */
export const WAYS_OF_PAYMENT = ['platform', 'direct'] as const;
export type WayOfPayment = (typeof WAYS_OF_PAYMENT)[number];

/** The way where the customer has chosen none. */
export const USUAL_WAY: WayOfPayment = 'direct';
