/** A life of the account: where it stands, what can be done, and what happens by itself. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, Command } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import type { BodySchema } from '../../../shared/form-fields.ts';
import { Menu } from '../../../shared/menu.tsx';
import { SettingContext, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import { namedByApi } from './named-by-api.ts';

interface Given {
  life: Pick<Account, 'stateName' | 'waits' | 'commands' | 'ifNobodyActs' | 'silence'>;
  children?: ComponentChildren;
  onDone(): void;
}

export function LifeOnPage({ life, children, onDone }: Given) {
  const setting = useSetting();
  const [chosen, choose] = useState<Command>();
  return (
    <>
      <div class="row">
        <span class="badge">{life.stateName}</span>
      </div>
      <p role="status" class="waits">
        {life.waits}
      </p>
      <Menu commands={life.commands} onChoose={choose} />
      <Silence ifNobodyActs={life.ifNobodyActs} silence={life.silence} title="ifNobodyActs" />
      {children}
      {chosen && (
        <SettingContext.Provider value={namedByApi(setting, chosen.input as BodySchema)}>
          <CommandForm key={chosen.name} command={chosen} stateName={life.stateName} onClose={() => choose(undefined)} onDone={onDone} />
        </SettingContext.Provider>
      )}
    </>
  );
}
