import { useState } from 'react';
import { formatNumber } from '../../main/contract/format.ts';
import type { CrosswalkDecision, HarmonisationModel, HarmonisationRequest } from '../../main/contract/harmonisation.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Progress } from './progress.tsx';
import { nextToReview, shownCodes, type Shown } from './queue-order.ts';
import { Queue } from './queue.tsx';
import styles from './studio.module.css';
import { useDecide } from './use-decide.ts';
import { VersionHistory } from './version-history.tsx';
import { countText, DOMAIN_WORDS } from './words.ts';

type Props = { model: HarmonisationModel; request: HarmonisationRequest; isStale: boolean };

/** Review queue at the left, the code under review at the right, what is left to map above and the versions below. */
export function Studio({ model, request, isStale }: Props) {
  const { decide, isDeciding } = useDecide(request);
  const [shown, setShown] = useState<Shown>({ which: 'unmapped', search: '' });
  const [chosen, setChosen] = useState<string | null>(null);
  const [inBulk, setInBulk] = useState(false);
  /** How often something was decided here, and whether that is what led to the code in view. */
  const [decided, setDecided] = useState({ times: 0, ledHere: false });
  const focus = useInitialFocus();
  const codes = shownCodes(model.codes, shown);
  const current = codes.find(({ code }) => code === chosen) ?? codes.at(0) ?? null;
  const isOld = request.version !== null;

  const decideOn = async (decision: CrosswalkDecision, said: string): Promise<void> => {
    const next = nextToReview(codes, decision.code);
    await decide([decision], said);
    goOn(next);
  };
  const goOn = (next: string | null): void => {
    setChosen(next);
    setDecided(({ times }) => ({ times: times + 1, ledHere: true }));
  };
  return (
    <>
      <Progress model={model} isOld={isOld} onBulk={() => setInBulk(true)} />
      {isOld && (
        <p className={styles.old} role="status">
          Version {formatNumber(model.version)} of {formatNumber(model.history.length)}, as it was. Decisions build on
          the latest one.
        </p>
      )}
      <div className={styles.columns} aria-busy={isStale || isDeciding}>
        <Queue
          domain={model.domain}
          entity={model.entity.name}
          codes={codes}
          shown={shown}
          current={current?.code ?? null}
          onShow={setShown}
          onChoose={(code) => {
            setChosen(code);
            setDecided({ ...decided, ledHere: false });
          }}
        />
        {current ? (
          <DecisionPanel
            key={`${current.code} ${decided.times}`}
            code={current}
            model={model}
            isLocked={isOld || isDeciding}
            takesFocus={decided.ledHere}
            onDecide={(decision, said) => void decideOn(decision, said)}
          />
        ) : (
          <section className={styles.done} aria-label="Under review">
            <p tabIndex={-1} ref={decided.ledHere ? focus : undefined}>
              {model.codes.length === 0
                ? `No extract names ${DOMAIN_WORDS[model.domain].many} of ${model.entity.name}.`
                : 'Nothing here waits for a decision.'}
            </p>
          </section>
        )}
      </div>
      <VersionHistory history={model.history} />
      <BulkDialog
        model={inBulk ? model : null}
        isDeciding={isDeciding}
        onClose={() => setInBulk(false)}
        onAccept={async () => {
          const { decisions, total } = model.bulk;
          await decide(decisions, `${countText(total.codes, model.domain)} of ${model.entity.name} mapped.`);
          setInBulk(false);
          goOn(null);
        }}
      />
    </>
  );
}
