from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("orders", "0001_initial"), ("orders", "0002_total")]
    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.CreateModel(
            "Order",
            [("id", models.BigAutoField(primary_key=True)), ("total", models.IntegerField(null=True))],
        ),
    ]
