/** The relay as a web application: its routes, and what holds for all of them. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Dependencies } from './dependencies.ts';
import { problemPage } from './pages/problem.ts';
import { listed, problemResponse, Refusal } from './problems.ts';
import { assetRoutes } from './routes/assets.ts';
import { calendarYearPageRoutes, calendarYearRoutes } from './routes/calendar-years.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { chartRoutes } from './routes/charts.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { enrolmentRoutes } from './routes/enrolments.ts';
import { exportRoutes } from './routes/exports.ts';
import { healthRoutes } from './routes/health.ts';
import { monthlyStatementRoutes } from './routes/monthly-statements.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { recordRoutes } from './routes/records.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { setupRoutes } from './routes/setup.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { unitReportRoutes } from './routes/unit-reports.ts';
import { unitRoutes } from './routes/units.ts';
import { zeroReportRoutes } from './routes/zero-reports.ts';

/** Programs get problem details; everything else is a page. */
const forPrograms = /^\/(?:api\/|healthz$|openapi\.json$)/;

export function createApp(deps: Dependencies): Hono {
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // The relay itself speaks plain http; whoever puts TLS in front of it decides this.
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  // Pages ask with a cookie and therefore prove their origin; programs bring a token in each request.
  const sameOrigin = csrf();
  app.use((c, next) => (forPrograms.test(c.req.path) ? next() : sameOrigin(c, next)));
  app.use(
    '/api/v1/*',
    cors({
      origin: (origin) => (/^(?:chrome|moz)-extension:\/\//.test(origin) ? origin : null),
      allowHeaders: ['Authorization', 'Content-Type'],
      allowMethods: ['GET', 'POST'],
      maxAge: 600,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.route('/api/v1/enrolments', enrolmentRoutes(deps));
  app.route('/api/v1/records', recordRoutes(deps));
  app.route('/api/v1/zero-reports', zeroReportRoutes(deps));
  app.route('/api/v1/monthly-statements', monthlyStatementRoutes(deps));
  app.route('/api/v1/unit-reports', unitReportRoutes(deps));
  app.route('/api/v1/calendar-years', calendarYearRoutes(deps));
  app.route('/api/v1/statistics', statisticsRoutes(deps));
  app.route('/healthz', healthRoutes(deps));
  app.route('/openapi.json', openapiRoutes());
  app.route('/assets', assetRoutes());
  app.route('/setup', setupRoutes(deps));
  app.route('/', sessionRoutes(deps));
  app.route('/units', unitRoutes(deps));
  app.route('/units', catalogueRoutes(deps));
  app.route('/calendar', calendarYearPageRoutes(deps));
  app.route('/charts', chartRoutes(deps));
  app.route('/exports', exportRoutes(deps));
  app.route('/', dashboardRoutes(deps));

  app.notFound((c) => {
    const refusal = new Refusal('not-found');
    if (forPrograms.test(c.req.path)) return problemResponse(refusal);
    return c.html(problemPage(refusal), 404);
  });

  app.onError((error, c) => {
    const refusal = refusalOf(error, deps.report);
    if (forPrograms.test(c.req.path)) return problemResponse(refusal);
    if (refusal.problem === 'not-logged-in') return c.redirect('/login', 303);
    return c.html(problemPage(refusal), listed(refusal.problem).status);
  });

  return app;
}

function refusalOf(error: Error, report: Dependencies['report']): Refusal {
  if (error instanceof Refusal) return error;
  // Thrown by csrf() alone.
  if (error instanceof HTTPException && error.status === 403) return new Refusal('cross-site');
  report(error);
  return new Refusal('internal');
}
