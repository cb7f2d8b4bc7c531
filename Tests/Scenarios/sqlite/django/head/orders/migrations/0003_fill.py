from django.db import migrations


def fill(apps, schema_editor):
    apps.get_model("orders", "Order").objects.filter(state=None).update(state=1)


class Migration(migrations.Migration):
    dependencies = [("orders", "0002_state")]

    operations = [migrations.RunPython(fill)]
