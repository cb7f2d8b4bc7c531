from django.db import migrations


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = [
        ("alerts", "0002_left"),
        ("alerts", "0002_right"),
    ]

    operations = []
