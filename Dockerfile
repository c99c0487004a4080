# One image for the API (server.ts), the worker (worker.ts) and the migrations (scripts/migrate.ts); the command chooses.
# Debian and not Alpine: the Temporal SDK's core is built against glibc.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /srv/akjet
COPY package.json package-lock.json .npmrc ./
# No install script is needed here: the only one that matters brings a Node, and the image has one.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /srv/akjet
# Time-zone data older than 2024a puts Almaty at UTC+6, and every deadline an hour early.
RUN node -e "if (new Date('2026-01-01T19:00:00Z').toLocaleTimeString('sv-SE', { timeZone: 'Asia/Almaty' }) !== '00:00:00') process.exit(1)"
COPY --from=dependencies /srv/akjet/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000 9464
CMD ["node", "server.ts"]
