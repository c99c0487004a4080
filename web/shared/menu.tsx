import { useId } from 'preact/hooks';
import type { Command } from './client.ts';
import { useSetting } from './setting.ts';

const RANKS: readonly Command['rank'][] = ['main', 'other', 'dangerous'];

/** The buttons are the menu of the API, and nothing else: what is awaited first, and apart what moves money, ends or binds. */
export function Menu({ commands, onChoose }: { commands: readonly Command[]; onChoose(command: Command): void }) {
  const { speech, readAt } = useSetting();
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{speech.say('now')}</h2>
      {commands.length === 0 && <p>{speech.say('nothingToDo')}</p>}
      {RANKS.map((rank) => {
        const ranked = commands.filter((command) => command.rank === rank);
        return (
          ranked.length > 0 && (
            <div key={rank} class={`menu ${rank}`}>
              {ranked.map((command) => (
                <button
                  key={command.name}
                  type="button"
                  class={rank === 'main' ? 'first' : ''}
                  data-command={command.name}
                  disabled={readAt !== undefined}
                  onClick={() => onChoose(command)}
                >
                  {command.title}
                </button>
              ))}
            </div>
          )
        );
      })}
    </section>
  );
}
