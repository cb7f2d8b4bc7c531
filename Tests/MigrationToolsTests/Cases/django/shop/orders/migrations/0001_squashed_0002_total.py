from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [("orders", "0001_initial"), ("orders", "0002_total")]
    dependencies = []

    operations = [
        migrations.CreateModel(
            "Order",
            [("id", models.BigAutoField(primary_key=True)), ("total", models.IntegerField(null=True))],
        ),
    ]
