"""Settings of every process. Production is `RELAIS_ENV=production`, and refuses to start unsafe."""

import ipaddress
import os
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from relais.config import env
from relais.config.enums import enum_values
from relais.kit.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[3]
BACKEND = ROOT / "backend" / "relais"
VAR = Path(env.read("RELAIS_VAR") or ROOT / "var")

ENVIRONMENT = env.read("RELAIS_ENV", "development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured("RELAIS_ENV is 'development' or 'production'.")
PRODUCTION = ENVIRONMENT == "production"

DEBUG = False
SECRET_KEY = env.secret_key(production=PRODUCTION, var=VAR)
PUBLIC_URL = env.read("RELAIS_PUBLIC_URL").rstrip("/")
ALLOWED_HOSTS = env.read_list("RELAIS_ALLOWED_HOSTS") or ([] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
if PRODUCTION:
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("Set RELAIS_ALLOWED_HOSTS to the names Relais is reached by, without '*'.")
    if not env.read("DATABASE_URL"):
        raise ImproperlyConfigured("Set DATABASE_URL: the embedded database is not for production.")
    if not env.read("RELAIS_BROKER_URL") or not env.read("RELAIS_CACHE_URL"):
        raise ImproperlyConfigured("Set RELAIS_BROKER_URL and RELAIS_CACHE_URL (Redis) in production.")
    if not PUBLIC_URL.startswith("https://"):
        raise ImproperlyConfigured("Set RELAIS_PUBLIC_URL to the https:// address people open.")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "relais.kit",
    "relais.activity",
    "relais.workspaces",
    "relais.sources",
    "relais.creators",
    "relais.audience",
    "relais.campaigns",
    "relais.sendings",
    "relais.coverage",
    "relais.reports",
    "relais.sample",
]

MIDDLEWARE = [
    "relais.kit.middleware.CorrelationMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "relais.config.spa.SpaMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "relais.kit.middleware.PrivacyMiddleware",
    "relais.kit.middleware.ProblemMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

APPEND_SLASH = False  # a redirected POST would lose its body on the way
ROOT_URLCONF = "relais.config.urls"
WSGI_APPLICATION = "relais.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

DATABASE_IS_EMBEDDED = not env.read("DATABASE_URL")
DATABASES = {"default": env.database(env.read("DATABASE_URL") or Cluster(VAR / "postgres").url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.read("RELAIS_CACHE_URL")}
    if env.read("RELAIS_CACHE_URL")
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# -- people and sessions ------------------------------------------------------------------------------
AUTH_USER_MODEL = "workspaces.User"
AUTHENTICATION_BACKENDS = ["relais.workspaces.sign_in.SignInBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_ENGINE = "relais.workspaces.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "relais.kit.problems.csrf_failed"
if PRODUCTION:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # The proxy in front redirects to https; to be on the browsers' preload list is the operator's to ask.
    SILENCED_SYSTEM_CHECKS = ["security.W008", "security.W021"]

ACCOUNT_ADAPTER = "relais.workspaces.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = False  # `workspaces.tries` counts under a lock, in rows that nobody can push out
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
# Only the proxy in front may say who the client is; without one, the socket does.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0

# -- headers --------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        # Mantine and the drag preview set style attributes; scripts stay strict.
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# -- API ------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "relais.workspaces.authentication.ApiKeyAuthentication",
        "relais.workspaces.authentication.BrowserAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["relais.kit.renderers.OrjsonRenderer", "relais.kit.renderers.ProblemRenderer"],
    "DEFAULT_PARSER_CLASSES": ["relais.kit.parsers.OrjsonParser", "rest_framework.parsers.MultiPartParser"],
    "DEFAULT_SCHEMA_CLASS": "relais.kit.schema.RelaisSchema",
    "EXCEPTION_HANDLER": "relais.kit.problems.handle",
    "COERCE_DECIMAL_TO_STRING": True,
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
#: Enumerations whose fields share a name such as `kind`: the schema calls them by their own.
ENUMS = {
    "campaigns.rules": ["CampaignKind", "CampaignState", "LostReason", "MoveSource", "StageKind"],
    "coverage.rules": ["CoverageKind", "DelayBasis"],
    "coverage.actions": ["SuggestionReason"],
    "creators.rules": [
        "AddressForm",
        "ChannelState",
        "ContactKind",
        "CreatorKind",
        "ImportKind",
        "ImportState",
        "LookalikeReason",
        "NoteKind",
        "RelationshipStatus",
        "RowOutcome",
        "Tier",
    ],
    "reports.rules": ["LineKind", "Urgency", "Whose"],
    "sources.rules": ["Platform"],
    "sendings.rules": ["Carrier", "SendingKind", "SendingState", "StockReason"],
}
SPECTACULAR_SETTINGS = {
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "/favicon.svg",
    "SWAGGER_UI_SETTINGS": {"persistAuthorization": False, "docExpansion": "none", "filter": True},
    "TITLE": "Relais",
    "DESCRIPTION": "Relations with bloggers and influencers: creators, audience, campaigns, sendings, coverage.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SORT_OPERATIONS": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        name: enum_values(f"relais.{path}.{name}") for path, names in ENUMS.items() for name in names
    },
    "DISABLE_ERRORS_AND_WARNINGS": False,
    "APPEND_COMPONENTS": {
        "securitySchemes": {
            "apiKey": {
                "type": "http",
                "scheme": "bearer",
                "description": "A workspace's API key: `Authorization: Bearer rl_…`.",
            },
            "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
        }
    },
    "SECURITY": [{"apiKey": []}, {"session": []}],
    "AUTHENTICATION_WHITELIST": [],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# -- languages and time -----------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [BACKEND / "locale"]

# -- jobs -------------------------------------------------------------------------------------------------
BROKER_URL = env.read("RELAIS_BROKER_URL")

# -- fetching ---------------------------------------------------------------------------------------------
#: Networks the scrapers may reach besides the public Internet: empty but for tests and benchmarks.
FETCH_ALLOW_NETS = [ipaddress.ip_network(net) for net in env.read_list("RELAIS_FETCH_ALLOW_NETS")]
FETCH_CONTACT = env.read("RELAIS_FETCH_CONTACT") or PUBLIC_URL
#: Key of YouTube's Data API; without one, public feeds and pages are read.
YOUTUBE_API_KEY = env.read("RELAIS_YOUTUBE_API_KEY")

# -- files ------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
SPA_DIST = Path(env.read("RELAIS_SPA_DIST") or ROOT / "frontend" / "dist")

for _name, _value in env.email(env.read("EMAIL_URL")).items():
    globals()[_name] = _value
DEFAULT_FROM_EMAIL = env.read("EMAIL_FROM") or "relais@localhost"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"correlation": {"()": "relais.kit.logs.CorrelationFilter"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} [{correlation_id}] {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["correlation"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("RELAIS_LOG_LEVEL", "INFO")},
}
