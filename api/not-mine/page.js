// The page of the letters' link "not me". Opening it changes nothing: only the button does, so a mail program that opens links refuses nothing.
const shows = (what) => {
  document.body.dataset.shows = what;
};

/** What follows # in the address: no server and no log gets it before the button is pressed. */
const token = location.hash.slice(1);

async function refuse() {
  shows('sending');
  try {
    const { status } = await fetch('v1/email-refusals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    });
    if (status === 200) shows('done');
    else shows(status === 400 || status === 401 ? 'unknown' : 'later');
  } catch {
    shows('later');
  }
}

if (/^[\w-]{43}$/.test(token)) for (const button of document.querySelectorAll('button')) button.addEventListener('click', refuse);
else shows('incomplete');
