# One image for the API (server.ts), the worker (worker.ts) and the migrations (scripts/migrate.ts); the command chooses.
# Debian and not Alpine: the Temporal SDK's core is built against glibc.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /srv/akjet
COPY package.json package-lock.json .npmrc ./
# The image has a Node: the one among the packages would only double it.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-* node_modules/.bin/node

# The pages are built by packages that the image does not need.
FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /srv/akjet
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY web ./web
RUN node node_modules/vite/bin/vite.js build web/cabinet && node node_modules/vite/bin/vite.js build web/console

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /srv/akjet
# Time-zone data older than 2024a puts Almaty at UTC+6, and every deadline an hour early.
RUN node -e "if (new Date('2026-01-01T19:00:00Z').toLocaleTimeString('sv-SE', { timeZone: 'Asia/Almaty' }) !== '00:00:00') process.exit(1)"
COPY --from=dependencies /srv/akjet/node_modules ./node_modules
COPY . .
COPY --from=pages /srv/akjet/dist ./dist
# A new volume takes the owner of the folder that it covers.
RUN install -d -o node -g node /srv/files
# What the image is made of, by CycloneDX: sbom.cdx.json.
RUN node scripts/sbom.ts
USER node
EXPOSE 3000 9464
CMD ["node", "server.ts"]
