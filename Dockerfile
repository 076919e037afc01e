# The image of every Relais process: web, worker, beat, migrate. Each service names its command.

FROM node:22-bookworm-slim AS interface
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --ignore-scripts
COPY frontend ./
RUN npm run build

FROM python:3.13-slim-bookworm AS packages
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy
WORKDIR /build
COPY requirements/uv.txt requirements/runtime.txt ./
RUN python -m venv /opt/uv \
    && /opt/uv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r uv.txt \
    && python -m venv --without-pip /opt/relais \
    && /opt/uv/bin/uv pip sync --no-cache --compile-bytecode --require-hashes --python /opt/relais/bin/python runtime.txt
COPY backend/relais/locale locale
RUN /opt/relais/bin/pybabel --quiet compile --domain django --directory locale

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin relais \
    && install --directory --owner relais --group relais /srv/relais/var
COPY --from=packages /opt/relais /opt/relais
WORKDIR /srv/relais
COPY backend backend
COPY scrapers scrapers
COPY --from=packages /build/locale backend/relais/locale
COPY --from=interface /build/dist frontend/dist
ENV PATH=/opt/relais/bin:$PATH \
    PYTHONPATH=/srv/relais/backend:/srv/relais \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=relais.config.settings \
    RELAIS_ENV=production
USER 10001:10001
EXPOSE 8000
CMD ["granian", "relais.config.wsgi:application", "--interface=wsgi", "--host=0.0.0.0", "--port=8000", "--blocking-threads=1", "--no-ws", "--respawn-failed-workers"]
