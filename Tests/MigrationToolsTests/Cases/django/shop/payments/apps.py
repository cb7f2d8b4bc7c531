from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "payments"
    label = "money"
