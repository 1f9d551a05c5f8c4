import { stopStudioWork, useStudioWork } from '../../store/studios.ts';
import { text } from '../../text/text.ts';
import { Progress } from '../../components/progress.tsx';

/** How far the work on a studio's file is. A short one shows nothing. The button and Escape stop it. */
export function StudioWorkRow() {
  const work = useStudioWork((known) => known.work);
  if (work === null) return null;
  return <Progress label={text(`studio.work-${work.kind}`)} share={work.share} onStop={stopStudioWork} />;
}
