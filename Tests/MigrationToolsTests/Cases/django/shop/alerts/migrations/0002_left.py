from django.db import migrations, models


class Migration(migrations.Migration):
    # Two branches that were merged.
    dependencies = (("alerts", "0001_initial"),)

    operations = [migrations.AddField("Alert", "left", models.IntegerField(null=True))]
