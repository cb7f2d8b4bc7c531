from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('alerts', "0001" '_initial'), ('money', '__latest__')]

    operations = [migrations.AddField("Alert", "right", models.IntegerField(null=True))]
