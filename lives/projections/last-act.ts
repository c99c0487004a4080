/** The moment of the last event of the life `$1` by which it changed: not when messages were noted. */
export const LAST_ACT = `(select at from event where life = $1 and type <> 'messagesNoted' order by seq desc limit 1)`;
