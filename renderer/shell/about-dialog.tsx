import { useQuery } from '@tanstack/react-query';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { formatNumber } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import styles from './about-dialog.module.css';
import { useApp } from './store.ts';

/** Version, runtime, and the count that shows nothing was asked of a network. */
export function AboutDialog() {
  const open = useApp((state) => state.overlay === 'about');
  const show = useApp((state) => state.show);
  return (
    <ModalOverlay
      className={controls.scrim}
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && show(null)}
      isDismissable
    >
      <Modal>
        <Dialog className={controls.dialog}>
          <Heading slot="title" className={styles.name}>
            Muster
          </Heading>
          <Facts />
          <div className={controls.actions}>
            <Button className={controls.button} slot="close">
              Close
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Facts() {
  // Asked anew each time: the count of blocked requests may have moved.
  const { data } = useQuery({ queryKey: ['about'], queryFn: () => bridge().shell.about(), staleTime: 0, gcTime: 0 });
  if (!data) return <p className={controls.muted}>…</p>;
  const facts: [string, string][] = [
    ['Version', data.version],
    ['Runtime', data.runtime],
    ['Electron', data.electron],
    ['Chromium', data.chromium],
    ['Node', data.node],
    ['SQLite', data.sqlite],
    ['Network requests blocked', formatNumber(data.blockedRequests)],
  ];
  return (
    <>
      <p>
        Workforce economics for executives, on this computer only. Muster asks nothing of a network; whatever tries is
        blocked and counted.
      </p>
      <dl className="number">
        {facts.map(([term, value]) => (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
