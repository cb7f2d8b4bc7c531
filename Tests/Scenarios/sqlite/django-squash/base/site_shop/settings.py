SECRET_KEY = "only for tests"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "orders"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "production", "HOST": "db.example.com"},
    "reports": {"ENGINE": "django.db.backends.sqlite3", "NAME": "reports", "HOST": "db.example.com"},
}
