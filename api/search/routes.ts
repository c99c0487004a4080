/** The search, and the reference data that it needs. */
import type { Platform } from '../../platform.ts';
import type { Route } from '../route.ts';
import { referenceRoutes } from './reference.ts';
import { searchTasksRoute } from './tasks.ts';

export const searchRoutes = (platform: Platform): Route[] => [...referenceRoutes(), searchTasksRoute(platform)];
