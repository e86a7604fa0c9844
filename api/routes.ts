import { bidRoutes } from './bids/routes.ts';
import { coopRoutes } from './coops/routes.ts';
import { evaluationRoutes } from './evaluation/routes.ts';
import { homeRoutes } from './home/routes.ts';
import type { Route } from './http/route.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { problemRoutes } from './operations/problemRoutes.ts';
import { networkLearningRoutes } from './network/learningRoutes.ts';
import { networkReportRoutes } from './network/reportRoutes.ts';
import { networkMailRoutes } from './network/mailRoutes.ts';
import { networkRoutes } from './network/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { opportunityRoutes } from './opportunities/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { replyRoutes } from './replies/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { skillRoutes } from './skills/routes.ts';
import { tenderRoutes } from './tenders/routes.ts';
import { wouldMailRoutes } from './wouldMail/routes.ts';

/** Every route of the API, in the order in which they are tried. Each feature adds its list here. */
export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...mailRoutes,
  ...organisationRoutes,
  ...coopRoutes,
  ...skillRoutes,
  ...tenderRoutes,
  ...opportunityRoutes,
  ...bidRoutes,
  ...invitationRoutes,
  ...evaluationRoutes,
  ...homeRoutes,
  ...replyRoutes,
  ...networkRoutes,
  ...networkReportRoutes,
  ...networkLearningRoutes,
  ...networkMailRoutes,
  ...wouldMailRoutes,
  ...problemRoutes,
];
