from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("orders", "0002_total"), ("zoo", "__first__")]

    operations = [migrations.AddField("Order", "state", models.IntegerField(null=True))]
