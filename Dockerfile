# Written with care and untested: there was no Docker where it was written. docs/operating.md says how it is meant.
FROM node:24-bookworm-slim AS build
WORKDIR /corridor
COPY . .
RUN npm ci --ignore-scripts && npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 FILES_DIR=/data/files BACKUP_DIR=/data/backups CORRIDOR_DATA_DIR=/data
WORKDIR /corridor
COPY --from=build /corridor .
RUN useradd --system --uid 10001 corridor && mkdir -p /data/files /data/backups && chown -R corridor /data
USER corridor
VOLUME /data
EXPOSE 3000
CMD ["npm", "run", "-s", "serve"]
