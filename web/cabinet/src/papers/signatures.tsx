/** Who signed or confirmed a paper, when and how, and who has yet to. */
import { momentInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import type { WholePaper } from './api.ts';

type Given = WholePaper['signatures'][number];

const WAYS: Record<NonNullable<Given['way']>, Word> = { account: 'signedByAccount', code: 'signedByCode', cms: 'signedByCms' };

export function Signatures({ paper: { signatures, parties } }: { paper: WholePaper }) {
  const { speech } = useSetting();
  if (signatures.length === 0) return null;
  const nameOf = (party: string): string | null | undefined => parties.find((each) => each.party === party)?.name;
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">{speech.say('signatures')}</h2>
      <ul class="lines">
        {signatures.map(({ party, at, way, signature }) => (
          <li key={party}>
            <strong>{nameOf(party) ?? speech.partyName(party)}</strong> <span class="soft">{speech.partyName(party)}</span>
            <div>
              {at === null || way === null ? speech.say('notSignedYet') : `${speech.say(WAYS[way])}, ${momentInWords(speech.language, at)}`}
            </div>
            {signature && <Electronic signature={signature} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Signature = NonNullable<Given['signature']>;
type Check = Signature['checks'][number]['check'];

const CHECKS: Record<Check, Word> = {
  form: 'checkForm',
  digest: 'checkDigest',
  signature: 'checkSignature',
  chain: 'checkChain',
  validity: 'checkValidity',
  keyUsage: 'checkKeyUsage',
  revocation: 'checkRevocation',
  timeStamp: 'checkTimeStamp',
};
const RESULTS: Record<string, Word> = { held: 'checkHeld', failed: 'checkFailed', absent: 'checkAbsent', unreached: 'checkUnreached' };

function Electronic({ signature: { signer, timeStampedAt, checks } }: { signature: Signature }) {
  const { speech } = useSetting();
  return (
    <>
      <div class="soft">
        {signer === null ? speech.say('textErased') : [signer.name, signer.organisation, signer.identifier].filter(Boolean).join(' · ')}
        {timeStampedAt && ` · ${speech.say('timeStamped')} ${momentInWords(speech.language, timeStampedAt)}`}
      </div>
      {checks.length > 0 && (
        <details>
          <summary>{speech.say('checksOfSignature')}</summary>
          <ul>
            {checks.map(({ check, result }) => (
              <li key={check}>
                {speech.say(CHECKS[check])}: {speech.say(RESULTS[result] ?? 'checkUnreached')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
