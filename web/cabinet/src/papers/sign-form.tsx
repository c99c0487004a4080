/** Signs a paper in the way that its reader chooses among those that the API allows. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Clause } from '../../../shared/clause.tsx';
import type { Command } from '../../../shared/client.ts';
import { Problem } from '../../../shared/problem.tsx';
import type { OwnCodeProof } from '../../../shared/proof-field.tsx';
import { OwnCode } from '../../../shared/proof-field.tsx';
import { useSending, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import type { Signing, Way } from './api.ts';
import { NcaLayerTrouble, signWithNcaLayer } from './nca-layer.ts';
import { QrSigning } from './qr-signing.tsx';
import type { ReadPaper } from './read-paper.ts';
import { base64Of, signatureIn } from './read-paper.ts';

/** How a person does it. An electronic signature comes in three ways. */
type Means = 'account' | 'code' | 'ncaLayer' | 'signatureFile' | 'qr';

const MEANS: Record<Way, readonly Means[]> = { account: ['account'], code: ['code'], cms: ['ncaLayer', 'signatureFile', 'qr'] };
const NAMES: Record<Means, Word> = {
  account: 'byAccount',
  code: 'bySmsCode',
  ncaLayer: 'byNcaLayer',
  signatureFile: 'bySignatureFile',
  qr: 'byQr',
};
const EXPLAINED: Record<Means, Word> = {
  account: 'aboutAccount',
  code: 'aboutSmsCode',
  ncaLayer: 'aboutNcaLayer',
  signatureFile: 'aboutSignatureFile',
  qr: 'aboutQr',
};

interface Given {
  command: Command;
  signing: Signing;
  party: 'customer' | 'contractor';
  /** What is signed, as its reader has it. */
  file: ReadPaper | undefined;
  onClose(): void;
  onDone(): void;
}

export function SignForm({ command, signing, party, file, onClose, onDone }: Given) {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const dialog = useRef<HTMLDialogElement>(null);
  const means = signing.ways[party].flatMap((way) => MEANS[way]);
  const [chosen, choose] = useState<Means>(means[0] ?? 'account');
  const [proof, setProof] = useState<OwnCodeProof>();
  const [signed, setSigned] = useState<File>();
  const [isLacking, setLacking] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const finish = (): void => {
    dialog.current?.close();
    onDone();
  };
  const { sha256 } = signing.document;
  const sending = useSending(async () => {
    const key = crypto.randomUUID();
    if (chosen === 'account') return api.give(command, { sha256 }, key);
    if (chosen === 'code') return api.give(command, { sha256, proof }, key);
    const cms =
      chosen === 'ncaLayer'
        ? await signWithNcaLayer(base64Of((file as ReadPaper).bytes), language)
        : signatureIn(new Uint8Array(await (signed as File).arrayBuffer()));
    return api.give(command, { sha256, cms }, key);
  }, finish);
  const isReady = chosen === 'code' ? proof !== undefined : chosen === 'signatureFile' ? signed !== undefined : true;
  const trouble = sending.error instanceof NcaLayerTrouble ? sending.error : undefined;
  return (
    <dialog ref={dialog} aria-labelledby="command" onClose={onClose}>
      <form
        noValidate
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setLacking(!isReady);
          if (isReady) sending.start();
        }}
      >
        <div>
          <h2 id="command">{command.title}</h2>
          <Clause clause={command.clause} />
        </div>
        {trouble ? (
          <div class="note bad" role="alert">
            <strong>{say(TROUBLE[trouble.kind])}</strong>
            {trouble.message !== '' && <p>{trouble.message}</p>}
          </div>
        ) : (
          <Problem error={sending.error} speech={speech} />
        )}
        {command.obstacle && <p class="note">{command.obstacle.detail}</p>}
        {command.consequences && <p>{command.consequences}</p>}
        {file && (
          <a href={file.address} target="_blank" rel="noopener">
            {say('readPaper')}
          </a>
        )}
        <fieldset>
          <legend>{say('howToSign')}</legend>
          {means.map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name="means"
                checked={each === chosen}
                onChange={() => {
                  choose(each);
                  setLacking(false);
                  sending.forget();
                }}
              />
              <span>{say(NAMES[each])}</span>
            </label>
          ))}
        </fieldset>
        <p class="soft">{say(EXPLAINED[chosen])}</p>
        {chosen === 'code' && <OwnCode purpose="sign" onChange={setProof} />}
        {chosen === 'signatureFile' && (
          <label>
            <span>{say('signatureFile')}</span>
            <input
              id="field-cms"
              type="file"
              accept=".cms,.p7s,.p7b,.sig,application/pkcs7-signature"
              onChange={({ currentTarget }) => setSigned(currentTarget.files?.[0])}
            />
          </label>
        )}
        {chosen === 'qr' && <QrSigning signing={signing} onSigned={finish} />}
        {isLacking && (
          <p class="bad" role="alert">
            {say(chosen === 'code' ? 'enterCode' : 'chooseSignatureFile')}
          </p>
        )}
        <div class="row end">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          {chosen !== 'qr' && command.obstacle === undefined && (
            <button type="submit" class="first" disabled={sending.isSending || (chosen === 'ncaLayer' && !file?.isTrue)}>
              {sending.isSending && chosen === 'ncaLayer' ? say('waitingForNcaLayer') : command.title}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

const TROUBLE: Record<NcaLayerTrouble['kind'], Word> = {
  away: 'ncaLayerAway',
  cancelled: 'ncaLayerCancelled',
  refused: 'ncaLayerRefused',
};
