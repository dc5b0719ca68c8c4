import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { displayText } from '../../main/contract/format.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import { useDefinitions, useFigure } from '../queries.ts';
import { useApp, type PanelSubject } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import { DefinitionFacts } from '../definitions/definition-facts.tsx';
import { FigureFacts } from './figure-facts.tsx';
import { FigureRows } from './figure-rows.tsx';
import styles from './figure-panel.module.css';

/** Opens over the page from the right: what a figure is, what it was made of, and the rows beneath it. */
export function FigurePanel({ options }: { options: FilterOptions | undefined }) {
  const subject = useApp((state) => state.panel);
  const open = useApp((state) => state.openPanel);
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={subject !== null}
      onOpenChange={(isOpen) => !isOpen && open(null)}
      isDismissable
    >
      <Modal className={styles.sheet} data-wide={subject?.query ? true : undefined}>
        {subject && (
          <Dialog className={styles.panel} aria-label={`Figure: ${subject.title}`}>
            <Subject subject={subject} options={options} onClose={() => open(null)} />
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

type SubjectProps = { subject: PanelSubject; options: FilterOptions | undefined; onClose: () => void };

function Subject({ subject, options, onClose }: SubjectProps) {
  const definitions = useDefinitions();
  const asked = useFigure(subject.figure === null && !subject.rowsOnly ? subject.query : null);
  const figure = subject.figure ?? asked.data ?? null;
  const definition = definitions.data?.find((one) => one.metric === subject.metric);
  // A number of an analysis has a definition of its own, and a figure that it was worked out from.
  const isOwn = subject.query === null || subject.query.metric === subject.metric;
  const named = isOwn ? definition : definitions.data?.find((one) => one.metric === subject.query?.metric);
  return (
    <>
      <header className={styles.head}>
        <div>
          <Heading slot="title" className={styles.title}>
            {displayText(subject.query ? subject.title : (definition?.title ?? subject.title))}
          </Heading>
          <p className={controls.muted}>
            {definition?.title && subject.query && `${definition.title} · `}
            {subject.metric}
            {(definition ?? figure) && ` · version ${(definition ?? figure)!.version}`}
          </p>
        </div>
        <Button className={controls.icon} aria-label="Close" onPress={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
      </header>
      <div className={styles.body}>
        {subject.note && <p className={styles.note}>{displayText(subject.note)}</p>}
        {subject.query && (
          <FigureFacts
            figure={figure}
            shown={subject.shown ?? null}
            name={named?.title ?? subject.metric}
            isOwn={isOwn}
            failed={asked.isError}
            query={subject.query}
            formula={definition?.formula ?? null}
            options={options}
          />
        )}
        {definition && <DefinitionFacts definition={definition} folded={subject.query !== null} />}
        {!definition && definitions.isSuccess && (
          <p className={controls.muted}>There is no definition called {subject.metric}.</p>
        )}
      </div>
      {subject.query && <FigureRows query={subject.query} />}
    </>
  );
}
