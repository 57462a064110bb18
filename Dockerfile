# One image for web, worker, dispatcher and migrations. No apt packages, no compiler, no root at run time.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements.txt /requirements.txt
RUN /venv/bin/pip install --require-hashes --requirement /requirements.txt

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    OPENBLAS_NUM_THREADS=1 \
    WORKBENCH_MODE=production \
    WORKBENCH_HOME=/home/workbench/data
RUN useradd --uid 10001 --user-group --create-home workbench
COPY --from=build /venv /venv
WORKDIR /app
COPY . .
# Production settings want values for what these two commands never use; they exist in this step only.
RUN export DATABASE_URL=postgres://build/build REDIS_URL=redis://build ALLOWED_HOSTS=build \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    && mkdir -p "$WORKBENCH_HOME/media" \
    && python manage.py assets \
    && python manage.py collectstatic --noinput --verbosity 0 \
    && chown -R workbench:workbench "$WORKBENCH_HOME"
USER 10001:10001
VOLUME /home/workbench/data/media
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["python", "scripts/health.py", "web"]
CMD ["gunicorn", "workbench.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--no-control-socket"]
