import type { Route } from '../simulator/route.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import type { Context } from './context.ts';
import { createMetadataRoutes } from './create-metadata.ts';
import { datacenterRoutes } from './datacenter/datacenter-routes.ts';
import { editMetadataRoutes } from './edit-metadata.ts';
import { fieldRoutes } from './field-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { permissionRoutes } from './permission-routes.ts';
import { projectStatusRoutes } from './project-statuses.ts';
import { propertyRoutes } from './property-routes.ts';
import { remoteLinkRoutes } from './remote-link-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { userRoutes } from './user-routes.ts';

const cloud: readonly Route<Context>[] = [
  ...issueRoutes,
  ...createMetadataRoutes,
  ...editMetadataRoutes,
  ...commentRoutes,
  ...propertyRoutes,
  ...attachmentRoutes,
  ...remoteLinkRoutes,
  ...searchRoutes,
  ...fieldRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...projectStatusRoutes,
  ...siteRoutes,
];

/** What each deployment answers; the first that fits a request is the one. */
export const routes = { cloud, datacenter: datacenterRoutes(cloud) } as const;
