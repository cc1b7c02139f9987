import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { CommentPlace } from '../../comments/comment.ts';
import type { ListedComment } from '../../comments/comments-page.server.ts';
import { commentAnswerPath } from '../../paths.ts';

interface ListProps {
  revision: { id: string; source_sha256: string };
  places: readonly CommentPlace<ListedComment>[];
  mayAnswer: boolean;
}

/** Comments in the order of the text, each with the drafter's answer. */
export function CommentList({ revision, places, mayAnswer }: ListProps) {
  const t = useT();
  if (places.length === 0) return <p className="quiet">{t('comments.none')}</p>;
  return places.map((place) => (
    <Panel
      key={`${place.gone} ${place.key}`}
      title={
        place.key === null ? (
          t('comments.whole')
        ) : place.gone ? (
          <>
            {t('comments.gone')}: <InLanguage>{place.title}</InLanguage>
          </>
        ) : (
          <InLanguage>{place.title}</InLanguage>
        )
      }
    >
      <ol className="plain comments">
        {place.comments.map((comment) => (
          <li key={comment.id} id={`comment-${comment.id}`}>
            <OneComment {...{ comment, revision, mayAnswer }} />
          </li>
        ))}
      </ol>
    </Panel>
  ));
}

function OneComment(props: { comment: ListedComment; revision: ListProps['revision']; mayAnswer: boolean }) {
  const { comment, revision, mayAnswer } = props;
  const t = useT();
  const { answer } = comment;
  return (
    <>
      <p className="quiet">
        {comment.writer}, <InstantText at={comment.writtenAt} />
        {comment.contentHash === revision.source_sha256 ? '' : ` · ${t('comments.earlier-text')}`}
      </p>
      <p className="written">
        <InLanguage>{comment.comment}</InLanguage>
      </p>
      {answer ? (
        <div className="answer">
          <p>
            <Stamp kind={answer.accepted ? 'acknowledged' : 'draft'}>
              {t(answer.accepted ? 'comments.yes' : 'comments.no')}
            </Stamp>{' '}
            <span className="quiet">
              {answer.by}, <InstantText at={answer.at} />
            </span>
          </p>
          {answer.text ? (
            <p className="written">
              <InLanguage>{answer.text}</InLanguage>
            </p>
          ) : null}
        </div>
      ) : (
        <p>
          <Stamp kind="to-acknowledge">{t('comments.unanswered')}</Stamp>{' '}
          {mayAnswer ? (
            <Link to={commentAnswerPath(revision.id, comment.id)}>{t('comments.answer.title')}</Link>
          ) : null}
        </p>
      )}
    </>
  );
}
