// Compares a file of the reader's with the paper of the page. The file is read and hashed here; only its hash may become an address.
const { dataset } = document.body;
const shows = (what) => {
  dataset.shows = what;
};

const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function compare(file) {
  // A browser has it only in a page that came by https, or from this machine.
  if (!globalThis.crypto?.subtle) return shows('insecure');
  shows('reading');
  try {
    const hash = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    if (dataset.sha256 === '') return location.assign(dataset.folder + hash);
    document.querySelector('.other a').setAttribute('href', dataset.folder + hash);
    shows(hash === dataset.sha256 ? 'same' : 'other');
  } catch {
    shows('unreadable');
  }
}

const input = document.querySelector('input[type=file]');
input.addEventListener('change', () => input.files.length > 0 && compare(input.files[0]));
