from django.db import migrations, models


def nothing(apps, schema_editor):
    dependencies = "a local name"
    return dependencies


class Migration(migrations.Migration):
    dependencies = [("money", "0001_initial")] + [
        ("orders", "0003_state"),
    ]

    operations = [
        migrations.AddField("Payment", "rate", models.IntegerField(null=True)),
        migrations.RunPython(nothing),
    ]
